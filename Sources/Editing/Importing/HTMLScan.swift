import Bytes

/// One pass through a saved web page: its metadata, and the text that a reader sees in its main part.
struct HTMLScan {
    private(set) var title: String?
    /// The contents of `meta` elements by name or property, in lower case.
    private(set) var meta: [String: [String]] = [:]
    private(set) var canonical: String?
    private(set) var language: String?
    /// The texts of scripts with linked data.
    private(set) var linkedData: [String] = []
    /// Paragraphs, each a line, with an empty line between them: of `article`, else of `main`, else of the page.
    var text: String {
        let paragraphs = [article, main, body].first { !$0.isEmpty } ?? []
        return paragraphs.isEmpty ? "" : paragraphs.joined(separator: "\n\n") + "\n"
    }

    private var body: [String] = []
    private var main: [String] = []
    private var article: [String] = []
    private var paragraph = ""
    private var open: [String] = []

    private static let silent: Set = [
        "script", "style", "noscript", "svg", "nav", "header", "footer", "aside", "form", "button", "template", "head",
        "iframe", "select",
    ]
    private static let blocks: Set = [
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "br", "tr", "table", "section",
        "article", "main", "figure", "figcaption", "dd", "dt", "pre", "hr", "body", "td", "th",
    ]
    private static let void: Set = [
        "br", "hr", "img", "input", "link", "meta", "source", "wbr", "area", "base", "col", "embed", "track",
    ]

    init(_ page: String) {
        let bytes = Array(page.utf8)
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                add(HTMLEntities.decoded(String(decoding: bytes[place..<end], as: UTF8.self)))
                place = end
                continue
            }
            place = tag(bytes, place)
        }
        endParagraph()
    }

    /// Reads what begins with `<`; returns the place behind it.
    private mutating func tag(_ bytes: [UInt8], _ start: Int) -> Int {
        if bytes[start...].starts(with: Array("<!--".utf8)) {
            return bytes[start...].firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
        }
        guard let tag = HTMLTag(bytes, start) else {
            // A sign that opens nothing is text.
            if start + 1 < bytes.count, bytes[start + 1] != UInt8(ascii: "!"), bytes[start + 1] != UInt8(ascii: "?") {
                add("<")
                return start + 1
            }
            return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        }
        if Self.blocks.contains(tag.name) { endParagraph() }
        if tag.isClosing {
            if let place = open.lastIndex(of: tag.name) { open.removeSubrange(place...) }
            return tag.end
        }
        note(tag)
        if ["script", "style", "title", "textarea"].contains(tag.name) { return rawText(of: tag, bytes) }
        if !Self.void.contains(tag.name), !tag.isEmpty { open.append(tag.name) }
        return tag.end
    }

    private mutating func note(_ tag: HTMLTag) {
        switch tag.name {
        case "html": language = tag["lang"]
        case "meta":
            if let name = tag["property"] ?? tag["name"] ?? tag["itemprop"], let content = tag["content"] {
                meta[name.lowercased(), default: []].append(content)
            }
        case "link": if tag["rel"]?.lowercased() == "canonical" { canonical = canonical ?? tag["href"] }
        default: break
        }
    }

    /// Reads an element whose content is not markup; returns the place behind it.
    private mutating func rawText(of tag: HTMLTag, _ bytes: [UInt8]) -> Int {
        let closing = Array("</\(tag.name)".utf8)
        var end = tag.end
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "<"),
                bytes[end...].prefix(closing.count).elementsEqual(closing, by: { $0 | 0x20 == $1 | 0x20 })
            {
                break
            }
            end += 1
        }
        let content = String(decoding: bytes[tag.end..<end], as: UTF8.self)
        if tag.name == "title", title == nil, !open.contains("svg") { title = HTMLEntities.decoded(content).collapsed }
        if tag.name == "script", tag["type"]?.lowercased() == "application/ld+json" { linkedData.append(content) }
        return bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }

    // MARK: Text

    private mutating func add(_ text: String) {
        if open.contains(where: Self.silent.contains) { return }
        paragraph += text
    }

    private mutating func endParagraph() {
        let text = paragraph.collapsed
        paragraph = ""
        if text.isEmpty { return }
        body.append(text)
        if open.contains("main") { main.append(text) }
        if open.contains("article") { article.append(text) }
    }
}

