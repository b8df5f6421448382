import Model
import Presenting
import Reading
import Templates

/// What every page may say of the site.
struct SiteView {
    let page: PageContext

    var settings: SiteSettings { page.site.settings }

    func policy(_ policy: SiteSettings.Policy) -> Address? {
        page.context.policies.first { $0.policy == policy }?.target.address
    }
}

extension SettingTarget {
    package var address: Address {
        switch self {
        case .route(let route): route.address
        case .external(let url): .external(url)
        }
    }
}

extension AuthorView: TemplateView {
    package static let record = RecordType<AuthorView>("author", "Somebody who wrote the site, an event or a page.")
        .text("name", "The name.") { $0.name }
        .optionalURL("url", "Their page, or an address elsewhere.") { $0.target?.address }
}

struct PublisherView: TemplateView {
    let publisher: SiteSettings.Publisher

    static let record = RecordType<PublisherView>("publisher", "Who publishes the site.")
        .text("name", "The name.") { $0.publisher.name.value }
        .optionalURL("url", "The address.") { $0.publisher.url.map { .external($0.value) } }
}

/// The publisher's logo, as high as a line of the header.
struct LogoView: TemplateView {
    let path: String
    /// The picture for dark pages; nil if it is the same.
    let darkPath: String?
    let width: Int

    static let height = 24

    /// Nil where there is none, or none whose size is known: a page must not move when it arrives.
    init?(_ page: PageContext) {
        guard let logo = page.site.settings.publisher?.logo?.value, let path = contentPath(logo, relativeTo: "site.md"),
            let size = page.context.imageSizes[path]
        else { return nil }
        self.path = path
        darkPath = page.site.settings.publisher?.darkLogo.flatMap { contentPath($0.value, relativeTo: "site.md") }
            .flatMap { page.site.hasAsset($0) ? $0 : nil }
        width = max((size.width * Self.height + size.height / 2) / size.height, 1)
    }

    static let record = RecordType<LogoView>("logo", "The publisher's logo.")
        .url("url", "The picture.") { .site($0.path) }
        .optionalURL("dark_url", "The picture for dark pages.") { $0.darkPath.map { .site($0) } }
        .number("width", "Its width where it is as high as a line, in pixels.") { $0.width }
        .number("height", "That height.") { _ in height }
}

struct PoliciesView: TemplateView {
    let site: SiteView

    static let record = RecordType<PoliciesView>("policies", "Where readers find how the publisher works.")
        .optionalURL("corrections", "On corrections.") { $0.site.policy(.corrections) }
        .optionalURL("ethics", "On ethics.") { $0.site.policy(.ethics) }
        .optionalURL("sources", "On sources.") { $0.site.policy(.sources) }
        .optionalURL("feedback", "How to write to the publisher.") { $0.site.policy(.feedback) }
        .optionalURL("imprint", "Who is responsible.") { $0.site.policy(.imprint) }
        .optionalURL("privacy", "On privacy.") { $0.site.policy(.privacy) }
        .optionalURL("terms", "The terms of use.") { $0.site.policy(.terms) }
        .optionalURL("licence", "The licence of texts and data.") { $0.site.policy(.licence) }
}

extension SiteView: TemplateView {
    static let record = RecordType<SiteView>("site", "The whole site.")
        .text("title", "Its title.") { $0.settings.title.value }
        .ownData(
            "extra", "The writer’s own data: `extra` of site.md.", { OwnDataView.items(of: $0.settings.extra) },
            { OwnValuesView($0.settings.extra, in: "site.md", scope: -1, page: $0.page) }
        )
        .text("language", "Its language, as a BCP 47 tag.") { $0.settings.language.value }
        .optionalText("description", "What it is.") { $0.settings.description?.value }
        .url("url", "Its home page.") { _ in .site(SitePlan.home) }
        .optionalURL("base_url", "Where it is published; absent if site.md does not say so.") {
            $0.settings.baseURL.map { .external($0.value) }
        }
        .text("color_schemes", "The colours that pages have, for `<meta name=\"color-scheme\">`: `light dark`.") {
            ($0.settings.appearance?.value ?? .auto).colorSchemes
        }
        .truth("is_single_event", "Whether it is about one event, whose page is the home page.") {
            $0.page.site.isOneEvent
        }
        .list("authors", "Who wrote it, if an event or a page does not say so.") { $0.page.context.siteAuthors }
        .optionalRecord("publisher", "Who publishes it.") { $0.settings.publisher.map { PublisherView(publisher: $0) } }
        .optionalRecord("logo", "The publisher's logo, where it is a picture in `content/`.") { LogoView($0.page) }
        .optionalURL("theme_url", "The site's own stylesheet, `content/theme.css`, where there is one.") {
            $0.page.site.hasAsset(ThemeFile.own) ? $0.page.context.address(ofFile: ThemeFile.own) : nil
        }
        .record("policies", "Where readers find how the publisher works.") { PoliciesView(site: $0) }
        .url("corrections_url", "All corrections.") { $0.page.route(to: .corrections).address }
        .url("search_url", "The search page.") { $0.page.route(to: .search).address }
        .url("feed_url", "The feed of updates and corrections.") { $0.page.route(to: .feed).address }
}

