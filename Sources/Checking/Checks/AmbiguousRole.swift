import Diagnostics
import Model

extension DiagnosticCode {
    package static let ambiguousRole = DiagnosticCode(
        "ambiguous-role", .warning, title: "A speaker with roles in several parties",
        article: """
            Pages show for whom a person spoke, by the role held on the statement's date. This person held roles in \
            several parties that the statement may be for, so pages name the person only. Write the party in the \
            statement's `for`, or the title of the role in `as`. Roles in parties of the event come before others.

            A mayor who is also the chair of the port: add `for: city`, or `as: mayor`.
            """)
}

extension Check {
    static let ambiguousRole = Check(
        .ambiguousRole,
        scope: { scope, findings in
            guard let record = scope.record else { return }
            for (statement, speakings) in zip(scope.entries.statements, record.speakings) {
                for (speaker, speaking) in zip(statement.speakers, speakings) where !speaking.candidates.isEmpty {
                    guard let person = speaking.person else { continue }
                    let parties = speaking.candidates.map { scope.site[$0].id }
                    findings.report(
                        Diagnostic(
                            .ambiguousRole,
                            "'\(scope.site[person].displayName)' had roles in \(parties.quotedList) on the date of this statement (\(statement.date.value.edtf))",
                            at: statement.head.location(speaker.range),
                            hint: "write for which party it was said in 'for', or in which role in 'as'"))
                }
            }
        })
}
