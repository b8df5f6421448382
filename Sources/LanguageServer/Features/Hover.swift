import Building
import Diagnostics
import Editing
import Model
import Presenting
import Reading

/// What an editor shows about a place: the entry that is named there, the field, its value in words.
struct HoverText {
    private let context: DocumentContext
    /// In Markdown; nil if there is nothing to say.
    private(set) var text: String?
    private(set) var range: TextRange?

    init(_ context: DocumentContext, at offset: Int) {
        self.context = context
        if let reference = context.reference(at: offset) {
            range = reference.range
            text = context.names.target(of: reference, in: context.document).map(card)
        } else if let link = context.link(at: offset), let entry = context.entry(of: link) {
            range = link.range
            text = card(entry)
        } else if let block = context.frontMatter, context.isInFrontMatter(offset) {
            explainField(at: offset, block)
        }
    }

    // MARK: - Fields

    private mutating func explainField(at offset: Int, _ block: Range<Int>) {
        let bytes = context.file.bytes
        let line = context.lines.line(context.lines.lineNumber(at: offset))
        // The name of a field ends at its colon.
        var end = offset
        while end < line.upperBound, HoverText.isWord(bytes[end]) { end += 1 }
        let isName = end < line.upperBound && bytes[end] == UInt8(ascii: ":")
        let place = FieldPlace(at: end, in: bytes, block: block)
        guard let placement = context.document.placement else { return }
        if place.part == .name, isName {
            let scope = FieldScope(place.path, at: placement)
            if case .ownData? = scope?.field?.shape, let member = context.ownField(at: place.path + [place.typed]) {
                range = TextRange(place.start, end)
                text = "**\(member.name.value)**\n\n\(member.kind.rawValue): \(member.kind.meaning)"
                return
            }
            guard let scope,
                let field = scope.fields.first(where: { $0.name == place.typed })
            else { return }
            range = TextRange(place.start, end)
            text = FieldText.card(field, isRequired: scope.isRequired(field))
            if let status = computed(field, place) { text? += "\n\n" + status }
            return
        }
        guard let field = FieldScope(place.path, at: placement)?.field else { return }
        let start = place.isBlockText ? offset : place.start
        let value = HoverText.unquoted(
            String(decoding: bytes[start..<max(start, valueEnd(end, place, line))], as: UTF8.self))
        range = TextRange(start, valueEnd(end, place, line))
        switch field.shape.single {
        case .date: text = dateWords(value)
        default:
            let meaning = field.shape.values.first { $0.name == value }?.meaning ?? ""
            if !meaning.isEmpty { text = "**\(value)**\n\n\(meaning)" }
        }
    }

