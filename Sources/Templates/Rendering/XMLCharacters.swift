/// What XML 1.0 has no spelling for (section 2.2): C0's controls but tab and line endings, U+FFFE and U+FFFF. One of them
/// makes a file that no reader takes.
enum XMLCharacters {
    /// Appends UTF-8 with U+FFFD in the place of each.
    static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let length = refusedLength(bytes, at: index)
            guard length > 0 else {
                index += 1
                continue
            }
            output.append(contentsOf: bytes[start..<index])
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            index += length
            start = index
        }
        output.append(contentsOf: bytes[start...])
    }

    /// Bytes of the character at an offset where it is one of them, else 0.
    private static func refusedLength(_ bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: 0
        case 0..<0x20: 1
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
        default: 0
        }
    }
}
