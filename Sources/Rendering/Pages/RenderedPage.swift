import Exporting
import Model
import Presenting
import Templates

/// A page as its template sees it, with the data for machines in its head.
struct RenderedPage: TemplateView {
    let view: PageView
    let type: PageType
    let exports: ExportContext

    private var headData: [UInt8] {
        let output = view.output
        return exports.headData(
            for: PageHead(
                type.subject(output, exports.plan), part: output.part, scope: view.page.event ?? -1, path: output.path,
                title: view.title,
                description: view.description, language: view.language, updated: view.toldUntil,
                isUpdated: view.isUpdated, authors: view.authors,
                crumbs: view.breadcrumbs.map { PageHead.Crumb(title: $0.title, route: $0.route) },
                previous: view.previous?.route, next: view.next?.route))
    }

    /// Nil on pages that nobody cites.
    private var citation: String? {
        let subject = type.subject(view.output, exports.plan)
        if subject == .search || subject == .notFound { return nil }
        return Citation(
            exports, scope: view.page.event ?? -1, title: view.title, path: view.output.path, updated: view.toldUntil,
            isUpdated: view.isUpdated,
            language: view.language, authors: view.authors.map(\.name)
        ).text
    }

    private var canonicalAddress: Address? {
        let output = view.output
        switch type.subject(output, exports.plan) {
        case .notFound: return nil
        case .redirect(let target), .embed(let target): return exports.address.map { .external($0.url(of: target)) }
        default: return exports.address.map { .external($0.url(of: Route(output.path))) }
        }
    }

    /// The page that this one shows a part of, for other sites; nil for other pages.
    private var wholeAddress: Address? {
        if case .embed(let whole) = type.subject(view.output, exports.plan) { whole.address } else { nil }
    }

    private var embeds: [EmbedView] {
        guard let entry = view.output.entry else { return [] }
        return exports.embeds(of: entry).map { EmbedView(embed: $0, entry: entry, exports: exports) }
    }

    static let record = RecordType<RenderedPage>("page", "The page itself.")
        .choice("kind", "The kind of page.", PageType.all.map(\.kind.name)) { $0.view.kind }
        .text("title", "The words of its heading.") { $0.view.title }
        .text("full_title", "For `<title>`.") { $0.view.fullTitle }
        .optionalText("description", "What it says of itself, in a few sentences; no other page says the same.") {
            $0.view.description
        }
        .text("language", "Its language, as a BCP 47 tag.") { $0.view.language }
        .text("direction", "`ltr` or `rtl`.") { $0.view.direction }
        .html("head_data", "Links and data for machines, in the head; may be empty.") { HTML(trusting: $0.headData) }
        .url("url", "Its own address.") { .site($0.view.output.path) }
        .optionalURL("canonical_url", "Its own address in full; absent without a `base_url`, and on 404.html.") {
            $0.canonicalAddress
        }
        .url("stylesheet_url", "The stylesheet.") { $0.view.page.context.address(ofFile: ThemeFile.stylesheet) }
        .url("enhance_url", "The script that adds copying of links and filters.") {
            $0.view.page.context.address(ofFile: ThemeFile.enhancement)
        }
        .url("icon_url", "The icon.") { _ in .site(ThemeFile.icon) }
        .url("search_script_url", "The search script.") { $0.view.page.context.address(ofFile: ThemeFile.search) }
        .url("search_index_url", "What the search script searches.") {
            .site($0.view.page.route(to: .searchIndex).path, version: $0.exports.searchIndexVersion)
        }
        .list("navigation", "The site's and the event's main pages.") { $0.view.navigation }
        .list("breadcrumbs", "From the top to the parent, without the page itself.") { $0.view.breadcrumbs }
        .optionalText("kicker", "What kind of page it is, in words: “Demand 1 of 2”.") { $0.view.kicker }
        .list("authors", "Who wrote it: the page's, the event's or the site's authors.") { $0.view.authors }
        .record("updated", "When its content was last updated; else the date of what it tells last.") {
            $0.view.updated
        }
        .truth("is_updated", "Whether somebody wrote when it was updated or corrected.") { $0.view.isUpdated }
        .optionalRecord("as_of", "The record's date.") { $0.view.asOf }
        .optionalRecord("previous", "The entry of the same kind before it, or the page of the list before it.") {
            $0.view.previous
        }
        .optionalRecord("next", "The entry of the same kind after it, or the page of the list after it.") {
            $0.view.next
        }
        .number("number", "Which page of its list it is, from 1; 1 where there is no such list.") { $0.view.number }
        .number("count", "How many pages its list takes.") { $0.view.count }
        .list("sources", "The numbered sources that it cites.") { $0.view.sources }
        .list("terms", "Terms to be explained at its foot.") { $0.view.terms }
        .list("corrections", "Corrections of its entry, newest first.") { $0.view.corrections }
        .number("corrections_count", "Corrections of its event, outside events of the site.") {
            $0.view.correctionsCount
        }
        .optionalURL("sources_url", "The event's list of sources, else the site's.") { $0.view.sourcesRoute?.address }
        .optionalURL("terms_url", "The event's glossary, else the site's.") { $0.view.termsRoute?.address }
        .optionalURL("data_url", "The event as data.") { $0.view.dataRoute?.address }
        .optionalText(
            "citation", "How the page is cited, in a sentence with its address; absent on pages that nobody cites."
        ) {
            $0.citation
        }
        .optionalURL("whole_url", "On a page for frames on other sites, the page that it shows a part of.") {
            $0.wholeAddress
        }
        .list("embeds", "What other sites may show of it; empty unless `site.md` has `embeds: true`.") { $0.embeds }
        .list("tables", "On an event's page, its data as tables (CSV).") { $0.view.tables }
        .optionalURL("card_url", "The event as one picture to share, an SVG.") { $0.view.cardRoute?.address }
        .optionalURL("calendar_url", "The event's deadlines as a calendar; outside events those of the site.") {
            $0.view.calendarRoute?.address
        }
        .optionalURL("calendar_subscription_url", "The same, for programs that subscribe to it; needs `base_url`.") {
            $0.view.subscriptionAddress.map { .external($0) }
        }
        .url("feed_url", "The feed of what changed in the event; outside events in the site.") {
            $0.view.feedRoute?.address ?? $0.view.page.route(to: .feed).address
        }
}
