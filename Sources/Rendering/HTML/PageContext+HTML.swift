import Bytes
import Model
import Presenting
import Templates

extension PageContext {
    /// HTML of a field's inline Markdown or of a body, links and citations filled in; no ids.
    func html(_ passage: Passage) -> HTML {
        var renderer = ProseRenderer(page: self, document: passage.document)
        renderer.render(passage.prose)
        return HTML(trusting: renderer.writer.bytes)
    }

    /// A body split at its second-level headings; the first part has no heading where text stands before the first.
    func sections(_ passage: Passage?) -> [SectionView] {
        passage.map { SectionView.rendered($0, page: self) } ?? []
    }

    /// Numbers of the sources that an entry names, as they stand after a text: empty where it names none.
    func citations(_ uses: [SourceUse]) -> HTML {
        if uses.isEmpty { return HTML(trusting: []) }
        var writer = HTMLWriter(capacity: 64 + 64 * uses.count)
        let cited = uses.lazy.compactMap { use in use.source.target.map { (source: $0, at: use.at) } }
        writeCitations(cited, id: nil, to: &writer)
        return HTML(trusting: writer.bytes)
    }

    /// One raised group of source numbers. Ids are only given in a page's own prose, where sources link back to them.
    func writeCitations(
        _ cited: some Sequence<(source: Handle<Source>, at: String?)>, id: Int?, to writer: inout HTMLWriter
    ) {
        var isOpen = false
        for (source, place) in cited {
            guard let number = contents.number(of: source) else { continue }
            if !isOpen {
                writer.markup("\u{2060}<sup class=\"cite\"")
                if let id {
                    writer.markup(" id=\"cite-")
                    writer.number(id)
                    writer.markup("\"")
                }
                writer.markup(">")
                isOpen = true
            }
            writer.markup("<a href=\"#source-")
            if contents.anchorsByID { writer.text(site[source].id) } else { writer.number(number) }
            writer.markup("\" aria-label=\"")
            if let place {
                writer.text(words(.sourceNumberAt, ["number": String(number), "place": place]))
            } else {
                writer.text(words(.sourceNumber, ["number": String(number)]))
            }
            writer.markup("\">[")
            writer.number(number)
            if let place {
                writer.text(words[.listBetween])
                writer.text(place)
            }
            writer.markup("]</a>")
        }
        if isOpen { writer.markup("</sup>") }
    }
}

extension PageContext {
    /// "Found in our copy of source [1]".
    ///
    /// - Parameter isOriginal: whether the words that were looked for are the original of a translation.
    func foundHTML(_ sources: [Handle<Source>], isOriginal: Bool) -> HTML {
        var citations = HTMLWriter()
        writeCitations(sources.map { ($0, nil) }, id: nil, to: &citations)
        var writer = HTMLWriter()
        let isWhole = sources.contains { site[$0].text != nil }
        let word: Word =
            switch (isWhole, isOriginal) {
            case (true, false): .foundInSources
            case (false, false): .foundInExcerpts
            case (true, true): .originalFoundInSources
            case (false, true): .originalFoundInExcerpts
            }
        writer.words(words, word, count: sources.count, ["sources": citations.bytes])
        return HTML(trusting: writer.bytes)
    }
}

extension TimelineItemView {
    /// A moment's body, else its summary; empty for what has a page of its own.
    var html: HTML {
        if let body { return page.html(body) }
        guard let summary else { return HTML(trusting: []) }
        var writer = HTMLWriter()
        writer.markup("<p>")
        writer.text(summary)
        writer.markup("</p>")
        return HTML(trusting: writer.bytes)
    }
}
