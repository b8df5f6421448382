import Diagnostics
import Model

/// A kind of question that an editor asks about a record: what has not been written down, and is not wrong.
package struct QuestionKind: Sendable {
    /// In kebab case: `demands-without-words`.
    package let name: String
    /// What the list of such questions is called: "Demands without their exact words".
    package let title: String
    /// The question itself.
    package let question: String
    let find: @Sendable (_ context: QuestionContext) -> [Question]

    init(
        _ name: String, _ title: String, _ question: String,
        find: @escaping @Sendable (_ context: QuestionContext) -> [Question]
    ) {
        self.name = name
        self.title = title
        self.question = question
        self.find = find
    }

    /// Every kind, what matters most to readers first: in the order in which they are printed.
    package static let all: [QuestionKind] = [
        .pastDeadlines, .undatedOutcomes, .plannedInThePast, .partlySettled, .endedWithoutAnswer, .missingAnswers,
        .stateLine, .oneSidedAccounts, .answersWithoutGrounds, .speakersWithoutRole, .demandsWithoutWords,
        .quotesWithoutText, .sourcesWithoutArchive,
    ]
}

/// One question, about one entry.
package struct Question: Sendable {
    package let entry: AnyHandle
    /// `demand:pay-rise`
    package let name: String
    /// The entry's title.
    package let title: String
    /// What exactly is missing, in a few words; empty if the kind says all.
    package let detail: String
    package let location: TextLocation
}
