import Diagnostics
import Reading

/// The statements that a text quotes: blockquotes whose last line says whose words they are.
///
/// ```markdown
/// > We ask for six per cent, and not a day later.
/// > — @mara-lind, letter, 2026-05-02 [@gazette, p. 3]
/// ```
struct QuotedStatements {
    /// The text with the attributions as links to who spoke and to the statement, and with their dates as dates.
    private(set) var prose: Prose
    private(set) var statements: [Statement] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let owner: EntryHead
    private let kind: EntryKind
    private let isInEvent: Bool
    /// Where in the file the text is.
    private let range: TextRange
    /// Where the search for the next attribution in the file begins.
    private var cursor: Int
    /// How many statements have each id.
    private var ids: [String: Int] = [:]

    /// - Parameters:
    ///   - owner: the entry that the text belongs to, of a kind.
    ///   - range: where in the file the text is.
    ///   - isInEvent: whether it belongs to an event, as statements do.
    init(in prose: Prose, of owner: EntryHead, _ kind: EntryKind, _ range: TextRange, isInEvent: Bool) {
        self.prose = prose
        self.owner = owner
        self.kind = kind
        self.isInEvent = isInEvent
        self.range = range
        cursor = Int(range.start)
        guard prose.nodes.contains(where: { $0.content == .quote }) else { return }
        var index = 0
        while index < self.prose.nodes.count {
            if self.prose.nodes[index].content == .quote, let found = attribution(ofQuote: index) {
                if isInEvent {
                    read(found)
                } else {
                    report(found.place, "this quote is outside of every event, and a statement belongs to one")
                }
            }
            index = self.prose.nodes[index].end
        }
    }

    // MARK: Finding

    /// The line that says whose words a quote has.
    private struct Attribution {
        /// The quote's node.
        let quote: Int
        /// The node of the text that the line ends.
        let node: Int
        /// Where the line begins in the text, with its dash.
        let start: Int
        /// What stands behind the dash: `@mara-lind, letter, 2026-05-02`.
        let line: String
        /// Where that stands in the store of the text.
        let lineStart: Int
        let citations: [ProseCitation]
        /// Where the line, without its dash, is in the file.
        let place: TextRange
    }

