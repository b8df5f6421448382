import Diagnostics

/// Markdown that has become HTML, with holes where only a whole site knows the answer.
@usableFromInline package struct Prose: Sendable {
    /// All finished HTML; pieces of `.html` are ranges of it.
    package let html: [UInt8]
    /// The prose in order.
    package let pieces: [Piece]
    /// The headings in order.
    package let headings: [Heading]
    /// Ranges of `html` that came from raw HTML: no part of the plain text.
    let rawRanges: [Range<Int>]

    package init(html: [UInt8] = [], pieces: [Piece] = [], headings: [Heading] = []) {
        self.init(html: html, pieces: pieces, headings: headings, rawRanges: [])
    }

    init(html: [UInt8], pieces: [Piece], headings: [Heading], rawRanges: [Range<Int>]) {
        self.html = html
        self.pieces = pieces
        self.headings = headings
        self.rawRanges = rawRanges
    }

    package enum Piece: Sendable, Equatable {
        /// A range of `html`.
        case html(Range<Int>)
        /// `[text](party:anthropic)`: the renderer writes the start of a link, or nothing for a withheld entry.
        case openReference(ProseReference)
        case closeReference(ProseReference)
        /// `[@report, para. 4; @statement]`.
        case citation([ProseCitation])
        /// A link inside the site by path or `#anchor`. Links out of it are finished HTML.
        case openLink(ProseLink)
        case closeLink(ProseLink)
        case image(ProseImage)
    }

    /// A heading, with the id that its HTML has.
    package struct Heading: Sendable, Equatable {
        /// As written, 1 to 6. Level 1 is written as `<h2>`: the page's title is its `<h1>`.
        package let level: Int
        package let id: String
        /// The heading without markup.
        package let text: String
        package let range: TextRange

        package init(level: Int, id: String, text: String, range: TextRange) {
            self.level = level
            self.id = id
            self.text = text
            self.range = range
        }
    }

    /// The ids that a `#anchor` may name, in order.
    package var anchors: [String] { headings.map(\.id) }

    package var isEmpty: Bool { pieces.isEmpty }

    /// The text without markup, blocks separated by newlines: for search, feeds and summaries.
    ///
    /// References without text and citations leave nothing: what they show is not known here.
    package func plainText() -> String {
        var text: [UInt8] = []
        text.reserveCapacity(html.count)
        var raw = rawRanges[...]
        var index = 0
        while index < html.count {
            if let range = raw.first, index == range.lowerBound {
                index = range.upperBound
                raw.removeFirst()
                continue
            }
            switch html[index] {
            case 0x3C:
                // No attribute holds a bare '>': the writer escapes it.
                while index < html.count, html[index] != 0x3E { index += 1 }
            case 0x26:
                let end = html[index...].firstIndex(of: 0x3B) ?? html.count - 1
                switch html[(index + 1)..<end].first {
                case 0x61: text.append(0x26)
                case 0x6C: text.append(0x3C)
                case 0x67: text.append(0x3E)
                case 0x71: text.append(0x22)
                default: text.append(0x27)
                }
                index = end
            default: text.append(html[index])
            }
            index += 1
        }
        while text.last == 0x0A { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

/// A link that names an entry by its kind: `[text](party:anthropic)`.
package struct ProseReference: Sendable, Equatable {
    /// As written: `party`, `refusal`.
    package let kind: String
    /// `x`, or `event-id/x`.
    package let id: String
    /// Without the `#`; nil where there is none.
    package let fragment: String?
    /// Whether there is anything between the pieces: where not, the entry's own name is shown.
    package let hasText: Bool
    /// The destination in the file, `party:anthropic`.
    package let range: TextRange

    package init(kind: String, id: String, fragment: String? = nil, hasText: Bool, range: TextRange) {
        self.kind = kind
        self.id = id
        self.fragment = fragment
        self.hasText = hasText
        self.range = range
    }
}

/// One source of a citation: `@report, para. 4`.
package struct ProseCitation: Sendable, Equatable {
    package let id: String
    /// "para. 4"; nil where there is none.
    package let locator: String?
    /// The id in the file, without the `@`.
    package let range: TextRange

    package init(id: String, locator: String? = nil, range: TextRange) {
        self.id = id
        self.locator = locator
        self.range = range
    }
}

/// A link inside the site: `[text](../about.md#aims)`, `[text](#aims)`.
package struct ProseLink: Sendable, Equatable {
    /// With percent-encoding resolved; starts with `/` where it counts from the site's root; empty for `#anchor`.
    package let path: String
    /// As written, without the `?`.
    package let query: String?
    /// With percent-encoding resolved, without the `#`.
    package let fragment: String?
    /// The link's title, which a browser shows as a tooltip; empty where there is none.
    package let title: String
    /// The destination in the file.
    package let range: TextRange

    package init(path: String, query: String? = nil, fragment: String? = nil, title: String = "", range: TextRange) {
        self.path = path
        self.query = query
        self.fragment = fragment
        self.title = title
        self.range = range
    }
}

/// A picture of the site: `![alternative](images/map.png "title")`.
package struct ProseImage: Sendable, Equatable {
    /// With percent-encoding resolved; starts with `/` where it counts from the site's root.
    package let path: String
    /// The alternative text without markup; empty where there is none.
    package let alternative: String
    package let title: String
    /// The destination in the file.
    package let range: TextRange

    package init(path: String, alternative: String, title: String = "", range: TextRange) {
        self.path = path
        self.alternative = alternative
        self.title = title
        self.range = range
    }
}