/// One tag of a web page.
private struct HTMLTag {
    /// In lower case.
    let name: String
    let isClosing: Bool
    /// Whether it ends in `/>`.
    let isEmpty: Bool
    /// The place behind it.
    let end: Int
    private let attributes: [String: String]

    subscript(name: String) -> String? { attributes[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Nil if no tag begins there.
    init?(_ bytes: [UInt8], _ start: Int) {
        var place = start + 1
        isClosing = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isClosing { place += 1 }
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        guard place < bytes.count, isLetter(bytes[place]) else { return nil }
        let first = place
        while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: ">"),
            bytes[place] != UInt8(ascii: "/")
        {
            place += 1
        }
        name = text(first..<place).lowercased()
        var attributes: [String: String] = [:]
        var isEmpty = false
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
                isEmpty = bytes[place] == UInt8(ascii: "/")
                place += 1
                continue
            }
            let nameStart = place
            while place < bytes.count, !isSpace(bytes[place]), !"=>/".utf8.contains(bytes[place]) { place += 1 }
            // A sign that can begin no name is passed over.
            if place == nameStart { place += 1 }
            let attribute = text(nameStart..<place).lowercased()
            while place < bytes.count, isSpace(bytes[place]) { place += 1 }
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { continue }
            place += 1
            while place < bytes.count, isSpace(bytes[place]) { place += 1 }
            guard place < bytes.count else { break }
            let quote = bytes[place]
            let valueStart: Int
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                valueStart = place + 1
                place = bytes[valueStart...].firstIndex(of: quote) ?? bytes.count
            } else {
                valueStart = place
                while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: ">") { place += 1 }
            }
            if attributes[attribute] == nil { attributes[attribute] = HTMLEntities.decoded(text(valueStart..<place)) }
            if place < bytes.count, bytes[place] == quote { place += 1 }
        }
        self.isEmpty = isEmpty
        self.attributes = attributes
        end = min(place + 1, bytes.count)
    }
}

/// Characters that a page writes as `&name;` or `&#number;`.
enum HTMLEntities {
    private static let names: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "bdquo": "„",
        "sbquo": "‚", "euro": "€", "pound": "£", "cent": "¢", "sect": "§", "copy": "©", "reg": "®", "trade": "™",
        "deg": "°", "middot": "·", "bull": "•", "shy": "\u{AD}", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "aacute": "á",
        "ccedil": "ç", "ntilde": "ñ", "oacute": "ó", "iacute": "í", "uacute": "ú", "aring": "å", "oslash": "ø",
        "aelig": "æ", "Eacute": "É", "ecirc": "ê", "ocirc": "ô", "acirc": "â", "icirc": "î", "euml": "ë", "iuml": "ï",
        "times": "×", "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    ]

    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            let behind = rest[rest.index(after: sign)...]
            let name = behind.prefix(12).prefix { $0 != ";" && $0 != "&" && !$0.isWhitespace }
            let hasEnd = name.endIndex < behind.endIndex && behind[name.endIndex] == ";"
            if hasEnd, let character = character(name) {
                result += character
                rest = behind[behind.index(after: name.endIndex)...]
            } else {
                result += "&"
                rest = behind
            }
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return names[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number > 0 else { return nil }
        if (0x80..<0xA0).contains(number) { return String(windows1252(UInt8(number))) }
        return Unicode.Scalar(number).map(String.init)
    }

    private static let windows: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}", "\u{90}", "‘",
        "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    /// A byte of windows-1252 as a character.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80..<0xA0).contains(byte) ? windows[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }
}