    private mutating func attribution(ofQuote quote: Int) -> Attribution? {
        var last = quote + 1
        while last < prose.nodes[quote].end, prose.nodes[last].end < prose.nodes[quote].end {
            last = prose.nodes[last].end
        }
        guard last < prose.nodes[quote].end else { return nil }
        if case .bulletList = prose.nodes[last].content { reportList(last) }
        guard case .paragraph = prose.nodes[last].content else { return nil }
        var citations: [ProseCitation] = []
        var node = prose.nodes[last].end - 1
        // Behind the line only citations may stand.
        while node > last {
            switch prose.nodes[node].content {
            case .citation(let number):
                if case .citation(let own) = prose.targets[Int(number)] { citations = own + citations }
            case .text(let range):
                if prose.text(range).allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ".") }) { break }
                return attribution(quote, node, range, citations)
            default: return nil
            }
            node -= 1
        }
        return nil
    }

    private mutating func attribution(
        _ quote: Int, _ node: Int, _ range: Range<UInt32>, _ citations: [ProseCitation]
    ) -> Attribution? {
        // The sources may stand on the next line.
        var text = Array(prose.text(range))
        while let byte = text.last, byte <= 0x20 { text.removeLast() }
        let lineStart = text.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let whole = String(decoding: text[lineStart...], as: UTF8.self)
        guard let line = Self.afterDash(whole) else { return nil }
        if !line.hasPrefix("@") {
            if isAttribution(line) { report(place(of: line), "a quote's last line names who spoke by '@' and an id") }
            return nil
        }
        let offset = text.count - line.utf8.count
        return Attribution(
            quote: quote, node: node, start: lineStart, line: line, lineStart: Int(range.lowerBound) + offset,
            citations: citations, place: place(of: line))
    }

    /// What stands behind the dash with which a line begins, as it is typed on any keyboard.
    private static func afterDash(_ line: String) -> String? {
        for dash in ["—", "–", "―", "---", "--"] where line.hasPrefix(dash) {
            return String(line.dropFirst(dash.count).drop { $0 == " " })
        }
        return nil
    }

    /// Whether a line without an `@` can only be meant to say whose words a quote has: it ends with a medium and a date.
    private func isAttribution(_ line: String) -> Bool {
        let parts = parts(of: line)
        // Outside of events no quote is a statement.
        guard isInEvent, parts.count > 2, case .success = EventDate.parse(parts[parts.count - 1].text) else {
            return false
        }
        return Statement.Medium(rawValue: parts[parts.count - 2].text) != nil
    }

    /// Reports a last line that begins with a hyphen, which makes it an item of a list.
    private mutating func reportList(_ list: Int) {
        var item = list + 1
        while item < prose.nodes[list].end, prose.nodes[item].end < prose.nodes[list].end {
            item = prose.nodes[item].end
        }
        guard
            let text = prose.nodes[item..<prose.nodes[list].end].lazy.compactMap({ node -> Range<UInt32>? in
                if case .text(let range) = node.content { range } else { nil }
            }).first
        else { return }
        let words = prose.text(text)
        let line = String(
            decoding: words.prefix(words.count - words.reversed().prefix { $0 <= 0x20 }.count), as: UTF8.self)
        guard isAttribution(line) else { return }
        report(place(of: line), "a quote's last line begins with '—' or '--'; '-' begins a list")
    }

    /// Where a line stands in the file; the quote's text if escapes keep it from standing there as it is.
    private mutating func place(of line: String) -> TextRange {
        let bytes = owner.file.bytes
        let rest = cursor..<min(Int(range.end), bytes.count)
        guard rest.lowerBound <= rest.upperBound, let found = bytes[rest].firstRange(of: Array(line.utf8)) else {
            return TextRange(at: cursor)
        }
        cursor = found.upperBound
        return TextRange(found.lowerBound, found.upperBound)
    }

    // MARK: Reading

    /// A part of the line between commas, with its place in the line.
    private typealias Part = (text: String, offset: Int)

    private func parts(of line: String) -> [Part] {
        var parts: [Part] = []
        var offset = 0
        for part in line.split(separator: ",", omittingEmptySubsequences: false) {
            let text = part.drop { $0 == " " }
            let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
            parts.append((trimmed, offset + part.utf8.count - text.utf8.count))
            offset += part.utf8.count + 1
        }
        return parts
    }

    private mutating func read(_ found: Attribution) {
        let parts = parts(of: found.line)
        let speakers = parts.prefix { $0.text.hasPrefix("@") }
        let rest = Array(parts.dropFirst(speakers.count))
        guard rest.count == 2, !speakers.isEmpty, speakers.allSatisfy({ $0.text.utf8.count > 1 }) else {
            return report(found.place, "a quote's last line names who spoke, how and when")
        }
        let words = words(of: found)
        if words.isEmpty { report(found.place, "the quote has no words") }
        func range(_ part: Part) -> TextRange {
            let start = Int(found.place.start) + part.offset
            return found.place.start == found.place.end
                ? found.place : TextRange(start, start + part.text.utf8.count)
        }
        guard let medium = medium(rest[0].text, range(rest[0])), let date = date(rest[1].text, range(rest[1])),
            !words.isEmpty
        else { return }
        var fields = StatementFields()
        fields.speakers = speakers.map { part in
            let place = range(part)
            return SpeakerReference(
                Located(
                    String(part.text.dropFirst()), TextRange(min(Int(place.start) + 1, Int(place.end)), Int(place.end)))
            )
        }
        fields.medium = Located(medium, range(rest[0]))
        fields.date = Located(date, range(rest[1]))
        fields.words = Located(words, found.place)
        let (id, number) = id(rest[1].text)
        var head = HeadFields()
        head.movedFrom = oldPaths(rest[1].text, number)
        head.quotedIn = EntryKey(kind, owner.id)
        head.sources = found.citations.map { citation in
            var use = SourceUse()
            use.source = Reference(Located(citation.id, citation.range))
            use.place = citation.locator.map { Located($0, citation.range) }
            return use
        }
        statements.append(
            Statement(
                head: EntryHead(
                    id: Located(id, found.place), file: owner.file, range: found.place, path: owner.path,
                    isInline: true,
                    fields: head, body: nil),
                fields: fields))
        link(found, speakers: fields.speakers, medium: rest[0], date: rest[1], to: id)
    }

    /// The quote's words: its text before the last line, without the quotation marks round all of it.
    private func words(of found: Attribution) -> String {
        var text: [UInt8] = []
        for node in prose.nodes[(found.quote + 1)..<found.node] {
            switch node.content {
            case .paragraph: if !text.isEmpty { text.append(0x0A) }
            case .text(let range), .code(let range): text += prose.text(range).map { $0 == 0x0A ? 0x20 : $0 }
            case .lineBreak: text.append(0x20)
            default: break
            }
        }
        if case .text(let range) = prose.nodes[found.node].content {
            text += prose.text(range).prefix(found.start).map { $0 == 0x0A ? 0x20 : $0 }
        }
        var words = String(decoding: text, as: UTF8.self)[...]
        while let first = words.first, first == " " || first == "\n" { words.removeFirst() }
        while let last = words.last, last == " " || last == "\n" { words.removeLast() }
        for (open, close) in [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»")] as [(Character, Character)]
        where words.count > 1 && words.first == open && words.last == close {
            let inner = words.dropFirst().dropLast()
            if !inner.contains(open), !inner.contains(close) { words = inner }
        }
        return String(words)
    }

    private mutating func medium(_ text: String, _ range: TextRange) -> Statement.Medium? {
        if let medium = Statement.Medium(rawValue: text) { return medium }
        let all = Statement.Medium.allCases.map(\.rawValue)
        let near = nearestName(to: text, among: all)
        let place = TextLocation(owner.file, range)
        diagnostics.append(
            Diagnostic(
                .unknownValue, "'\(text)' is not a medium", at: place,
                hint: near.map { "did you mean '\($0)'?" } ?? "write one of: \(all.joined(separator: ", "))",
                fixIt: near.map { FixIt(replacing: place, with: $0, title: "replace '\(text)' with '\($0)'") }))
        return nil
    }

    private mutating func date(_ text: String, _ range: TextRange) -> EventDate? {
        switch EventDate.parse(text) {
        case .success(let date): return date
        case .failure(let fault):
            diagnostics.append(
                Diagnostic(.noSuchDate, fault.message, at: TextLocation(owner.file, range), hint: fault.hint))
            return nil
        }
    }

    /// From the entry's id and the date: 'pay-rise-quote-2026-05-02'; with a number if there are several.
    private mutating func id(_ date: String) -> (id: String, number: Int) {
        let base = Self.id(owner.id, date, 1)
        ids[base, default: 0] += 1
        let count = ids[base] ?? 1
        return (Self.id(owner.id, date, count), count)
    }

    private static func id(_ owner: String, _ date: String, _ number: Int) -> String {
        validID(near: "\(owner)-quote-\(date)") + (number == 1 ? "" : "-\(number)")
    }

    /// The paths that the quote's page had when the entry had its old ones.
    private func oldPaths(_ date: String, _ number: Int) -> [Located<String>] {
        owner.movedFrom.compactMap { old -> Located<String>? in
            guard let path = redirectPath(ofOldPath: old.value) else { return nil }
            var folders = path.split(separator: "/").map(String.init)
            let file = folders.removeLast()
            let oldOwner: String
            if kind == .event {
                guard file == folderPage else { return nil }
                oldOwner = folders.last ?? Event.idWithoutFolder
            } else {
                guard file.hasSuffix(".html") else { return nil }
                oldOwner = String(file.dropLast(".html".utf8.count))
                if kind != .page, folders.popLast().flatMap(EntryFolder.init(named:))?.kind != kind { return nil }
            }
            let name = Self.id(oldOwner, date, number) + ".html"
            return Located((folders + [EntryKind.statement.folder ?? "", name]).joined(separator: "/"), old.range)
        }
    }

    private mutating func report(_ place: TextRange, _ message: String) {
        diagnostics.append(
            Diagnostic(
                .attributionForm, message, at: TextLocation(owner.file, place),
                hint: "write '— @person, medium, date [@source]', as in '— @mara-lind, letter, 2026-05-02 [@gazette]'"))
    }

    // MARK: Linking

    /// Puts links and a date in the place of the line.
    private mutating func link(
        _ found: Attribution, speakers: [SpeakerReference], medium: Part, date: Part, to id: String
    ) {
        guard case .text(let range) = prose.nodes[found.node].content else { return }
        var edit = ProseEdit(prose)
        let name = UInt32(found.lineStart)
        let line = range.lowerBound + UInt32(found.start)
        if found.start > 0 {
            // The line break of the file would be a space.
            edit.text(range.lowerBound..<line - 1)
            edit.lineBreak()
        }
        // However the dash is typed, readers see one.
        edit.text("— ")
        for (number, speaker) in speakers.enumerated() {
            if number > 0 { edit.text(", ") }
            edit.link(.speaker(ProseSpeaker(id: speaker.text, range: speaker.range)), text: nil)
        }
        edit.text(", ")
        let words = String(medium.text.map { $0 == "-" ? " " : $0 })
        edit.link(
            .reference(ProseReference(kind: EntryKind.statement.word, id: id, hasText: true, range: found.place)),
            text: words)
        edit.text(", ")
        let start = UInt32(found.lineStart + date.offset)
        edit.date(start..<start + UInt32(date.text.utf8.count))
        let end = name + UInt32(found.line.utf8.count)
        if end < range.upperBound { edit.text(end..<range.upperBound) }
        // The names in the line are no longer text.
        let mentions = prose.mentions.filter { $0.range.end <= found.place.start || $0.range.start >= found.place.end }
        prose = edit.replacing(node: found.node, mentions: mentions)
    }
}

/// Who spoke the words of a text's quotes: ids of people or parties, each with its place in the file.
///
/// - Parameter range: where in the file the text is.
package func quotedSpeakers(in prose: Prose, _ range: TextRange, of document: Document) -> [Located<String>] {
    let head = EntryHead(
        id: Located("", TextRange(at: 0)), file: document.file, range: range, path: document.path, isInline: false,
        fields: HeadFields(), body: prose)
    let quoted = QuotedStatements(in: prose, of: head, .page, range, isInEvent: true)
    return quoted.statements.flatMap { statement in statement.speakers.map { Located($0.text, $0.range) } }
}
