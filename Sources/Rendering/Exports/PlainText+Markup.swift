/// A tag or comment of HTML, as far as plain text needs to know it.
struct Tag {
    /// The place behind it; behind the whole element for `script` and `style`.
    let end: Int
    /// Whether what stands before and after it are parted by a line.
    let isBlock: Bool
    /// Whether it parts two cells of a table.
    let isCell: Bool

    /// - Parameter start: the place of its `<`.
    init(_ html: UnsafeBufferPointer<UInt8>, at start: Int) {
        var index = start + 1
        if index + 2 < html.count, html[index] == UInt8(ascii: "!"), html[index + 1] == UInt8(ascii: "-") {
            self.init(end: Tag.find("-->", html, index + 3), isBlock: false, isCell: false)
            return
        }
        let isClosing = index < html.count && html[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        // The name's last eight letters, in lower case, as a number: `tr` is 0x7472.
        var name: UInt64 = 0
        while index < html.count, Tag.isNameByte(html[index]) {
            name = name << 8 | UInt64(html[index] | 0x20)
            index += 1
        }
        var quote: UInt8 = 0
        while index < html.count {
            let byte = html[index]
            index += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        if !isClosing {
            if name == Tag.name("script") { index = Tag.find(">", html, Tag.find("</script", html, index)) }
            if name == Tag.name("style") { index = Tag.find(">", html, Tag.find("</style", html, index)) }
        }
        self.init(
            end: index, isBlock: Tag.isBlock(name), isCell: name == Tag.name("td") || name == Tag.name("th"))
    }

    private init(end: Int, isBlock: Bool, isCell: Bool) {
        self.end = end
        self.isBlock = isBlock
        self.isCell = isCell
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    @inline(__always)
    private static func name(_ literal: StaticString) -> UInt64 {
        var name: UInt64 = 0
        for byte in UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount) {
            name = name << 8 | UInt64(byte)
        }
        return name
    }

    /// Whether an element is a block's. Names of up to two letters come first: most tags have them.
    private static func isBlock(_ name: UInt64) -> Bool {
        if name < 0x1_0000 {
            switch UInt8(truncatingIfNeeded: name >> 8) {
            case 0: return name == Tag.name("p")
            case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "o"), UInt8(ascii: "b"),
                UInt8(ascii: "d"):
                // h1 … h6, hr, li, ul, ol, br, dd, dl, dt
                return true
            case UInt8(ascii: "t"): return name == Tag.name("tr")
            default: return false
            }
        }
        switch name {
        case Tag.name("div"), Tag.name("pre"), Tag.name("table"), Tag.name("thead"), Tag.name("tbody"),
            Tag.name("tfoot"), Tag.name("figure"):
            return true
        // Of ten letters, the last eight: blockquote, figcaption.
        case Tag.name("ockquote"), Tag.name("gcaption"): return true
        default: return false
        }
    }

    /// The place behind a text that is written in lower case, or the end.
    private static func find(_ text: StaticString, _ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var index = start
        while index + wanted.count <= html.count {
            if html[index] == wanted[0], zip(html[index...], wanted).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
                return index + wanted.count
            }
            index += 1
        }
        return html.count
    }
}

/// A character reference of HTML: one of the five that this program writes, one by number, or a no-break space.
struct Entity {
    let scalar: Unicode.Scalar
    /// The place behind its semicolon.
    let end: Int

    /// Nil where there is none that is known.
    ///
    /// - Parameter start: the place of its `&`.
    init?(_ html: UnsafeBufferPointer<UInt8>, at start: Int) {
        let limit = min(html.count, start + 10)
        guard let stop = html[start..<limit].firstIndex(of: UInt8(ascii: ";")),
            let scalar = Entity.scalar(of: UnsafeBufferPointer(rebasing: html[(start + 1)..<stop]))
        else { return nil }
        self.scalar = scalar
        end = stop + 1
    }

    private static func scalar(of name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        if name.first == UInt8(ascii: "#") {
            let isHex = name.count > 1 && name[1] | 0x20 == UInt8(ascii: "x")
            let text = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
            return UInt32(text, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
        switch String(decoding: name, as: UTF8.self) {
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
