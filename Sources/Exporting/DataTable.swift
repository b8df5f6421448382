import Bytes
import Model

/// A table of an event for spreadsheets and statistics programs: a CSV file, and what its columns mean.
///
/// `all` is the list; files, links and the metadata are made from it.
struct DataTable: Sendable {
    /// The form of a column's values, as CSV on the Web (W3C) names it.
    enum Form: String, Sendable {
        case text = "string"
        case number = "integer"
        case truth = "boolean"
        case address = "anyURI"
    }

    struct Column: Sendable {
        let name: String
        let meaning: String
        let form: Form
        /// Whether a value is a list, its items separated by `; `.
        let isList: Bool

        init(_ name: String, _ meaning: String, _ form: Form = .text, isList: Bool = false) {
            self.name = name
            self.meaning = meaning
            self.form = form
            self.isList = isList
        }
    }

    /// The file in `data/`.
    let file: String
    let meaning: String
    let columns: [Column]
    /// One value a column; empty for none.
    let rows: @Sendable (TableContext) -> [[String]]

    var path: String { "data/" + file }

    static let all: [DataTable] = [.demands, .statements, .timeline, .sources]

    /// RFC 4180, in UTF-8: a line of names, lines end with CR and LF, values with a comma, a quotation mark or a line break
    /// stand in quotation marks.
    func bytes(_ context: TableContext) -> [UInt8] {
        var writer = CSVWriter()
        writer.line(columns.map(\.name))
        for row in rows(context) { writer.line(row) }
        return writer.bytes
    }
}

/// Writes lines of comma-separated values (RFC 4180).
struct CSVWriter {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ values: [String]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            field(xmlCharacters(value))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func field(_ value: String) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = value.withSpan { text in
            text.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
        }
        guard needsQuotes else { return bytes.append(contentsOf: value.utf8) }
        bytes.append(quote)
        for byte in value.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}

/// What the rows of a table are made from: an event, and the file that will hold them.
struct TableContext {
    let exports: ExportContext
    let event: Int
    /// From the site's root.
    let path: String

    init(_ exports: ExportContext, _ output: PlannedOutput) {
        self.exports = exports
        event = output.scope
        path = output.path
    }

    var site: Site { exports.site }
    var entries: Entries { site.events[event].entries }
    var record: EventRecord { exports.records[event] }

    func handle(_ kind: EntryKind, _ index: Int) -> AnyHandle { AnyHandle(kind, scope: event, index: index) }
    func url(_ handle: AnyHandle) -> String { exports.link(to: exports.route(of: handle), from: path) }
    func list(_ items: [String]) -> String { items.joined(separator: DataTable.separator) }
    func names(_ parties: [Reference<Party>]) -> String {
        list(parties.compactMap { $0.target.map { site[$0].displayName } })
    }
    func names(_ parties: [Handle<Party>]) -> String { list(parties.map { site[$0].displayName }) }

    /// What the kind of an item leaves open.
    func state(of item: TimelineItem) -> String? {
        if item.kind == .outcome { return item.handle.typed(Threat.self).map { site[$0].state.value.rawValue } }
        guard let moment = item.handle.typed(Moment.self).map({ site[$0] }) else { return nil }
        if item.kind == .state { return moment.states[item.part].state.value.rawValue }
        if moment.cancelled != nil { return "cancelled" }
        return moment.planned ? "planned" : nil
    }
}

extension DataTable {
    /// Between the items of a list.
    static let separator = "; "

    /// Each demand with each party asked and its answers, earlier ones included; a party without an answer has a line too.
    static let demands = DataTable(
        file: "demands.csv", meaning: "Demands and their answers, a line for each party asked and each of its answers.",
        columns: [
            Column("demand", "The demand's id."), Column("title", "What is asked."),
            Column("form", "demand, request, order, offer or proposal."),
            Column("from", "Who asks.", isList: true), Column("asked_on", "When it was asked (EDTF)."),
            Column("deadline", "By when (EDTF); empty if there is none."),
            Column("status", "What has become of it."), Column("to", "The party asked."),
            Column("answer", "The answer's id; empty if none is recorded."),
            Column("answer_kind", "What the answer was: refused, accepted."),
            Column("answer_title", "The answer in a few words."),
            Column("answered_by", "Who answered.", isList: true), Column("answered_on", "When (EDTF)."),
            Column("is_current", "Whether no later answer of the party is recorded.", .truth),
            Column("url", "The demand's page.", .address), Column("answer_url", "The answer's page.", .address),
        ]
    ) { context in
        let (entries, record) = (context.entries, context.record)
        return record.demandOrder.flatMap { index -> [[String]] in
            let demand = entries.demands[index]
            return record.cells[index].flatMap { cell -> [[String]] in
                let answers: [Int?] = cell.response == nil ? [nil] : [cell.response] + cell.rivals + cell.earlier
                return answers.map { answer in
                    let response = answer.map { entries.responses[$0] }
                    return [
                        demand.id, demand.title.value, context.site.form(of: demand).rawValue,
                        context.names(demand.from), demand.date.value.edtf, demand.deadline?.value.edtf ?? "",
                        record.statuses[index].rawValue, context.site[cell.party].displayName, response?.id ?? "",
                        response?.kindOfResponse.value.rawValue ?? "", response?.title.value ?? "",
                        response.map { context.names($0.from) } ?? "", response?.date.value.edtf ?? "",
                        answer == nil ? "" : answer == cell.response ? "true" : "false",
                        context.url(context.handle(.demand, index)),
                        answer.map { context.url(context.handle(.response, $0)) } ?? "",
                    ]
                }
            }
        }
    }

