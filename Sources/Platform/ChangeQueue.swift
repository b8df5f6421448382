import CPlatform

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The kernel's queue of changes in watched folders: inotify(7). A folder is watched without those below it.
///
/// A value of closures, so that a test can run out of watches.
package struct ChangeQueue: Sendable {
    /// One change, as the kernel reports it.
    package struct Change: Sendable {
        /// The number that `add` returned; -1 for an overflow.
        package let folder: CInt
        /// The entry of the folder; empty if the change is of the folder itself.
        package let name: [UInt8]
        /// Whether changes were lost because the queue was full.
        package var isOverflow = false
        /// Whether the entry is a folder.
        package var isFolder = false
        /// Whether the watched folder was deleted, moved or unmounted.
        package var isEnd = false
        /// Whether the folder is no longer watched, so that its number may be given to another.
        package var isForgotten = false
        /// Whether a name was removed.
        package var isRemoval = false
        /// Whether a name was added or removed.
        package var isStructural = false

        package init(folder: CInt, name: [UInt8]) {
            self.folder = folder
            self.name = name
        }
    }

    /// Watches a folder and returns its number; the same folder has the same number again.
    package var add: @Sendable (_ path: String, _ followsLink: Bool) throws(Errno) -> CInt
    package var remove: @Sendable (_ folder: CInt) -> Void
    /// Waits for changes; empty after so many milliseconds. -1 waits for ever.
    package var next: @Sendable (_ milliseconds: Int) throws(Errno) -> [Change]

    package init(
        add: @escaping @Sendable (_ path: String, _ followsLink: Bool) throws(Errno) -> CInt,
        remove: @escaping @Sendable (_ folder: CInt) -> Void,
        next: @escaping @Sendable (_ milliseconds: Int) throws(Errno) -> [Change]
    ) {
        self.add = add
        self.remove = remove
        self.next = next
    }

    /// Opens a queue of the kernel's; one serves a whole process. `.tooManyOpenFiles` if the user has too many.
    package static func open() throws(Errno) -> ChangeQueue {
        let queue = Disk.Descriptor(try Disk.call { watch_calls_open() })
        return ChangeQueue(
            add: { path, followsLink throws(Errno) in
                try Disk.call { watch_calls_add(queue.number, path, followsLink ? 1 : 0) }
            },
            remove: { watch_calls_remove(queue.number, $0) },
            next: { milliseconds throws(Errno) in
                let found = watch_calls_wait(queue.number, CInt(clamping: milliseconds))
                if found < 0 { if errno == EINTR { return [] } else { throw .last } }
                return found == 0 ? [] : changes(in: try Disk.available(queue))
            })
    }

    /// Reads `struct inotify_event` one after the other: the folder's number, the mask, a cookie, the length of the name
    /// with its zero bytes, and the name.
    static func changes(in bytes: [UInt8]) -> [Change] {
        func number(at place: Int) -> UInt32 {
            let parts = (0..<4).map { UInt32(bytes[place + $0]) }
            #if _endian(little)
                return parts[0] | parts[1] << 8 | parts[2] << 16 | parts[3] << 24
            #else
                return parts[3] | parts[2] << 8 | parts[1] << 16 | parts[0] << 24
            #endif
        }
        var changes: [Change] = []
        var place = 0
        while place + 16 <= bytes.count {
            let mask = number(at: place + 4)
            let start = place + 16
            let end = min(start + Int(number(at: place + 12)), bytes.count)
            var change = Change(
                folder: CInt(truncatingIfNeeded: number(at: place)), name: Array(bytes[start..<end].prefix { $0 != 0 }))
            change.isOverflow = watch_calls_is_overflow(mask) != 0
            change.isFolder = watch_calls_is_folder(mask) != 0
            change.isEnd = watch_calls_is_end(mask) != 0
            change.isForgotten = watch_calls_is_forgotten(mask) != 0
            change.isRemoval = watch_calls_is_removal(mask) != 0
            change.isStructural = watch_calls_is_structural(mask) != 0
            changes.append(change)
            place = end
        }
        return changes
    }
}
