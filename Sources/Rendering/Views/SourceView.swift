import Model
import Reading

/// A source in a page's numbered list.
struct SourceView {
    let handle: Handle<Source>
    let number: Int
    let page: PageContext
    /// Whether this is the list of all sources, with what cites each.
    var isFull = false

    var entry: Source { page.site[handle] }
    var id: String { entry.id }
    var title: String { entry.title.value }
    var anchor: String { "source-" + (isFull ? entry.id : String(number)) }
    var url: String? { entry.url?.value }
    var route: Route { page.route(of: AnyHandle(handle)) }
    var typeWords: String { page.words.sourceTypeWords(entry.type.value) }
    var publisher: String? { entry.publisher?.value }
    var authorsWords: String? { entry.authors.isEmpty ? nil : page.words.list(entry.authors.map(\.value)) }
    var published: DateView? { entry.published.map { page.date($0.value) } }
    var accessed: DateView? { entry.accessed.map { page.date($0.value) } }
    var archiveURL: String? { entry.archive?.url.value }
    var archiveDate: DateView? { entry.archive?.date.map { page.date($0.value) } }
    var originWords: String? { entry.origin.map { page.words.words($0.value) } }
    var relationWords: String? { entry.relation.map { page.words.words($0.value) } }
    var originInline: String? { entry.origin.map { page.words.inlineWords($0.value) } }
    var relationInline: String? { entry.relation.map { page.words.inlineWords($0.value) } }
    var languageWords: String? { entry.language.map { page.words.languageName($0.value) } }
    var summary: String? { entry.head.summary?.value }

    var backlinks: [LinkView] {
        guard !isFull, page.contents.places.indices.contains(number - 1) else { return [] }
        return page.contents.places[number - 1].compactMap(page.link(backTo:))
    }

    private var allQuotes: [EventIndex.SourceQuote] {
        if let index = page.index { return index.quotes[handle] ?? [] }
        if handle.isShared { return page.context.indexes.flatMap { $0.quotes[handle] ?? [] } }
        return []
    }

    /// "2 quotes found word for word", of those that this page takes from it; nil where none was found.
    var quotesWords: String? {
        let quotes = isFull ? allQuotes : allQuotes.filter { page.shows($0.entry) }
        let count = Set(quotes.map(\.words)).count
        return count > 0 ? page.words(.quotesFound, count: count) : nil
    }

    var quotes: [SourceQuoteView] {
        guard isFull else { return [] }
        var result: [SourceQuoteView] = []
        var places: [String: Int] = [:]
        for quote in allQuotes {
            let link = KindLinkView(handle: quote.entry, page: page)
            if let place = places[quote.words] {
                result[place].entries.append(link)
            } else {
                places[quote.words] = result.count
                result.append(SourceQuoteView(words: quote.words, entries: [link]))
            }
        }
        return result
    }

    var citedBy: [KindLinkView] {
        guard isFull else { return [] }
        let indexes = page.index.map { [$0] } ?? page.context.indexes
        return indexes.flatMap { $0.citedBy[handle] ?? [] }.map { KindLinkView(handle: $0, page: page) }
    }
}

/// A quote found in the text kept of a source, and the entries that hold it.
struct SourceQuoteView {
    let words: String
    var entries: [KindLinkView]
}

extension PageContext {
    /// Whether this page shows an entry's quote: its own page, or the event's.
    func shows(_ entry: AnyHandle) -> Bool {
        guard let own = output.entry else { return false }
        if own == entry || own.kind == .event { return true }
        return contents.shownEntries.contains(entry)
    }
}

/// A change that readers are told of.
struct CorrectionView {
    let correction: Correction
    let handle: AnyHandle
    let page: PageContext

    var date: DateView { page.date(correction.date.value) }
    var kind: String { correction.kind.value.rawValue }
    var kindWords: String { page.words.words(correction.kind.value) }
    var html: [UInt8] { page.html(correction.text, of: page.site.head(of: handle)) }
    var title: String { KindLinkView(handle: handle, page: page).title }
    var route: Route { KindLinkView(handle: handle, page: page).route }
    var eventTitle: String? {
        guard !page.site.isOneEvent, page.event == nil else { return nil }
        let event = handle.kind == .event ? Int(handle.index) : Int(handle.scope)
        return event >= 0 && handle.kind != .page ? page.site.events[event].displayName : nil
    }
}
