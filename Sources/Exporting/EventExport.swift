import Bytes
import Diagnostics
import Model
import Presenting
import Reading

/// `event.json`: everything that is known of one event, for programs. `event.schema.json` describes it.
///
/// Fields are those of the vocabulary, with what is computed beside what was written; what an entry does not say is not
/// there. References are ids of entries in this file; an entry of another event is `event/id` and is not in it.
/// Addresses are relative to the file. Prose is plain text.
struct EventExport: ~Copyable {
    /// The version of the format: a new one where a field goes or changes its meaning, not where one is added.
    static let version = 1

    let context: ExportContext
    let record: EventRecord
    let event: Event
    /// From the site's root.
    let path: String
    /// What the event uses of what all events share.
    let used: UsedEntries
    /// The event's top level, its lists and their entries stand on lines of their own.
    var json = JSONWriter(capacity: 65_536, brokenLevels: 2)
    private var addresses: AddressWriter
    private var plain = ProseText()
    /// Where a date is put together.
    private var dateText = ByteBuffer()

    /// - Parameter path: where the file is written, if not at its path of today.
    init(_ context: ExportContext, event: Int, path: String? = nil) {
        self.context = context
        record = context.records[event]
        self.event = context.site.events[event]
        let today = context.plan.route(to: ExportType.eventData.kind, scope: event)?.path
        self.path = path ?? today ?? ""
        used = UsedEntries(context.site, event: event)
        addresses = AddressWriter(context, page: self.path, isAbsolute: false)
    }

    var site: Site { context.site }
    var scope: Int { record.event }

    mutating func write(_ timeline: [TimelineItem]) -> [UInt8] {
        json.openObject()
        json.member(
            "$schema", context.plan.route(to: ExportType.eventSchema.kind).map { relativeLink(to: $0, from: path) })
        json.member("version", EventExport.version)
        writeEvent()
        writeEntries()
        writeAnswerSheet()
        writeTimeline(timeline)
        json.closeObject()
        json.raw("\n")
        return json.bytes
    }

    private mutating func writeEvent() {
        let event = event
        json.member("id", eventID)
        json.member("title", event.title.value)
        json.member("summary", event.head.summary?.value)
        json.member("state", context.stateText(ofEvent: scope))
        page(of: AnyHandle(.event, scope: -1, index: scope))
        members(
            of: event.fields, EventData.ofEvent,
            AnyHandle(.event, scope: scope, index: scope))
        common(event.head, scope: scope, event.visitProse)
    }

    // MARK: - Entries

    /// The lists of all kinds: the event's own entries, then what it uses of others.
    private mutating func writeEntries() {
        for type in EntryKind.entryTypes { writeList(type) }
    }

    private mutating func writeList<E: Entry>(_: E.Type) {
        let data = EventData.ofKinds[E.kind] ?? EventData(E.Fields.record.description)
        let name = E.Fields.record.description.fields[0].data.name ?? "title"
        let own = event.entries[keyPath: E.list].indices
        let order = E.kind == .demand ? record.demandOrder : Array(own)
        json.key(E.kind.folder ?? "")
        json.openArray()
        for index in order { write(E.self, AnyHandle(E.kind, scope: scope, index: index), name, data) }
        for handle in used.of(E.kind) { write(E.self, handle, name, data) }
        json.closeArray()
    }

    private mutating func write<E: Entry>(
        _: E.Type, _ handle: AnyHandle, _ name: StaticString, _ data: EventData
    ) {
        let entry: E = site[Handle(scope: Int(handle.scope), index: Int(handle.index))]
        json.openObject()
        json.member("id", id(handle))
        json.member(name, context.name(of: handle))
        page(of: handle)
        if handle.scope < 0 { json.member("is_shared", true) }
        json.member("summary", entry.head.summary?.value)
        members(of: entry.fields, data, handle)
        common(entry.head, scope: Int(handle.scope), entry.visitProse)
        json.closeObject()
    }

