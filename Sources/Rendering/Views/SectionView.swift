import Model
import Reading

/// A part of a body under one second-level heading.
struct SectionView {
    let heading: String?
    let anchor: String?
    let html: [UInt8]
    let terms: [TermView]

    static func rendered(
        _ sections: [SectionSplitter.Section], of prose: Prose, document: String, page: PageContext
    ) -> [SectionView] {
        var result: [SectionView] = []
        var citation = 1
        var known: Set<Handle<Term>> = []
        for section in sections {
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
