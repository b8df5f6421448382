import Model
import Templates

/// The names that every page's template may use.
struct CommonRoot: TemplateView {
    let context: PageContext

    var page: PageView { PageView(page: context) }

    /// An event's page, and the pages of its entries, always have one.
    var event: EventView { EventView(event: context.event ?? 0, page: context) }
    var optionalEvent: EventView? { context.event.map { EventView(event: $0, page: context) } }
    /// As many as a page that is not about them can bear.
    var newestEvents: [EventView] {
        context.context.newestEvents.prefix(20).map { EventView(event: $0, page: context) }
    }
    var hasMoreEvents: Bool { context.site.events.count > 20 }

    static let record = RecordType<CommonRoot>("common_root", "What every page has.")
        .record("site", "The whole site.") { SiteView(page: $0.context) }
        .record("page", "The page itself.") { $0.page }
        .sharing("site")
}

struct HomeRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<HomeRoot>("home_page", "Names on the home page.")
        .fields(of: CommonRoot.record) { $0.common }
        .record("home", "What the home page shows.") {
            HomeView(page: $0.common.context, part: $0.common.page.plan.part)
        }
}

struct EventRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<EventRoot>("event_page", "Names on an event's page and its timeline.")
        .fields(of: CommonRoot.record) { $0.common }
        .record("event", "The event.") { $0.common.event }
}

struct PartyRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Party>
    static let record = RecordType<PartyRoot>("party_root", "Names on a party's page.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for a party that events share.") { $0.common.optionalEvent }
        .record("party", "The party.") { PartyPageView(handle: $0.handle, page: $0.common.context) }
}

struct PersonRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Person>
    static let record = RecordType<PersonRoot>("person_root", "Names on a person's page.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for a person that events share.") { $0.common.optionalEvent }
        .record("person", "The person.") { PersonPageView(handle: $0.handle, page: $0.common.context) }
}

struct DemandRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Demand>
    static let record = RecordType<DemandRoot>("demand_root", "Names on a demand's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("demand", "The demand.") { DemandView(handle: $0.handle, page: $0.common.context) }
}

struct ResponseRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Response>
    static let record = RecordType<ResponseRoot>("response_root", "Names on a response's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("response", "The response.") { ResponseView(handle: $0.handle, page: $0.common.context) }
}

struct ThreatRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Threat>
    static let record = RecordType<ThreatRoot>("threat_root", "Names on a threat's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("threat", "The threat.") { ThreatView(handle: $0.handle, page: $0.common.context) }
}

struct StatementRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Statement>
    static let record = RecordType<StatementRoot>("statement_root", "Names on a statement's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("statement", "The statement.") { StatementView(handle: $0.handle, page: $0.common.context) }
}

struct TermsRoot: TemplateView {
    let common: CommonRoot
    let terms: [Handle<Term>]
    static let record = RecordType<TermsRoot>("terms_root", "Names on a glossary.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for terms that events share.") { $0.common.optionalEvent }
        .record("glossary", "The terms.") { GlossaryView(terms: $0.terms, page: $0.common.context) }
}

struct SourcesRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<SourcesRoot>("sources_root", "Names on a list of sources.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for sources that events share.") { $0.common.optionalEvent }
        .record("bibliography", "The sources.") { root in
            let page = root.common.context
            return BibliographyView(
                sources: page.contents.sources.enumerated().map {
                    SourceView(handle: $1, number: $0 + 1, page: page, isFull: true)
                })
        }
}

struct CorrectionsRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<CorrectionsRoot>("corrections_root", "Names on the list of corrections.")
        .fields(of: CommonRoot.record) { $0.common }
        .list("corrections", "Corrections of the whole site, newest first; a hundred a page.") { root in
            let page = root.common.context
            let changes = page.context.correctionChanges
            return changes[ListPart.range(root.common.page.plan.part, of: changes.count)].compactMap { change in
                change.correction.map { CorrectionView(correction: $0, handle: change.handle, page: page) }
            }
        }
        .optionalText("part_words", "“Corrections 101 to 200 of 250”, where they take several pages.") { root in
            root.common.page.partWords(root.common.page.plan.part)
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

struct FreePageRoot: TemplateView {
    let common: CommonRoot
    let index: Int
    static let record = RecordType<FreePageRoot>("free_page_root", "Names on a free page.")
        .fields(of: CommonRoot.record) { $0.common }
        .record("free_page", "The page's content.") { FreePageView(index: $0.index, page: $0.common.context) }
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

/// What each kind of page's template may use.
package let siteSchema = Schema(
    pages: [
        .init("home", file: "home.html", root: HomeRoot.self, "The home page of a site about many events."),
        .init("event", file: "event.html", root: EventRoot.self, "An event's page."),
        .init("party", file: "party.html", root: PartyRoot.self, "A party's page."),
        .init("person", file: "person.html", root: PersonRoot.self, "A person's page."),
        .init("demand", file: "demand.html", root: DemandRoot.self, "A demand's page."),
        .init("response", file: "response.html", root: ResponseRoot.self, "A refusal's or another response's page."),
        .init("threat", file: "threat.html", root: ThreatRoot.self, "A threat's page."),
        .init("statement", file: "statement.html", root: StatementRoot.self, "A statement's page."),
        .init("timeline", file: "timeline.html", root: EventRoot.self, "An event's timeline."),
        .init("terms", file: "terms.html", root: TermsRoot.self, "A glossary."),
        .init("sources", file: "sources.html", root: SourcesRoot.self, "A list of sources."),
        .init("corrections", file: "corrections.html", root: CorrectionsRoot.self, "All corrections of the site."),
        .init("search", file: "search.html", root: EventsRoot.self, "The search page."),
        .init("not-found", file: "404.html", root: EventsRoot.self, "The page for addresses that lead nowhere."),
        .init("page", file: "page.html", root: FreePageRoot.self, "A free page."),
        .init("redirect", file: "redirect.html", root: RedirectRoot.self, "An old address that leads to a new one."),
    ], words: TemplateWords(.english))
