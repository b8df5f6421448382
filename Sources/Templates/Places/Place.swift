/// Where in a page's markup a template stands: what decides how a value is escaped, and whether it may be printed.
struct Place: Hashable {
    /// How far the HTML tokenizer has come (WHATWG HTML, section 13.2.5, put together to what matters here).
    enum Position: UInt8 {
        /// Between tags.
        case text
        /// After `<`, `</`, and in a tag's name.
        case tagOpen, endTagOpen, tagName
        /// In a tag, where an attribute may begin; and where white space, `/` or `>` must come first.
        case inTag, gap
        case attributeName, afterAttributeName, beforeValue
        case doubleQuoted, singleQuoted, unquoted
        /// In `<!-- … -->`; `depth` counts the dashes before a possible end.
        case comment
        /// In `<!…>` or `<?…>`; `<!-` is counted by `depth`.
        case declaration
        /// In `<![CDATA[ … ]]>` of XML; `depth` counts `]`.
        case cdata
        /// In an element whose content is text alone (`title`) or code (`script`); `depth` counts what of its end
        /// tag was matched.
        case escapable, raw
        /// A plain text file.
        case plain
        /// In JSON: where a value may stand, in a string, and after a backslash in it.
        case json, jsonString, jsonEscape
    }

    /// What kind of file a page is.
    enum Language: UInt8 {
        case html, xml, json, plain
    }

    /// What an attribute's value is taken for.
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
    /// In a URL: whether what stands of it could still become part of a scheme.
    var mayBeScheme = false
    /// In a URL: whether the address is watched while the page is rendered (`urlBegin` was written).
    var isWatched = false
    /// In `title` and `textarea`: whether a `<` stood there, after which nothing is printed, to be on the safe side.
    var isDoubtful = false

    init(_ language: Language) {
        self.language = language
        switch language {
        case .html, .xml: position = .text
        case .json: position = .json
        case .plain: position = .plain
        }
    }

    /// The start of a page by its template's extension; nil for one that is none of ours.
    init?(file name: String) {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch name[name.index(after: dot)...] {
        case "html", "htm": self.init(.html)
        case "xml", "svg": self.init(.xml)
        case "json": self.init(.json)
        case "txt": self.init(.plain)
        default: return nil
        }
    }

    var isInAttributeValue: Bool {
        position == .doubleQuoted || position == .singleQuoted || position == .unquoted
    }

    /// The place where both of two ways through a template arrive, where there is one.
    static func joined(_ left: Place, _ right: Place) -> Place? {
        if left == right { return left }
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
        // A comment or raw text that is more or less far from its end is still one, but only where no dash is open.
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
        }
    }
}
