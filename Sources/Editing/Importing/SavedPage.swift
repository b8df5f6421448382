import Bytes
import Model

/// What a web page that was saved as a file tells about itself as a source, and its text.
package enum SavedPage {
    /// - Parameter bytes: of an HTML file; UTF-8, or windows-1252 where the page says so or is not UTF-8.
    package static func source(in bytes: [UInt8]) -> ImportedSource {
        let text = decoded(bytes)
        let page = HTMLScan(text)
        let data = page.linkedData.compactMap { JSONReader.value(of: Array($0.utf8)) }.flatMap(things)
        let article = data.first { $0.isArticle }
        func meta(_ names: String...) -> String? { names.lazy.compactMap { page.meta[$0]?.first }.first }

        var source = ImportedSource()
        let publisher =
            meta("citation_publisher", "og:site_name", "dc.publisher", "application-name")
            ?? article?["publisher"]?.names.first
        let title = meta("citation_title", "og:title", "dc.title") ?? article?["headline"]?.text ?? page.title
        source.add("title", title.map { withoutName(of: publisher, $0) })
        let isArticle = article != nil || meta("og:type")?.lowercased() == "article"
        source.add("type", article?.sourceType ?? (isArticle ? "article" : title == nil ? nil : "webpage"))
        source.add("publisher", publisher)
        source.add("authors", all: authors(page, article))
        source.add(
            "published",
            date: meta(
                "citation_publication_date", "article:published_time", "dc.date", "dcterms.created", "date",
                "datepublished") ?? article?["datePublished"]?.text)
        source.add("url", [page.canonical, meta("og:url")].lazy.compactMap(\.self).first { $0.hasPrefix("http") })
        source.add("language", page.language)
        source.text = page.text.isEmpty ? nil : page.text
        return source
    }

    /// A title without the name of its site behind it: "Dues | The Gazette".
    private static func withoutName(of publisher: String?, _ title: String) -> String {
        let title = title.collapsed
        guard let name = publisher?.collapsed, !name.isEmpty else { return title }
        for sign in ["|", "-", "–", "—", "·", ":", "»"] where title.hasSuffix(" \(sign) \(name)") {
            return String(title.dropLast(name.count + 3))
        }
        return title
    }

    private static func authors(_ page: HTMLScan, _ article: JSON?) -> [String] {
        for name in ["citation_author", "author", "dc.creator", "article:author"] {
            // Some pages give an author's address.
            let names = (page.meta[name] ?? []).filter { !$0.hasPrefix("http") }
            if !names.isEmpty { return names }
        }
        return article?["author"]?.names ?? []
    }

    /// The things that linked data describes: one, a list, or a graph.
    private static func things(_ json: JSON) -> [JSON] { json.items.flatMap { $0["@graph"]?.items ?? [$0] } }

    private static func decoded(_ bytes: [UInt8]) -> String {
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        let isLatin = ["windows-1252", "iso-8859-1", "latin1"].contains {
            head.contains("charset=\($0)") || head.contains("charset=\"\($0)")
        }
        if !isLatin, let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        for byte in bytes { text.unicodeScalars.append(HTMLEntities.windows1252(byte)) }
        return text
    }
}

extension JSON {
    fileprivate var types: [String] { self["@type"]?.items.compactMap(\.text) ?? [] }
    fileprivate var isArticle: Bool {
        types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    /// The type of source that its type is the name of.
    fileprivate var sourceType: String? {
        if types.contains("NewsArticle") { return "article-newspaper" }
        if types.contains("BlogPosting") { return "post-weblog" }
        if types.contains("SocialMediaPosting") { return "post" }
        return types.contains("Report") ? "report" : nil
    }

    /// Names of people or organizations, written as texts or as things.
    fileprivate var names: [String] { items.compactMap { $0.text ?? $0["name"]?.text } }
}
