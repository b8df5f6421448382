import Diagnostics
import Reading

/// A whole site: its settings, its events, what they share, and its free pages. Holds only what is published.
///
/// A class, so that the views of a page hold it at the cost of one reference; nothing of it ever changes.
@usableFromInline package final class Site: Sendable {
    @usableFromInline package let settings: SiteSettings
    /// In the order of their folders.
    @usableFromInline package let events: [Event]
    @usableFromInline package let shared: Entries
    package let pages: [Page]
    /// What this build leaves out, in the order of kinds, then ids.
    package let withheld: [WithheldEntry]
    /// Fields, key facts and sections of published entries that `--as-of` leaves out, in the same order.
    package let withheldParts: [WithheldEntry]
    package let index: SiteIndex
    /// Pictures and other files below `content/` by path, for links and collisions.
    package let assets: [String]
    /// Paths of the texts kept of all sources, published or not: evidence for the checks, not for publishing.
    package let keptTextPaths: Set<String>
    /// The files below `content/` that published entries refer to, and those that only withheld ones refer to.
    let referredFiles: Set<String>
    let withheldFiles: Set<String>
    /// For each event, the others that fields of its documents name something of.
    let linked: [Set<Int>]
    /// Whether there are entries that could not be used, and whose references are therefore not known.
    package let hasUnusableEntries: Bool
    /// What stands before the paths of each event's pages: empty, or its folder with a slash.
    private let prefixes: [String]
    /// The entries by scope (from −1, hence one further on), then kind.
    private let lists: [[[any Entry]]]

    init(
        settings: SiteSettings, events: [Event], shared: Entries, pages: [Page], withheld: [WithheldEntry],
        index: SiteIndex, assets: [String], keptTextPaths: Set<String>, referredFiles: Set<String>,
        withheldFiles: Set<String>, linked: [Set<Int>], hasUnusableEntries: Bool
    ) {
        self.settings = settings
        self.events = events
        self.shared = shared
        self.pages = pages
        self.withheld = withheld.filter { $0.part == nil }
        withheldParts = withheld.filter { $0.part != nil }
        self.index = index
        self.assets = assets
        self.keptTextPaths = keptTextPaths
        self.referredFiles = referredFiles
        self.withheldFiles = withheldFiles
        self.linked = linked
        self.hasUnusableEntries = hasUnusableEntries
        prefixes = events.map { $0.folder.isEmpty ? "" : $0.folder + "/" }
        lists = ([shared] + events.map(\.entries)).map { EntryKind.allCases.map($0.list(of:)) }
    }

    /// A site whose entries are those of another, but for the fields and texts of some events' and of what is shared.
    ///
    /// - Parameter files: the files below `content/` that the entries refer to.
    init(
        _ other: Site, events: [Event], shared: Entries, pages: [Page], files: Set<String>, linked: [Set<Int>],
        edited: Set<Int>
    ) {
        settings = other.settings
        self.events = events
        self.shared = shared
        self.pages = pages
        withheld = other.withheld
        withheldParts = other.withheldParts
        index = other.index
        assets = other.assets
        keptTextPaths = other.keptTextPaths
        referredFiles = files
        withheldFiles = other.withheldFiles
        self.linked = linked
        hasUnusableEntries = other.hasUnusableEntries
        prefixes = other.prefixes
        var lists = other.lists
        for scope in edited { lists[scope + 1] = EntryKind.allCases.map(events[scope].entries.list(of:)) }
        lists[0] = EntryKind.allCases.map(shared.list(of:))
        self.lists = lists
    }

    /// What stands before the paths of an event's files: empty, or the folder with a slash.
    package func prefix(ofScope scope: Int) -> String { scope < 0 ? "" : prefixes[scope] }

    /// Whether the event page is the home page.
    package var isOneEvent: Bool { events.count == 1 && events[0].folder.isEmpty }

    /// Whether an event has, or may have, entries of a kind that could not be used.
    package func mayLack(_ kind: EntryKind, inEvent event: Int) -> Bool {
        guard hasUnusableEntries else { return false }
        return index.cutShort.contains(event)
            || index.events[event].contains { $0.key.kind == kind && $0.value < 0 }
    }

    /// Whether there is a file of this path below `content/` that is not a document.
    package func hasAsset(_ path: String) -> Bool { assets.hasInOrder(path) }

    /// Whether there is a document of this path, even one that could not be used.
    package func hasDocument(_ path: String) -> Bool { index.documents.hasInOrder(path) }

    package func entries(of scope: Int) -> Entries { scope < 0 ? shared : events[scope].entries }

    /// Calls a function with every text of the site.
    package func visitProse(_ visit: (Prose) -> Void) {
        for event in events { event.visitProse(visit) }
        for scope in -1..<events.count { entries(of: scope).forEach { entry, _ in entry.visitProse(visit) } }
        for page in pages { page.visitProse(visit) }
        if let introduction = settings.introduction { visit(introduction) }
    }

    /// The entry that a handle leads to.
    @inlinable
    package subscript<E: StoredEntry>(handle: Handle<E>) -> E {
        handle.isShared
            ? shared[keyPath: E.list][Int(handle.index)]
            : events[Int(handle.scope)].entries[keyPath: E.list][Int(handle.index)]
    }

    /// The name that readers see for any entry.
    package func displayName(of handle: AnyHandle) -> String {
        switch handle.kind {
        case .event: events[Int(handle.index)].title.value
        case .page: pages[Int(handle.index)].displayName
        default: entry(of: handle)?.displayName ?? ""
        }
    }

    /// Any entry's head.
    package func head(of handle: AnyHandle) -> EntryHead {
        if let entry = entry(of: handle) { return entry.head }
        return handle.kind == .event ? events[Int(handle.index)].head : pages[Int(handle.index)].head
    }

    /// The id of any entry.
    package func id(of handle: AnyHandle) -> String { head(of: handle).id }

    /// The entry of any kind; nil for events and pages.
    package func entry(of handle: AnyHandle) -> (any Entry)? {
        let list = lists[Int(handle.scope) + 1][Int(handle.kind.rawValue)]
        return list.isEmpty ? nil : list[Int(handle.index)]
    }

    /// The zone in which an event's clock times are shown; the site's for -1.
    package func zone(ofScope scope: Int) -> ClockZone {
        scope < 0 ? settings.zone : events[scope].zone ?? settings.zone
    }

    /// The BCP 47 tag of an event's language.
    package func language(ofEvent event: Int) -> String {
        events[event].language?.value ?? settings.language.value
    }
}

/// An entry that a build leaves out, and why.
package struct WithheldEntry: Sendable {
    package enum Reason: Sendable {
        case draft
        case embargo(EventDate)
        /// It became known after the date that `--as-of` names.
        case later
        /// A part that names an entry which became known after that date; names that one.
        case namesLater(String)
        /// It cannot be told without another entry that is left out; names that one.
        case dependsOn(String)
        /// A source that only entries cite that are left out.
        case onlyCitedByWithheld
    }

    package let kind: EntryKind
    /// The id, with the event's folder before a slash where it has one.
    package let name: String
    /// The part of it that is left out, in words: "section 'What happens next?'"; nil for the whole entry.
    package let part: String?
    package let location: TextLocation
    package let reason: Reason
    package let isHeld: Bool

    package init(
        kind: EntryKind, name: String, part: String? = nil, location: TextLocation, reason: Reason, isHeld: Bool
    ) {
        self.kind = kind
        self.name = name
        self.part = part
        self.location = location
        self.reason = reason
        self.isHeld = isHeld
    }
}

extension [String] {
    /// Whether a list that is sorted by UTF-8 bytes has a text.
    fileprivate func hasInOrder(_ text: String) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].utf8.lexicographicallyPrecedes(text.utf8) { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == text
    }
}
