/// A document that an editor has open, with its text of now, saved or not.
package struct OpenDocument: Sendable {
    /// As the client names it.
    package let uri: String
    package private(set) var version: Int
    package private(set) var lines: LineTable
    private let encoding: PositionEncoding

    package var bytes: [UInt8] { lines.bytes }

    package init(uri: String, version: Int, text: String, _ encoding: PositionEncoding) {
        self.uri = uri
        self.version = version
        self.encoding = encoding
        lines = LineTable(Array(text.utf8), encoding)
    }

    /// Applies changes in their order, each to the text that the one before it left.
    package mutating func apply(_ changes: [LSP.ContentChange], version: Int?) {
        for change in changes {
            var bytes = Array(change.text.utf8)
            if let range = change.range {
                let start = lines.offset(of: range.start)
                let end = max(start, lines.offset(of: range.end))
                bytes = lines.bytes[..<start] + bytes + lines.bytes[end...]
            }
            lines = LineTable(bytes, encoding)
        }
        if let version { self.version = version }
    }
}
