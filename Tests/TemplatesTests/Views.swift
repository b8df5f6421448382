import Templates

/// A small world for tests: people, their children, and a page about them.
struct PersonView: TemplateView {
    var name: String
    var nickname: String?
    var age = 30
    var url: Address = .site("people/x.html")
    var site: Address?
    var biography = HTML("<p>Born.</p>")
    var isActive = true
    var born = CalendarDate(year: 1815, month: 12, day: 10)
    var children: [PersonView] = []
    var tags: [String] = []

    static let record = RecordType<PersonView>("person", "Someone.")
        .text("name", "Full name.") { $0.name }
        .optionalText("nickname", "Where there is one.") { $0.nickname }
        .number("age", "In years.") { $0.age }
        .url("url", "The person's page.") { $0.url }
        .optionalURL("site", "Their own site.") { $0.site }
        .html("biography", "In prose.") { $0.biography }
        .truth("is_active", "Whether still active.") { $0.isActive }
        .date("born", "Day of birth.") { $0.born }
        .list("children", "In order of birth.") { $0.children }
        .texts("tags", "Keywords.") { $0.tags }
}

struct RootView: TemplateView {
    var title = "A <b>title</b>"
    var person = PersonView(name: "Ada")
    var friend: PersonView?
    var people: [PersonView] = []
    var link: Address = .external("https://example.org/?a=1&b=2")
    var text = "plain"
    var count = 3
    var price = 2.5
    var level = 0

    static let record = RecordType<RootView>("root", "A page.")
        .text("title", "The title.") { $0.title }
        .record("person", "Whom the page is about.") { $0.person }
        .optionalRecord("friend", "A friend.") { $0.friend }
        .list("people", "Others.") { $0.people }
        .url("link", "A link.") { $0.link }
        .text("text", "Some text.") { $0.text }
        .number("count", "A number.") { $0.count }
        .decimal("price", "A decimal.") { $0.price }
        .number("level", "How deep.") { $0.level }
}
