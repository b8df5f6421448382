/// A page of a list that is too long for one page: the list of all disputes.
///
/// The first page has the list's own address; the others have a number in theirs: `index.html`, `index-2.html`.
package enum ListPart {
    /// Items of a page.
    static let length = 100

    /// How many pages a list takes; one even if it is empty.
    package static func count(of items: Int) -> Int { max(1, (items + length - 1) / length) }

    /// The paths of a list's pages.
    package static func paths(_ path: String, items: Int) -> [String] {
        (0..<count(of: items)).map { part in
            part == 0 ? path : path.dropLast(".html".count) + "-\(part + 1).html"
        }
    }

    /// The places of a page's items in the list.
    package static func range(_ part: Int, of items: Int) -> Range<Int> {
        min(part * length, items)..<min((part + 1) * length, items)
    }
}
