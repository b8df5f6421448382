import Bytes
import Model
import Presenting

/// What a feed tells: what changed in the site, or in one event, newest first. Atom and JSON Feed are written from it.
///
/// A day is given as its noon in UTC: readers whose clocks differ from it by up to twelve hours see the same day.
struct Feed {
    /// The most changes that a feed tells of.
    static let limit = 50

    struct Item {
        let id: String
        let text: ChangeText
        /// RFC 3339.
        let date: String
        let route: Route
        /// BCP 47.
        let language: String
    }

    let id: String
    let title: String
    let description: String?
    /// The page whose changes it tells.
    let home: Route
    let language: String
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
                id: names.uri(of: context.lasting.news[index]), text: context.text(of: change),
                date: Feed.moment(of: change.date), route: context.route(of: change.handle),
                language: context.language(of: change.handle))
        }
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
            id =
                context.address?.url(of: home)
                ?? names.uri(of: LastingName(day: CivilDay(number: 0), name: event.folder + "/feed"))
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
    /// Who writes the site, with an address if there is one.
    var author: (name: String, url: String?) {
        let publisher = site.settings.publisher
        return (publisher?.name.value ?? site.settings.title.value, publisher?.url?.value)
    }
}
