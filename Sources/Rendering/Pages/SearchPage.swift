import Model
import Presenting
import Templates

extension PageType {
    static let search = PageType(
        OutputKind("search", .page, .site { _ in ["search.html"] }, isListed: false),
        "The search page.", title: .search, description: .searchInShort,
        subject: { _, _ in .search }
    ) {
        EventsRoot(common: $0)
    }
}

struct EventsRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<EventsRoot>(
        "events_root", "Names on the search page and the page for lost addresses."
    )
    .fields(of: CommonRoot.record) { $0.common }
    .list("events", "The events that changed last, newest first; twenty at most.") { $0.common.newestEvents }
    .truth("has_more_events", "Whether there are more than these.") { $0.common.hasMoreEvents }
}
