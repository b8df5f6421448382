import Model
import Presenting
import Reading

/// A part of a body under one second-level heading.
struct SectionView {
    /// The heading's inlines; nil for the text before the first heading.
    let heading: [UInt8]?
    /// The heading without markup.
    let title: String?
    let anchor: String?
    let html: [UInt8]
    let terms: [TermView]

    static func rendered(_ passage: Passage, page: PageContext) -> [SectionView] {
        let (prose, document) = (passage.prose, passage.document)
        var result: [SectionView] = []
        var citation = 1
        var known: Set<Handle<Term>> = []
        for section in prose.sections {
            var heading = ProseRenderer(page: page, document: document, nextCitation: citation)
            heading.render(prose, section.title)
            var body = ProseRenderer(page: page, document: document, nextCitation: heading.nextCitation)
            body.render(prose, section.body)
            citation = body.nextCitation ?? citation
            let terms = (heading.terms + body.terms).filter { known.insert($0).inserted }
            result.append(
                SectionView(
                    heading: section.heading.map { _ in heading.writer.bytes },
                    title: page.site.title(of: section, in: prose, scope: page.scope),
                    anchor: section.heading?.id, html: body.writer.bytes,
                    terms: terms.map { TermView(handle: $0, page: page) }))
        }
        return result
    }
}
