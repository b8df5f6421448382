/// A quote as it is searched in texts: its pieces between ellipses and inserted words.
package struct FoldedQuote: Sendable {
    /// The forms of each piece, which differ in the case of the first letter.
    private let pieces: [[FoldedText]]

    /// - Parameter words: `…`, `...` and `[…]` part pieces, and so do `[inserted words]`.
    package init(_ words: String) {
        pieces = FoldedQuote.pieces(of: words).map { piece in
            [piece, FoldedQuote.withOtherCase(piece)].compactMap { $0 }.map(FoldedText.init)
                .filter { !$0.bytes.isEmpty }
        }.filter { !$0.isEmpty }
    }

    /// Whether all pieces stand in a text in their order; false for a quote without words.
    func isIn(_ text: FoldedText) -> Bool {
        if pieces.isEmpty { return false }
        var place = 0
        for forms in pieces {
            guard let end = forms.compactMap({ text.end(of: $0, from: place) }).min() else { return false }
            place = end
        }
        return true
    }

    /// Whether all of another quote's pieces stand in this text's words in their order.
    package static func isPart(_ words: String, of text: String) -> Bool {
        FoldedQuote(words).isIn(FoldedText(text))
    }

    /// The pieces without white space at their ends and without a final full stop or comma.
    private static func pieces(of words: String) -> [String] {
        let letters = Array(words)
        var pieces: [String] = []
        var piece = ""
        func finish() {
            var text = Substring(piece)
            while let last = text.last, last.isWhitespace { text.removeLast() }
            if let last = text.last, last == "." || last == "," { text.removeLast() }
            pieces.append(String(text))
            piece = ""
        }
        var index = 0
        while index < letters.count {
            if let end = gap(in: letters, at: index) {
                finish()
                index = end
            } else {
                piece.append(letters[index])
                index += 1
            }
        }
        finish()
        return pieces
    }

    /// The index behind an ellipsis, or behind words in square brackets, that begins at an index; nil if none does.
    private static func gap(in letters: [Character], at index: Int) -> Int? {
        switch letters[index] {
        case "[":
            guard let end = letters[index...].firstIndex(of: "]") else { return nil }
            return end + 1
        case "(":
            guard index + 1 < letters.count, let end = ellipsis(in: letters, at: index + 1), end < letters.count,
                letters[end] == ")"
            else { return nil }
            return end + 1
        default: return ellipsis(in: letters, at: index)
        }
    }

    /// The index behind `…`, or behind three full stops or more, which spaces may part.
    private static func ellipsis(in letters: [Character], at index: Int) -> Int? {
        if letters[index] == "…" { return index + 1 }
        guard letters[index] == "." else { return nil }
        var (end, count) = (index + 1, 1)
        while end < letters.count {
            if letters[end] == "." {
                count += 1
                end += 1
            } else if letters[end].isWhitespace, end + 1 < letters.count, letters[end + 1] == "." {
                end += 1
            } else {
                break
            }
        }
        return count >= 3 ? end : nil
    }

    /// The same piece with its first letter in the other case; nil if it has only one.
    private static func withOtherCase(_ piece: String) -> String? {
        let scalars = piece.unicodeScalars
        guard let place = scalars.prefix(4).firstIndex(where: { $0.properties.isAlphabetic }) else { return nil }
        let properties = scalars[place].properties
        let other = properties.isUppercase ? properties.lowercaseMapping : properties.uppercaseMapping
        guard other.unicodeScalars.count == 1, other != String(scalars[place]) else { return nil }
        return String(scalars[..<place]) + other + String(scalars[scalars.index(after: place)...])
    }
}
