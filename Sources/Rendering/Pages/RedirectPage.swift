import Model
import Presenting
import Templates

extension PageType {
    static let redirect = PageType(
        .redirect,
        "An old address that leads to a new one.",
        subject: { output, plan in .redirect(plan.target(of: output)) }
    ) {
        let page = $0.context
        let title = page.output.entry.map { KindLinkView(handle: $0, page: page).title } ?? ""
        return RedirectRoot(common: $0, target: page.context.plan.target(of: page.output), title: title)
    }
}

struct RedirectRoot: TemplateView {
    let common: CommonRoot
    let target: Route
    let title: String
    static let record = RecordType<RedirectRoot>("redirect_root", "Names on a redirect.")
        .fields(of: CommonRoot.record) { $0.common }
        .record("redirect", "Where it leads.") {
            RedirectView(target: $0.target, title: $0.title, page: $0.common.context)
        }
}
