import Bytes
import Diagnostics
import Model
import Presenting
import Reading

/// `search-index.js`: what the search page's script looks through, as one statement that works from disk.
///
/// `window.searchIndex=[[title, kind, url, event, date, text], …];`, addresses from the site's root, `""` for what is
/// missing. Readers load all of it, so it is kept below `SearchIndex.limit` bytes: where the texts of all entries do
/// not fit, every text is cut to its equal share; where not even titles do, entries of the last kinds are left out.
package struct SearchIndex: Sendable {
    /// The most bytes of a search index, 4 MiB: some 8,000 entries with their whole texts, 25,000 with titles.
    package static let limit = 4 << 20
    /// How many Unicode scalars of a body are kept.
    static let bodyLimit = 300

    package let bytes: [UInt8]
    /// How many entries found no room; for the build's summary.
    package let omitted: Int
}

extension ExportType {
    static let searchIndex = ExportType(OutputKind("search-index", .search, .site { _ in ["search-index.js"] })) {
        context, _ in
        let index = context.sharedSearchIndex
        return ExportFile(bytes: index.bytes, unsearchable: index.omitted)
    }
}

extension ExportContext {
    /// The index of the site, which is made once.
    var sharedSearchIndex: SearchIndex {
        keptSearchIndex.withLock { kept in
            if let kept { return kept }
            let made = searchIndex()
            kept = made
            return made
        }
    }

    /// What differs if the bytes of the search index differ.
    package var searchIndexVersion: String { ContentHash(of: sharedSearchIndex.bytes).shortText }

    package func searchIndex(limit: Int = SearchIndex.limit) -> SearchIndex {
        var builder = SearchIndexBuilder(context: self)
        builder.gather()
        return builder.write(limit: limit)
    }
}

/// Gathers entries, then writes as much of them as fits.
private struct SearchIndexBuilder: ~Copyable {
    let context: ExportContext
    /// Everything of each entry but its text, as JSON from the opening bracket to the last comma.
    var heads = ByteBuffer(capacity: 32_768)
    var texts = ByteBuffer(capacity: 65_536)
    /// Where each entry ends in both.
    var ends: [(head: Int, text: Int)] = []
    /// The text of the entry at hand.
    private var plain = ProseText(isOneLine: true)
    private var addresses: AddressWriter
    /// Titles of events as JSON.
    private let titles: [[UInt8]]

    init(context: ExportContext) {
        self.context = context
        let page = context.plan.route(to: ExportType.searchIndex.kind)?.path ?? ""
        addresses = AddressWriter(context, page: page, isAbsolute: false)
        titles = context.site.events.map { JSON.string($0.title.value).encoded() }
    }

    private var site: Site { context.site }

    /// Kinds in the order in which they find room.
    mutating func gather() {
        for index in site.events.indices {
            begin(site.events[index].head)
            finish(
                AnyHandle(.event, scope: -1, index: index), site.events[index].head, scope: index,
                context.records[index].date)
        }
        each(\.parties) { text, party in
            text.add(party.shortName)
            text.add(party.alsoKnownAs.map(\.name))
        }
        each(\.people) { text, person in
            text.add(person.alsoKnownAs)
            for role in person.roles { text.add(role.title) }
        }
        each(\.demands) { $0.add($1.words) }
        each(\.responses) { text, response in
            text.add(response.words)
            for ground in response.grounds { text.add(ground.title) }
        }
        each(\.threats) { $0.add($1.words) }
        each(\.statements, prose: \.paraphrase) { $0.add($1.words) }
        each(\.terms, prose: { $0.definition }) { $0.add($1.alsoKnownAs) }
        each(\.moments) { _, _ in }
        each(\.sources) { text, source in
            text.add(source.publisher)
            text.add(source.authors)
        }
        for (index, page) in site.pages.enumerated() {
            begin(page.head)
            finish(
                AnyHandle(.page, scope: page.event ?? -1, index: index), page.head, scope: site.scope(of: page), nil)
        }
    }

