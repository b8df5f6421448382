/// A page of a list that is too long for one page: the list of all disputes.
///
/// The first page keeps the list's own address; the others have a number in theirs: `index.html`, `index-2.html`.
enum ListPart {
    /// Items of a page.
    static let length = 100

    /// How many pages a list takes; one even where it is empty.
    static func count(of items: Int) -> Int { max(1, (items + length - 1) / length) }

    /// The path of a page, by its place from 0.
    static func path(_ part: Int, of path: String) -> String {
        part == 0 ? path : path.dropLast(".html".count) + "-\(part + 1).html"
    }

    /// The places of a page's items in the list.
    static func range(_ part: Int, of items: Int) -> Range<Int> {
        min(part * length, items)..<min((part + 1) * length, items)
    }
}
