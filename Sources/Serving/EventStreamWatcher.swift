#if os(macOS)
    import Building
    import CoreServices
    import Dispatch
    import Platform
    import Reading
    import Synchronization

    /// Watches folders with FSEvents, which reports changes below a folder by path.
    package final class EventStreamWatcher: Watcher {
        private let box: EventBox
        private let stream: FSEventStreamRef

        /// Nil if the system starts no stream.
        package init?(_ roots: [WatchedFolder]) {
            // FSEvents reports real paths; messages show those of the roots.
            let box = EventBox(
                roots: roots.compactMap { root in
                    (try? Disk.realPath(of: root.path)).map { (real: $0, shown: root.path) }
                })
            self.box = box
            var context = FSEventStreamContext(
                version: 0, info: Unmanaged.passUnretained(box).toOpaque(), retain: nil, release: nil,
                copyDescription: nil)
            let flags = kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagUseCFTypes
            guard
                let stream = FSEventStreamCreate(
                    nil,
                    { _, info, _, paths, _, _ in
                        guard let info else { return }
                        let box = Unmanaged<EventBox>.fromOpaque(info).takeUnretainedValue()
                        let paths = Unmanaged<CFArray>.fromOpaque(paths).takeUnretainedValue() as? [String]
                        box.add(paths ?? [])
                    }, &context, box.roots.map(\.real) as CFArray, FSEventStreamEventId(kFSEventStreamEventIdSinceNow),
                    0.005, FSEventStreamCreateFlags(flags))
            else { return nil }
            self.stream = stream
            FSEventStreamSetDispatchQueue(stream, DispatchQueue(label: "explainer.watch"))
            guard FSEventStreamStart(stream) else { return nil }
        }

        deinit {
            FSEventStreamStop(stream)
            FSEventStreamInvalidate(stream)
            FSEventStreamRelease(stream)
        }

        package func next(within milliseconds: Int) throws(Errno) -> SourceChanges? { box.take(within: milliseconds) }
    }

    /// The changes that were reported and not yet taken.
    private final class EventBox: Sendable {
        let roots: [(real: String, shown: String)]
        private let changes = Mutex(SourceChanges())
        private let signal = DispatchSemaphore(value: 0)

        init(roots: [(real: String, shown: String)]) { self.roots = roots }

        func add(_ paths: [String]) {
            changes.withLock { changes in
                for path in paths {
                    guard let root = roots.first(where: { path.hasPrefix($0.real + "/") }) else {
                        changes.add(.everything)
                        continue
                    }
                    // A folder may stand for all that is below it.
                    changes.add(
                        SourceChanges(
                            files: [root.shown + path.dropFirst(root.real.count)], isStructural: !path.hasSuffix(".md"))
                    )
                }
            }
            signal.signal()
        }

        func take(within milliseconds: Int) -> SourceChanges? {
            guard signal.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
            return changes.withLock { changes in
                let taken = changes
                changes = SourceChanges()
                return taken.isEmpty ? nil : taken
            }
        }
    }
#endif
