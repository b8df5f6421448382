import Model
import Reading

/// A source in a page's numbered list.
package struct SourceView {
    package let handle: Handle<Source>
    package let number: Int
    package let page: PageContext
    /// Whether this is the list of all sources, with what cites each.
    package var isFull = false

    package init(handle: Handle<Source>, number: Int, page: PageContext, isFull: Bool = false) {
        self.handle = handle
        self.number = number
        self.page = page
        self.isFull = isFull
    }

    package var entry: Source { page.site[handle] }
    package var id: String { entry.id }
    package var title: String { entry.title.value }
    package var anchor: String { "source-" + (isFull ? entry.id : String(number)) }
    package var url: String? { entry.url?.value }
    package var route: Route { page.route(of: AnyHandle(handle)) }
    package var typeWords: String { page.words.sourceTypeWords(entry.type.value) }
    package var publisher: String? { entry.publisher?.value }
    package var authorsWords: String? { entry.authors.isEmpty ? nil : page.words.list(entry.authors.map(\.value)) }
    package var published: DateView? { entry.published.map { page.date($0.value, of: Int(handle.scope)) } }
    package var accessed: DateView? { entry.accessed.map { page.date($0.value, of: Int(handle.scope)) } }
    package var archiveURL: String? { entry.archive?.url.value }
    package var archiveDate: DateView? { entry.archive?.date.map { page.date($0.value, of: Int(handle.scope)) } }
    package var originWords: String? { entry.origin.map { page.words.words($0.value) } }
    package var relationWords: String? { entry.relation.map { page.words.words($0.value) } }
    package var originInline: String? { entry.origin.map { page.words.inlineWords($0.value) } }
    package var relationInline: String? { entry.relation.map { page.words.inlineWords($0.value) } }
    package var languageWords: String? { entry.language.map { page.words.languageName($0.value) } }
    package var summary: String? { entry.head.summary?.value }

    package var backlinks: [LinkView] {
        if isFull { return [] }
        var seen: Set<Route> = []
        let links = page.contents.places(citing: handle).compactMap(page.link(backTo:))
            .filter { seen.insert($0.route).inserted }
        guard links.count > 1 else { return links }
        let counts = links.reduce(into: [:]) { $0[$1.title, default: 0] += 1 }
        var numbers: [String: Int] = [:]
        // Links of one name are numbered: each leads to another place.
        return links.map { link in
            guard counts[link.title, default: 0] > 1 else { return link }
            numbers[link.title, default: 0] += 1
            let number = String(numbers[link.title, default: 0])
            return LinkView(
                title: page.words(.placeOfSeveral, ["title": link.title, "number": number]), route: link.route)
        }
    }

    private var allQuotes: [EventIndex.SourceQuote] {
        if let index = page.index { return index.quotes[handle] ?? [] }
        if handle.isShared { return page.context.indexes.flatMap { $0.quotes[handle] ?? [] } }
        return []
    }

    /// "Two quotes found word for word": the same number on every page; nil where none was found.
    package var quotesWords: String? {
        let count = Set(allQuotes.compactMap { page.site.quotation(of: $0.entry) }).count
        return count > 0 ? page.words(.quotesFound, count: count, ["number": page.words.number(count)]) : nil
    }

    /// "Cited in two places on this page"
    package var citedInWords: String { counted(.citedInPlaces, backlinks.count) }
    /// "Cited by two entries"
    package var citedByWords: String { counted(.citedByEntries, citedBy.count) }

    private func counted(_ word: Word, _ count: Int) -> String {
        page.words(word, count: count, ["number": page.words.number(count)])
    }

    package var quotes: [SourceQuoteView] {
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

    package var citedBy: [KindLinkView] {
        guard isFull else { return [] }
        let indexes = page.index.map { [$0] } ?? page.context.indexes
        return indexes.flatMap { $0.citedBy[handle] ?? [] }.map { KindLinkView(handle: $0, page: page) }
    }
}

extension Site {
    /// Whether the words of an entry are those of a statement that is translated, and whose original is not recorded.
    func isUnsearchedTranslation(_ entry: AnyHandle) -> Bool {
        let statement: Handle<Statement>? =
            entry.typed() ?? entry.typed(Demand.self).flatMap { self[$0].statement?.target }
            ?? entry.typed(Response.self).flatMap { self[$0].statements.first?.target }
            ?? entry.typed(Threat.self).flatMap { self[$0].statement?.target }
        return statement.map { self[$0].words != nil && self[$0].searchedWords == nil } ?? false
    }

    /// The quotation that an entry has: its words; those of the statement where they are a part of what that quotes.
    package func quotation(of entry: AnyHandle) -> String? {
        func quotation(_ words: String?, _ statement: Handle<Statement>?) -> String? {
            guard let words else { return nil }
            let whole = statement.flatMap { self[$0].words?.value }
            return whole?.contains(bytesOf: words) == true ? whole : words
        }
        if let statement = entry.typed(Statement.self) { return self[statement].words?.value }
        if let demand = entry.typed(Demand.self).map({ self[$0] }) {
            return quotation(demand.words?.value, demand.statement?.target)
        }
        if let response = entry.typed(Response.self).map({ self[$0] }) {
            return quotation(response.words?.value, response.statements.first?.target)
        }
        if let threat = entry.typed(Threat.self).map({ self[$0] }) {
            return quotation(threat.words?.value, threat.statement?.target)
        }
        return nil
    }
}

/// A quote found in the text kept of a source, and the entries that hold it.
package struct SourceQuoteView {
    package let words: String
    package var entries: [KindLinkView]
}

/// A change that readers are told of.
package struct CorrectionView {
    package let correction: Correction
    package let handle: AnyHandle
    package let page: PageContext

    package init(correction: Correction, handle: AnyHandle, page: PageContext) {
        self.correction = correction
        self.handle = handle
        self.page = page
    }

    package var date: DateView { page.date(correction.date.value, of: page.context.scope(of: handle)) }
    package var kind: String { correction.kind.value.rawValue }
    package var kindWords: String { page.words.words(correction.kind.value) }
    package var text: Passage { Passage(correction.text, of: page.site.head(of: handle)) }
    package var title: String { KindLinkView(handle: handle, page: page).title }
    package var route: Route { KindLinkView(handle: handle, page: page).route }
    package var eventTitle: String? {
        guard !page.site.isOneEvent, page.event == nil else { return nil }
        let event = handle.kind == .event ? Int(handle.index) : Int(handle.scope)
        return event >= 0 && handle.kind != .page ? page.site.events[event].displayName : nil
    }
}
