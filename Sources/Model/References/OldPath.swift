/// The page of a folder.
let folderPage = "index.html"

/// The file that redirects from an old address, by its path from the site's root: what `moved_from` names.
///
/// A path that does not end in `.html` is a folder: `2025/strike/` and `2025/strike` give `2025/strike/index.html`.
/// It counts from the site's root, with a slash at the start or without.
///
/// - Returns: nil if it is not a path inside the site: another site's address, a query, `..`, an empty segment.
package func redirectPath(ofOldPath text: String) -> String? {
    let slash = UInt8(ascii: "/")
    let forbidden = Set("?#%\\:".utf8)
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) }) else { return nil }
    var rest = Substring(text)
    if rest.utf8.first == slash { rest = rest.dropFirst() }
    if rest.utf8.last == slash { rest = rest.dropLast() }
    if rest.isEmpty { return text.isEmpty ? nil : folderPage }
    for segment in rest.utf8.split(separator: slash, omittingEmptySubsequences: false) {
        if segment.isEmpty || segment.count > 255 || segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8)
        {
            return nil
        }
    }
    return rest.hasSuffix(".html") && text.utf8.last != slash ? String(rest) : rest + "/" + folderPage
}
