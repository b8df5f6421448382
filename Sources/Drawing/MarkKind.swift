/// The signs of the site, each a drawing of 34 by 26.
package enum MarkKind: Sendable, Hashable {
    case answer(AnswerKind)
    case noAnswer
    /// What became of a demand, where no one answer tells.
    case mixed, settled, withdrawn, replaced
    case demand
    case offer
    case deadline
    /// A deadline that was moved.
    case moved
    case threat
    /// A threat that was carried out.
    case carriedOut
    case vote
    case statement
    case moment

    /// Every mark, in the order in which a key would list them.
    package static let all: [MarkKind] =
        AnswerKind.allCases.map(MarkKind.answer) + [
            .noAnswer, .mixed, .settled, .withdrawn, .replaced, .demand, .offer, .deadline, .moved, .threat,
            .carriedOut, .vote, .statement, .moment,
        ]

    /// The name by which a template may ask for the mark: an answer's kind, or "no-answer", "demand", "deadline", …
    package var name: String {
        switch self {
        case .answer(let kind): kind.rawValue
        case .noAnswer: "no-answer"
        case .mixed: "mixed"
        case .settled: "settled"
        case .withdrawn: "withdrawn"
        case .replaced: "replaced"
        case .demand: "demand"
        case .offer: "offer"
        case .deadline: "deadline"
        case .moved: "moved"
        case .threat: "threat"
        case .carriedOut: "carried-out"
        case .vote: "vote"
        case .statement: "statement"
        case .moment: "moment"
        }
    }
}
