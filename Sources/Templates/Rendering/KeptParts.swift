import Bytes

/// What parts of pages printed that depend on nothing that a page has of its own: kept from page to page, a part for each
/// folder of pages, since links are relative.
struct KeptParts {
    private var parts: ContiguousArray<[Int: [UInt8]]>
    private var folders: [String: Int] = [:]
    /// The folder of the page that is being rendered.
    private var folder = 0
    /// Parts that are being noted, innermost last.
    private var open: ContiguousArray<Open> = []

    /// Folders for which parts are kept: a bound for the memory of sites with very many.
    private static let folderLimit = 1024

    private struct Open {
        let start: Int
        let anchors: Int
        let faults: Int
    }

    init(count: Int) { parts = ContiguousArray(repeating: [:], count: count) }

    /// Starts a page.
    mutating func begin(_ page: String, _ style: LinkStyle) {
        guard !parts.isEmpty else { return }
        open.removeAll(keepingCapacity: true)
        let key =
            switch style {
            case .relative: String(page[..<(page.utf8.lastIndex(of: UInt8(ascii: "/")) ?? page.startIndex)])
            // Not the name of a folder: those have no empty segments.
            case .absolute(let prefix): "//" + prefix
            }
        if let known = folders[key] {
            folder = known
        } else {
            folder = folders.count
            if folder < KeptParts.folderLimit { folders[key] = folder }
        }
    }

    /// What a part printed; nil where it must be rendered, which is noted from then on.
    mutating func bytes(of part: Int, at start: Int, anchors: Int, faults: Int) -> [UInt8]? {
        if let bytes = parts[part][folder] { return bytes }
        open.append(Open(start: start, anchors: anchors, faults: faults))
        return nil
    }

    /// Ends noting a part. It is not kept where its faults must be reported for each page, or its links may differ.
    mutating func keep(_ part: Int, _ output: borrowing ByteBuffer, anchors: Int, faults: Int) {
        let noted = open.removeLast()
        guard noted.anchors == anchors, noted.faults == faults, folder < KeptParts.folderLimit else { return }
        parts[part][folder] = output.bytes(from: noted.start)
    }
}
