import Model

/// What views must know of a kind of page.
package struct PageOutline: Sendable {
    /// Pages of a list that may take several.
    package struct List: Sendable {
        /// "Disputes {from} to {to} of {total}".
        package let words: Word
        /// The most items of a page.
        package let length: Int
        /// How many items there are.
        package let count: @Sendable (SiteContext) -> Int

        package init(words: Word, length: Int = ListPart.length, count: @escaping @Sendable (SiteContext) -> Int) {
            self.words = words
            self.length = length
            self.count = count
        }
    }

    /// The words of the page's heading; nil for the name of the page's entry, without an entry for the site's title.
    let title: Word?
    /// What a page without an entry says of itself to search engines; its gap is the site's title.
    let description: Word?
    /// What stands after the breadcrumbs: "Demand 1 of 2".
    let kicker: @Sendable (PageView) -> String?
    let list: List?
    /// Whether links start at the server's root, as they must on a page that is shown at any address.
    package let hasAbsoluteLinks: Bool
    /// Whether it is a file for programs, from a theme's template.
    package let isExport: Bool

    package init(
        title: Word? = nil, description: Word? = nil,
        kicker: @escaping @Sendable (PageView) -> String? = { _ in nil }, list: List? = nil,
        hasAbsoluteLinks: Bool = false, isExport: Bool = false
    ) {
        self.title = title
        self.description = description
        self.kicker = kicker
        self.list = list
        self.hasAbsoluteLinks = hasAbsoluteLinks
        self.isExport = isExport
    }

    /// The words of a page's heading: its kind's, or its entry's name; nil for the site's title.
    package func title(of output: PlannedOutput, in context: SiteContext) -> String? {
        title.map { context.words[$0] } ?? output.entry.map(context.name)
    }
}

extension PagedList.Name {
    /// Which of its items a page holds, in words.
    var partWords: Word {
        switch self {
        case .events: .disputesPart
        case .deadlines: .deadlinesPart
        case .statements: .statementsPart
        case .sources: .sourcesPart
        }
    }
}
