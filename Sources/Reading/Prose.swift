import Diagnostics

/// Markdown as a tree of blocks and inlines. HTML is written from it when its page is rendered.
///
/// The nodes are in one array, each before its descendants; their text is in one store.
@usableFromInline package struct Prose: Sendable {
    package let nodes: [Node]
    /// The text of all nodes as UTF-8, without escapes.
    package let text: [UInt8]
    /// The links, citations and pictures, in the order of their nodes.
    package let targets: [Target]
    /// The headings in the order of the text, including those in quotes and lists.
    package let headings: [Heading]

    /// Text that would be a citation or a link with brackets, in the order of the text.
    package let mentions: [ProseMention]

    package init(
        nodes: [Node] = [], text: [UInt8] = [], targets: [Target] = [], headings: [Heading] = [],
        mentions: [ProseMention] = []
    ) {
        self.mentions = mentions
        self.nodes = nodes
        self.text = text
        self.targets = targets
        self.headings = headings
    }

    package struct Node: Sendable {
        package let content: Content
        private var behind: UInt32

        /// The index after the last descendant of this node; the next index if it has none.
        package internal(set) var end: Int {
            get { Int(behind) }
            set { behind = UInt32(truncatingIfNeeded: newValue) }
        }

        package init(_ content: Content, end: Int) {
            self.content = content
            behind = UInt32(truncatingIfNeeded: end)
        }
    }

    /// Ranges are offsets in `text`; numbers of links, citations and pictures are indexes in `targets`.
    package enum Content: Sendable, Equatable {
        /// A tight one is in a list item without blank lines between its blocks: it has no element of its own.
        case paragraph(isTight: Bool)
        /// The index in `headings`.
        case heading(UInt32)
        case bulletList
        case orderedList(start: UInt32)
        case item
        case quote
        /// Has one text. The language is empty if none is named.
        case codeBlock(language: Range<UInt32>)
        case rawBlock(Range<UInt32>)
        case thematicBreak
        /// Has rows, the header first.
        case table
        case row
        case cell(Alignment, isHeader: Bool)
        /// Line breaks of the file are newlines.
        case text(Range<UInt32>)
        case lineBreak
        case code(Range<UInt32>)
        case rawInline(Range<UInt32>)
        case emphasis
        case strong
        case link(UInt32)
        case citation(UInt32)
        case image(UInt32)

        /// Whether it cannot have descendants.
        var isLeaf: Bool {
            switch self {
            case .rawBlock, .thematicBreak, .text, .lineBreak, .code, .rawInline, .citation, .image: true
            case .paragraph, .heading, .bulletList, .orderedList, .item, .quote, .codeBlock, .table, .row, .cell,
                .emphasis, .strong, .link:
                false
            }
        }
    }

    package enum Alignment: Sendable { case none, left, center, right }

    package enum Target: Sendable, Equatable {
        /// `[text](party:anthropic)`.
        case reference(ProseReference)
        /// A link inside the site by path or `#anchor`.
        case link(ProseLink)
        case webLink(ProseWebLink)
        /// `[@report, para. 4; @statement]`; at least one.
        case citation([ProseCitation])
        case image(ProseImage)
        /// A picture whose path is a whole `data:` URL.
        case dataImage(ProseImage)
    }

    /// A heading, with the id of its element.
    package struct Heading: Sendable, Equatable {
        /// As written, 1 to 6. Level 1 is shown as level 2: the page's title is its `<h1>`.
        package let level: Int
        package let id: String
        /// The heading without markup and citations.
        package let text: String
        package let range: TextRange

        package init(level: Int, id: String, text: String, range: TextRange) {
            self.level = level
            self.id = id
            self.text = text
            self.range = range
        }
    }

    package var isEmpty: Bool { nodes.isEmpty }

    /// The ids that a `#anchor` may name, in order.
    package var anchors: [String] { headings.map(\.id) }

    /// The links to entries, in order.
    package var references: some Sequence<ProseReference> {
        targets.lazy.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
    }

    /// The cited sources, in order, with repetitions.
    package var citations: [ProseCitation] {
        targets.flatMap { if case .citation(let citations) = $0 { citations } else { [] as [ProseCitation] } }
    }

    /// The links inside the site by path or `#anchor`, in order.
    package var links: [ProseLink] {
        targets.compactMap { if case .link(let link) = $0 { link } else { nil } }
    }

    /// The pictures that are files of the site, in order.
    package var images: [ProseImage] {
        targets.compactMap { if case .image(let image) = $0 { image } else { nil } }
    }

    /// The links, citations and pictures of some nodes.
    package func targets(in range: Range<Int>) -> [Target] {
        nodes[range].compactMap { node in
            switch node.content {
            case .link(let number), .citation(let number), .image(let number): targets[Int(number)]
            default: nil
            }
        }
    }

    /// The text of a node.
    package func text(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
        text[Int(range.lowerBound)..<Int(range.upperBound)]
    }
}

/// Text that names an entry as links and citations do, but without their brackets: `@report`, `party:anthropic`.
package struct ProseMention: Sendable, Equatable {
    /// nil after an `@`.
    package let kind: String?
    package let id: String
    /// Everything that the link or citation would replace.
    package let range: TextRange
    /// What would be written instead: `[@report]`.
    package let replacement: String
}

/// A link that names an entry by its kind: `[text](party:anthropic)`.
package struct ProseReference: Sendable, Equatable {
    /// As written: `party`, `refusal`.
    package let kind: String
    /// `x`, or `event-id/x`.
    package let id: String
    /// Without the `#`; nil if there is none.
    package let fragment: String?
    /// Whether the link has its own text; otherwise the entry's name is shown.
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
    /// "para. 4"; nil if there is none.
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
    /// With percent-encoding resolved; starts with `/` if it is relative to the site's root; empty for `#anchor`.
    package let path: String
    /// As written, without the `?`.
    package let query: String?
    /// With percent-encoding resolved, without the `#`.
    package let fragment: String?
    /// The link's title, which a browser shows as a tooltip; empty if there is none.
    package let title: String
    /// Whether there is anything between the brackets.
    package internal(set) var hasText: Bool
    /// The destination in the file.
    package let range: TextRange

    package init(
        path: String, query: String? = nil, fragment: String? = nil, title: String = "", hasText: Bool = true,
        range: TextRange
    ) {
        self.path = path
        self.query = query
        self.fragment = fragment
        self.title = title
        self.hasText = hasText
        self.range = range
    }
}

/// A link out of the site, such as `https:` or `mailto:`.
package struct ProseWebLink: Sendable, Equatable {
    /// As written, without escapes of Markdown; not percent-encoded yet.
    package let url: String
    /// Empty if there is none.
    package let title: String
}

/// A picture of the site: `![alternative](images/map.png "title")`.
package struct ProseImage: Sendable, Equatable {
    /// With percent-encoding resolved; starts with `/` if it is relative to the site's root.
    package let path: String
    /// The alternative text without markup; empty if there is none.
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
