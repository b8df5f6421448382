import Synchronization

/// Objects that are in use somewhere, which this list does not keep alive.
struct LiveObjects<Object: AnyObject & Sendable>: ~Copyable, Sendable {
    private let references = Mutex<[ObjectIdentifier: Reference]>([:])

    private struct Reference {
        weak var object: Object?
    }

    /// Those that are still alive. They are let go after the lock, because the end of an object may call `remove`.
    var all: [Object] { references.withLock { $0.values.compactMap(\.object) } }

    func insert(_ object: Object) {
        let id = ObjectIdentifier(object)
        references.withLock { $0[id] = Reference(object: object) }
    }

    /// May be called while the object ends, and more than once.
    func remove(_ object: Object) {
        let id = ObjectIdentifier(object)
        references.withLock { $0[id] = nil }
    }
}
