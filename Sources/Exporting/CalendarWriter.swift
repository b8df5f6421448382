/// Content lines of iCalendar (RFC 5545, 3.1): CRLF at their ends, folded so that none has more than 75 octets.
struct CalendarWriter {
    private(set) var bytes: [UInt8] = []

    /// A line whose value needs no escape.
    mutating func line(_ line: String) { fold(Array(line.utf8)) }

    /// A property with a value of type TEXT (3.3.11): backslash, semicolon, comma and line break are escaped; other
    /// control characters, which are not allowed, are left away.
    mutating func text(_ name: StaticString, _ value: String) {
        var line = Array(name.description.utf8)
        line.append(UInt8(ascii: ":"))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                line.append(UInt8(ascii: "\\"))
                line.append(byte)
            case 0x0A:
                line.append(UInt8(ascii: "\\"))
                line.append(UInt8(ascii: "n"))
            case 0x09: line.append(byte)
            case 0..<0x20, 0x7F: break
            default: line.append(byte)
            }
        }
        fold(line)
    }

    /// Writes a line; what follows a fold begins with a space, which counts. No UTF-8 sequence is parted.
    private mutating func fold(_ line: [UInt8]) {
        var start = 0
        var room = 75
        while line.count - start > room {
            var end = start + room
            while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
            bytes.append(contentsOf: line[start..<end])
            bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
            start = end
            room = 74
        }
        bytes.append(contentsOf: line[start...])
        bytes.append(contentsOf: [0x0D, 0x0A])
    }
}
