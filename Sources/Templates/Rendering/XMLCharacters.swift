/// Characters that XML 1.0 cannot represent (section 2.2): C0 controls except tab and line endings, U+FFFE and U+FFFF.
/// A file with one of them is not well-formed.
enum XMLCharacters {
    /// Appends UTF-8 with each of them replaced by U+FFFD.
    static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let length = invalidLength(bytes, at: index)
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

    /// The length in bytes of such a character at an offset; 0 for any other character.
    private static func invalidLength(_ bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: 0
        case 0..<0x20: 1
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
        default: 0
        }
    }
}
