import Model

/// The shares of a vote, as far as its counts tell them.
package struct VoteShares: Sendable, Equatable {
    /// From 0 to 1; nil if it is not known.
    package private(set) var inFavour: Double?
    package private(set) var against: Double?
    /// What was needed to pass.
    package private(set) var threshold: Double?
    /// Whether the shares are computed from numbers of votes; else the counts are shares themselves.
    package private(set) var isComputed = false
    /// Whether there are so few votes that their numbers say more than per cents: a bench, a board.
    private var isOfFew = false

    package init(_ vote: Vote, _ words: Words) {
        let inFavour = VoteCount(vote.inFavour?.value, words)
        let against = VoteCount(vote.against?.value, words)
        let threshold = VoteCount(vote.threshold?.value, words)
        if case .votes(let one)? = inFavour, case .votes(let other)? = against, one + other > 0 {
            let total = one + other
            (self.inFavour, self.against, isComputed) = (one / total, other / total, true)
            isOfFew = total < 100
            if case .votes(let needed)? = threshold, needed <= total { self.threshold = needed / total }
        } else {
            let shares = (inFavour?.share, against?.share)
            // Shares of more than all are of different things: a bar of them would be wrong.
            if (shares.0 ?? 0) + (shares.1 ?? 0) < 1.005 { (self.inFavour, self.against) = shares }
        }
        if let share = threshold?.share { self.threshold = share }
    }

    /// Whether there is anything to draw.
    package var isEmpty: Bool { inFavour == nil && against == nil }

    /// The computed shares in tenths of a per cent, of a hundred votes or more. They add up to a thousand, and only all votes are a thousand.
    package var tenths: (inFavour: Int, against: Int)? {
        guard isComputed, !isOfFew, let inFavour else { return nil }
        let rounded = Int((inFavour * 1_000).rounded())
        let part = inFavour == 0 || inFavour == 1 ? rounded : min(max(rounded, 1), 999)
        return (part, 1_000 - part)
    }
}

/// One count of a vote, read from a writer's text: "1,204", "51.1 per cent", "two thirds".
private enum VoteCount {
    case votes(Double)
    case share(Double)

    var share: Double? { if case .share(let value) = self { value } else { nil } }

    /// Nil if the text has no number, or several.
    init?(_ text: String?, _ words: Words) {
        guard let text = text?.lowercased() else { return nil }
        let numbers = text.matches(of: /\d+(?:[.,'’\u{A0}\u{202F} ]\d+)*/).map { String($0.output) }
        guard let number = numbers.first else {
            let found = words.fractions.filter { VoteCount.has($0.key, in: text) }
            guard let longest = found.max(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) else { return nil }
            self = .share(longest.value)
            return
        }
        if numbers.count == 2, text.contains(number + "/" + numbers[1]), let part = Double(number),
            let whole = Double(numbers[1]), part <= whole, whole > 0
        {
            self = .share(part / whole)
            return
        }
        guard numbers.count == 1 else { return nil }
        if text.contains("%") || words.percentWords.contains(where: text.contains) {
            guard let value = Double(number.replacing(",", with: ".")), value <= 100 else { return nil }
            self = .share(value / 100)
        } else {
            let groups = number.split { !$0.isNumber }
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }), let value = Double(groups.joined()) else {
                return nil
            }
            self = .votes(value)
        }
    }

    /// Whether words stand in a text as such: "half", but not in "behalf".
    private static func has(_ words: String, in text: String) -> Bool {
        text.ranges(of: words).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return before?.isLetter != true && after?.isLetter != true
        }
    }
}