    private mutating func each<E: Entry>(
        _ list: KeyPath<Entries, [E]>, prose: (E) -> Prose? = { _ in nil }, _ addTexts: (inout ProseText, E) -> Void
    ) {
        for scope in -1..<site.events.count {
            for (index, entry) in site.entries(of: scope)[keyPath: list].enumerated() {
                begin(entry.head)
                addTexts(&plain, entry)
                add(prose(entry), scope)
                finish(AnyHandle(E.kind, scope: scope, index: index), entry.head, scope: scope, entry.knownSince)
            }
        }
    }

    private mutating func begin(_ head: EntryHead) {
        plain.reset()
        plain.add(head.summary)
    }

    private mutating func add(_ prose: Prose?, _ scope: Int) {
        guard let prose else { return }
        plain.allow(SearchIndex.bodyLimit)
        context.add(prose, scope: scope, to: &plain)
        plain.allow(.max)
        plain.breakLine()
    }

    private mutating func finish(_ handle: AnyHandle, _ head: EntryHead, scope: Int, _ date: EventDate?) {
        add(head.body, scope)
        heads.append(UInt8(ascii: "["))
        string(context.name(of: handle))
        string(context.kindWords(of: handle))
        addresses.composePage(of: handle)
        heads.append(UInt8(ascii: "\""))
        addresses.bytes.withSpan { heads.append($0) }
        heads.append(literal: "\",")
        if handle.kind != .event, let event = context.event(of: handle) {
            heads.append(titles[event])
            heads.append(UInt8(ascii: ","))
        } else {
            string("")
        }
        if let date { words(date, scope) } else { string("") }
        plain.bytes.withSpan { texts.append($0) }
        ends.append((heads.count, texts.count))
    }

    private mutating func string(_ text: String) {
        JSON.write(text, to: &heads)
        heads.append(UInt8(ascii: ","))
    }

    private mutating func words(_ date: EventDate, _ scope: Int) {
        let zone = site.zone(ofScope: scope)
        string(date.words(in: zone, style: .dayOnly, language: context.words.dates))
    }

    // MARK: - Writing

    func write(limit: Int) -> SearchIndex {
        // Brackets, quotation marks and commas that come to each head.
        let frame = 5
        var kept = ends.count
        while kept > 0, ends[kept - 1].head + frame * kept > limit { kept -= 1 }
        let room = limit - (kept > 0 ? ends[kept - 1].head + frame * kept : 0)
        let share = kept == 0 || texts.count <= room ? Int.max : room / kept
        var output = ByteBuffer(capacity: min(limit, heads.count + texts.count + frame * kept) + 64)
        output.append(literal: "window.searchIndex=[")
        heads.withSpan { heads in
            texts.withSpan { texts in
                var previous = (head: 0, text: 0)
                for index in 0..<kept {
                    let end = ends[index]
                    output.append(literal: index > 0 ? ",\n" : "\n")
                    output.append(heads.extracting(previous.head..<end.head))
                    let text = texts.extracting(previous.text..<end.text)
                    JSON.write(text.extracting(0..<length(of: text, upTo: share)), to: &output)
                    output.append(UInt8(ascii: "]"))
                    previous = end
                }
            }
        }
        output.append(literal: "\n];\n")
        return SearchIndex(bytes: output.bytes, omitted: ends.count - kept)
    }

    /// How many bytes of a text are kept: at most so many, and up to a space if it is cut.
    private func length(of text: Span<UInt8>, upTo limit: Int) -> Int {
        guard text.count > limit else { return text.count }
        return (0..<limit).last { text[$0] == 0x20 } ?? 0
    }
}

extension ProseText {
    fileprivate mutating func add(_ text: Located<String>?) {
        guard let text else { return }
        add(text.value)
        breakLine()
    }

    fileprivate mutating func add(_ texts: [Located<String>]) {
        for text in texts { add(text) }
    }
}
