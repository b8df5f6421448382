/// A kind of file that a site has: a page with its template, an export, or files that are copied.
///
/// Whoever makes the files declares their kinds, each in one file; the plan is made from the list of all kinds.
///
/// A class, so that the plan hands out one reference for each.
package final class OutputKind: Sendable {
    /// What the file is to a reader. The raw values are what `explainer list` prints and takes.
    package enum Form: String, CaseIterable, Sendable {
        case page, redirect, picture, data, calendar, feed, search, sitemap, robots, asset
    }

    /// Which files of a kind a site has.
    package enum Extent: Sendable {
        /// One for each entry of a kind, at the entry's own path.
        case entries(EntryKind)
        /// One for each entry of a kind in an event, at a path that is made from the entry's id, if the site has them.
        case besideEntries(
            EntryKind, name: @Sendable (_ id: String) -> String, isMade: @Sendable (_ site: Site) -> Bool)
        /// One of this name in the folder of each scope that has it: an event's index, or -1 for what all events share.
        case scopes(name: String, isMade: @Sendable (_ site: Site, _ scope: Int) -> Bool)
        /// Files at these paths from the site's root; of a long list, one for each of its parts.
        case site(@Sendable (_ facts: SitePlan.Facts) -> [String])
        /// One for each old path of an entry.
        case oldPaths
        /// The theme's stylesheets, scripts and pictures.
        case themeAssets
        /// The files below `content/` that are copied.
        case contentAssets
    }

    /// Entries without a page of their own, which have their place on the scope's page of this kind.
    package struct Told: Sendable {
        let kind: EntryKind
        /// What stands before the entry's id in the id of its element: `source-`.
        let prefix: String

        package init(_ kind: EntryKind, prefix: String) {
            self.kind = kind
            self.prefix = prefix
        }
    }

    /// Gives the ids of elements on a page.
    package typealias Anchors = @Sendable (_ page: AnchorContext) -> [String]

    /// `demand`, `not-found`, `feed`; unique among the kinds.
    package let name: String
    package let form: Form
    package let extent: Extent
    let told: Told?
    /// Whether an event has enough for its file, beyond what the extent asks.
    let isNeeded: @Sendable (_ record: EventRecord, _ site: Site) -> Bool
    /// Whether search engines are told of the pages.
    package let isListed: Bool
    /// The ids of elements that every page of this kind has, apart from the headings of its own text.
    let anchors: Anchors
    /// The ids of elements that a page has or lacks depending on the texts on it.
    let optionalAnchors: Anchors

    package init(
        _ name: String, _ form: Form, _ extent: Extent, telling told: Told? = nil, isListed: Bool? = nil,
        isNeeded: @escaping @Sendable (_ record: EventRecord, _ site: Site) -> Bool = { _, _ in true },
        anchors: @escaping Anchors = { _ in [] }, optionalAnchors: @escaping Anchors = { _ in [] }
    ) {
        self.name = name
        self.form = form
        self.extent = extent
        self.told = told
        self.isNeeded = isNeeded
        self.isListed = isListed ?? (form == .page)
        self.anchors = anchors
        self.optionalAnchors = optionalAnchors
    }

    /// The redirects from old paths.
    package static let redirect = OutputKind("redirect", .redirect, .oldPaths)
    package static let themeAsset = OutputKind("theme", .asset, .themeAssets)
    package static let contentAsset = OutputKind("file", .asset, .contentAssets)
}
