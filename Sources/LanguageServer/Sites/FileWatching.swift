import Building
import Serving
import Synchronization

/// Collects what changes in the folders of a site while the server waits for its client.
package final class FileWatching: Sendable {
    private let changes = Mutex(SourceChanges())
    private let isOver = Atomic<Bool>(false)

    private init() {}

    /// Watches until the value is stopped.
    package static func start(_ folders: SiteFolders) -> FileWatching {
        let watching = FileWatching()
        let roots = [folders.content, folders.templates].map { WatchedFolder(folder: $0) }
        let watcher = makeWatcher(of: roots, polls: false) { _ in }
        Task.detached { watching.run(watcher, roots) }
        return watching
    }

    private func run(_ first: any Watcher, _ roots: [WatchedFolder]) {
        var watcher = first
        while !isOver.load(ordering: .relaxed) {
            do {
                guard let found = try watcher.next(within: 1_000) else { continue }
                changes.withLock { $0.add(found) }
            } catch {
                watcher = PollingWatcher(roots)
                changes.withLock { $0.add(.everything) }
            }
        }
    }

    /// What changed since the last call; nil if nothing did.
    package func take() -> SourceChanges? {
        changes.withLock { changes in
            if changes.isEmpty { return nil }
            defer { changes = SourceChanges() }
            return changes
        }
    }

    package func stop() { isOver.store(true, ordering: .relaxed) }
}
