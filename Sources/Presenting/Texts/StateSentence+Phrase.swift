import Model

extension StateSentence {
    /// A phrase whose gaps hold texts and dates.
    static func phrase(_ words: Words, _ word: Word, _ gaps: KeyValuePairs<String, [Piece]>) -> [Piece] {
        var isQuoted = false
        return words.pieces(word).flatMap { piece -> [Piece] in
            switch piece {
            case .text(let text):
                isQuoted = words.quotationMarks.outer.areOpened(by: text)
                return [.text(text)]
            case .gap(let name):
                let pieces = gaps.first { $0.key == name }?.value ?? []
                return isQuoted ? pieces.map { $0.quotedInside(words) } : pieces
            }
        }
    }
}

extension StateSentence.Piece {
    fileprivate func quotedInside(_ words: Words) -> StateSentence.Piece {
        guard case .text(let text) = self else { return self }
        return .text(words.quotedInside(text))
    }
}
