import Model
import Presenting

/// The members of a record in `event.json`, in order: the fields of the vocabulary, with what is computed beside what was
/// written. `EventExport` writes them, `EventSchema` describes them.
struct EventData: Sendable {
    /// A member of an entry or of the event that is computed.
    struct Computed: Sendable {
        let name: StaticString
        /// The field that it stands behind; nil if it takes the place of the field of its own name.
        let field: String?
        /// What it holds; nil: what the field of its name holds.
        let shape: FieldShape?
        let note: String?
        let isRequired: Bool
        /// From the event and the entry's index in it.
        let value: @Sendable (EventRecord, Site, Int) -> FieldData

        init(
            _ name: StaticString, after field: String? = nil, _ shape: FieldShape? = nil, _ note: String? = nil,
            isRequired: Bool = false, value: @escaping @Sendable (EventRecord, Site, Int) -> FieldData
        ) {
            self.name = name
            self.field = field
            self.shape = shape
            self.note = note
            self.isRequired = isRequired
            self.value = value
        }
    }

    struct Member: Sendable {
        let name: StaticString
        let shape: FieldShape
        let note: String?
        let isRequired: Bool
        /// The index of the field in its declaration, unless the member is computed.
        let field: Int
        let computed: Computed?
    }

    let members: [Member]

    /// - Parameter isEntry: whether the first field is its name, which is written with the id.
    init(_ record: RecordDescription, _ computed: [Computed] = [], isEntry: Bool = false) {
        var members: [Member] = []
        for (index, field) in record.fields.enumerated() {
            guard let name = field.data.name, !(isEntry && index == 0) else { continue }
            let own = computed.first { $0.field == nil && $0.name.description == field.name }
            members.append(
                Member(
                    name: name, shape: own?.shape ?? field.shape, note: own?.note ?? field.data.note,
                    isRequired: own?.isRequired ?? field.isRequired, field: index, computed: own))
            for further in computed where further.field == field.name {
                members.append(
                    Member(
                        name: further.name, shape: further.shape ?? field.shape, note: further.note,
                        isRequired: further.isRequired, field: index, computed: further))
            }
        }
        self.members = members
    }

    static let ofEvent = EventData(EventFields.record.description, computed(.event), isEntry: true)
    /// Those of all kinds of entries.
    static let ofKinds = Dictionary(
        uniqueKeysWithValues: EntryKind.entryTypes.map { ($0.kind, of($0)) })

    private static func of<E: Entry>(_: E.Type) -> EventData {
        EventData(E.Fields.record.description, computed(E.kind), isEntry: true)
    }

    /// What is computed of the entries of a kind.
    static func computed(_ kind: EntryKind) -> [Computed] {
        switch kind {
        case .event: event
        case .demand: demand
        case .threat: [deadlineHasPassed { $0.threats[$1].deadline?.value }]
        case .statement: statement
        default: []
        }
    }

    private static let event: [Computed] = [
        Computed("language", isRequired: true) { record, site, event in .text(site.language(ofEvent: event)) },
        Computed("zone", isRequired: true) { record, _, _ in .text(record.zone.name) },
        Computed("status", isRequired: true) { record, _, _ in .text(record.status.rawValue) },
        Computed("as_of") { record, _, _ in record.date.map(FieldData.date) ?? .absent },
    ]

    private static let demand: [Computed] = [
        Computed("status", isRequired: true) { record, _, index in .text(record.statuses[index].rawValue) },
        Computed(
            "force", after: "status_reason", .words(["ultimatum", "demand"]), isRequired: true
        ) { record, site, index in
            .text(record.isUltimatum(index, in: site) ? "ultimatum" : "demand")
        },
        Computed("deadline", .date(needsClock: false), "The one that holds; absent if there is none or it was lifted.")
        {
            record, site, index in
            site.events[record.event].entries.demands[index].deadline.map { .date($0.value) } ?? .absent
        },
        Computed("deadlines", after: "deadline", nil, "All, if it was moved: the last one counts.") {
            record, site, index in
            let deadlines = site.events[record.event].entries.demands[index].deadlines
            return deadlines.count > 1 || deadlines.first?.isPlain == false ? deadlines.data : .absent
        },
        deadlineHasPassed { $0.demands[$1].deadline?.value },
        Computed("withdrawn", .date(needsClock: false)) { record, site, index in
            site.events[record.event].entries.demands[index].withdrawn.map { .date($0.value) } ?? .absent
        },
        Computed("withdrawal", after: "withdrawn", nil, "With what tells of it.") { record, site, index in
            let withdrawal = site.events[record.event].entries.demands[index].withdrawal
            return withdrawal?.isPlain == false ? withdrawal.data : .absent
        },
        Computed("replaced_by", after: "replaces", .reference([.demand])) { record, _, index in
            record.replacedBy[index].map { .id(AnyHandle(.demand, scope: record.event, index: $0)) } ?? .absent
        },
        Computed("threats", after: "withdrawn", .list(.reference([.threat])), "That hang on it.") { record, _, index in
            .list(record.threats[index].map { .id(AnyHandle(.threat, scope: record.event, index: $0)) })
        },
        Computed(
            "responses", after: "withdrawn", .list(.reference([.response])), "All answers to it, by date."
        ) { record, _, index in
            .list(record.responses[index].map { .id(AnyHandle(.response, scope: record.event, index: $0)) })
        },
    ]

    private static let statement: [Computed] = [
        Computed("for") { record, _, index in
            // Of several speakers who spoke for several parties, each of the speakers tells.
            let parties = record.parties(ofStatement: index)
            return parties.count == 1 ? .id(AnyHandle(parties[0])) : .absent
        },
        Computed("as") { record, _, index in
            let speakings = record.speakings[index]
            return speakings.count == 1 ? speakings[0].role.map(FieldData.text) ?? .absent : .absent
        },
    ]

    private static func deadlineHasPassed(_ deadline: @escaping @Sendable (Entries, Int) -> EventDate?) -> Computed {
        Computed(
            "deadline_has_passed", after: "deadline", .truth,
            "Whether it has passed for certain at the record's date."
        ) { record, site, index in
            deadline(site.events[record.event].entries, index).map { .truth(record.hasPassed($0)) } ?? .absent
        }
    }
}

extension FieldShape {
    /// One of some words that need no explanation.
    fileprivate static func words(_ words: [String]) -> FieldShape { .choice(words.map { ListedValue(name: $0) }) }
}
