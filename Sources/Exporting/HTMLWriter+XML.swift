import Bytes

extension HTMLWriter {
    /// Text of an XML document: what XML 1.0 forbids (control characters, U+FFFE, U+FFFF) is left away.
    mutating func xmlText(_ text: String) { self.text(xmlCharacters(text)) }
}

/// A text without the characters that no XML 1.0 document may hold, escaped or not.
func xmlCharacters(_ text: String) -> String {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
    // Only these bytes begin a forbidden character.
    guard text.withSpan({ $0.contains { $0 < 0x20 || $0 == 0xEF } }) else { return text }
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isForbidden(scalar) { scalars.append(scalar) }
    return String(scalars)
}
