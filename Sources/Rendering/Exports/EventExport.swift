import Bytes
import Diagnostics
import Model
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

    init(_ context: ExportContext, event: Int) {
        self.context = context
        record = context.records[event]
        self.event = context.site.events[event]
        path = context.plan.route(to: ExportType.eventData.kind, scope: event)?.path ?? ""
        used = UsedEntries(context.site, record)
        addresses = AddressWriter(context, page: path, isAbsolute: false)
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
        let handle = AnyHandle(.event, scope: -1, index: scope)
        json.member("id", event.folder.isEmpty ? event.head.id : event.folder)
        json.member("title", event.title.value)
        json.member("summary", event.head.summary?.value)
        page(of: handle)
        json.member("language", site.language(ofEvent: scope))
        json.member("zone", record.zone.name)
        json.member("status", record.status.rawValue)
        date("as_of", record.date)
        date("began", event.began?.value)
        date("ended", event.ended?.value)
        json.member("place", event.place?.value)
        if !event.keyFacts.isEmpty {
            json.openArray("key_facts")
            for fact in event.keyFacts {
                json.openObject()
                json.member("label", fact.label.value)
                prose("value", fact.value, scope: scope, isRequired: true)
                sources(fact.sources)
                json.closeObject()
            }
            json.closeArray()
        }
        let event = event
        common(event.head, scope: scope, event.visitProse)
    }

    // MARK: - What all entries have

    /// Id, name and page.
    mutating func begin(_ handle: AnyHandle, _ head: EntryHead, name: StaticString) {
        json.openObject()
        json.member("id", id(handle))
        json.member(name, context.name(of: handle))
        page(of: handle)
        if handle.scope < 0 { json.member("is_shared", true) }
        json.member("summary", head.summary?.value)
    }

    /// Body, sources, corrections, and the end of the entry's own fields.
    mutating func common(_ head: EntryHead, scope: Int, _ visitProse: ((Prose) -> Void) -> Void) {
        prose("body", head.body, scope: scope)
        sources(head.sources)
        ids("cites", cited(scope, visitProse))
        date("updated", head.updated?.value)
        if !head.corrections.isEmpty {
            json.openArray("corrections")
            for correction in head.corrections {
                json.openObject()
                date("date", correction.date.value)
                json.member("kind", correction.kind.value.rawValue)
                prose("text", correction.text, scope: scope, isRequired: true)
                json.closeObject()
            }
            json.closeArray()
        }
    }

    /// Sources that prose cites, each once, in the order of the prose.
    private func cited(_ scope: Int, _ visitProse: ((Prose) -> Void) -> Void) -> [AnyHandle] {
        let index = site.index
        var sources: [AnyHandle] = []
        var seen: Set<AnyHandle> = []
        visitProse { prose in
            for citation in prose.citations {
                guard let source = index.find(.source, citation.id, from: scope).found else { continue }
                if seen.insert(source).inserted { sources.append(source) }
            }
        }
        return sources
    }

    mutating func sources(_ uses: [SourceUse]) {
        guard uses.contains(where: { $0.source.found != nil }) else { return }
        json.openArray("sources")
        for use in uses {
            guard let source = use.source.found else { continue }
            json.openObject()
            json.member("id", id(AnyHandle(of: source)))
            json.member("at", use.at)
            json.closeObject()
        }
        json.closeArray()
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

    /// Prose as plain text; nothing where there is none, unless the field must be there.
    mutating func prose(_ name: StaticString, _ prose: Prose?, scope: Int, isRequired: Bool = false) {
        plain.reset()
        if let prose { context.add(prose, scope: scope, to: &plain) }
        guard isRequired || !plain.isEmpty else { return }
        json.key(name)
        plain.bytes.withSpan { json.string(utf8: $0) }
    }

    mutating func reference<E: Entry>(_ name: StaticString, _ reference: Reference<E>?) {
        if let target = reference?.handle { json.member(name, id(target)) }
    }

    /// A list of ids; nothing where it is empty.
    mutating func references<E: Entry>(_ name: StaticString, _ list: [Reference<E>]) {
        guard list.contains(where: { $0.found != nil }) else { return }
        json.openArray(name)
        for reference in list { if let target = reference.handle { json.string(id(target)) } }
        json.closeArray()
    }

    /// A list of ids; nothing where it is empty.
    mutating func ids(_ name: StaticString, _ handles: [AnyHandle]) {
        guard !handles.isEmpty else { return }
        json.openArray(name)
        for handle in handles { json.string(id(handle)) }
        json.closeArray()
    }

    /// Entries of any kind: kind and id.
    mutating func references(_ name: StaticString, _ list: [AnyReference]) {
        let handles = list.compactMap(\.found)
        guard !handles.isEmpty else { return }
        json.openArray(name)
        for handle in handles { entry(handle) }
        json.closeArray()
    }

    mutating func entry(_ handle: AnyHandle) {
        json.openObject()
        json.member("kind", handle.kind.word)
        json.member("id", handle.kind == .event && Int(handle.index) == scope ? eventID : id(handle))
        json.closeObject()
    }

    private var eventID: String { event.folder.isEmpty ? event.head.id : event.folder }

    /// A date as EDTF, its bounds (days, or instants in UTC where it has a clock time; none where it is open), and words.
    mutating func date(_ name: StaticString, _ date: EventDate?) {
        guard let date else { return }
        json.openObject(name)
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

extension ExportContext {
    /// The bytes of an event's `event.json`.
    ///
    /// - Parameter timeline: the event's, where the caller has it already.
    package func eventJSON(ofEvent event: Int, timeline: [TimelineItem]? = nil) -> [UInt8] {
        var export = EventExport(self, event: event)
        return export.write(timeline ?? records[event].timeline(of: site))
    }
}
