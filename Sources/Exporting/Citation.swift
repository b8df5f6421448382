import Bytes
import Model
import Presenting

/// How a page is cited: in a sentence, and as data for programs that keep references (CSL-JSON, an array of one item).
package struct Citation {
    let context: ExportContext
    let title: String
    /// From the site's root.
    let path: String
    let updated: EventDate
    /// The zone of the event that the page belongs to, or the site's.
    private let zone: ClockZone
    /// Whether somebody wrote that it was updated then; else that is the date of what it tells last.
    let isUpdated: Bool
    /// BCP 47.
    let language: String
    let isArticle: Bool
    /// The names of those who wrote the page; the publisher stands for them where nobody is named.
    let authors: [String]

    package init(
        _ context: ExportContext, scope: Int = -1, title: String, path: String, updated: EventDate, isUpdated: Bool,
        language: String, isArticle: Bool = false, authors: [String] = []
    ) {
        self.context = context
        zone = context.site.zone(ofScope: scope)
        self.title = title
        self.path = path
        self.updated = updated
        self.isUpdated = isUpdated
        self.language = language
        self.isArticle = isArticle
        self.authors = authors
    }

    private var address: String? { context.address?.url(of: Route(path)) }

    /// "The Desk. “Raise pay by 5 %”. Disputes, 5 March 2026. https://example.org/demands/pay.html"
    package var text: String {
        let day = updated.lastNamed.words(
            in: zone, style: .dayOnly, language: context.words.dates)
        let date = isUpdated ? day : context.words(.asOf, ["date": day])
        let site = context.site.settings.title.value
        let words = context.words
        let author = authors.isEmpty ? context.site.settings.publisher?.name.value : words.list(authors)
        let text =
            switch (author, title == site) {
            case (let author?, false):
                words(.citationBy, ["author": author, "title": title, "site": site, "date": date])
            case (let author?, true): words(.citationOfSiteBy, ["author": author, "site": site, "date": date])
            case (nil, false): words(.citation, ["title": title, "site": site, "date": date])
            case (nil, true): words(.citationOfSite, ["site": site, "date": date])
            }
        return address.map { text + " " + $0 } ?? text
    }

    package var data: [UInt8] {
        let settings = context.site.settings
        let publisher = settings.publisher?.name.value ?? settings.title.value
        let address = address
        var json = JSONWriter(capacity: 1_024)
        json.openArray()
        json.openObject()
        json.member("id", address ?? path)
        json.member("type", literal: isArticle ? "article" : "webpage")
        json.member("title", title)
        json.member("container-title", settings.title.value)
        json.array("author") { json in
            for author in authors.isEmpty ? [publisher] : authors { json.object { $0.member("literal", author) } }
        }
        json.member("publisher", publisher)
        if isUpdated {
            json.object("issued") { json in
                json.array("date-parts") { json in
                    json.array { json in for part in dateParts { json.number(part) } }
                }
            }
        }
        json.member("language", language)
        json.member("URL", address)
        json.closeObject()
        json.closeArray()
        return json.bytes
    }

    /// Year, month and day, as far as they are known.
    private var dateParts: [Int] {
        let point = updated.last
        let (year, month, day) = point.firstDay(in: zone).parts
        switch point.precision {
        case .year, .someMonth, .someDayOfYear: return [year]
        case .month, .someDay: return [year, month]
        case .day, .minute, .second: return [year, month, day]
        }
    }
}
