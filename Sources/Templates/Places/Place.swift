/// A position in a page's markup. It decides how a value is escaped and whether it may be printed.
struct Place: Hashable {
    /// The state of the HTML tokenizer (WHATWG HTML, section 13.2.5), reduced to the states that matter here.
    enum Position: UInt8 {
        /// Between tags.
        case text
        /// After `<`, `</`, and in a tag's name.
        case tagOpen, endTagOpen, tagName
        /// In a tag: before an attribute, and directly after a value, before white space, `/` or `>`.
        case inTag, gap
        case attributeName, afterAttributeName, beforeValue
        case doubleQuoted, singleQuoted, unquoted
        /// In `<!-- … -->`; `depth` counts the dashes before a possible end.
        case comment
        /// In `<!…>` or `<?…>`; `depth` counts the bytes of `<!-`.
        case declaration
        /// In `<![CDATA[ … ]]>` of XML; `depth` counts `]`.
        case cdata
        /// In an element with text-only content (`title`) or code (`script`); `depth` counts the matched bytes of its
        /// end tag.
        case escapable, raw
        /// A plain text file.
        case plain
        /// In JSON: outside of strings, in a string, and after a backslash in a string.
        case json, jsonString, jsonEscape
        /// In CSV (RFC 4180): at the start of a field, in a field without quotes, after a printed value, in a field
        /// with quotes, and after a quote that ends one.
        case csv, csvText, csvValue, csvQuoted, csvQuoteEnd
    }

    /// The file format of a page.
    enum Language: UInt8 {
        case html, xml, json, csv, plain
    }

    /// The meaning of an attribute's value.
    enum AttributeKind: UInt8 {
        case plain, url, urlSet
        /// Code, style, or markup: nothing may be printed in it.
        case forbidden
    }

    var language: Language
    var position: Position
    var depth: UInt8 = 0
    /// Name of the tag or element we are in, in lower case; empty between tags.
    var tag = MarkupName()
    var isEndTag = false
    /// Name of the attribute we are in, in lower case.
    var attribute = MarkupName()
    var attributeKind: AttributeKind = .plain
    /// In a URL: whether its bytes so far may still be part of a scheme.
    var mayBeScheme = false
    /// In a URL: whether the address is checked while the page is rendered (`addressStart` was emitted).
    var isWatched = false
    /// In `title` and `textarea`: whether a `<` was read. After it, nothing may be printed.
    var isDoubtful = false

    init(_ language: Language) {
        self.language = language
        switch language {
        case .html, .xml: position = .text
        case .json: position = .json
        case .csv: position = .csv
        case .plain: position = .plain
        }
    }

    /// The start of a page, by the extension of its template's name; nil for an unknown extension.
    init?(file name: String) {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch name[name.index(after: dot)...] {
        case "html", "htm": self.init(.html)
        case "xml", "svg": self.init(.xml)
        case "json": self.init(.json)
        case "csv": self.init(.csv)
        case "txt": self.init(.plain)
        default: return nil
        }
    }

    var isInAttributeValue: Bool {
        position == .doubleQuoted || position == .singleQuoted || position == .unquoted
    }

    /// Whether a page may end here, although it did not start in the same place.
    var canEndPage: Bool { language == .plain || language == .csv && position != .csvQuoted }

    /// The place after two branches; nil if they end in different places.
    static func joined(_ left: Place, _ right: Place) -> Place? {
        if left == right { return left }
        if left.language == .csv, right.language == .csv { return joinedFields(left, right) }
        if left.isBetweenAttributes, right.isBetweenAttributes, left.isEndTag == right.isEndTag {
            guard left.tag == right.tag else { return nil }
            var result = left.position == .inTag && right.position == .inTag ? left : right
            result.position = left.position == .inTag && right.position == .inTag ? .inTag : .gap
            result.attribute = MarkupName()
            result.attributeKind = .plain
            result.depth = 0
            return result
        }
        var a = left
        var b = right
        a.mayBeScheme = left.mayBeScheme || right.mayBeScheme
        b.mayBeScheme = a.mayBeScheme
        a.isDoubtful = left.isDoubtful || right.isDoubtful
        b.isDoubtful = a.isDoubtful
        if a.position == .json || a.position == .plain { a.depth = b.depth }
        // The rest of the state must be equal: a comment with an open dash is not joined with one without.
        return a == b ? a : nil
    }

    /// Whether a `>` would end the tag here.
    private var isBetweenAttributes: Bool {
        switch position {
        case .tagName, .inTag, .gap, .attributeName, .afterAttributeName: true
        default: false
        }
    }

    /// How messages name the place.
    var description: String {
        let tagName = tag.text
        let attributeName = attribute.text
        switch position {
        case .text: return "between tags"
        case .tagOpen: return "right after '<'"
        case .endTagOpen: return "right after '</'"
        case .tagName: return "in the name of tag '\(tagName)'"
        case .inTag, .gap: return "in tag '\(tagName)' between attributes"
        case .attributeName: return "in the name of attribute '\(attributeName)'"
        case .afterAttributeName: return "after the name of attribute '\(attributeName)'"
        case .beforeValue, .unquoted: return "in attribute '\(attributeName)', without quotes"
        case .doubleQuoted, .singleQuoted: return "in attribute '\(attributeName)'"
        case .comment: return "in a comment"
        case .declaration: return "in a declaration"
        case .cdata: return "in a CDATA section"
        case .escapable, .raw: return "in '\(tagName)'"
        case .plain: return "in plain text"
        case .json: return "between values"
        case .jsonString, .jsonEscape: return "in a string"
        case .csv: return "at the start of a field"
        case .csvText: return "in a field without quotes"
        case .csvValue: return "after a value"
        case .csvQuoted: return "in a field with quotes"
        case .csvQuoteEnd: return "after the closing quote of a field"
        }
    }
}
