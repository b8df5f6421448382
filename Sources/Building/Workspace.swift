import Checking
import Diagnostics
import Model
import Reading
import Writing

/// The state of a program that works on one site: folders, unsaved texts, and the result of reading each document.
///
/// `build`, `check` and `verify` are functions of a workspace. After a run, a workspace still has the site that was
/// read, and the outcome of every document by the hash of its text, so that the next run parses only what changed.
package struct Workspace: Sendable {
    package internal(set) var configuration: Configuration
    package let world: World
    /// Texts that replace files, by the path that messages show: buffers of an editor, fixes that are not written yet.
    private var overlays: [String: [UInt8]] = [:]
    /// The result of the last run, with its templates; nil before the first run, or if it found no site.
    private var sources: Sources?
    /// The documents of the last run, by their paths below the content folder; empty unless another run reuses them.
    var known: [String: ReadDocument] = [:]
    /// What `refresh` keeps for its next call; nil for a workspace that has no preview.
    var preview: PreviewMemory?
    /// What `names(after:)` keeps for its next call.
    var namesMemory: NamesMemory?
    /// Whether `refresh` shows a document that cannot be used as it last was. Without it, the problems of a refresh are
    /// those of `check`.
    let showsLastGoodState: Bool

    package init(_ configuration: Configuration, in world: World, showsLastGoodState: Bool = true) {
        self.configuration = configuration
        self.showsLastGoodState = showsLastGoodState
        self.world = world
    }

    /// Replaces a file of the content or of a theme by a text, or adds a file that does not exist yet.
    ///
    /// - Parameters:
    ///   - bytes: the text; nil removes the overlay.
    ///   - path: the path that messages show: `content/event.md`.
    package mutating func overlay(_ bytes: [UInt8]?, at path: String) {
        // The results are stored only for a workspace that changes.
        if known.isEmpty, let documents = sources?.site.content.documents {
            known = Dictionary(documents.map { ($0.file.path, $0) }) { first, _ in first }
        }
        overlays[path] = bytes
    }

    /// Whether a text that is not saved yet replaces a file, by the path that messages show.
    func hasOverlay(_ path: String) -> Bool { overlays[path] != nil }

    /// Lists the folders that a run reads, and adds the files that exist only as overlays.
    func scan() throws(RunFault) -> SourceFolders {
        let root = shown(configuration.content)
        do throws(EnvironmentFault) {
            let content = try SiteFolder.scan(
                root: configuration.content, displayedAs: root, with: world.files, cores: world.cores)
            return SourceFolders(
                content: content.map { $0.adding(overlays(below: root), below: root) }, themes: try scanThemes(),
                largestFile: max(configuration.largestText, configuration.largestThemeFile))
        } catch {
            guard error.isMissing else { throw RunFault(error) }
            let templates = shown(configuration.templates)
            throw error.path == root
                ? .missingContent(root) : error.path == templates ? .missingTemplates(templates) : RunFault(error)
        }
    }

    /// The paths below a folder of the texts that are not saved yet.
    func overlays(below root: String) -> [String] {
        overlays.keys.filter { $0.hasPrefix(root + "/") }.map { String($0.dropFirst(root.count + 1)) }
    }

    /// Reads and checks the content and, at the same time, the templates; nil if there is nothing to render.
    mutating func load(
        _ folders: SourceFolders, _ stopwatch: Stopwatch, _ progress: Progress
    ) throws(RunFault) -> Outcome<Sources?> {
        let workspace = self
        let themeFiles = ThemeFiles(folders.themes)
        let extraFields = try extraFields(in: folders.content.value)
        let (content, theme) = world.cores.run {
            Result { () throws(RunFault) in
                try workspace.loadContent(folders.content, themeFiles, stopwatch, progress)
            }
        } beside: {
            stopwatch.time(.templates) {
                Result { () throws(RunFault) in try workspace.loadTheme(folders.themes, themeFiles, extraFields) }
            }
        }
        let loaded = try content.get()
        // Without a site, problems of templates are not reported.
        guard let site = loaded.value else { return Outcome(nil, loaded.diagnostics) }
        let found = try theme.get()
        let sources = Sources(site: site, theme: found.value)
        self.sources = sources
        if !known.isEmpty {
            known = Dictionary(site.content.documents.map { ($0.file.path, $0) }) { first, _ in first }
        }
        return Outcome(
            sources, loaded.diagnostics + site.levels.applied(to: themeProblems(of: sources, found.diagnostics)))
    }

    /// The problems of the theme, and those that it has with the site.
    ///
    /// - Parameter found: those of the templates alone.
    func themeProblems(of sources: Sources, _ found: [Diagnostic]) -> [Diagnostic] {
        let site = sources.site
        let resources = sources.theme.pages.flatMap { thirdPartyResources(in: $0, site.site.settings) }
        let addresses = found.hasErrors ? [] : templateAddressProblems(sources)
        return found + resources + addresses + stylesheetProblems(site.site, sources.theme, site.content.folder)
    }

    /// The types of the writer's own data, which templates are checked against. Problems of site.md are reported elsewhere.
    func extraFields(in folder: SiteFolder) throws(RunFault) -> ExtraFields {
        guard let file = folder.documents.first(where: { $0.path == "site.md" }) else { return ExtraFields() }
        let bytes = try RunFault.onFiles { () throws(EnvironmentFault) in
            try self.bytes(of: file, in: folder, limit: configuration.largestText)
        }
        return readSettings(parseDocument(file, bytes, limit: configuration.largestText).value).value.extraFields
    }

    /// The bytes of a file or of its overlay; nil if it is larger than `limit`.
    func bytes(of file: FoundFile, in folder: SiteFolder, limit: Int) throws(EnvironmentFault) -> [UInt8]? {
        if let overlay = overlays[file.displayPath] { return overlay.count <= limit ? overlay : nil }
        return try folder.folder.read(file, limit)
    }
}

/// The input of rendering.
struct Sources: Sendable {
    let site: CheckedSite
    let theme: Theme
}

/// A folder's name as messages show it: without a slash at its end.
func shown(_ folder: String) -> String {
    var name = Substring(folder)
    while name.utf8.count > 1, name.hasSuffix("/") { name = name.dropLast() }
    return String(name)
}

extension RunFault {
    fileprivate static func missingTemplates(_ folder: String) -> RunFault {
        RunFault(
            Diagnostic(
                .missingTemplates, "there is no folder '\(folder)'", at: nil,
                hint:
                    "--templates names the folder with your own templates; without it, 'templates' is used if it exists"
            ), exitStatus: 2)
    }

    fileprivate static func missingContent(_ folder: String) -> RunFault {
        RunFault(
            Diagnostic(
                .missingContent, "there is no folder '\(folder)'", at: nil,
                hint:
                    "run the command in the folder that holds 'content', name it with --content, or create a site with 'explainer new'"
            ), exitStatus: 2)
    }
}
