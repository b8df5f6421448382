import Diagnostics
import Model
import Reading

/// `search-index.js`: what the search page's script looks through, as one statement that works from disk.
///
/// `window.searchIndex=[[title, kind, url, event, date, text], …];`, addresses from the site's root, `""` for what is
/// missing. Readers load all of it, so it is kept below `SearchIndex.limit` bytes: where the texts of all entries do
/// not fit, every text is cut to its equal share; where not even titles do, entries of the last kinds are left out.
package struct SearchIndex: Sendable {
    /// The most bytes of a search index, 4 MiB: some 8,000 entries with their whole texts, 25,000 with titles.
    package static let limit = 4 << 20
    static let path = "search-index.js"
    /// How many Unicode scalars of a body are kept.
    static let bodyLimit = 300

    package let bytes: [UInt8]
    /// How many entries found no room; for the build's summary.
    package let omitted: Int
}

extension ExportContext {
    package func searchIndex(limit: Int = SearchIndex.limit) -> SearchIndex {
        var builder = SearchIndexBuilder(context: self)
        builder.gather()
        return builder.write(limit: limit)
    }
}

/// Gathers entries, then writes as much of them as fits.
private struct SearchIndexBuilder {
    let context: ExportContext
    /// Everything of an entry but its text, as JSON without the closing bracket, and its text as JSON.
    var heads: [UInt8] = []
    var texts: [UInt8] = []
    /// Where each entry ends in both.
    var ends: [(head: Int, text: Int)] = []

    var site: Site { context.site }

    /// Kinds in the order in which they find room.
    mutating func gather() {
        for index in site.events.indices {
            let event = site.events[index]
            var plain = start(event.head)
            add(event.head.body, index, to: &plain)
            finish(AnyHandle(.event, scope: -1, index: index), context.records[index].date, plain)
        }
        each(\.parties) { $0.alsoKnownAs.map(\.value) + [$0.shortName?.value].compactMap { $0 } }
        each(\.people) { $0.alsoKnownAs.map(\.value) + $0.roles.map(\.title.value) }
        each(\.demands) { [$0.words?.value].compactMap { $0 } }
        each(\.responses) { [$0.words?.value].compactMap { $0 } + $0.grounds.map(\.title.value) }
        each(\.threats) { [$0.words?.value].compactMap { $0 } }
        each(\.statements) { [$0.words?.value].compactMap { $0 } }
        each(\.terms) { $0.alsoKnownAs.map(\.value) }
        each(\.moments) { _ in [] }
        each(\.sources) { [$0.publisher?.value].compactMap { $0 } + $0.authors.map(\.value) }
        for (index, page) in site.pages.enumerated() {
            var plain = start(page.head)
            add(page.head.body, site.scope(of: page), to: &plain)
            finish(AnyHandle(.page, scope: page.event ?? -1, index: index), nil, plain)
        }
    }

    private mutating func each<E: Entry>(_ list: KeyPath<Entries, [E]>, _ more: (E) -> [String]) {
        for scope in -1..<site.events.count {
            for (index, entry) in site.entries(of: scope)[keyPath: list].enumerated() {
                var plain = start(entry.head)
                for text in more(entry) {
                    plain.add(text)
                    plain.breakLine()
                }
                if let term = entry as? Term { add(term.definition, scope, to: &plain) }
                if let statement = entry as? Statement { add(statement.paraphrase, scope, to: &plain) }
                add(entry.head.body, scope, to: &plain)
                finish(AnyHandle(E.kind, scope: scope, index: index), entry.knownSince, plain)
            }
        }
    }

    private func start(_ head: EntryHead) -> PlainText {
        var plain = PlainText(isOneLine: true)
        if let summary = head.summary?.value {
            plain.add(summary)
            plain.breakLine()
        }
        return plain
    }

    private func add(_ prose: Prose?, _ scope: Int, to plain: inout PlainText) {
        guard let prose else { return }
        plain.room = SearchIndex.bodyLimit
        context.add(prose, scope: scope, to: &plain)
        plain.room = .max
        plain.breakLine()
    }

    private mutating func finish(_ handle: AnyHandle, _ date: EventDate?, _ plain: PlainText) {
        let event = handle.kind == .event ? nil : context.event(of: handle)
        let route = context.route(of: handle)
        let url = percentEncoded(route.path) + (route.anchor.map { "#" + percentEncoded($0) } ?? "")
        heads.append(UInt8(ascii: "["))
        for text in [
            context.name(of: handle), context.kindWords(of: handle), url,
            event.map { site.events[$0].title.value } ?? "",
            date?.words(in: context.zone(of: handle), style: .dayOnly, language: context.words.dates) ?? "",
        ] {
            JSON.write(text, to: &heads)
            heads.append(UInt8(ascii: ","))
        }
        texts.append(contentsOf: plain.bytes)
        ends.append((heads.count, texts.count))
    }

    // MARK: - Writing

    func write(limit: Int) -> SearchIndex {
        // Brackets, quotation marks and commas that come to each head.
        let frame = 5
        var kept = ends.count
        while kept > 0, ends[kept - 1].head + frame * kept > limit { kept -= 1 }
        let room = limit - (kept > 0 ? ends[kept - 1].head + frame * kept : 0)
        let share = kept == 0 || texts.count <= room ? Int.max : room / kept
        var output = Array("window.searchIndex=[".utf8)
        output.reserveCapacity(min(limit, heads.count + texts.count + frame * kept) + 64)
        var previous = (head: 0, text: 0)
        for index in 0..<kept {
            let end = ends[index]
            output.append(contentsOf: index > 0 ? [UInt8(ascii: ","), 0x0A] : [0x0A])
            output.append(contentsOf: heads[previous.head..<end.head])
            let text = cut(texts[previous.text..<end.text], to: share)
            JSON.write(String(decoding: text, as: UTF8.self), to: &output)
            output.append(UInt8(ascii: "]"))
            previous = end
        }
        output.append(contentsOf: "\n];\n".utf8)
        return SearchIndex(bytes: output, omitted: ends.count - kept)
    }

    /// At most so many bytes, ending before a space.
    private func cut(_ text: ArraySlice<UInt8>, to limit: Int) -> ArraySlice<UInt8> {
        guard text.count > limit else { return text }
        return text[..<(text.prefix(limit).lastIndex(of: 0x20) ?? text.startIndex)]
    }
}
