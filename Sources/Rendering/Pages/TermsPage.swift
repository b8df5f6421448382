import Model
import Presenting
import Templates

extension PageType {
    static let terms = PageType(
        OutputKind(
            "terms", .page, .scopes(name: "terms.html") { !$0.entries(of: $1).terms.isEmpty },
            telling: OutputKind.Told(.term, prefix: "term-"),
            anchors: { $0.ids(.term, scope: $0.page.scope) }, optionalAnchors: { _ in ["sources"] }),
        "A glossary.", title: .terms,
        subject: { output, _ in .terms(scope: output.scope) },
        gather: { $0.terms($1.scope) }
    ) {
        TermsRoot(common: $0, terms: $0.context.contents.terms)
    }
}

struct TermsRoot: TemplateView {
    let common: CommonRoot
    let terms: [Handle<Term>]
    static let record = RecordType<TermsRoot>("terms_root", "Names on a glossary.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for terms that events share.") { $0.common.optionalEvent }
        .record("glossary", "The terms.") { GlossaryView(terms: $0.terms, page: $0.common.context) }
}
