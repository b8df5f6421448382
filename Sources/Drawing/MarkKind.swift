/// The signs of the site, each a drawing of 34 by 26.
package enum MarkKind: Sendable, Hashable {
    case answer(AnswerKind)
    case noAnswer
    /// What became of a demand, where no one answer tells.
    case mixed, settled, withdrawn, replaced
    case demand
    case deadline
    case threat
    case statement
    case moment

    /// Every mark, in the order in which a key would list them.
    package static let all: [MarkKind] =
        AnswerKind.allCases.map(MarkKind.answer) + [
            .noAnswer, .mixed, .settled, .withdrawn, .replaced, .demand, .deadline, .threat, .statement, .moment,
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
        case .deadline: "deadline"
        case .threat: "threat"
        case .statement: "statement"
        case .moment: "moment"
        }
    }
}
