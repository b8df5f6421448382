import Building
import Platform
import Reading
import Synchronization

/// Watches folders by listing them again and again: for file systems that report no changes, such as network mounts.
package final class PollingWatcher: Watcher {
    private let roots: [WatchedFolder]
    /// Milliseconds between two listings.
    private let interval: Int
    private let clock: @Sendable () -> Int
    private let known: Mutex<Listing>

    /// The state of every file by its path; nil for a folder that cannot be listed.
    private struct Listing {
        var files: [String: FileIdentity] = [:]
        var missing: Set<String> = []
        /// When the listing began, in nanoseconds since 1970.
        var time = 0
    }

    /// - Parameter clock: that of file time stamps, in nanoseconds since 1970.
    package init(
        _ roots: [WatchedFolder], interval: Int = 500, clock: @escaping @Sendable () -> Int = World.systemTime
    ) {
        self.roots = roots
        self.interval = max(1, interval)
        self.clock = clock
        known = Mutex(PollingWatcher.list(roots, clock))
    }

    package func next(within milliseconds: Int) throws(Errno) -> SourceChanges? {
        var waited = 0
        while waited < milliseconds {
            Disk.pause(milliseconds: interval)
            waited += interval
            let found = PollingWatcher.list(roots, clock)
            let changes = known.withLock { known in
                let changes = PollingWatcher.difference(known, found)
                known = found
                return changes
            }
            if !changes.isEmpty { return changes }
        }
        return nil
    }

    private static func list(_ roots: [WatchedFolder], _ clock: () -> Int) -> Listing {
        var listing = Listing(time: clock())
        for root in roots {
            guard let folder = try? SiteFolder.scan(root: root.path, displayedAs: root.path, with: .live) else {
                listing.missing.insert(root.path)
                continue
            }
            for file in folder.value.documents + folder.value.assets { listing.files[file.displayPath] = file.identity }
        }
        return listing
    }

    /// A file that changed at about the time of the earlier listing counts as changed: its time stamp may be the same
    /// after another change.
    private static func difference(_ earlier: Listing, _ now: Listing) -> SourceChanges {
        var changes = SourceChanges(isStructural: earlier.missing != now.missing)
        let tick = 20_000_000
        for (path, identity) in now.files {
            let isSettled = Int(identity.changed) < earlier.time - tick
            if earlier.files[path] != identity || !isSettled { changes.files.insert(path) }
        }
        changes.files.formUnion(earlier.files.keys.filter { now.files[$0] == nil })
        return changes
    }
}
