import Model
import Presenting
import Templates

extension PageType {
    static let home = PageType(
        OutputKind(
            "home", .page,
            .site { facts in
                facts.site.isOneEvent ? [] : ListPart.paths(SitePlan.home, items: facts.site.events.count)
            },
            anchors: { page in
                ["disputes"] + (page.page.part == 0 && !page.log.changes.isEmpty ? ["changes"] : [])
            }, optionalAnchors: { ["deadlines", "open", "over"] + $0.footSections }),
        "The home page of a site about many events.",
        list: List(words: .disputesPart) { $0.site.events.count },
        subject: { _, _ in .home }, gather: { gatherer, _ in gatherer.home() }
    ) {
        HomeRoot(common: $0)
    }
}

struct HomeRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<HomeRoot>("home_page", "Names on the home page.")
        .fields(of: CommonRoot.record) { $0.common }
        .record("home", "What the home page shows.") {
            HomeView(page: $0.common.context, part: $0.common.page.output.part)
        }
}
