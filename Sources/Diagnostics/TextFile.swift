/// The text of a document or a template.
///
/// A class, because thousands of values refer to one text by identity, to show the line of a problem.
package final class TextFile: Sendable {
    /// The path for messages: relative to the working directory, with `/` between segments.
    package let path: String
    /// The file's bytes, byte order mark included. Valid UTF-8 if the reader accepted it.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// Length of a UTF-8 byte order mark at the start: 3 or 0.
    package var byteOrderMarkLength: Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Line and column of a UTF-8 offset; an offset past the end gives the end. Linear in the offset; `LineIndex` finds many.
    ///
    /// `\n`, `\r\n` and a lone `\r` each end a line.
    package func position(at offset: Int) -> TextPosition {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var column = 1
        var index = byteOrderMarkLength
        while index < end {
            let byte = bytes[index]
            if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 && byte != 0x0D {
                column += 1
            }
            index += 1
        }
        return TextPosition(line: line, column: column)
    }

    /// The offsets of the line around an offset, without the line ending and the byte order mark.
    package func line(at offset: Int) -> Range<Int> {
        let place = min(max(offset, 0), bytes.count)
        var start = place
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        var end = place
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let first = start == 0 ? min(byteOrderMarkLength, end) : start
        return first..<end
    }

    /// The offset of a line's start, lines from 1; a line past the last one gives the end.
    package func offset(ofLine line: Int) -> Int {
        var current = 1
        var index = byteOrderMarkLength
        while index < bytes.count, current < line {
            let byte = bytes[index]
            if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) { current += 1 }
            index += 1
        }
        return index
    }

    /// The text of a range, for messages. Invalid UTF-8 becomes U+FFFD.
    package func text(in range: TextRange) -> String {
        String(decoding: bytes[range.offsets.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

/// A range in a file.
package struct TextLocation: Sendable {
    package let file: TextFile
    package let range: TextRange

    package init(_ file: TextFile, _ range: TextRange) {
        self.file = file
        self.range = range
    }

    /// Line and column of the range's start.
    package var position: TextPosition { file.position(at: Int(range.start)) }
}
