import Diagnostics
import Model

extension DiagnosticCode {
    package static let replacesOtherAnswer = DiagnosticCode(
        "replaces-other-answer", .error, title: "An answer that replaces an answer to another demand",
        article: """
            `replaces` names an earlier answer to the same demand. These two answers have no demand in common, so one of \
            the references is wrong.

            `answers: pay-rise` and `replaces: first-no`, where `first-no` answers `shorter-hours`.
            """)
}

extension Check {
    static let replacesOtherAnswer = Check(
        .replacesOtherAnswer,
        scope: { scope, findings in
            let responses = scope.entries.responses
            for index in responses.indices {
                guard let replaces = responses[index].replaces, let target = replaces.target,
                    Int(target.scope) == scope.index
                else { continue }
                let earlier = responses[Int(target.index)]
                let answered = Set(earlier.answers.compactMap(\.target))
                let own = responses[index].answers.map(\.target)
                if answered.count < earlier.answers.count || own.contains(where: { $0.map(answered.contains) ?? true })
                {
                    continue
                }
                findings.report(
                    Diagnostic(
                        .replacesOtherAnswer,
                        "'\(earlier.id)' answers \(earlier.answers.map(\.text).quotedList), and this answer does not",
                        at: responses[index].head.location(replaces.range),
                        notes: [
                            Diagnostic.Note("what it answers", at: earlier.head.location(earlier.answers[0].range))
                        ],
                        hint: "an answer replaces an earlier one to the same demand"))
            }
        })
}
