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
    /// BCP 47.
    let language: String
    let isArticle: Bool
    /// The names of those who wrote the page; the publisher stands for them where nobody is named.
    let authors: [String]

    package init(
        _ context: ExportContext, title: String, path: String, updated: EventDate, language: String,
        isArticle: Bool = false, authors: [String] = []
    ) {
        self.context = context
        self.title = title
        self.path = path
        self.updated = updated
        self.language = language
        self.isArticle = isArticle
        self.authors = authors
    }

    private var address: String? { context.address?.url(of: Route(path)) }

    /// "The Desk. “Raise pay by 5 %”. Disputes, 5 March 2026. https://example.org/demands/pay.html"
    package var text: String {
        let date = updated.lastNamed.words(
            in: context.site.zone(ofScope: -1), style: .dayOnly, language: context.words.dates)
        let site = context.site.settings.title.value
        let text =
            (authors.isEmpty ? context.site.settings.publisher?.name.value : context.words.list(authors)).map {
                context.words(.citationBy, ["author": $0, "title": title, "site": site, "date": date])
            } ?? context.words(.citation, ["title": title, "site": site, "date": date])
        return address.map { text + " " + $0 } ?? text
    }

    package var data: [UInt8] {
        let settings = context.site.settings
        let publisher = settings.publisher?.name.value ?? settings.title.value
        let authors = authors.isEmpty ? [publisher] : authors
        let item = JSON.members([
            "id": .string(address ?? path), "type": .string(isArticle ? "article" : "webpage"), "title": .string(title),
            "container-title": .string(settings.title.value),
            "author": .array(authors.map { .members(["literal": .string($0)]) }),
            "publisher": .string(publisher), "issued": .members(["date-parts": .array([.array(dateParts)])]),
            "language": .string(language), "URL": address.map(JSON.string),
        ])
        return JSON.array([item]).encoded()
    }

    /// Year, month and day, as far as they are known.
    private var dateParts: [JSON] {
        let point = updated.last
        let (year, month, day) = point.firstDay.parts
        switch point.precision {
        case .year, .someMonth, .someDayOfYear: return [.number(year)]
        case .month, .someDay: return [.number(year), .number(month)]
        case .day, .minute, .second: return [.number(year), .number(month), .number(day)]
        }
    }
}
