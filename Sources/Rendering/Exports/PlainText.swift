import Model
import Reading

/// Prose as text without markup: for JSON, feeds and search.
///
/// Tags go, entities become what they stand for, any run of white space is one space, and blocks stand on lines of
/// their own (or after a space, in one line). Citations leave nothing; pictures leave nothing.
struct PlainText {
    private(set) var bytes: [UInt8] = []
    private let isOneLine: Bool
    /// How many more Unicode scalars may be written.
    var room: Int
    /// The white space that stands before the next letter; 0 for none.
    private var pending: UInt8 = 0

    /// - Parameter limit: the most Unicode scalars that are wanted.
    init(isOneLine: Bool = false, limit: Int = .max) {
        self.isOneLine = isOneLine
        room = limit
    }

    var isFull: Bool { room <= 0 }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds prose; references without a text of their own are given their entry's name.
    mutating func add(_ prose: Prose, name: (ProseReference) -> String?) {
        for piece in prose.pieces where !isFull {
            switch piece {
            case .html(let range): addHTML(prose.html, range)
            case .openReference(let reference):
                if !reference.hasText, let name = name(reference) { add(name) }
            case .citation: if pending == 0x20 { pending = 0 }
            case .closeReference, .openLink, .closeLink, .image: break
            }
        }
    }

    /// Adds plain text as it is, but for its white space.
    mutating func add(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Parts what follows from what stands before.
    mutating func breakLine() { pending = isOneLine ? 0x20 : 0x0A }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: if pending == 0 { pending = 0x20 }
        case 0..<0x20, 0x7F: break
        default:
            // The bytes that follow a scalar's first one belong to it, also where it was the last that had room.
            if byte & 0xC0 != 0x80 {
                let isParted = pending != 0 && !bytes.isEmpty
                guard room > (isParted ? 1 : 0) else { return room = -1 }
                if isParted {
                    bytes.append(pending)
                    room -= 1
                }
                pending = 0
                room -= 1
            } else if room < 0 {
                return
            }
            bytes.append(byte)
        }
    }

    // MARK: - HTML

    private mutating func addHTML(_ html: [UInt8], _ range: Range<Int>) {
        html.withUnsafeBufferPointer { html in
            var index = range.lowerBound
            while index < range.upperBound, room >= 0 {
                switch html[index] {
                case UInt8(ascii: "<"): index = skipTag(html, index, range.upperBound)
                case UInt8(ascii: "&"): index = addEntity(html, index, range.upperBound)
                case let byte:
                    append(byte)
                    index += 1
                }
            }
        }
    }

    /// Passes over a tag or comment, breaking the line where the tag is a block's; gives the place behind it.
    private mutating func skipTag(_ html: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start + 1
        if html[index..<end].starts(with: "!--".utf8) {
            return find("-->", html, index + 3, end)
        }
        if index < end, html[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        while index < end, isNameByte(html[index]) { index += 1 }
        let name = html[nameStart..<index]
        var quote: UInt8 = 0
        while index < end {
            let byte = html[index]
            index += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
        }
        if nameStart == start + 1 {
            if PlainText.isNamed(name, "script") { return find(">", html, find("</script", html, index, end), end) }
            if PlainText.isNamed(name, "style") { return find(">", html, find("</style", html, index, end), end) }
        }
        if PlainText.isBlock(name) { breakLine() }
        let isCell = PlainText.isNamed(name, "td") || PlainText.isNamed(name, "th")
        if isCell, pending == 0 { pending = 0x20 }
        return index
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    /// The place behind a text that is written in lower case, or the end.
    private func find(_ text: StaticString, _ html: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var index = start
        while index + wanted.count <= end {
            if html[index] == wanted[0], zip(html[index...], wanted).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
                return index + wanted.count
            }
            index += 1
        }
        return end
    }

    /// Whether an element's name, in any case, is the one given in lower case.
    private static func isNamed(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ lower: StaticString) -> Bool {
        guard name.count == lower.utf8CodeUnitCount else { return false }
        return zip(name, UnsafeBufferPointer(start: lower.utf8Start, count: name.count)).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func isBlock(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = name.first else { return false }
        switch (name.count, first | 0x20) {
        case (1, UInt8(ascii: "p")): return true
        case (2, UInt8(ascii: "h")), (2, UInt8(ascii: "l")), (2, UInt8(ascii: "u")), (2, UInt8(ascii: "o")),
            (2, UInt8(ascii: "b")), (2, UInt8(ascii: "d")):
            // h1 … h6, hr, li, ul, ol, br, dd, dl, dt
            return true
        case (2, UInt8(ascii: "t")): return isNamed(name, "tr")
        case (3, _): return isNamed(name, "div") || isNamed(name, "pre")
        case (5, UInt8(ascii: "t")), (6, UInt8(ascii: "f")), (10, UInt8(ascii: "b")), (10, UInt8(ascii: "f")):
            // table, thead, tbody, tfoot, figure, blockquote, figcaption
            return true
        default: return false
        }
    }

    /// Writes what an entity stands for; one that is not known stays as it is.
    private mutating func addEntity(_ html: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var stop = start + 1
        while stop < end, stop < start + 10, html[stop] != UInt8(ascii: ";") { stop += 1 }
        guard stop < end, html[stop] == UInt8(ascii: ";"),
            let scalar = PlainText.scalar(of: html[(start + 1)..<stop])
        else {
            append(UInt8(ascii: "&"))
            return start + 1
        }
        for byte in String(scalar).utf8 { append(byte) }
        return stop + 1
    }

    private static func scalar(of entity: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        if entity.first == UInt8(ascii: "#") {
            let digits = entity.dropFirst()
            let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
            let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
            return UInt32(text, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
        switch String(decoding: entity, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default: return nil
        }
    }
}

extension ExportContext {
    /// Prose as text, a block a line; nil where there is none.
    func plainText(_ prose: Prose?, scope: Int) -> String? {
        guard let prose, !prose.isEmpty else { return nil }
        var plain = PlainText()
        add(prose, scope: scope, to: &plain)
        return plain.bytes.isEmpty ? nil : plain.text
    }

    func add(_ prose: Prose, scope: Int, to plain: inout PlainText) {
        plain.add(prose) { reference in
            guard let kind = EntryKind(referenceWord: reference.kind) else { return nil }
            return site.index.find(kind, reference.id, from: scope).found.map { name(of: $0) }
        }
    }
}
