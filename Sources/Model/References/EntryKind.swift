/// The kinds of things that a site is made of.
@usableFromInline package enum EntryKind: UInt8, Sendable, CaseIterable, Hashable {
    case event, party, person, demand, response, threat, statement, moment, source, term, page

    /// The word that messages, references and exports use: `party`.
    package var word: String {
        switch self {
        case .event: "event"
        case .party: "party"
        case .person: "person"
        case .demand: "demand"
        case .response: "response"
        case .threat: "threat"
        case .statement: "statement"
        case .moment: "moment"
        case .source: "source"
        case .term: "term"
        case .page: "page"
        }
    }

    /// The folder that holds entries of this kind, and the field of `event.md` that lists them; nil for events and pages.
    package var folder: String? {
        switch self {
        case .event, .page: nil
        case .party: "parties"
        case .person: "people"
        default: word + "s"
        }
    }

    /// Whether entries of this kind may stand at the top level, shared by all events.
    package var isShareable: Bool {
        switch self {
        case .party, .person, .source, .term: true
        default: false
        }
    }

    /// Whether this is something that somebody did at a date.
    package var isAct: Bool {
        switch self {
        case .demand, .response, .threat, .statement, .moment: true
        default: false
        }
    }

    /// The kind that a link or an `about` item names: `refusal` is written for responses too.
    package init?(referenceWord word: String) {
        guard let kind = EntryKind.kind(named: word, in: EntryKind.words) else { return nil }
        self = kind
    }

    /// The kind whose entries a folder holds; `refusals` holds responses too.
    package init?(folder: String) {
        guard let kind = EntryKind.kind(named: folder, in: EntryKind.folders) else { return nil }
        self = kind
    }

    private typealias Named = (name: String, kind: EntryKind)
    private static let words: [Named] = allCases.map { ($0.word, $0) } + [("refusal", .response)]
    private static let folders: [Named] =
        allCases.compactMap { kind in kind.folder.map { ($0, kind) } } + [("refusals", .response)]

    private static func kind(named name: String, in table: [Named]) -> EntryKind? {
        let length = name.utf8.count
        // Most names differ in length, which is seen sooner than that texts differ.
        return table.first { $0.name.utf8.count == length && $0.name == name }?.kind
    }

    /// What can stand before the colon of a typed link, in the order in which messages list it.
    package static let referenceWords = EntryKind.allCases.map(\.word) + ["refusal"]
}
