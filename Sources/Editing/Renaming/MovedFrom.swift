import Diagnostics
import Reading

/// The edit that adds an old address to an entry's `moved_from`.
package struct MovedFrom {
    /// The address that is to lead here.
    let old: String
    /// The entry's address from now on, which must not be among the old ones.
    let current: String
    /// The mapping with the entry's fields.
    let fields: YAMLNode
    let document: Document
    /// Whether the entry is an item of a list in event.md.
    let isItem: Bool

    package init(old: String, current: String, fields: YAMLNode, document: Document, isItem: Bool) {
        self.old = old
        self.current = current
        self.fields = fields
        self.document = document
        self.isItem = isItem
    }

    private var file: TextFile { document.file }

    /// Nil if the fields are written in a way that no edit fits into.
    package var edit: TextEdit? {
        if let known = fields.value(of: Self.name) { return extended(known) }
        return isItem ? addedToItem : addedToDocument
    }

    private static let name = "moved_from"

    /// The addresses that are written already, without the one that is the entry's own again, and the old one. The first
    /// stays in its place whatever it is: from it ids in feeds and calendars are made.
    private func extended(_ known: YAMLNode) -> TextEdit? {
        var addresses = known.items.compactMap { $0.text?.value }
        guard addresses.count == known.items.count else { return nil }
        let first = addresses.first.map(path)
        if first != current { addresses.removeAll { path($0) == current } }
        if !addresses.contains(where: { path($0) == path(old) }) { addresses.append(old) }
        let isPlain = addresses.allSatisfy { $0.utf8.allSatisfy(isPlainByte) }
        guard isPlain else { return nil }
        let text = addresses.count == 1 ? addresses[0] : "[" + addresses.joined(separator: ", ") + "]"
        let range = known.range
        guard case .sequence = known.kind, file.bytes[Int(range.start)] != UInt8(ascii: "[") else {
            return TextEdit(range, text)
        }
        // A list of lines becomes one in brackets, behind the field's colon.
        guard let key = fields.entry(of: Self.name)?.key.range else { return nil }
        return TextEdit(TextRange(Int(key.end), Int(range.end)), ": " + text)
    }

    private func path(_ address: String) -> String { address.hasPrefix("/") ? String(address.dropFirst()) : address }

    private func isPlainByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."),
            UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// A line before the `---` that closes the front matter.
    private var addedToDocument: TextEdit? {
        document.frontMatterLines.map {
            TextEdit(TextRange(at: $0.upperBound), "\(Self.name): \(old)\(file.lineEnd)")
        }
    }

    /// Behind the id of an item: in braces after a comma, else on a line of its own.
    private var addedToItem: TextEdit? {
        guard let id = fields.entry(of: "id") else { return nil }
        let end = TextRange(at: Int(id.value.range.end))
        if file.bytes[Int(fields.range.start)] == UInt8(ascii: "{") { return TextEdit(end, ", \(Self.name): \(old)") }
        let column = Int(id.key.range.start) - file.line(at: Int(id.key.range.start)).lowerBound
        return TextEdit(end, file.lineEnd + String(repeating: " ", count: column) + "\(Self.name): \(old)")
    }
}

extension TextFile {
    /// How the file ends its lines.
    package var lineEnd: String {
        guard let first = bytes.firstIndex(of: 0x0A) else { return "\n" }
        return first > 0 && bytes[first - 1] == 0x0D ? "\r\n" : "\n"
    }
}
