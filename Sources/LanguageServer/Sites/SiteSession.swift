import Building
import Checking
import Diagnostics
import Editing
import Reading

/// One site that a client edits: its files, with the texts of open documents laid over them.
///
/// It reads what changed as the development server does: only what depends on a change is read, computed and checked
/// again. A document that cannot be used does not keep its last good state, so that the problems are those of a check.
package struct SiteSession {
    package let folders: SiteFolders
    private var workspace: Workspace
    private var pending = SourceChanges.everything
    /// What changed since the names were read.
    private var pendingNames = SourceChanges.everything
    private var knownNames: ContentNames?
    /// Whether the last refresh made no site, so that the next one reads everything.
    private var isIncomplete = false
    /// The site of the last refresh that made one.
    package private(set) var site: SitePreview?
    /// Every problem of the site, as `explainer check` reports them, in their order.
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ folders: SiteFolders, _ workspace: Workspace) {
        self.folders = folders
        self.workspace = workspace
    }

    /// Whether something changed since the last refresh.
    package var isOutdated: Bool { !pending.isEmpty }

    /// Lays the text of an open document over its file; nil uncovers the file.
    package mutating func overlay(_ bytes: [UInt8]?, at path: String) {
        workspace.overlay(bytes, at: path)
        note(SourceChanges(files: [path]))
    }

    /// Notes what changed on the disk.
    package mutating func note(_ changes: SourceChanges) {
        pending.add(changes)
        pendingNames.add(changes)
    }

    /// The names in the documents as they are now, which needs no check; nil after a failure of the environment.
    package mutating func names() -> ContentNames? {
        if pendingNames.isEmpty { return knownNames }
        knownNames = workspace.names(after: pendingNames)
        pendingNames = knownNames == nil ? .everything : SourceChanges()
        return knownNames
    }

    /// Reads what changed and checks it.
    package mutating func refresh() {
        guard isOutdated else { return }
        let refresh = workspace.refresh(isIncomplete ? .everything : pending)
        pending = SourceChanges()
        isIncomplete = refresh.site == nil
        if let made = refresh.site { site = made }
        diagnostics = refresh.problems()
    }

    /// The text of a document with all fixes of its problems, round after round while they uncover others; nil if it has
    /// none.
    package func fixed(_ path: String) -> [UInt8]? {
        var trial = self
        trial.refresh()
        var fixed: [UInt8]?
        for _ in 0..<8 {
            let own = trial.diagnostics.filter { $0.fixIt?.location.file.path == path }
            guard let file = applyFixIts(own).first else { break }
            fixed = file.bytes
            trial.overlay(file.bytes, at: path)
            trial.refresh()
        }
        return fixed
    }

    /// Whether a check would read a text of this path: a document, a stylesheet, or a file of the site's own templates.
    package func reads(_ path: String) -> Bool {
        let isContent = folders.contains(path) && (path.hasSuffix(".md") || path.hasSuffix(".css"))
        guard isContent || folders.containsTemplate(path) else { return false }
        let root = folders.contains(path) ? folders.content : folders.templates
        return path.dropFirst(root.count).split(separator: "/").allSatisfy { !SiteFolder.ignores(Array($0.utf8)) }
    }

    /// Whether a path is that of a document.
    func readsDocument(_ path: String) -> Bool { folders.contains(path) && path.hasSuffix(".md") && reads(path) }
}
