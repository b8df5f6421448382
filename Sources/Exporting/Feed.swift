import Bytes
import Model
import Presenting

/// What a feed tells: what changed in the site, or in one event, newest first. Atom and JSON Feed are written from it.
///
/// A day is given as its noon in UTC: readers whose clocks differ from it by up to twelve hours see the same day.
struct Feed {
    /// The most changes that a feed tells of.
    static let limit = 50

    struct Author {
        let name: String
        /// Absolute.
        let url: String?
    }

    struct Item {
        let id: String
        let text: ChangeText
        /// RFC 3339.
        let date: String
        let route: Route
        /// BCP 47.
        let language: String
        /// Who wrote what changed; empty where they are those of the whole feed.
        let authors: [Author]
    }

    let id: String
    let title: String
    let description: String?
    /// The page whose changes it tells.
    let home: Route
    let language: String
    let authors: [Author]
    let items: [Item]
    /// RFC 3339: the date of the newest item.
    let updated: String

    /// - Parameter scope: an event's index, or -1 for the site.
    init(_ context: ExportContext, scope: Int) {
        let site = context.site
        let names = UniqueNames(context)
        let isWhole = scope < 0
        let news = context.log.news
        let shown = (isWhole ? Array(news.indices) : context.log.newsByEvent[scope]).prefix(Feed.limit)
        items = shown.map { index in
            let change = news[index]
            return Item(
                id: names.uri(of: context.lasting.news[index]),
                text: context.text(of: change, namingDispute: isWhole && !site.isOneEvent),
                date: Feed.moment(of: change.date), route: context.route(of: change.handle),
                language: context.language(of: change.handle),
                authors: isWhole ? context.feedAuthors(of: change.handle) : [])
        }
        authors = context.feedAuthors(ofScope: scope)
        updated = items.map(\.date).max() ?? MachineDate.noon(CivilDay(number: 0))
        let settings = site.settings
        if isWhole {
            id = context.address?.base ?? names.uri(of: LastingName(day: CivilDay(number: 0), name: "feed"))
            title = settings.title.value
            description = settings.description?.value
            home = Route(SitePlan.home)
            language = settings.language.value
        } else {
            let event = site.events[scope]
            home = context.route(of: AnyHandle(.event, scope: -1, index: scope))
            let folder = site.firstPrefix(ofScope: scope)
            id =
                context.address?.url(of: Route(folder + SitePlan.home))
                ?? names.uri(of: LastingName(day: CivilDay(number: 0), name: folder + "feed"))
            title = context.words(.feedOf, ["title": event.title.value])
            description = event.head.summary?.value
            language = site.language(ofEvent: scope)
        }
    }

    /// A clock time in UTC, else noon of the day, or of the first day that a vague date names.
    private static func moment(of date: EventDate) -> String {
        date.first.hasClock ? MachineDate.instant(date.first.instant) : MachineDate.noon(date.first.firstDay)
    }
}

extension ExportContext {
    /// Who wrote the site or an event; its publisher, if nobody is named.
    fileprivate func feedAuthors(ofScope scope: Int) -> [Feed.Author] {
        let named = (scope < 0 ? views.siteAuthors : views.authors(of: nil, event: scope)).map(feedAuthor)
        return named.isEmpty ? [Feed.Author(name: author.name, url: author.url)] : named
    }

    /// Who wrote a page or an event, if it names authors of its own.
    fileprivate func feedAuthors(of handle: AnyHandle) -> [Feed.Author] {
        if handle.kind == .page { return views.authors(of: handle, event: nil).map(feedAuthor) }
        guard let event = handle.event, !site.events[event].authors.isEmpty else { return [] }
        return views.authors(of: nil, event: event).map(feedAuthor)
    }

    private func feedAuthor(_ author: AuthorView) -> Feed.Author {
        switch author.target {
        case .route(let route)?: Feed.Author(name: author.name, url: address?.url(of: route))
        case .external(let url)?: Feed.Author(name: author.name, url: url)
        case nil: Feed.Author(name: author.name, url: nil)
        }
    }

    /// Who writes the site, with an address if there is one.
    var author: (name: String, url: String?) {
        let publisher = site.settings.publisher
        return (publisher?.name.value ?? site.settings.title.value, publisher?.url?.value)
    }
}
