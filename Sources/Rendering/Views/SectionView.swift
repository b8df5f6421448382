import Model
import Reading

/// A part of a body under one second-level heading.
struct SectionView {
    let heading: String?
    let anchor: String?
    let html: [UInt8]
    let terms: [TermView]

    static func sections(of prose: Prose, document: String, page: PageContext) -> [SectionView] {
        var result: [SectionView] = []
        var splitter = SectionSplitter(prose)
        var citation = 1
        var known: Set<Handle<Term>> = []
        while let section = splitter.next() {
            var renderer = ProseRenderer(page: page, document: document, nextCitation: citation)
            renderer.render(section.part, of: prose)
            citation = renderer.nextCitation ?? citation
            let terms = renderer.terms.filter { known.insert($0).inserted }
            result.append(
                SectionView(
                    heading: section.heading, anchor: section.anchor, html: renderer.writer.bytes,
                    terms: terms.map { TermView(handle: $0, page: page) }))
        }
        return result
    }
}
