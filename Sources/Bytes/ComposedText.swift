#if canImport(Darwin)
    import Foundation
#else
    // The standard library composes characters when it compares strings, and has no public call for it yet. Foundation
    // has one, and linking all of Foundation for it costs 10 MB.
    @_spi(_Unicode) import Swift
#endif

extension String {
    /// The text in Unicode's Normalization Form C: `é` is one character, however it was typed. A text that has this form
    /// is returned as it is.
    package var composed: String {
        guard withSpan(mayNeedComposing) else { return self }
        #if canImport(Darwin)
            return precomposedStringWithCanonicalMapping
        #else
            var text = ""
            text.reserveCapacity(utf8.count)
            for scalar in _nfc { text.unicodeScalars.append(scalar) }
            return text
        #endif
    }
}

/// Whether UTF-8 bytes may hold a character that Normalization Form C changes. False for all text in most scripts: what
/// is changed are combining marks, old forms of letters, and Korean letters that stand alone. Of bytes that are not valid
/// UTF-8 the answer may be either.
package func mayNeedComposing(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        // U+0300, the first combining mark, begins with the byte CC.
        guard lead >= 0xCC else {
            index += 1
            continue
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return false }
        var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for place in index + 1..<index + length { scalar = scalar << 6 | UInt32(bytes[place] & 0x3F) }
        guard isUnchangedByComposing(scalar) else { return true }
        index += length
    }
    return false
}

/// Whether a Unicode scalar stands in one of the large ranges that Normalization Form C leaves as they are.
private func isUnchangedByComposing(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Latin; Greek, Cyrillic and Armenian without their marks; Latin with two accents; punctuation; most signs; kana and
    // Chinese; whole Korean syllables; emoji.
    case 0..<0x300, 0x370..<0x374, 0x375..<0x37E, 0x37F..<0x387, 0x388..<0x483, 0x48A..<0x591, 0x1E00..<0x1F00,
        0x2002..<0x20D0, 0x2100..<0x2126, 0x212C..<0x2329, 0x232B..<0x2ADC, 0x3000..<0x302A, 0x3040..<0x3099,
        0x309B..<0xA66F, 0xAC00..<0xD7A4, 0xFE00..<0xFE10, 0xFE30..<0x10000, 0x1F000..<0x20000:
        true
    default: false
    }
}
