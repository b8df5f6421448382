import Model
import Presenting
import Templates

extension PageType {
    static let response = PageType(
        OutputKind(
            "response", .page, .entries(.response), anchors: { $0.own + $0.corrections },
            optionalAnchors: \.footSections),
        "A refusal's or another response's page.",
        kicker: { view in
            view.output.entry.map { KindLinkView(handle: $0, page: view.page).kindWords }
        },
        gather: { $0.response($1.own(), isOwn: true) }
    ) {
        ResponseRoot(common: $0, handle: $0.context.output.own())
    }
}

struct ResponseRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Response>
    static let record = RecordType<ResponseRoot>("response_root", "Names on a response's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("response", "The response.") { ResponseView(handle: $0.handle, page: $0.common.context) }
}
