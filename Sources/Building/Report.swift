import Diagnostics
import Model
import Writing

/// What a run found and did.
package struct Report: Sendable {
    /// Every problem, in the order in which it is printed.
    package var diagnostics: [Diagnostic] = []
    /// What was written; nil where nothing was.
    package var summary: WriteSummary?
    /// What this build leaves out, and why.
    package var withheld: [WithheldEntry] = []
    /// How many documents were read.
    package var documents = 0
    /// How many entries found no room in the search index.
    package var unsearchable = 0
    /// How long pages of each template took.
    package var templates: [TemplateTime] = []
    /// How long each stage took, in the order in which they ran.
    package var stages: [StageTime] = []
    /// 0 done; 1 the content is wrong; 2 configuration; 3 the environment.
    package var exitStatus: Int32 = 0
    /// The site and the theme as they are in memory: a program that keeps its report until it ends need not give them
    /// back piece by piece.
    var remains: [any Sendable] = []

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

    mutating func stop(_ diagnostics: [Diagnostic], status: Int32) {
        self.diagnostics += diagnostics
        exitStatus = status
    }

    /// Adds what a part of the run found.
    mutating func add(_ part: Report) {
        diagnostics += part.diagnostics
        stages += part.stages
        if exitStatus == 0 { exitStatus = part.exitStatus }
    }

    /// Sorts the problems; an error among them, or in a strict run a warning, makes the run a failure.
    mutating func settle(isStrict: Bool) {
        diagnostics = diagnostics.inOrder()
        if exitStatus == 0, diagnostics.hasErrors || (isStrict && !diagnostics.isEmpty) { exitStatus = 1 }
    }

    mutating func time<Value>(_ name: String, _ work: (inout Report) throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        defer { stages.append(StageTime(name: name, duration: ContinuousClock.now - start)) }
        return try work(&self)
    }
}

/// What a run tells while it works; called from any thread.
package struct Progress: Sendable {
    /// A stage begins, or goes on: `done` of `total` pages or documents; a total of 0 where it is not known.
    package let update: @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void

    package init(_ update: @escaping @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void) {
        self.update = update
    }

    package static let silent = Progress { _, _, _ in }
}
