import Diagnostics

/// Where an entry is kept: in one event's lists, or in those shared by all events.
///
/// Two small numbers, so that references can be copied and compared at no cost.
@usableFromInline package struct Handle<Target>: Hashable, Comparable, Sendable {
    /// Index of the event that owns the entry; −1 for what all events share.
    @usableFromInline package let scope: Int32
    /// Index in that scope's list of the kind.
    @usableFromInline package let index: Int32

    @inlinable
    package init(scope: Int, index: Int) {
        self.scope = Int32(scope)
        self.index = Int32(index)
    }

    @inlinable package var isShared: Bool { scope < 0 }

    @inlinable
    package static func == (left: Self, right: Self) -> Bool {
        left.scope == right.scope && left.index == right.index
    }

    @inlinable
    package func hash(into hasher: inout Hasher) {
        hasher.combine(UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(UInt32(bitPattern: index)))
    }

    @inlinable
    package static func < (left: Self, right: Self) -> Bool { (left.scope, left.index) < (right.scope, right.index) }
}

/// A handle of any kind.
@usableFromInline package struct AnyHandle: Hashable, Sendable {
    @usableFromInline package let kind: EntryKind
    @usableFromInline package let scope: Int32
    @usableFromInline package let index: Int32

    @inlinable
    package init(_ kind: EntryKind, scope: Int, index: Int) {
        self.kind = kind
        self.scope = Int32(scope)
        self.index = Int32(index)
    }

    @inlinable
    package static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.scope == right.scope && left.index == right.index
    }

    @inlinable
    package func hash(into hasher: inout Hasher) {
        hasher.combine(UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(UInt32(bitPattern: index)))
        hasher.combine(kind)
    }

    /// The event that it is, or belongs to; nil for what is shared and for pages outside events.
    package var event: Int? { kind == .event ? Int(index) : scope < 0 ? nil : Int(scope) }
}

/// What a written reference turned out to name.
@usableFromInline package enum Resolution<Target: Hashable & Sendable>: Hashable, Sendable {
    /// Nothing of that kind and id (or not looked up yet).
    case unresolved
    /// An entry that this build leaves out.
    case withheld
    case found(Target)

    @inlinable @inline(__always) package var found: Target? {
        if case .found(let target) = self { target } else { nil }
    }
}

/// An id as a writer wrote it in a field, and what it names.
@usableFromInline package struct Reference<Target>: Sendable {
    /// The id, with the event before a slash where one was written: `all-lawful-uses`, `port-strike/pay-rise`.
    package let text: String
    package let range: TextRange
    @usableFromInline package var resolution: Resolution<Handle<Target>> = .unresolved

    package init(_ located: Located<String>) {
        self.text = located.value
        self.range = located.range
    }

    @inlinable @inline(__always) package var target: Handle<Target>? { resolution.found }
}

extension Array {
    /// What they name; those that name nothing are passed over.
    @inlinable @inline(__always)
    package func targets<Target>() -> [Handle<Target>] where Element == Reference<Target> { compactMap { $0.target } }
}

/// A reference that names its kind too: `demand:all-lawful-uses`.
@usableFromInline package struct AnyReference: Sendable {
    /// As written, kind included.
    package let text: String
    package let range: TextRange
    /// The kind before the colon; nil where it is not one.
    package let kind: EntryKind?
    /// What stands behind the colon.
    package let id: String
    @usableFromInline package var resolution: Resolution<AnyHandle> = .unresolved

    package init(_ located: Located<String>) {
        text = located.value
        range = located.range
        if let colon = located.value.utf8.firstIndex(of: UInt8(ascii: ":")) {
            kind = EntryKind(referenceWord: String(located.value[..<colon]))
            id = String(located.value[located.value.utf8.index(after: colon)...])
        } else {
            kind = nil
            id = located.value
        }
    }

    package init(kind: EntryKind?, id: String, text: String, range: TextRange) {
        self.kind = kind
        self.id = id
        self.text = text
        self.range = range
    }

    @inlinable package var target: AnyHandle? { resolution.found }
}
