import Diagnostics
import Reading

/// Who wrote the site, an event or a page: a person of the content, or a name.
package struct Author: Record {
    /// A person's id.
    package var person: Located<String>?
    package var name: Located<String>?
    package var url: Located<String>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "author", "Who wrote it: a person of the content, or a name with an address.", place: "an item of 'authors'",
        shorthand: Shorthand(
            field: "name", words: "a name or 'person:' and an id", plural: "names or 'person:' with an id"),
        needsOneOf: ["person", "name"],
        fields: [
            Field("person", \.person, "The id of a person of the content, who has a page."),
            Field("name", \.name, "The name, of somebody without a page."),
            Field("url", \.url, "Where readers learn more of them.", form: .address),
        ])

    private static let prefix = "person:"

    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        if let text = name, text.value.hasPrefix(Self.prefix) {
            person = Located(
                String(text.value.dropFirst(Self.prefix.count)),
                TextRange(Int(text.range.start) + Self.prefix.utf8.count, Int(text.range.end)))
            name = nil
        }
        if person == nil, name == nil {
            _ = fields.requiredText("name")
            return false
        }
        return true
    }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Author? {
        guard case .scalar = node.kind, var author = readRecord(node, field, &fields, &reader) else {
            return readRecord(node, field, &fields, &reader)
        }
        return author.finish(&fields, &reader) ? author : nil
    }
}