    /// A value goes to the end of its line, in brackets to the next comma or bracket.
    private func valueEnd(_ end: Int, _ place: FieldPlace, _ line: Range<Int>) -> Int {
        let stops: [UInt8] = place.isFlow ? Array(",]}".utf8) : []
        let bytes = context.file.bytes
        var stop = end
        while stop < line.upperBound, !stops.contains(bytes[stop]) {
            if bytes[stop] == UInt8(ascii: "#"), stop > 0, bytes[stop - 1] == 0x20 { break }
            stop += 1
        }
        while stop > place.start, bytes[stop - 1] == 0x20 { stop -= 1 }
        return max(stop, place.start)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    private static func unquoted(_ text: String) -> String {
        guard let first = text.first, first == "\"" || first == "'", text.count > 1, text.last == first else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }

    /// A date in words, as readers see it.
    private func dateWords(_ value: String) -> String? {
        guard case .success(let date) = EventDate.parse(value) else { return nil }
        return words(date, of: context.scope)
    }

    private func words(_ date: EventDate, of scope: String?) -> String {
        let site = context.site?.plan.site
        let event = scope.flatMap { folder in site?.events.firstIndex { $0.folder == folder } } ?? -1
        let words = context.site?.naming.words ?? .english
        return date.words(in: site?.zone(ofScope: event) ?? .utc, language: words.dates)
    }

    /// What is computed where a field is not written, or is: the status of a demand or an event.
    private func computed(_ field: FieldDescription, _ place: FieldPlace) -> String? {
        guard field.name == "status", place.path.isEmpty, let entry = context.ownEntry else { return nil }
        return state(of: entry)
    }

    // MARK: - Entries

    /// What an entry is: its name, who and when, how it stands, and its first words.
    private func card(_ entry: DeclaredEntry) -> String {
        let fields = context.names.fields(of: entry)
        let kind = entry.list?.word ?? entry.kind.word
        let id = entry.kind == .event ? entry.scope ?? entry.id : entry.id
        var parts = ["**\(entry.title ?? entry.id)**\n\n\(kind) `\(id)`"]
        let facts = self.facts(entry, fields)
        if !facts.isEmpty { parts.append(facts.joined(separator: "\n")) }
        if let state = state(of: entry) { parts.append(state) }
        if let summary = fields?.value(of: "summary")?.text?.value {
            parts.append(summary)
        } else if let words = firstWords(entry) {
            parts.append(words)
        }
        return parts.joined(separator: "\n\n")
    }

    /// The fields that say who and when, and of what sort it is: those that must be written, behind the name.
    private func facts(_ entry: DeclaredEntry, _ fields: YAMLNode?) -> [String] {
        let record = Vocabulary.record(entry.kind.word)
        let name = record?.fields.first?.name
        let document = context.names.documents[entry.document]
        return (record?.fields ?? []).compactMap { field in
            guard field.isRequired || field.shape.isDate, field.name != name,
                let node = fields?.value(of: field.name)
            else { return nil }
            let values = node.items.compactMap { $0.text?.value }.map { value -> String in
                if case .success(let date) = EventDate.parse(value), field.shape.isDate {
                    return words(date, of: entry.scope)
                }
                let kinds = field.shape.namedKinds
                if kinds.isEmpty { return value }
                let reference = WrittenReference(kinds: kinds, id: value)
                return context.names.target(of: reference, in: document)?.title ?? value
            }
            return values.isEmpty ? nil : "- \(field.name): \(values.joined(separator: ", "))"
        }
    }

    /// How a demand or an event stands, in the sentence that its page has, and what that follows from.
    private func state(of entry: DeclaredEntry) -> String? {
        guard let site = context.site, let handle = context.handle(of: entry) else { return nil }
        if handle.kind == .event { return site.naming.stateText(ofEvent: Int(handle.index)) }
        guard let demand = handle.typed(Demand.self) else { return nil }
        let record = site.naming.records[Int(demand.scope)]
        let status = record.statuses[Int(demand.index)]
        let dates = site.naming.words.dates
        let sentence = site.naming.state(of: demand).text { $0.words(in: record.zone, language: dates) }
        return (["\(sentence)\n\n`\(status.rawValue)`: \(status.meaning)"] + reasons(demand, record, site.plan.site))
            .joined(separator: "\n\n")
    }

    /// The writer's own reason for a status; else the answers that it follows from.
    private func reasons(_ demand: Handle<Demand>, _ record: EventRecord, _ site: Site) -> [String] {
        if let reason = site[demand].statusReason { return [reason.value] }
        let answers = record.responses[Int(demand.index)].map { index -> String in
            let answer = site.events[Int(demand.scope)].entries.responses[index]
            let date = answer.date.value.words(
                in: record.zone, language: context.site?.naming.words.dates ?? Words.english.dates)
            return "- \(answer.displayName): `\(answer.kindOfResponse.value.rawValue)`, \(date)"
        }
        return answers.isEmpty ? [] : [answers.joined(separator: "\n")]
    }

    private func firstWords(_ entry: DeclaredEntry) -> String? {
        guard let site = context.site, let handle = context.handle(of: entry) else { return nil }
        let body = site.plan.site.head(of: handle).body
        guard let text = site.naming.plainText(body, scope: site.naming.scope(of: handle)) else { return nil }
        return text.count <= 200
            ? text : text.prefix(200).split(separator: " ").dropLast().joined(separator: " ") + " …"
    }
}

extension FieldShape {
    fileprivate var isDate: Bool {
        if case .date = single { true } else { false }
    }
}
