import Diagnostics
import Reading

/// What an entry is stored as, whatever its kind; of `Entry` the part that other modules inline.
///
/// Entries are classes, though nothing about one ever changes: a page asks for the same few entries hundreds of times,
/// and each time one reference is counted instead of the dozens that an entry holds.
/// The fields are read as if they were the entry's own: `demand.title`.
@dynamicMemberLookup
@usableFromInline package protocol StoredEntry: AnyObject, Sendable {
    associatedtype Fields: Sendable
    static var kind: EntryKind { get }
    /// The entry's list among those of all kinds.
    static var list: WritableKeyPath<Entries, [Self]> { get }
    var head: EntryHead { get }
    var fields: Fields { get }
}

extension StoredEntry {
    @inlinable @inline(__always)
    package subscript<Value>(dynamicMember path: KeyPath<Fields, Value>) -> Value { fields[keyPath: path] }

    package var id: String { head.id }
    package var kind: EntryKind { Self.kind }
}

/// An entry of one of the kinds that an event is made of: what every entry has, and the fields of its kind.
///
/// What every kind does in the same way is declared here as well as extended below, so that each kind gets code of its
/// own: code for any kind copies all fields to read one.
package protocol Entry: StoredEntry where Fields: EntryFields {
    init(head: EntryHead, fields: Fields)

    /// What lists, links and messages call it.
    var displayName: String { get }
    /// The date at which it became known; nil if it has none.
    var knownSince: EventDate? { get }
    /// Lets a visitor see every reference of the entry's fields, those of its head last.
    func visitReferences(_ visit: (FieldReference) -> Void)
    /// Lets a visitor see every Markdown text of the entry, its body first.
    func visitProse(_ visit: (Prose) -> Void)
    /// The entries of the kind.
    static func list(in entries: Entries) -> [Self]
    /// Calls a function with every entry of the kind and its index.
    static func forEach(in entries: Entries, _ body: (any Entry, Int) -> Void)
}

/// The fields of a kind of entries. The first one declared is the entry's name.
package protocol EntryFields: Record {
    /// What lists, links and messages call it.
    var displayName: String { get }
    /// The date at which it became known; nil if it has none (parties, people, terms).
    var knownSince: EventDate? { get }
}

extension EntryFields {
    package var knownSince: EventDate? { nil }
}

extension Entry {
    package var displayName: String { fields.displayName }
    package var knownSince: EventDate? { fields.knownSince }

    package static func list(in entries: Entries) -> [Self] { entries[keyPath: list] }

    package static func forEach(in entries: Entries, _ body: (any Entry, Int) -> Void) {
        let list = list(in: entries)
        for index in list.indices { body(list[index], index) }
    }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        fields.visitReferences(visit)
        head.fields.visitReferences(visit)
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        fields.visitProse(visit)
    }

    /// Lets a visitor see the references of the fields of its own kind.
    package func visitFieldReferences(_ visit: (FieldReference) -> Void) { fields.visitReferences(visit) }

    /// The references that it cannot be told without, a list a field; the field's name with each.
    func neededReferences() -> [(field: String, references: [FieldReference])] {
        Fields.record.needed.map { field in
            var references: [FieldReference] = []
            field.visitReferences?(fields) { references.append($0) }
            return (field.description.name, references)
        }
    }

    /// The same entry with its references looked up.
    func resolved(by resolver: inout ReferenceResolver) -> Self {
        let head = head.resolved(by: &resolver)
        if head === self.head, Fields.record.referring.isEmpty { return self }
        var fields = fields
        fields.resolve(by: &resolver)
        return Self(head: head, fields: fields)
    }

    /// The same entry without what it tells of a time after a moment.
    ///
    /// - Parameter hasLater: whether entries of a later time are left out, which words without a date may tell of.
    func forgetting(after limit: AsOfLimit, hasLater: Bool) -> Self {
        var fields = fields
        fields.forget(after: limit)
        if hasLater { _ = fields.forgetEnd() }
        return Self(head: head.forgetting(after: limit), fields: fields)
    }
}

