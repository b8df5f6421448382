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

    /// The kind that a link or an `about` item names: `refusal` is written for responses too, `offer` for demands.
    package init?(referenceWord word: String) {
        let length = word.utf8.count
        // Most words differ in length, which is seen sooner than that texts differ.
        guard let found = Self.words.first(where: { $0.word.utf8.count == length && $0.word == word }) else {
            return nil
        }
        self = found.kind
    }

    private static let words: [(word: String, kind: EntryKind)] =
        allCases.map { ($0.word, $0) } + [EntryFolder.refusals, .offers].map { ($0.word, $0.kind) }

    /// What can stand before the colon of a typed link, in the order in which messages list it.
    package static let referenceWords = words.map(\.word)
}
