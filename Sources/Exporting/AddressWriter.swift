import Bytes
import Diagnostics
import Model
import Presenting

/// Puts together addresses of entries as one page, or file, writes them: absolute where the site has an address (and
/// the file wants that), else relative to it. Works on bytes that it keeps, since a page holds dozens of addresses.
struct AddressWriter: ~Copyable {
    private let context: ExportContext
    /// Scheme, host and folder, escaped for JSON; nil for relative addresses.
    private let base: [UInt8]?
    /// The path of the page that holds the addresses, percent-encoded.
    private let page: [UInt8]
    /// The path of the page that is named.
    private var path = ByteBuffer(capacity: 128)
    /// The address composed last: ASCII that needs no escape in JSON.
    private(set) var bytes = ByteBuffer(capacity: 128)

    init(_ context: ExportContext, page: String, isAbsolute: Bool) {
        self.context = context
        self.page = Array(percentEncoded(page).utf8)
        base = isAbsolute ? context.escapedBase : nil
    }

    /// The address where readers find an entry.
    mutating func composePage(of handle: AnyHandle) {
        composeAddress(of: handle)
        context.appendAnchor(of: handle, to: &bytes)
    }

    /// What an entry is called in linked data: its page's address with the kind as fragment, or its place on a page.
    mutating func composeID(of handle: AnyHandle) {
        if context.plan.anchorPrefix(of: handle.kind) != nil { return composePage(of: handle) }
        composeAddress(of: handle)
        bytes.append(UInt8(ascii: "#"))
        bytes.append(handle.kind.word)
    }

    /// The address of the page on which an entry is told. It names the file on its own page too: an entry has one name,
    /// whichever page tells of it, and whether that was opened as a file or as a folder.
    private mutating func composeAddress(of handle: AnyHandle) {
        bytes.removeAll()
        if let base {
            bytes.append(base)
            context.appendPath(of: handle, to: &bytes)
            // A folder's `index.html` is named by the folder.
            if bytes.ends(with: "/index.html") { bytes.removeLast("index.html".utf8.count) }
            return
        }
        path.removeAll()
        context.appendPath(of: handle, to: &path)
        let ownPath = page
        let page = ownPath.span
        path.withSpan { bytes.appendRelativePath(to: $0, from: page) }
    }
}

extension ByteBuffer {
    /// Appends the way from one file of the site to another.
    fileprivate mutating func appendRelativePath(to path: Span<UInt8>, from page: Span<UInt8>) {
        let slash = UInt8(ascii: "/")
        // What both paths share, up to and including its last slash.
        var shared = 0
        var index = 0
        while index < path.count, index < page.count, path[index] == page[index] {
            index += 1
            if path[index - 1] == slash { shared = index }
        }
        for index in shared..<page.count where page[index] == slash { append(literal: "../") }
        append(path.extracting(shared..<path.count))
    }
}
