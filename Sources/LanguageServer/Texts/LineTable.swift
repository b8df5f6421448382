import Diagnostics

/// How a client counts characters of a line.
package enum PositionEncoding: String, Sendable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case utf32 = "utf-32"

    /// What the server speaks of those that a client offers: bytes if it can, as offsets are bytes inside.
    init(offered: [String]?) {
        let offered = offered?.compactMap(PositionEncoding.init) ?? []
        self = offered.contains(.utf8) ? .utf8 : offered.first ?? .utf16
    }

    /// How many units the character has that begins with a byte; 0 for its further bytes.
    fileprivate func units(_ byte: UInt8) -> Int {
        switch self {
        case .utf8: 1
        case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
        case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
        }
    }
}

/// Converts between UTF-8 offsets in a text and positions of the protocol.
///
/// `\n`, `\r\n` and a lone `\r` each end a line. A byte order mark at the start of a file is not part of the first line.
package struct LineTable: Sendable {
    private static let step = 1_024

    package let bytes: [UInt8]
    private let encoding: PositionEncoding
    /// The offset at which each line starts.
    private let starts: [Int]
    /// How many units stand before each multiple of `step`, so that a long line with many places takes linear time.
    private let units: [Int]

    package init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
        self.bytes = bytes
        self.encoding = encoding
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var units: [Int] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % LineTable.step == 0 { units.append(count) }
            count += encoding.units(byte)
            if byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)) {
                starts.append(offset + 1)
            }
        }
        self.starts = starts
        self.units = units
    }

    package var lineCount: Int { starts.count }

    /// The offsets of a line, from 0, without its end.
    package func line(_ number: Int) -> Range<Int> {
        let start = starts[min(max(number, 0), starts.count - 1)]
        var end = number + 1 < starts.count ? starts[max(number, 0) + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The line of an offset, from 0.
    package func lineNumber(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    package func position(at offset: Int) -> LSP.Position {
        let number = lineNumber(at: offset)
        let line = line(number)
        let place = min(max(offset, line.lowerBound), line.upperBound)
        return LSP.Position(line: number, character: count(before: place) - count(before: line.lowerBound))
    }

    package func range(_ range: TextRange) -> LSP.Range {
        LSP.Range(start: position(at: Int(range.start)), end: position(at: Int(range.end)))
    }

    /// The offset of a position. One behind the end of a line, or of the text, is that end, as the protocol says.
    package func offset(of position: LSP.Position) -> Int {
        if position.line < 0 { return starts[0] }
        if position.line >= starts.count { return bytes.count }
        let line = line(position.line)
        var (offset, rest) = (line.lowerBound, max(0, position.character))
        while offset < line.upperBound {
            let next = encoding.units(bytes[offset])
            if next > rest { break }
            rest -= next
            offset += 1
            if rest == 0 { break }
        }
        // Behind all bytes of a character.
        while offset < line.upperBound, offset > line.lowerBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    private func count(before offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        let place = min(offset / LineTable.step, units.count - 1)
        return bytes[place * LineTable.step..<offset].reduce(units[place]) { $0 + encoding.units($1) }
    }
}
