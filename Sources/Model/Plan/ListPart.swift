/// A page of a list that is too long for one page, such as the list of all disputes.
///
/// The first page has the list's own address; the others have a number in theirs: `index.html`, `index-2.html`.
package enum ListPart {
    /// Items of a page, where nothing else is asked for.
    package static let length = 100

    /// How many pages a list takes; one even if it is empty.
    package static func count(of items: Int, length: Int = length) -> Int { max(1, (items + length - 1) / length) }

    /// The paths of a list's pages.
    package static func paths(_ path: String, items: Int, length: Int = length) -> [String] {
        (0..<count(of: items, length: length)).map { self.path(path, part: $0) }
    }

    /// The path of one of them, from 0.
    static func path(_ path: String, part: Int) -> String {
        part == 0 ? path : path.dropLast(".html".count) + "-\(part + 1).html"
    }

    /// The places of a page's items in the list.
    package static func range(_ part: Int, of items: Int, length: Int = length) -> Range<Int> {
        min(part * length, items)..<min((part + 1) * length, items)
    }
}

extension PagedList {
    /// The most items of a page.
    package var length: Int { at?.value ?? ListPart.length }
}

extension PagedList.Name {
    /// How many items the list has.
    package func count(_ site: Site, _ records: [EventRecord]) -> Int {
        switch self {
        case .events: site.events.count
        case .deadlines: records.reduce(0) { $0 + $1.ahead(in: site).count }
        case .statements: site.events.reduce(0) { $0 + $1.entries.statements.count }
        case .sources: (-1..<site.events.count).reduce(0) { $0 + site.entries(of: $1).sources.count }
        }
    }
}

extension ChangeLog {
    /// The corrections on a page of their list.
    package func corrections(part: Int) -> ArraySlice<Change> {
        corrections[ListPart.range(part, of: corrections.count)]
    }
}
