import Bytes
import Presenting

extension HTMLWriter {
    /// A word with markup in its gaps.
    mutating func words(
        _ words: Words, _ word: Word, count: Int? = nil, _ values: KeyValuePairs<String, [UInt8]>
    ) {
        assert(words.has(word, values.map(\.key)))
        for piece in words.pieces(word, count: count) {
            switch piece {
            case .text(let part): text(part)
            case .gap(let name): html(values.first { $0.key == name }?.value ?? [])
            }
        }
    }
}