extension NavigationItemView: TemplateView {
    package static let record = RecordType<NavigationItemView>("nav_item", "A link of the site's navigation.")
        .text("title", "The words.") { $0.title }
        .url("url", "Where it leads.") { $0.route?.address ?? .external($0.url ?? "#") }
        .truth("is_current", "Whether it leads to this page.") { $0.isCurrent }
}

extension ChangeView: TemplateView {
    package static let record = RecordType<ChangeView>("change", "A line of what changed lately.")
        .record("date", "When.") { $0.date }
        .text("kind_words", "“Refusal”, “Deadline moved”, “Correction”.") { $0.kindWords }
        .text("anchor", "The id of its element.") { $0.anchor }
        .text("title", "The entry.") { $0.title }
        .url("url", "Its page.") { $0.route.address }
        .optionalText("note", "What the title leaves out: “answer to: Pay”, “threat by the ministry”.") { $0.note }
        .optionalText("dispute", "Which dispute it is of, on pages of several.") { $0.dispute }
        .optionalText("text", "What was changed, without markup.") { $0.text }
}

extension HomeView: TemplateView {
    package static let record = RecordType<HomeView>("home", "The home page of a site about many events.")
        .list("sections", "The introduction.") { $0.page.sections($0.introduction) }
        .list("events", "By last change, newest first; a hundred a page.") { $0.events }
        .list("open", "Those of them that may go on.") { $0.open }
        .list("over", "Those that were settled or ended.") { $0.over }
        .list("years", "The same by the year in which they ended, latest first.") { $0.years }
        .truth("has_many", "Whether the site has twenty disputes or more.") { $0.hasMany }
        .list("deadlines", "The next five deadlines of all disputes that have not passed.") { $0.deadlines }
        .optionalText("part_words", "“Disputes 101 to 200 of 250”, where they take several pages.") { $0.partWords }
        .list("changes", "What changed lately, newest first.") { $0.changes }
}

extension HomeView.Year: TemplateView {
    package static let record = RecordType<HomeView.Year>("home_year", "The disputes that ended in a year.")
        .number("year", "The year; 0 for those without a date.") { $0.year }
        .list("events", "By last change, newest first.") { $0.events }
}

extension AheadView: TemplateView {
    package static let record = RecordType<AheadView>("ahead", "A deadline that lies ahead.")
        .record("date", "The deadline.") { $0.date }
        .record("demand", "The demand.") { $0.demand }
        .record("event", "Its dispute.") { $0.event }
}

extension FreePageView: TemplateView {
    package static let record = RecordType<FreePageView>("free_page", "A page of the writer's own.")
        .text("id", "Its id.") { $0.id }
        .text("title", "Its title.") { $0.title }
        .ofHead()
        .optionalText("summary", "Its summary.") { $0.summary }
        .list("sections", "Its body.") { $0.page.sections($0.body) }
}

struct RedirectView: TemplateView {
    let target: Route
    let title: String
    let page: PageContext

    static let record = RecordType<RedirectView>("redirect", "An old address that leads to a new one.")
        .url("url", "The new address.") { $0.target.address }
        .text("refresh", "For `<meta http-equiv=\"refresh\">`.") { "0; url=" + $0.page.link($0.target) }
        .text("title", "The title of the page it leads to.") { $0.title }
}

struct BibliographyView: TemplateView {
    let sources: [SourceView]

    static let record = RecordType<BibliographyView>(
        "bibliography", "All sources of an event, or those that events share."
    )
    .list("sources", "By number.") { $0.sources }
    .number("count", "How many.") { $0.sources.count }
}
