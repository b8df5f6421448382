import Bytes

/// Lets `*` and `**` begin and end emphasis beside the punctuation of Chinese, Japanese and Korean writing.
///
/// CommonMark's rule looks for spaces: in `**「引用。」**と` the second `**` stands between punctuation and a letter, and
/// can therefore not close. Where words are not separated by spaces, the rule fails. Such a run gets a mark on its side of
/// the punctuation, a character that no content may have and that counts as a letter; it is taken out of what libcmark
/// reads. An opening bracket before a run and a closing one behind it keep their meaning.
enum EmphasisMarks {
    /// U+FDD0 in UTF-8: a noncharacter, which content is refused for.
    static let mark: [UInt8] = [0xEF, 0xB7, 0x90]

    /// The text with its marks; the same if it needs none.
    static func marked(_ source: MarkdownSource) -> MarkdownSource {
        let places = places(in: source.bytes)
        return places.isEmpty ? source : source.inserting(mark, at: places)
    }

    /// Takes the marks out of the bytes from an offset on.
    static func remove(from bytes: inout [UInt8], after start: Int) {
        var kept = start
        var index = start
        while index < bytes.count {
            if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
                index += mark.count
                continue
            }
            bytes[kept] = bytes[index]
            kept += 1
            index += 1
        }
        bytes.removeLast(bytes.count - kept)
    }

    /// Where marks go, ascending.
    private static func places(in bytes: ArraySlice<UInt8>) -> [Int] {
        var places: [Int] = []
        var index = bytes.startIndex
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "*")) {
            let end = bytes[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? bytes.endIndex
            index = end
            if bytes[..<start].last == UInt8(ascii: "\\") { continue }
            // One of both has to be Chinese, Japanese or Korean.
            guard start > bytes.startIndex, end < bytes.endIndex, bytes[start - 1] >= 0x80 || bytes[end] >= 0x80,
                let before = lastScalar(bytes[..<start]), let after = firstScalar(bytes[end...]),
                isWideOrHangul(before) || isWideOrHangul(after)
            else { continue }
            if before.isPunctuation, !before.opens, !after.isPunctuation, !after.isBlank { places.append(start) }
            if after.isPunctuation, !after.closes, !before.isPunctuation, !before.isBlank { places.append(end) }
        }
        return places
    }

    private static func isWideOrHangul(_ scalar: Unicode.Scalar) -> Bool { scalar.isWide || scalar.isHangul }

    private static func lastScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let start = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.startIndex
        return firstScalar(bytes[start...])
    }

    private static func firstScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    }
}

extension Unicode.Scalar {
    /// CommonMark's Unicode punctuation character.
    fileprivate var isPunctuation: Bool {
        if value < 0x80 { return (0x21...0x2F).contains(value) || (0x3A...0x40).contains(value) || isASCIIRest }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    private var isASCIIRest: Bool { (0x5B...0x60).contains(value) || (0x7B...0x7E).contains(value) }

    fileprivate var isBlank: Bool { properties.isWhitespace }

    /// Whether what it belongs to follows: a run of `*` behind it opens, and does not close.
    fileprivate var opens: Bool {
        switch properties.generalCategory {
        case .openPunctuation, .initialPunctuation: true
        default: false
        }
    }

    /// Whether what it belongs to stands before it: a run of `*` before it closes, and does not open.
    fileprivate var closes: Bool {
        switch properties.generalCategory {
        case .closePunctuation, .finalPunctuation: true
        default: "、。，．！？：；…・,.!?:;".unicodeScalars.contains(self)
        }
    }
}
