/// Divides a stream of bytes into the messages of the base protocol of LSP 3.17: a header with the content's length, a
/// blank line, and the content.
///
/// A frame that cannot be read is reported once, and reading continues behind it.
package struct FrameReader {
    package enum Frame: Sendable, Equatable {
        /// The JSON of a message.
        case content([UInt8])
        /// Why a frame was passed over.
        case fault(String)
    }

    /// Bytes of a header, with its blank line.
    package static let largestHeader = 4_096
    /// Bytes of a content. The largest text that is read has 8 MiB, and escapes may take six bytes for each.
    package static let largestContent = 64 << 20

    private var bytes: [UInt8] = []
    /// The offset of the first byte that was not taken yet.
    private var start = 0
    /// The length of the content that follows; nil before a header.
    private var length: Int?
    /// How many bytes of a content that is too large are still to come.
    private var skipped = 0

    package init() {}

    package mutating func append(_ more: [UInt8]) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// The next frame; nil until more bytes arrive.
    package mutating func next() -> Frame? {
        if skipped > 0 {
            let count = min(skipped, bytes.count - start)
            skipped -= count
            start += count
            if skipped > 0 { return nil }
        }
        if length == nil, let fault = readHeader() { return .fault(fault) }
        guard let length, bytes.count - start >= length else { return nil }
        let content = Array(bytes[start..<start + length])
        start += length
        self.length = nil
        return .content(content)
    }

    /// Reads a header if all of it has arrived; returns what is wrong with it.
    private mutating func readHeader() -> String? {
        let rest = bytes[start...].prefix(FrameReader.largestHeader)
        guard let blank = rest.firstRange(of: Array("\r\n\r\n".utf8)) else {
            guard rest.count == FrameReader.largestHeader else { return nil }
            skipToNextHeader()
            return "the header has no end"
        }
        let header = String(decoding: rest[..<blank.lowerBound], as: UTF8.self)
        start = blank.upperBound
        var length: Int?
        for line in header.split(separator: "\r\n", omittingEmptySubsequences: true) {
            guard let colon = line.utf8.lastIndex(of: UInt8(ascii: ":")) else {
                return "the header has a line without a colon"
            }
            var name = line[..<colon].lowercased()
            // Behind a frame that could not be read, the rest of it stands before the next header.
            if name.hasSuffix("content-length") { name = "content-length" }
            let value = trimmed(line[line.utf8.index(after: colon)...])
            switch name {
            case "content-length":
                guard let number = Int(value), value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                    return "Content-Length is not a number"
                }
                length = number
            case "content-type":
                let charset = value.lowercased().split(separator: "charset=").dropFirst().first.map(trimmed)
                if let charset, charset != "utf-8", charset != "utf8" { return "the content is not in UTF-8" }
            default: continue
            }
        }
        guard let length else { return "the header has no Content-Length" }
        if length > FrameReader.largestContent {
            skipped = length
            return "the content has \(length) bytes; at most \(FrameReader.largestContent) are read"
        }
        self.length = length
        return nil
    }

    /// Drops bytes up to what looks like another header.
    private mutating func skipToNextHeader() {
        let name = Array("Content-Length:".utf8)
        if let next = bytes[(start + 1)...].firstRange(of: name) {
            start = next.lowerBound
        } else {
            start = max(start + 1, bytes.count - name.count)
        }
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" || last == ";" || last == "\"" { text.removeLast() }
        return String(text.drop { $0 == "\"" })
    }
}

/// The bytes of a message with its header.
package func frame(_ content: [UInt8]) -> [UInt8] { Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content }
