import Model

// The model's own accessors are generic and live in another module, where the compiler does not specialise them for
// each kind of entry; these do the same, and cost nothing.

extension Reference {
    /// The entry named, where it is published.
    var found: Handle<Target>? {
        if case .found(let handle) = resolution { handle } else { nil }
    }
}

extension Reference where Target: Entry {
    /// The same for entries of any kind.
    var handle: AnyHandle? {
        if case .found(let handle) = resolution { AnyHandle(of: handle) } else { nil }
    }
}

extension AnyReference {
    var found: AnyHandle? {
        if case .found(let handle) = resolution { handle } else { nil }
    }
}

extension AnyHandle {
    init<Target: Entry>(of handle: Handle<Target>) {
        self.init(Target.kind, scope: Int(handle.scope), index: Int(handle.index))
    }
}
