extension AnyHandle {
    @inlinable
    package init<Target: StoredEntry>(_ handle: Handle<Target>) {
        self.init(Target.kind, scope: Int(handle.scope), index: Int(handle.index))
    }

    /// The handle typed, where the kind fits.
    @inlinable
    package func typed<Target: StoredEntry>(_: Target.Type = Target.self) -> Handle<Target>? {
        kind == Target.kind ? Handle(scope: Int(scope), index: Int(index)) : nil
    }
}