    /// The fields of a kind, with what is computed.
    private mutating func members<Fields: Record>(
        of fields: Fields, _ data: EventData, _ handle: AnyHandle
    ) {
        let declared = Fields.record.fields
        for member in data.members {
            let value =
                if let computed = member.computed {
                    computed.value(record, site, Int(handle.index))
                } else {
                    declared[member.field].data(fields)
                }
            write(member.name, value, scope: Int(handle.scope), isRequired: member.isRequired)
        }
    }

    /// Body, sources, corrections: what stands behind the entry's own fields.
    private mutating func common(_ head: EntryHead, scope: Int, _ visitProse: ((Prose) -> Void) -> Void) {
        prose("body", head.body, scope: scope, isRequired: false)
        for field in HeadFields.record.fields where !field.traits.contains(.comesFirst) {
            guard let name = field.description.data.name else { continue }
            write(name, field.data(head.fields), scope: scope, isRequired: field.description.isRequired)
            if field.description.name == "sources" {
                write("cites", .list(cited(scope, visitProse)), scope: scope, isRequired: false)
            }
        }
    }

    /// Sources that prose cites, each once, in the order of the prose.
    private func cited(_ scope: Int, _ visitProse: ((Prose) -> Void) -> Void) -> [FieldData] {
        let index = site.index
        var sources: [FieldData] = []
        var seen: Set<AnyHandle> = []
        visitProse { prose in
            for citation in prose.citations {
                guard let source = index.find(.source, citation.id, from: scope).found else { continue }
                if seen.insert(source).inserted { sources.append(.id(source)) }
            }
        }
        return sources
    }

    // MARK: - Values

    /// An entry's id in this file.
    func id(_ handle: AnyHandle) -> String {
        let own = site.id(of: handle)
        guard handle.kind != .event, handle.scope >= 0, Int(handle.scope) != scope else { return own }
        return site.events[Int(handle.scope)].folder + "/" + own
    }

    private mutating func page(of handle: AnyHandle) {
        addresses.composePage(of: handle)
        json.member("page", plain: addresses.bytes)
    }

    /// A member; nothing if the value is absent.
    private mutating func write(_ name: StaticString, _ value: FieldData, scope: Int, isRequired: Bool) {
        switch value {
        case .prose(let text): prose(name, text, scope: scope, isRequired: isRequired)
        default:
            if value.isAbsent { return }
            json.key(name)
            write(value, scope: scope)
        }
    }

    private mutating func write(_ value: FieldData, scope: Int) {
        switch value {
        case .absent: json.null()
        case .text(let text): json.string(text)
        case .truth(let truth): json.bool(truth)
        case .date(let date): write(date)
        case .prose(let prose):
            plain.reset()
            context.add(prose, scope: scope, to: &plain)
            plain.bytes.withSpan { json.string(utf8: $0) }
        case .id(let handle): json.string(id(handle))
        case .entry(let handle): entry(handle)
        case .record(let members):
            json.openObject()
            for (field, value) in members {
                if let name = field.data.name { write(name, value, scope: scope, isRequired: field.isRequired) }
            }
            json.closeObject()
        case .list(let items):
            json.openArray()
            for item in items where !item.isAbsent { write(item, scope: scope) }
            json.closeArray()
        case .tree(let node): write(node)
        }
    }

    /// Data of the writer's own: texts, but for plain `true` and `false`.
    private mutating func write(_ node: YAMLNode) {
        switch node.kind {
        case .scalar("true", isPlain: true): json.bool(true)
        case .scalar("false", isPlain: true): json.bool(false)
        case .scalar(let text, _): json.string(text)
        case .sequence(let items):
            json.openArray()
            for item in items { write(item) }
            json.closeArray()
        case .mapping(let entries):
            json.openObject()
            for entry in entries {
                json.key(entry.key.value)
                write(entry.value)
            }
            json.closeObject()
        }
    }

    /// Prose as plain text; nothing if there is none, unless the field must be there.
    private mutating func prose(_ name: StaticString, _ prose: Prose?, scope: Int, isRequired: Bool) {
        plain.reset()
        if let prose { context.add(prose, scope: scope, to: &plain) }
        guard isRequired || !plain.isEmpty else { return }
        json.key(name)
        plain.bytes.withSpan { json.string(utf8: $0) }
    }

