import Diagnostics
import Model

extension DiagnosticCode {
    package static let statementOfOtherSpeaker = DiagnosticCode(
        "statement-of-other-speaker", .error, title: "An answer in the words of somebody who does not answer",
        article: """
            The `statement` of an answer is where the answer was given. Its speaker has to be a party that answers (`from` \
            or `on_behalf_of`), or a person who spoke for one on that date: in a role in the party, in a part or a member \
            of it, or in a party that represents it. If the person spoke for the party all the same, write `for` in the \
            statement. If somebody else said it about the answer, leave `statement` out and write `about` in the statement.

            `from: harbour-company` with the statement of a person whose role is `party: dockers-union`.
            """)
}

extension Check {
    static let statementOfOtherSpeaker = Check(
        .statementOfOtherSpeaker,
        scope: { scope, findings in
            guard let record = scope.record else { return }
            for response in scope.entries.responses where !response.statements.isEmpty {
                let answering = Set((response.from + response.onBehalfOf).targets())
                // Unknown references are reported by another check.
                if answering.count < response.from.count + response.onBehalfOf.count { continue }
                // So is an answer of parties that were not asked.
                let asked = response.answers.targets().flatMap { scope.site[$0].to.targets() }
                if answering.isDisjoint(with: asked) { continue }
                for reference in response.statements {
                    guard let handle = reference.target, Int(handle.scope) == scope.index else { continue }
                    let statement = scope.entries.statements[Int(handle.index)]
                    let speakings = record.speakings[Int(handle.index)]
                    // Who holds no role is reported by another check, and who is unknown too.
                    if speakings.contains(where: \.hasNoRole) { continue }
                    if statement.speakers.contains(where: { $0.target == nil && !$0.isUnnamed }) { continue }
                    let parties = speakings.flatMap { speaking in
                        var parties = speaking.candidates + [speaking.party].compactMap { $0 }
                        if let person = speaking.person, statement.forParty == nil {
                            let roles = scope.site.roles(of: person, at: statement.date.value, zone: scope.zone)
                            parties += roles.compactMap { $0.party?.target }
                        }
                        return parties
                    }
                    if parties.contains(where: { !scope.site.spokenFor(by: $0).isDisjoint(with: answering) }) {
                        continue
                    }
                    let names = (response.from + response.onBehalfOf).map(\.text)
                    findings.report(
                        Diagnostic(
                            .statementOfOtherSpeaker,
                            "\(statement.speakers.map(\.text).quotedList) \(statement.speakers.count == 1 ? "does" : "do") not speak for \(names.quotedList), whose answer this is",
                            at: response.head.location(reference.range),
                            notes: [
                                Diagnostic.Note("the speaker", at: statement.head.location(statement.speakers[0].range))
                            ],
                            hint:
                                "name a statement of whoever answers, or write in the statement for whom it was made: 'for'"
                        ))
                }
            }
        })
}