    static let statements = DataTable(
        file: "statements.csv", meaning: "What was said, by date.",
        columns: [
            Column("id", "The statement's id."), Column("date", "When (EDTF)."),
            Column("speakers", "Who said it.", isList: true), Column("for", "For which parties.", isList: true),
            Column("act", "What the statement does: demands, refuses."), Column("medium", "How it was made."),
            Column("venue", "Where."), Column("words", "The exact words."),
            Column("paraphrase", "What was said, in the writer's words."),
            Column("original_language", "The language of the original (BCP 47), if the words are a translation."),
            Column("about", "The acts that it is about: demand:pay.", isList: true),
            Column("sources", "The ids of its sources.", isList: true),
            Column("url", "The statement's page.", .address),
        ]
    ) { context in
        context.exports.views.indexes[context.event].statementOrder.map { index in
            let statement = context.entries.statements[index]
            let handle = context.handle(.statement, index)
            let speakers = context.record.speakings[index].compactMap { speaking in
                (speaking.person.map { AnyHandle($0) } ?? speaking.party.map { AnyHandle($0) })
                    .map { context.exports.name(of: $0) }
            }
            return [
                statement.id, statement.date.value.edtf, context.list(speakers),
                context.names(context.record.parties(ofStatement: index)), statement.act?.value.rawValue ?? "",
                statement.medium.value.rawValue, statement.venue?.value ?? "", statement.words?.value ?? "",
                context.exports.plainText(statement.paraphrase, scope: context.event) ?? "",
                statement.originalLanguage?.value ?? "",
                context.list(
                    statement.about.compactMap { act in
                        act.target.map { $0.kind.word + ":" + context.site.id(of: $0) }
                    }),
                context.list(context.exports.sources(of: handle).map { context.site[$0].id }), context.url(handle),
            ]
        }
    }

    static let timeline = DataTable(
        file: "timeline.csv", meaning: "Everything that has a date, in order.",
        columns: [
            Column("date", "When (EDTF)."), Column("first_day", "The first day that it may be (ISO 8601)."),
            Column("last_day", "The last day that it may be; empty if it is open."),
            Column(
                "kind",
                TimelineItem.Kind.allCases.map(\.word).joined(separator: ", ") + "; an outcome is that of a threat."),
            Column("entry", "What it is about: demand:pay."), Column("title", "What that is called."),
            Column("parties", "Who acts.", isList: true), Column("url", "Its page.", .address),
            Column("concerns", "Whom a moment concerns, beside those who act.", isList: true),
            Column(
                "state",
                "What a threat came to, or an agreement became, with that; of a moment, planned or cancelled; else empty."
            ),
        ]
    ) { context in
        context.exports.views.indexes[context.event].timeline.map { item in
            let zone = context.record.zone
            let (first, last) = (item.date.earliestDay(in: zone), item.date.latestDay(in: zone))
            return [
                item.date.edtf, first.map(MachineDate.day) ?? "", last.map(MachineDate.day) ?? "", item.kind.word,
                item.handle.kind == .event
                    ? "event" : item.handle.kind.word + ":" + context.site.id(of: item.handle),
                context.exports.name(of: item.handle), context.names(context.site.actors(of: item)),
                context.url(item.handle), context.names(context.site.concerned(by: item)),
                context.state(of: item) ?? "",
            ]
        }
    }

    static let sources = DataTable(
        file: "sources.csv", meaning: "The sources that the event names or cites.",
        columns: [
            Column("id", "The source's id."), Column("title", "Its title."),
            Column("type", "What it is, as in CSL: article-newspaper, report."),
            Column("authors", "Who wrote it.", isList: true), Column("publisher", "Who published it."),
            Column("published", "When (EDTF)."), Column("accessed", "When it was read (EDTF)."),
            Column("language", "Its language (BCP 47)."),
            Column("origin", "Where it comes from: on the record, leaked."),
            Column("relation", "primary, secondary or tertiary."), Column("url", "Where it is.", .address),
            Column("archive_url", "An archived copy.", .address),
            Column("cited_by", "How many entries name or cite it.", .number),
            Column("page_url", "Its place on the site.", .address),
        ]
    ) { context in
        let cited = context.exports.views.indexes[context.event].citedBy
        let own = context.entries.sources.indices.map { Handle<Source>(scope: context.event, index: $0) }
        let others = cited.keys.filter { Int($0.scope) != context.event }.sorted()
        return (own + others).map { handle in
            let source = context.site[handle]
            return [
                source.id, source.title.value, source.type.value, context.list(source.authors.map(\.value)),
                source.publisher?.value ?? "", source.published?.value.edtf ?? "", source.accessed?.value.edtf ?? "",
                source.language?.value ?? "", source.origin?.value.rawValue ?? "",
                source.relation?.value.rawValue ?? "", source.url?.value ?? "", source.archive?.url.value ?? "",
                String(cited[handle]?.count ?? 0), context.url(AnyHandle(handle)),
            ]
        }
    }
}
