import Diagnostics

/// A change of one place in a text: what an editor, or a command, applies.
package struct TextEdit: Sendable, Equatable {
    package let range: TextRange
    package let replacement: String

    package init(_ range: TextRange, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

extension TextFile {
    /// The bytes with some edits applied. Edits do not overlap; of several at one place, the first comes first.
    package func applying(_ edits: [TextEdit]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.count * 16)
        var copied = 0
        let ordered = edits.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        for (_, edit) in ordered {
            let range = edit.range.offsets
            guard range.lowerBound >= copied, range.upperBound <= bytes.count else { continue }
            result += bytes[copied..<range.lowerBound]
            result += Array(edit.replacement.utf8)
            copied = range.upperBound
        }
        return result + bytes[copied...]
    }

    /// Where a text first stands within a range as it is; nil if it does not.
    func place(ofFirst text: String, in range: TextRange) -> TextRange? {
        let offsets = range.offsets.clamped(to: 0..<bytes.count)
        guard let found = bytes[offsets].firstRange(of: Array(text.utf8)), !text.isEmpty else { return nil }
        return TextRange(found.lowerBound, found.upperBound)
    }
}
