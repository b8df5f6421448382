/// What a test needs to know of a page: its ids and its links. Reads the markup that our own writer makes.
package struct BuiltPage {
    package let text: String
    package let ids: [String]
    /// Values of `href` and `src`, character references resolved.
    package let links: [String]

    package init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        var ids: [String] = []
        var links: [String] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            guard let first = rest.first, first.isLetter, let close = BuiltPage.endOfTag(rest) else { continue }
            let tag = rest[..<close]
            for (name, value) in BuiltPage.attributes(of: tag) {
                switch name {
                case "id": ids.append(value)
                case "href", "src", "poster", "action": links.append(value)
                default: break
                }
            }
            rest = rest[close...]
        }
        self.ids = ids
        self.links = links
    }

    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return nil
    }

    private static func attributes(of tag: Substring) -> [(String, String)] {
        var result: [(String, String)] = []
        var rest = tag.drop { !$0.isWhitespace }
        while !rest.isEmpty {
            rest = rest.drop { $0.isWhitespace }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest[name.endIndex...]
            guard rest.first == "=", let quote = rest.dropFirst().first, quote == "\"" || quote == "'" else {
                if name.isEmpty { break }
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != quote }
            result.append((name.lowercased(), unescaped(value)))
            rest = rest[value.endIndex...].dropFirst()
        }
        return result
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&#34;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
