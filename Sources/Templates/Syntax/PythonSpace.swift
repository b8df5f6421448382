/// White space as in Python's `str.isspace`, in UTF-8. Jinja's whitespace control strips it.
enum PythonSpace {
    /// The length in bytes of the white space character at an offset; 0 for any other character.
    static func length(in bytes: [UInt8], at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        switch bytes[index] {
        case 0x09...0x0D, 0x1C...0x20: return 1
        case 0xC2:
            guard index + 1 < bytes.count else { return 0 }
            return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE1, 0xE2, 0xE3:
            guard index + 2 < bytes.count else { return 0 }
            return isWide(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
        default: return 0
        }
    }

    /// The length in bytes of the white space character before an offset; 0 for any other character.
    static func length(in bytes: [UInt8], before end: Int, from start: Int) -> Int {
        guard end > start else { return 0 }
        switch bytes[end - 1] {
        case 0x09...0x0D, 0x1C...0x20: return 1
        case 0x80...0xBF:
            if end - start >= 2, bytes[end - 2] == 0xC2 {
                return bytes[end - 1] == 0x85 || bytes[end - 1] == 0xA0 ? 2 : 0
            }
            guard end - start >= 3, bytes[end - 3] >= 0xE1, bytes[end - 3] <= 0xE3 else { return 0 }
            return isWide(bytes[end - 3], bytes[end - 2], bytes[end - 1]) ? 3 : 0
        default: return 0
        }
    }

    private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A): third == 0x80
        case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        case (0xE3, 0x80): third == 0x80
        default: false
        }
    }
}
