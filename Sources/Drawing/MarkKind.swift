/// The signs of the site, each a drawing of 34 by 26.
package enum MarkKind: Sendable, Hashable {
    case answer(AnswerKind)
    case noAnswer
    case demand
    case deadline
    case threat
    case statement
    case moment

    /// Every mark, in the order in which a key would list them.
    package static let all: [MarkKind] =
        AnswerKind.allCases.map(MarkKind.answer) + [.noAnswer, .demand, .deadline, .threat, .statement, .moment]

    /// The name by which a template may ask for the mark: an answer's kind, or "no-answer", "demand", "deadline", …
    package var name: String {
        switch self {
        case .answer(let kind): kind.rawValue
        case .noAnswer: "no-answer"
        case .demand: "demand"
        case .deadline: "deadline"
        case .threat: "threat"
        case .statement: "statement"
        case .moment: "moment"
        }
    }
}
