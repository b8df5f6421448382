import Diagnostics
import Model

extension DiagnosticCode {
    package static let speakerWithoutRole = DiagnosticCode(
        "speaker-without-role", .warning, title: "A speaker who had no role on that date",
        article: """
            Pages show for whom a person spoke, by the role held on the statement's date. This person held none then. \
            Add the role to the person's `roles`, or write in the statement for which party (`for`) or in which role \
            (`as`) the person spoke.

            A statement of 2026-02-26 by a person whose only role has `until: 2026-01-01`: add `as: former secretary`.
            """)
}

extension Check {
    static let speakerWithoutRole = Check(
        .speakerWithoutRole,
        scope: { scope, findings in
            guard let record = scope.record else { return }
            for (statement, speakings) in zip(scope.entries.statements, record.speakings) {
                for (speaker, speaking) in zip(statement.speakers, speakings) where speaking.hasNoRole {
                    guard let person = speaking.person else { continue }
                    let roles = scope.site[person].roles.isEmpty ? "has no roles" : "held no role"
                    findings.report(
                        Diagnostic(
                            .speakerWithoutRole,
                            "'\(scope.site[person].displayName)' \(roles) on the date of this statement (\(statement.date.value.edtf))",
                            at: statement.head.location(speaker.range),
                            hint: "add a role to the person, or write 'for' or 'as' here"))
                }
            }
        })
}
