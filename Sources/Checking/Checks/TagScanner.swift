/// Iterates over the start tags of HTML or a drawing; skips comments, declarations and CDATA sections.
struct TagScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The name of the next start tag; its attributes come after it.
    mutating func nextTag() -> Range<Int>? {
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if skip("!--", to: "-->") || skip("![CDATA[", to: "]]>") { continue }
            let end = bytes[index...].firstIndex(where: TagScanner.endsName) ?? bytes.endIndex
            let name = index..<end
            index = end
            if let first = bytes[name].first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") { return name }
        }
        return nil
    }

    /// The next attribute of the tag; the value is empty if there is none.
    mutating func nextAttribute() -> (name: Range<Int>, value: Range<Int>)? {
        skipSpace()
        guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { return nil }
        let start = index
        index = bytes[(index + 1)...].firstIndex(where: TagScanner.endsName) ?? bytes.endIndex
        let name = start..<index
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, index..<index) }
        index += 1
        skipSpace()
        guard index < bytes.count else { return (name, index..<index) }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let end = bytes[index...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? bytes.endIndex
            defer { index = end }
            return (name, index..<end)
        }
        let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.endIndex
        defer { index = min(end + 1, bytes.endIndex) }
        return (name, (index + 1)..<end)
    }

    /// Whether a name ends before a byte. A slash ends one too: `<svg/onload=…>`.
    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || [UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "<")].contains(byte)
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
    }

    /// Skips from `start` through `end`; false if the text does not begin with `start`.
    private mutating func skip(_ start: String, to end: String) -> Bool {
        guard bytes[index...].starts(with: start.utf8) else { return false }
        index += start.utf8.count
        while index < bytes.count, !bytes[index...].starts(with: end.utf8) { index += 1 }
        return true
    }
}