    private mutating func entry(_ handle: AnyHandle) {
        json.openObject()
        json.member("kind", handle.kind.word)
        json.member("id", handle.kind == .event && Int(handle.index) == scope ? eventID : id(handle))
        json.closeObject()
    }

    private var eventID: String { event.folder.isEmpty ? event.head.id : event.folder }

    /// A date as EDTF, its bounds (days, or instants in UTC where it has a clock time; none where it is open), and words.
    private mutating func write(_ date: EventDate) {
        json.openObject()
        dateText.removeAll()
        date.appendEDTF(to: &dateText)
        json.member("edtf", plain: dateText)
        if !date.isOpenAtStart { bound("earliest", date.first, isLast: false) }
        if !date.isOpenAtEnd { bound("latest", date.last, isLast: true) }
        json.member("words", date.words(in: record.zone, language: context.words.dates))
        json.closeObject()
    }

    private mutating func bound(_ name: StaticString, _ point: DatePoint, isLast: Bool) {
        dateText.removeAll()
        if point.hasClock {
            MachineDate.append(instant: point.instant, to: &dateText)
        } else {
            MachineDate.append(isLast ? point.lastDay : point.firstDay, to: &dateText)
        }
        json.member(name, plain: dateText)
    }
}

extension EventExport {
    // MARK: - What is computed of all

    /// Every demand with everyone who was asked; `response` is absent if no answer is recorded.
    private mutating func writeAnswerSheet() {
        json.openArray("answer_sheet")
        for index in record.demandOrder {
            json.openObject()
            json.member("demand", event.entries.demands[index].head.id)
            json.openArray("answers")
            for cell in record.cells[index] {
                json.openObject()
                json.member("party", id(AnyHandle(cell.party)))
                if let answer = cell.response {
                    let response = event.entries.responses[answer]
                    json.member("response", response.head.id)
                    json.member("kind", response.kindOfResponse.value.rawValue)
                }
                json.member("earlier", cell.earlier.map { event.entries.responses[$0].head.id })
                json.closeObject()
            }
            json.closeArray()
            json.closeObject()
        }
        json.closeArray()
    }

    private mutating func writeTimeline(_ timeline: [TimelineItem]) {
        json.openArray("timeline")
        for item in timeline {
            json.openObject()
            json.member("kind", item.kind.word)
            json.key("date")
            write(item.date)
            json.key("entry")
            entry(item.handle)
            json.member("title", context.name(of: item.handle))
            let parties = item.parties.map { FieldData.id(AnyHandle($0)) }
            write("parties", .list(parties), scope: scope, isRequired: false)
            json.closeObject()
        }
        json.closeArray()
    }
}

extension TimelineItem.Kind: CaseIterable {
    package static let allCases: [TimelineItem.Kind] = [
        .began, .demand, .threat, .statement, .moment, .state, .vote, .response, .withdrawal, .move, .formerDeadline,
        .deadline, .outcome, .ended,
    ]

    /// The key that exports use.
    var word: String {
        switch self {
        case .began: "began"
        case .demand: "demand"
        case .threat: "threat"
        case .statement: "statement"
        case .moment: "moment"
        case .response: "response"
        case .withdrawal: "withdrawal"
        case .state: "agreement-state"
        case .vote: "vote"
        case .move: "deadline-moved"
        case .formerDeadline: "earlier-deadline"
        case .deadline: "deadline"
        case .outcome: "outcome"
        case .ended: "ended"
        }
    }
}

extension ExportContext {
    /// The bytes of an event's `event.json`.
    ///
    /// - Parameter timeline: the event's, where the caller has it already.
    package func eventJSON(ofEvent event: Int, timeline: [TimelineItem]? = nil, at path: String? = nil) -> [UInt8] {
        var export = EventExport(self, event: event, path: path)
        return export.write(timeline ?? records[event].timeline(of: site))
    }
}