extension EntryKind {
    /// The types of entries, in the order in which walks visit them.
    package static let entryTypes: [any Entry.Type] = [
        Party.self, Person.self, Demand.self, Response.self, Threat.self, Statement.self, Moment.self, Source.self,
        Term.self,
    ]

    private static let types: [(any Entry.Type)?] = allCases.map { kind in entryTypes.first { $0.kind == kind } }

    /// The type of the kind's entries; nil for events and pages.
    package var entryType: (any Entry.Type)? { EntryKind.types[Int(rawValue)] }

    private static let lists = allCases.map { [$0] }
    /// A list of this kind only.
    var alone: [EntryKind] { EntryKind.lists[Int(rawValue)] }
}

/// All entries of one event, or those that all events share, each kind in the order of their ids.
@usableFromInline package struct Entries: Sendable {
    @usableFromInline package var parties: [Party] = []
    @usableFromInline package var people: [Person] = []
    @usableFromInline package var demands: [Demand] = []
    @usableFromInline package var responses: [Response] = []
    @usableFromInline package var threats: [Threat] = []
    @usableFromInline package var statements: [Statement] = []
    @usableFromInline package var moments: [Moment] = []
    @usableFromInline package var sources: [Source] = []
    @usableFromInline package var terms: [Term] = []

    package init() {}

    /// Calls a function with every entry and its index in the list of its kind, kind by kind.
    package func forEach(_ body: (any Entry, Int) -> Void) {
        for type in EntryKind.entryTypes { type.forEach(in: self, body) }
    }

    /// The entries of a kind, in the order of their ids; none of events and pages.
    package func list(of kind: EntryKind) -> [any Entry] {
        func list<E: Entry>(_: E.Type) -> [any Entry] { E.list(in: self) }
        return kind.entryType.map { list($0) } ?? []
    }

    /// How many there are, of all kinds.
    var count: Int {
        func count<E: Entry>(_: E.Type) -> Int { E.list(in: self).count }
        return EntryKind.entryTypes.reduce(0) { $0 + count($1) }
    }

    mutating func append<E: Entry>(_ entry: E) { self[keyPath: E.list].append(entry) }

    mutating func sortByID() {
        func sort<E: Entry>(_: E.Type, _ entries: inout Entries) {
            entries[keyPath: E.list].sort { ($0.head.id, $0.head.path) < ($1.head.id, $1.head.path) }
        }
        for type in EntryKind.entryTypes { sort(type, &self) }
    }

    mutating func resolve(by resolver: inout ReferenceResolver) {
        func resolve<E: Entry>(_: E.Type, _ entries: inout Entries, _ resolver: inout ReferenceResolver) {
            entries[keyPath: E.list] = entries[keyPath: E.list].map { $0.resolved(by: &resolver) }
        }
        for type in EntryKind.entryTypes { resolve(type, &self, &resolver) }
    }

    mutating func forget(after limit: AsOfLimit, hasLater: Bool) {
        func forget<E: Entry>(_: E.Type, _ entries: inout Entries) {
            entries[keyPath: E.list] = entries[keyPath: E.list].map {
                $0.forgetting(after: limit, hasLater: hasLater)
            }
        }
        for type in EntryKind.entryTypes { forget(type, &self) }
    }

    /// Changes the heads of all entries.
    mutating func mapHeads(_ transform: (EntryKind, EntryHead) -> EntryHead) {
        func map<E: Entry>(_: E.Type, _ entries: inout Entries) {
            entries[keyPath: E.list] = entries[keyPath: E.list].map { entry in
                let head = transform(E.kind, entry.head)
                return head === entry.head ? entry : E(head: head, fields: entry.fields)
            }
        }
        for type in EntryKind.entryTypes { map(type, &self) }
    }
}
