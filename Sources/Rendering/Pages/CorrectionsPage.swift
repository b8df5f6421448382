import Model
import Presenting
import Templates

extension PageType {
    static let corrections = PageType(
        OutputKind(
            "corrections", .page, .site { ListPart.paths("corrections.html", items: $0.corrections) },
            optionalAnchors: \.footSections),
        "All corrections of the site.", title: .corrections,
        list: List(words: .correctionsPart) { $0.log.corrections.count },
        subject: { _, _ in .corrections }, gather: { $0.corrections(part: $1.part) }
    ) {
        CorrectionsRoot(common: $0)
    }
}

struct CorrectionsRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<CorrectionsRoot>("corrections_root", "Names on the list of corrections.")
        .fields(of: CommonRoot.record) { $0.common }
        .list("corrections", "Corrections of the whole site, newest first; a hundred a page.") { root in
            let page = root.common.context
            return page.context.log.corrections(part: page.output.part).compactMap { change in
                change.correction.map { CorrectionView(correction: $0, handle: change.handle, page: page) }
            }
        }
        .optionalText("part_words", "“Corrections 101 to 200 of 250”, where they take several pages.") { root in
            root.common.page.partWords(root.common.page.output.part)
        }
}
