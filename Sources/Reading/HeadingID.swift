/// Makes heading ids: the heading's words in lower case with hyphens between, `-2` for the second of a page.
///
/// Letters and digits of every script stay: a heading in Greek has a Greek id. Lower case is that of Unicode
/// (`properties.lowercaseMapping`), without a locale: the same heading has the same id on every machine.
enum HeadingID {
    /// Returns an id that is not used yet, and adds it to the used ones.
    ///
    /// Linear in the number of headings: the search continues where it ended for the last heading of the same words.
    ///
    /// - Parameter used: For each id, the number to try next for a heading of the same words.
    static func unused(for text: String, among used: inout [String: Int]) -> String {
        let base = ReservedID.replacement(for: slug(text)) ?? slug(text)
        guard var number = used[base] else {
            used[base] = 2
            return base
        }
        var id = base + "-" + String(number)
        while used[id] != nil {
            number += 1
            id = base + "-" + String(number)
        }
        used[base] = number + 1
        used[id] = 2
        return id
    }

    static func slug(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isGap = false
        func gap() { if isGap, !bytes.isEmpty { bytes.append(0x2D) } }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39:
                gap()
                bytes.append(UInt8(scalar.value))
                isGap = false
            case 0x41...0x5A:
                gap()
                bytes.append(UInt8(scalar.value + 0x20))
                isGap = false
            case 0x27, 0x2019, 0xAD, 0x200B...0x200D: continue  // "don't" is one word: dont
            case 0..<0x80: isGap = true
            default:
                guard isLetter(scalar) else {
                    isGap = true
                    continue
                }
                gap()
                bytes += Array(scalar.properties.lowercaseMapping.utf8)
                isGap = false
            }
        }
        return bytes.isEmpty ? "section" : String(decoding: bytes, as: UTF8.self)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
