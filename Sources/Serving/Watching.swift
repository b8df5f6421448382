import Building
import Platform

/// Chooses how the folders are watched: by the system's events, or by listing them if the system has none.
///
/// - Parameters:
///   - polls: whether to list the folders without trying events.
///   - open: opens the kernel's queue of changes.
///   - say: receives a sentence if listing is a fallback.
package func makeWatcher(
    of roots: [WatchedFolder], polls: Bool, open: () throws(Errno) -> ChangeQueue = ChangeQueue.open,
    say: (String) -> Void
) -> any Watcher {
    if polls { return PollingWatcher(roots) }
    #if os(macOS)
        if let watcher = EventStreamWatcher(roots) { return watcher }
        say("The system reports no changes of files.")
        return PollingWatcher(roots)
    #else
        do throws(Errno) {
            return try QueueWatcher(roots, try open())
        } catch {
            say(fallbackReason(error))
            return PollingWatcher(roots)
        }
    #endif
}

/// Why folders are listed instead of watched, and what to do about it.
func fallbackReason(_ error: Errno) -> String {
    func setting(_ name: String) -> String {
        let path = "/proc/sys/fs/inotify/" + name
        let bytes = (try? Disk.openFile(path)).flatMap { try? Disk.contents(of: $0) } ?? []
        let value = String(decoding: bytes, as: UTF8.self).filter(\.isNumber)
        let now = value.isEmpty ? "" : " (now \(value))"
        return "To raise it\(now): sudo sysctl fs.inotify.\(name)=\((Int(value) ?? 8192) * 4)"
    }
    switch error {
    case .noSpace:
        return
            "More folders than this user may watch: they are listed every half second. \(setting("max_user_watches"))"
    case .tooManyOpenFiles, .tooManyOpenFilesInSystem:
        return
            "No more queues of changes for this user: folders are listed every half second. \(setting("max_user_instances"))"
    default: return "Folders cannot be watched (\(error)): they are listed every half second."
    }
}
