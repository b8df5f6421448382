import Building
import Platform
import Reading
import Synchronization

/// Watches folders with the kernel's queue of changes. Folders are watched, not files, so that a file that an editor
/// replaces is still seen.
package final class QueueWatcher: Watcher {
    private let queue: ChangeQueue
    private let roots: [WatchedFolder]
    private let state = Mutex(State())

    private struct State {
        /// The path of each watched folder by its number.
        var paths: [CInt: String] = [:]
        /// The number of each root; nil if it is missing.
        var roots: [String: CInt] = [:]
        /// Folders that were removed in the burst that is being read.
        var removed: [String] = []
    }

    /// Watches the folders.
    ///
    /// - Throws: `.noSpace` if the user may not watch so many folders.
    package init(_ roots: [WatchedFolder], _ queue: ChangeQueue) throws(Errno) {
        self.queue = queue
        self.roots = roots
        _ = try attachRoots()
    }

    package func next(within milliseconds: Int) throws(Errno) -> SourceChanges? {
        var changes = SourceChanges()
        var count = 0
        var pause = Burst.pause
        let start = ContinuousClock.now
        var first: ContinuousClock.Instant?
        while true {
            let found = try queue.next(first == nil ? min(milliseconds, 250) : pause)
            for change in found { try take(change, &changes) }
            if !found.isEmpty {
                count += found.count
                first = first ?? .now
                let isRemoval = found.contains(where: \.isRemoval)
                pause =
                    count > Burst.many ? Burst.pauseAfterMany : isRemoval ? Burst.pauseAfterRemoval : Burst.pause
            }
            if let first, found.isEmpty || ContinuousClock.now - first > Burst.longest {
                forgetRemoved()
                if try attachRoots() { changes.add(.everything) }
                if !changes.isEmpty { return changes }
            } else if found.isEmpty, try attachRoots() {
                return .everything
            }
            if found.isEmpty {
                first = nil
                count = 0
                if ContinuousClock.now - start >= .milliseconds(milliseconds) { return nil }
            }
        }
    }

    /// How many folders are watched.
    package var count: Int { state.withLock(\.paths.count) }

    private func take(_ change: ChangeQueue.Change, _ changes: inout SourceChanges) throws(Errno) {
        if change.isOverflow { return changes.add(.everything) }
        guard let folder = state.withLock({ $0.paths[change.folder] }) else { return }
        if change.isForgotten {
            state.withLock { state in
                state.paths[change.folder] = nil
                state.roots = state.roots.filter { $0.value != change.folder }
            }
        }
        if change.isEnd || change.isForgotten || change.name.isEmpty {
            if change.isEnd { endRoot(change.folder) }
            return changes.add(SourceChanges(isStructural: true))
        }
        if SiteFolder.ignores(change.name) { return }
        guard let name = String(validating: change.name, as: UTF8.self) else {
            return changes.add(SourceChanges(isStructural: true))
        }
        let path = FoundFile.display(name, below: folder)
        if !change.isFolder { return changes.add(SourceChanges(files: [path])) }
        changes.add(SourceChanges(isStructural: true))
        if change.isRemoval {
            state.withLock { $0.removed.append(path) }
        } else if change.isStructural {
            try watch(path)
        }
    }

    /// A root that was moved away is looked for at its path again.
    private func endRoot(_ folder: CInt) {
        let isRoot = state.withLock { state in
            guard state.roots.contains(where: { $0.value == folder }) else { return false }
            state.roots = state.roots.filter { $0.value != folder }
            return true
        }
        if isRoot { queue.remove(folder) }
    }

    /// Stops to watch folders that were removed and have not appeared at another path.
    private func forgetRemoved() {
        let numbers = state.withLock { state in
            let removed = state.removed
            state.removed = []
            if removed.isEmpty { return [CInt]() }
            let numbers = state.paths.filter { _, path in
                removed.contains { path == $0 || path.hasPrefix($0 + "/") } && !QueueWatcher.isFolder(path)
            }.map(\.key)
            for number in numbers { state.paths[number] = nil }
            return numbers
        }
        for number in numbers { queue.remove(number) }
    }

    private static func isFolder(_ path: String) -> Bool {
        (try? Disk.state(of: path))?.kind == .folder
    }

    /// Watches the roots that exist and are not watched; returns whether there are any.
    private func attachRoots() throws(Errno) -> Bool {
        var isNew = false
        for root in roots where state.withLock({ $0.roots[root.path] }) == nil {
            guard let number = try add(root.path, followsLink: true) else { continue }
            state.withLock { $0.roots[root.path] = number }
            try watchFolders(below: root.path)
            isNew = true
        }
        return isNew
    }

    private func watch(_ path: String) throws(Errno) {
        if try add(path, followsLink: false) != nil { try watchFolders(below: path) }
    }

    /// Lists a folder after it is watched, so that no folder that is created meanwhile is missed.
    private func watchFolders(below path: String) throws(Errno) {
        var open = [path]
        while let path = open.popLast() {
            guard let folder = try? Disk.openFolder(path, followsLink: true),
                let entries = try? Disk.entries(of: folder)
            else { continue }
            for entry in entries where entry.isFolder && !SiteFolder.ignores(entry.name) {
                guard let name = String(validating: entry.name, as: UTF8.self) else { continue }
                let below = FoundFile.display(name, below: path)
                if try add(below, followsLink: false) != nil { open.append(below) }
            }
        }
    }

    /// Nil if the folder is gone, or may not be read: the listing reports that.
    private func add(_ path: String, followsLink: Bool) throws(Errno) -> CInt? {
        do throws(Errno) {
            let number = try queue.add(path, followsLink)
            state.withLock { $0.paths[number] = path }
            return number
        } catch .noSpace {
            throw .noSpace
        } catch {
            return nil
        }
    }
}
