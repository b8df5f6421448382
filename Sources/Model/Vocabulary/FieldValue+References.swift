import Diagnostics
import Reading

/// A reference that a field makes, of whatever kind, for walks over all of them.
@usableFromInline package struct FieldReference: Sendable {
    /// As written, with its kind if it has one.
    package let text: String
    /// What names the entry: the text, without its kind.
    package let id: String
    package let range: TextRange
    /// The kinds that it may name, in the order in which they are looked up; of a reference with its kind that kind, or
    /// none if the word before the colon is not a kind.
    package let kinds: [EntryKind]
    /// Of one that is written with its kind (`demand:pay-rise`) the kinds that its field takes; else nil.
    package let allowed: [EntryKind]?
    package let resolution: Resolution<AnyHandle>
}

extension Resolution {
    fileprivate func map<Other>(_ transform: (Target) -> Other) -> Resolution<Other> {
        switch self {
        case .unresolved: .unresolved
        case .withheld: .withheld
        case .found(let target): .found(transform(target))
        }
    }
}

extension Reference: FieldValue where Target: Entry {
    package static var absent: Self { Reference(Located.absent) }
    package static var holdsReferences: Bool { true }
    package static func shape(_ form: TextForm) -> FieldShape { .reference([Target.kind]) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        fields.text(of: node, field.name).map(Self.init)
    }

    package var data: FieldData { resolution.found.map { .id(AnyHandle($0)) } ?? .absent }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        visit(
            FieldReference(
                text: text, id: text, range: range, kinds: Target.kind.alone, allowed: nil,
                resolution: resolution.map { AnyHandle($0) }))
    }

    package mutating func resolve(by resolver: inout ReferenceResolver) {
        resolution = resolver.find(Target.kind, text).map {
            Handle(scope: Int($0.scope), index: Int($0.index))
        }
    }
}

/// A reference that is written with its kind, in a field that takes some kinds.
package protocol TypedReference: FieldValue {
    var reference: AnyReference { get set }
    static var allowed: [EntryKind] { get }
    init(_ reference: AnyReference)
}

extension TypedReference {
    package var target: AnyHandle? { reference.target }

    package static var absent: Self { Self(AnyReference(Located.absent)) }
    package static var holdsReferences: Bool { true }
    package static func shape(_ form: TextForm) -> FieldShape { .typedReference(allowed) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        fields.text(of: node, field.name).map { Self(AnyReference($0)) }
    }

    package var data: FieldData { reference.target.map { .entry($0) } ?? .absent }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        visit(
            FieldReference(
                text: reference.text, id: reference.id, range: reference.range, kinds: reference.kind?.alone ?? [],
                allowed: Self.allowed, resolution: reference.resolution))
    }

    package mutating func resolve(by resolver: inout ReferenceResolver) {
        if let kind = reference.kind { reference.resolution = resolver.find(kind, reference.id) }
    }
}

extension Array where Element: TypedReference {
    /// What they name; those that name nothing are passed over.
    package func targets() -> [AnyHandle] { compactMap { $0.target } }
}

/// What an entry is about: an act.
package struct ActReference: TypedReference {
    package var reference: AnyReference
    package static let allowed = EntryKind.allCases.filter(\.isAct)

    package init(_ reference: AnyReference) { self.reference = reference }
}

/// Who tells what happened.
package struct WitnessReference: TypedReference {
    package var reference: AnyReference
    package static let allowed: [EntryKind] = [.party, .person, .source]

    package init(_ reference: AnyReference) { self.reference = reference }
}

/// The speaker as written: an id that may name a person or a party, looked up among people first; or that the name is
/// kept back.
package struct SpeakerReference: FieldValue {
    package var person: Reference<Person>
    package var party: Reference<Party>
    private static let kinds: [EntryKind] = [.person, .party]

    package init(_ located: Located<String>) {
        person = Reference(located)
        party = Reference(located)
    }

    package var range: TextRange { person.range }
    package var text: String { person.text }

    /// What is written for a speaker whose name is kept back.
    static let unnamed = "unnamed"
    package var isUnnamed: Bool { text == Self.unnamed }

    package var target: Statement.Speaker? {
        if let found = person.target { return .person(found) }
        return party.target.map(Statement.Speaker.party)
    }

    package var isWithheld: Bool { target == nil && (person.resolution == .withheld || party.resolution == .withheld) }

    private var resolution: Resolution<AnyHandle> {
        switch target {
        case .person(let person): .found(AnyHandle(person))
        case .party(let party): .found(AnyHandle(party))
        case nil: isWithheld ? .withheld : .unresolved
        }
    }

    package static var absent: SpeakerReference { SpeakerReference(.absent) }
    package static var holdsReferences: Bool { true }
    package static func shape(_ form: TextForm) -> FieldShape { .reference(kinds) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> SpeakerReference? {
        fields.text(of: node, field.name).map(SpeakerReference.init)
    }

    package var data: FieldData { resolution.found.map { .entry($0) } ?? .absent }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        if isUnnamed { return }
        visit(
            FieldReference(
                text: text, id: text, range: range, kinds: Self.kinds, allowed: nil, resolution: resolution))
    }

    package mutating func resolve(by resolver: inout ReferenceResolver) {
        if isUnnamed { return }
        person.resolve(by: &resolver)
        party.resolve(by: &resolver)
    }
}
