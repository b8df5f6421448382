import Bytes

/// The output of page parts that read only values that all pages share. It is kept from page to page, once for each
/// folder of pages, because links are relative.
struct KeptParts {
    private var parts: ContiguousArray<[Int: [UInt8]]>
    private var folders: [String: Int] = [:]
    /// The folder of the page that is being rendered.
    private var folder = 0
    /// The parts that are being recorded, innermost last.
    private var open: ContiguousArray<Open> = []

    /// The number of folders for which parts are kept, to limit the memory of large sites.
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
            // Never the name of a folder, because those have no empty segments.
            case .absolute(let prefix): "//" + prefix
            }
        if let known = folders[key] {
            folder = known
        } else {
            folder = folders.count
            if folder < KeptParts.folderLimit { folders[key] = folder }
        }
    }

    /// The output of a part. If it is nil, the part must be rendered, and its output is recorded.
    mutating func bytes(of part: Int, at start: Int, anchors: Int, faults: Int) -> [UInt8]? {
        if let bytes = parts[part][folder] { return bytes }
        open.append(Open(start: start, anchors: anchors, faults: faults))
        return nil
    }

    /// Ends recording a part. A part with faults, which each page reports, or with links that may differ is not kept.
    mutating func keep(_ part: Int, _ output: borrowing ByteBuffer, anchors: Int, faults: Int) {
        let noted = open.removeLast()
        guard noted.anchors == anchors, noted.faults == faults, folder < KeptParts.folderLimit else { return }
        parts[part][folder] = output.bytes(from: noted.start)
    }
}
