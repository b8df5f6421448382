import Diagnostics
import Model

/// Puts together addresses of entries as one page, or file, writes them: absolute where the site has an address (and
/// the file wants that), else relative to it. Works on bytes that it keeps, since a page holds dozens of addresses.
struct AddressWriter {
    private let context: ExportContext
    /// Scheme, host and folder; nil for relative addresses.
    private let base: [UInt8]?
    /// The path of the page that holds the addresses, percent-encoded.
    private let page: [UInt8]
    private var path: [UInt8] = []
    /// The address composed last: ASCII that needs no escape in JSON.
    private(set) var bytes: [UInt8] = []

    init(_ context: ExportContext, page: String, isAbsolute: Bool) {
        self.context = context
        self.page = Array(percentEncoded(page).utf8)
        base = isAbsolute ? context.address.map { AddressWriter.escaped($0.base) } : nil
    }

    /// The address where readers find an entry.
    mutating func composePage(of handle: AnyHandle) {
        path.removeAll(keepingCapacity: true)
        context.appendPath(of: handle, to: &path)
        compose()
        let length = bytes.count
        context.appendAnchor(of: handle, to: &bytes)
        // On its own page an anchor is enough.
        if base == nil, bytes.count > length, path == page { bytes.removeFirst(length) }
    }

    /// What an entry is called in linked data: its page's address with the kind as fragment, or its place on a page.
    mutating func composeID(of handle: AnyHandle) {
        composePage(of: handle)
        guard handle.kind != .moment, handle.kind != .source, handle.kind != .term else { return }
        if base == nil, path == page { bytes.removeAll(keepingCapacity: true) }
        bytes.append(UInt8(ascii: "#"))
        bytes.append(contentsOf: handle.kind.word.utf8)
    }

    private mutating func compose() {
        bytes.removeAll(keepingCapacity: true)
        if let base {
            bytes.append(contentsOf: base)
            let isIndex = path.ends(with: "index.html") && (path.count == 10 || path[path.count - 11] == slash)
            bytes.append(contentsOf: isIndex ? path[..<(path.count - 10)] : path[...])
            return
        }
        // What both paths share, up to and including its last slash.
        var shared = 0
        var index = 0
        while index < path.count, index < page.count, path[index] == page[index] {
            index += 1
            if path[index - 1] == slash { shared = index }
        }
        for byte in page[shared...] where byte == slash { bytes.append(contentsOf: "../".utf8) }
        bytes.append(contentsOf: path[shared...])
    }

    private static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { JSON.write($0, to: &bytes) }
        return bytes
    }

    private var slash: UInt8 { UInt8(ascii: "/") }
}

extension [UInt8] {
    fileprivate func ends(with literal: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        return count >= wanted.count && self[(count - wanted.count)...].elementsEqual(wanted)
    }
}
