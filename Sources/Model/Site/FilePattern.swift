/// A pattern of `ignore` in site.md: paths of files that are not content.
///
/// `*` stands for any characters of a name, `?` for one, `**` for any characters of a path. A pattern without a slash
/// matches names in every folder; one that ends in a slash matches everything in a folder.
package struct FilePattern: Sendable {
    private let pattern: [UInt8]
    /// Whether it is compared with names, not with whole paths.
    private let isName: Bool
    private let isFolder: Bool

    package init(_ text: String) {
        var rest = text[...]
        isFolder = rest.hasSuffix("/")
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        isName = !rest.contains("/")
        if rest.hasPrefix("/") { rest = rest.dropFirst() }
        pattern = Array(rest.utf8)
    }

    /// Whether a file, by its path below `content/`, or a folder that it lies in matches.
    package func matches(_ path: String) -> Bool {
        let segments = path.split(separator: "/")
        for count in 1...max(segments.count, 1) where count <= segments.count {
            if isFolder, count == segments.count { return false }
            let part = isName ? String(segments[count - 1]) : segments[..<count].joined(separator: "/")
            if Self.matches(Array(part.utf8)[...], pattern[...]) { return true }
        }
        return false
    }

    private static let (star, mark, slash) = (UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "/"))

    /// Compares from left to right; a star that takes too few characters takes one more.
    private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var (at, place) = (text.startIndex, pattern.startIndex)
        var retry: (text: Int, pattern: Int, crossesFolders: Bool)?
        while at < text.endIndex {
            if place < pattern.endIndex, pattern[place] == star {
                var next = place
                while next < pattern.endIndex, pattern[next] == star { next += 1 }
                retry = (at, next, next - place > 1)
                place = next
            } else if place < pattern.endIndex,
                pattern[place] == text[at] || (pattern[place] == mark && text[at] != slash)
            {
                (at, place) = (at + 1, place + 1)
            } else if let known = retry, known.crossesFolders || text[known.text] != slash {
                retry = (known.text + 1, known.pattern, known.crossesFolders)
                (at, place) = (known.text + 1, known.pattern)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == star }
    }
}
