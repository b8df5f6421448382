import Diagnostics
import Model
import Writing

/// The result of a run.
package struct Report: Sendable {
    /// Every problem, in the order of printing.
    package var diagnostics: [Diagnostic] = []
    /// What was written; nil if nothing was.
    package var summary: WriteSummary?
    /// The entries that this build leaves out, and why.
    package var withheld: [WithheldEntry] = []
    /// The number of documents that were read.
    package var documents = 0
    /// Links, pictures and citations inside the site, which were followed.
    package var links = 0
    /// Links to other sites, which were not followed.
    package var webLinks = 0
    /// What the output folder has after a build.
    package var outputState = OutputState.unchanged
    /// Whether the last build left a cache that could not be used, as a damaged one.
    package var hasDiscardedCache = false
    /// Whether the site's settings name no address for it.
    package var lacksAddress = false
    /// The number of entries that were left out of the search index (size limit).
    package var unsearchable = 0
    /// How long pages of each template took.
    package var templates: [TemplateTime] = []
    /// How long each stage took, in the order in which they ran.
    package var stages: [StageTime] = []
    /// 0 done; 1 the content is wrong; 2 configuration; 3 the environment.
    package var exitStatus: Int32 = 0
    package var errors: Int { diagnostics.count { $0.severity == .error } }
    package var warnings: Int { diagnostics.count { $0.severity == .warning } }

    /// How long a stage took, in wall time.
    package struct StageTime: Sendable {
        package let name: String
        package let duration: Duration
    }

    /// How long the pages of one template took to render, in wall time of the core that rendered them.
    package struct TemplateTime: Sendable {
        package let template: String
        /// How many pages.
        package let pages: Int
        package let total: Duration
        package let median: Duration
    }

    init() {}

    /// The report of a run that ended early.
    init(_ fault: RunFault) { stop(fault) }

    /// The problems of reading and checking.
    init(_ loaded: Outcome<CheckedSite?>, _ configuration: Configuration) {
        diagnostics = loaded.diagnostics
        if let site = loaded.value {
            withheld = site.site.withheld + site.site.withheldParts
            documents = site.content.folder.documents.count
            site.site.visitProse { prose in
                for target in prose.targets {
                    switch target {
                    case .link, .reference, .speaker, .image: links += 1
                    case .citation(let citations): links += citations.count
                    case .webLink: webLinks += 1
                    case .dataImage: continue
                    }
                }
            }
            lacksAddress = site.site.settings.baseURL == nil
        }
        settle(configuration)
    }

    /// Adds the problems and figures of rendering and writing.
    mutating func add(_ written: WrittenPages, _ problems: [Diagnostic], _ configuration: Configuration) {
        diagnostics += problems
        unsearchable = written.unsearchable
        templates = written.templates
        settle(configuration)
    }

    mutating func add(_ problems: [Diagnostic], _ configuration: Configuration) {
        diagnostics += problems
        settle(configuration)
    }

    mutating func stop(_ fault: RunFault) {
        diagnostics += fault.diagnostics
        exitStatus = fault.exitStatus
        outputState = fault.outputState
    }

    /// Sorts the problems; an error, or in a strict run a warning, sets the exit status to 1.
    mutating func settle(_ configuration: Configuration) {
        diagnostics = diagnostics.inOrder()
        if exitStatus == 0, diagnostics.hasErrors || (configuration.isStrict && !diagnostics.isEmpty) { exitStatus = 1 }
    }
}

/// Receives the progress of a run; called from any thread.
package struct Progress: Sendable {
    /// A stage has done `done` of `total` pages or documents; the total is 0 if it is not known.
    package let update: @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void

    package init(_ update: @escaping @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void) {
        self.update = update
    }

    package static let silent = Progress { _, _, _ in }
}
