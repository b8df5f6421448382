/// A demand with all that a picture shows of it.
///
/// Parties are indexes into the picture's list of parties; an index outside it is left out.
package struct PictureDemand: Sendable {
    package let title: String
    package let link: String?
    /// Who asked.
    package let askers: [Int]
    /// Who was asked.
    package let asked: [Int]
    /// The whole phrase, "Asked between 23 and 26 Feb 2026".
    package let date: String?
    /// The deadline without its "By", "27 February 2026, 22:01 UTC".
    package let deadline: String?
    package let threats: [PictureThreat]
    /// The current answers, at most one for each party asked; a party asked without one is drawn as a hole.
    package let answers: [PictureAnswer]

    package init(
        title: String, link: String? = nil, askers: [Int], asked: [Int], date: String? = nil, deadline: String? = nil,
        threats: [PictureThreat] = [], answers: [PictureAnswer] = []
    ) {
        self.title = title
        self.link = link
        self.askers = askers
        self.asked = asked
        self.date = date
        self.deadline = deadline
        self.threats = threats
        self.answers = answers
    }
}

/// A threat that hangs on a demand.
package struct PictureThreat: Sendable {
    /// What would follow, with its label: "If not: compelled under the Defense Production Act".
    package let text: String
    /// What is recorded of it, "Threatened · no act recorded".
    package let state: String?
    package let link: String?

    package init(text: String, state: String? = nil, link: String? = nil) {
        self.text = text
        self.state = state
        self.link = link
    }
}

/// The current answer of one party that was asked.
package struct PictureAnswer: Sendable {
    /// Who answered, an index into the picture's parties.
    package let party: Int
    package let kind: AnswerKind
    /// What stands for it where there is room, "Members refuse it"; nil for its word.
    package let title: String?
    /// What stands under the title, "Refused, 26 February 2026"; nil for the date.
    package let label: String?
    /// The answer in a word, "Refused".
    package let word: String
    /// "26 February 2026".
    package let date: String
    /// "26 Feb", for narrow columns.
    package let shortDate: String
    /// Their words, with quotation marks.
    package let words: String?
    package let link: String?

    package init(
        party: Int, kind: AnswerKind, title: String? = nil, label: String? = nil, word: String, date: String,
        shortDate: String? = nil, words: String? = nil, link: String? = nil
    ) {
        self.party = party
        self.kind = kind
        self.title = title
        self.label = label
        self.word = word
        self.date = date
        self.shortDate = shortDate ?? date
        self.words = words
        self.link = link
    }
}
