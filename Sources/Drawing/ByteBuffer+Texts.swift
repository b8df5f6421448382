import Bytes

extension ByteBuffer {
    /// A part of a text, by its UTF-8 offsets, escaped for text and for quoted attributes alike.
    mutating func writeEscaped(_ text: String, _ part: Range<Int>) {
        text.withSpan { append($0.extracting(part), escaping: .all) }
    }

    /// A part of a text, by its UTF-8 offsets, escaped for text between tags.
    mutating func writeText(_ text: String, _ part: Range<Int>) {
        text.withSpan { append($0.extracting(part), escaping: .ofText) }
    }

    /// An address for an attribute, without characters that no address has.
    mutating func writeAddress(_ url: String) {
        if url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return append(url, escaping: .all) }
        let clean = url.unicodeScalars.filter { $0.value > 0x20 && !TextWords.isForbidden($0.value) }
        append(String(clean), escaping: .all)
    }

    /// A text that needs no measure: cleaned as `TextWords` does, and escaped.
    mutating func writeCleaned(_ text: String) {
        let clean = Self.isClean(text) ? text : TextWords(text, style: .label, keepsAtoms: false).clean
        append(clean, escaping: .all)
    }

    /// Whether cleaning would surely change nothing: visible ASCII with one space between words.
    private static func isClean(_ text: String) -> Bool {
        var wasSpace = true
        for byte in text.utf8 {
            guard byte > 0x20 || byte == 0x20 && !wasSpace, byte < 0x7F else { return false }
            wasSpace = byte == 0x20
        }
        return !wasSpace
    }
}
