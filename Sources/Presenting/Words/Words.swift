import Bytes
import Model

/// The words of one language for everything that readers see. A language is one file: `English.swift`.
///
/// Names of parties, people and things are put into gaps unchanged, never inflected: a phrase makes a name a label
/// ("Asked by: …") or the subject of a fixed verb ("… asked").
package final class Words: Sendable {
    /// BCP 47.
    package let tag: String
    package let dates: DateLanguage
    package let axis: AxisDates
    /// "no", "one", "two" and on; numbers beyond these are written in digits.
    package let numbers: [String]
    /// Those of a quotation, and of a quotation inside a quotation.
    package let quotationMarks: (outer: QuotationMarks, inner: QuotationMarks)
    /// The articles of one thing among others: "a", "an".
    let indefiniteArticles: [String]
    /// What writers put after the number of a share, beside the sign: "per cent".
    let percentWords: [String]
    /// Shares that writers put in words, in lower case: "two thirds".
    let fractions: [String: Double]
    /// The plural category of a whole number that is not negative.
    package let category: @Sendable (Int) -> PluralCategory
    /// One phrase a word, at the word's raw value.
    private let phrases: [Phrase]
    /// One table a closed list, at the list's raw value.
    private let labels: [[String: Label]]

    /// - Parameters:
    ///   - phrase: the language's phrase for each word.
    ///   - labels: the language's words for each closed list, by value.
    package init(
        tag: String, dates: DatePhrases, axis: AxisDates,
        numbers: [String], quotationMarks: (outer: QuotationMarks, inner: QuotationMarks),
        indefiniteArticles: [String], percentWords: [String], fractions: [String: Double],
        category: @escaping @Sendable (Int) -> PluralCategory,
        phrase: (Word) -> Phrase,
        labels: (Choice) -> [String: Label]
    ) {
        self.tag = tag
        self.dates = DateLanguage(dates)
        self.axis = axis
        self.numbers = numbers
        self.quotationMarks = quotationMarks
        self.indefiniteArticles = indefiniteArticles
        self.percentWords = percentWords
        self.fractions = fractions
        self.category = category
        phrases = Word.allCases.map(phrase)
        self.labels = Choice.allCases.map(labels)
    }

    /// The phrase of a word, with its gaps.
    package func phrase(_ word: Word) -> Phrase { phrases[word.rawValue] }

    /// The text of a word that has no gaps.
    package subscript(word: Word) -> String { self(word) }

    /// The text of a word with its gaps filled; a gap that is not named stays empty.
    ///
    /// - Parameter count: chooses the plural form; it fills the gap `count` in digits, unless that is given.
    package func callAsFunction(
        _ word: Word, count: Int? = nil, _ values: KeyValuePairs<String, String> = [:]
    ) -> String {
        assert(has(word, values.map(\.key)))
        let pieces = pieces(word, count: count)
        if pieces.count == 1, case .text(let text) = pieces[0] { return text }
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .gap(let name):
                let value = values.first { $0.key == name }?.value
                let text = value ?? (name == "count" ? count.map(String.init) : nil) ?? ""
                result += quotationMarks.outer.areOpened(by: result) ? quotedInside(text) : text
            }
        }
        return result
    }

    /// A text as it stands inside quotation marks: its own are those of a quotation in a quotation.
    package func quotedInside(_ text: String) -> String {
        let (outer, inner) = quotationMarks
        guard text.contains(bytesOf: String(outer.opening)) else { return text }
        return String(
            text.map { $0 == outer.opening ? inner.opening : $0 == outer.closing ? inner.closing : $0 })
    }

    /// The texts and gaps of a word, in the plural form for a count.
    package func pieces(_ word: Word, count: Int? = nil) -> [Phrase.Piece] {
        let phrase = phrases[word.rawValue]
        guard phrase.hasPlural, let count else { return phrase.pieces(for: .other) }
        return phrase.pieces(for: category(count))
    }

    /// Whether these are the names of all gaps of a word, but for `count`.
    package func has(_ word: Word, _ names: [String]) -> Bool {
        Set(phrases[word.rawValue].parameters).subtracting(["count"]) == Set(names).subtracting(["count"])
    }

    /// The words for a value of a closed list; nil if the language has none.
    package func label(_ choice: Choice, _ value: String) -> Label? { labels[choice.rawValue][value] }

    /// The words for a value of a closed list; the value itself if the language has none.
    package func alone(_ choice: Choice, _ value: String) -> String { label(choice, value)?.alone ?? value }

    /// The same within a line of other words.
    package func inline(_ choice: Choice, _ value: String) -> String { label(choice, value)?.inline ?? value }

    /// "A, B and C".
    package func list(_ items: [String]) -> String {
        switch items.count {
        case 0: return ""
        case 1: return items[0]
        case 2: return items[0] + self[.listPair] + items[1]
        default:
            return items.dropLast().joined(separator: self[.listBetween]) + self[.listLast] + items[items.count - 1]
        }
    }

    /// People with what they are, each set off on both sides: "Ann, chair, and Ben, secretary".
    package func list(_ people: [(name: String, roles: [String])]) -> String {
        list(
            people.enumerated().map { place, person in
                let text = ([person.name] + person.roles).joined(separator: self[.listBetween])
                return place == people.count - 2 && !person.roles.isEmpty ? text + self[.roleEnd] : text
            })
    }

    /// A small number as a word: "two".
    package func number(_ value: Int) -> String { numbers.indices.contains(value) ? numbers[value] : String(value) }

    /// The same with a capital letter, to begin a sentence.
    package func capitalizedNumber(_ value: Int) -> String {
        let word = number(value)
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// "it", "both", "all three": every one of so many.
    package func every(_ count: Int) -> String {
        switch count {
        case 1: self[.allOfOne]
        case 2: self[.allOfTwo]
        default: self(.allOfThem, ["number": number(count)])
        }
    }
}

/// What a quotation stands between.
package struct QuotationMarks: Sendable {
    package let opening: Character
    package let closing: Character

    /// The last byte of the opening mark's UTF-8.
    private let openingEnd: UInt8?

    package init(_ opening: Character, _ closing: Character) {
        (self.opening, self.closing) = (opening, closing)
        openingEnd = opening.utf8.last
    }

    /// Whether a text ends with the opening mark. Its last byte alone says no of most texts.
    func areOpened(by text: String) -> Bool { text.utf8.last == openingEnd && text.last == opening }
}

/// Names and patterns of the dates on an axis: `{d}` day, `{m}` month, `{y}` year.
package struct AxisDates: Sendable {
    /// From January.
    package let months: [String]
    package let dayMonth: String
    package let dayMonthYear: String
    package let monthYear: String
}
