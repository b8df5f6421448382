import Building
import Bytes
import Diagnostics
import Platform
import Synchronization

/// Keeps the state of a server up to date with the files on the disk.
package struct PreviewSession {
    private var workspace: Workspace
    private let editor: EditorLink?
    private let folder: String
    private var numbers = StateNumbers()
    private var files: (any ServedFiles)?
    /// What changed and could not be read yet.
    private var pending = SourceChanges.everything
    /// The problems of the last refresh.
    package private(set) var diagnostics: [Diagnostic] = []
    /// How long the last refresh took, without the checks.
    package private(set) var duration = Duration.zero
    /// How long each stage of the last refresh took.
    package private(set) var stages: [(name: String, duration: Duration)] = []

    /// - Parameters:
    ///   - editor: how links open an editor.
    ///   - folder: the working folder, absolute.
    ///   - run: differs between two runs of the server.
    package init(_ workspace: Workspace, editor: EditorLink? = nil, folder: String, run: Int = 0) {
        self.workspace = workspace
        numbers.run = run
        self.editor = editor
        self.folder = folder
    }

    /// Reads what changed and shows the new state: the pages at once, the problems after the checks.
    package mutating func update(_ changes: SourceChanges, show: (ServedSite) -> Void) {
        pending.add(changes)
        let start = ContinuousClock.now
        let refresh = workspace.refresh(pending)
        duration = ContinuousClock.now - start
        var state: ServedSite?
        if let site = refresh.site {
            note(refresh.changes)
            stages = refresh.stages
            pending = SourceChanges()
            files = site
            let shown = ServedSite(files: site, problems: list, numbers: numbers)
            show(shown)
            state = shown
        } else {
            pending = .everything
        }
        diagnostics = refresh.problems()
        numbers.problems += 1
        show(ServedSite(files: files, problems: list, numbers: numbers, sharingPagesOf: state))
    }

    private var list: ProblemList { ProblemList(diagnostics, editor: editor, folder: folder) }

    /// Whether the last refresh made no site, so that another may succeed although nothing changes.
    package var isIncomplete: Bool { !pending.isEmpty }

    private mutating func note(_ changes: SourceChanges) {
        let styles = changes.files.filter { $0.hasSuffix(".css") }
        let others = changes.files.filter { path in
            !path.hasSuffix(".css") && ![".md", ".html", ".xml", ".txt"].contains { path.hasSuffix($0) }
        }
        if !styles.isEmpty || changes.isUnknown { numbers.styles += 1 }
        if !others.isEmpty { numbers.files += 1 }
        if changes.isStructural || styles.count + others.count < changes.files.count { numbers.pages += 1 }
    }

    /// Updates for as long as the program runs.
    ///
    /// - Parameters:
    ///   - watcher: made before the first refresh, so that no change is missed.
    ///   - poll: the watcher to use if that one fails; receives the reason.
    ///   - say: called after each refresh.
    package mutating func run(
        _ server: PreviewServer, _ watcher: any Watcher, poll: (String) -> any Watcher,
        until isOver: () -> Bool = { false }, say: (PreviewSession) -> Void
    ) {
        var watcher = watcher
        while !isOver() {
            do throws(Errno) {
                let changes = try watcher.next(within: isIncomplete ? 500 : 1_000)
                guard changes != nil || isIncomplete else { continue }
                update(changes ?? SourceChanges()) { server.show($0) }
                say(self)
            } catch {
                watcher = poll(fallbackReason(error))
                update(.everything) { server.show($0) }
            }
        }
    }
}
