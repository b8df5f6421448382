import Bytes
import Model

/// Reads sources from CSL-JSON, which Zotero and other reference managers export.
package enum CSLImport {
    /// Nil if the text is not a JSON list of items, or one item.
    package static func sources(in text: [UInt8]) -> [ImportedSource]? {
        guard let json = JSONReader.value(of: text) else { return nil }
        let items = (json["items"] ?? json).items
        let isList = items.allSatisfy { if case .object = $0 { true } else { false } }
        return isList ? items.map(source) : nil
    }

    private static func source(_ item: JSON) -> ImportedSource {
        var source = ImportedSource(id: (item["citation-key"] ?? item["id"])?.text)
        source.add("title", item["title"]?.text)
        source.add("type", item["type"]?.text.flatMap(type))
        source.add("publisher", item["publisher"]?.text ?? item["container-title"]?.text)
        source.add("authors", all: (item["author"]?.items ?? []).compactMap(name))
        source.add("published", day(item["issued"]))
        source.add("accessed", day(item["accessed"]))
        source.add("url", item["URL"]?.text)
        source.add("language", item["language"]?.text)
        return source
    }

    /// CSL's name of a type, if the vocabulary has it.
    static func type(_ text: String) -> String? {
        let word = text.replacing("_", with: "-")
        return Source.types.contains(word) ? word : nil
    }

    private static func name(_ author: JSON) -> String? {
        if let literal = author["literal"]?.text { return literal }
        let parts = [
            author["given"]?.text, author["non-dropping-particle"]?.text, author["family"]?.text,
            author["suffix"]?.text,
        ]
        let name = parts.compactMap(\.self).joined(separator: " ")
        return name.isEmpty ? nil : name
    }

    private static func day(_ date: JSON?) -> String? {
        guard let date else { return nil }
        if let parts = date["date-parts"]?.items.first {
            return isoDay(parts.items.compactMap { $0.text.flatMap { Int($0) } })
        }
        return (date["raw"] ?? date["literal"])?.text.flatMap { isoDay($0) }
    }
}
