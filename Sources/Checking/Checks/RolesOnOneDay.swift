import Diagnostics
import Model

extension DiagnosticCode {
    package static let rolesOnOneDay = DiagnosticCode(
        "roles-on-one-day", .warning, title: "A role that ends on the day on which the next begins",
        article: """
            `until` is the last day on which a role was held. If the person's next role begins on the same day, both are \
            held on that day, and which of them counts for a statement is not certain. In earlier versions, `until` was \
            the first day on which the role was no longer held: then write the day before.

            `{title: Minister, until: 2026-03-01}` and `{title: Adviser, from: 2026-03-01}`: write `until: 2026-02-28`.
            """)
}

extension Check {
    static let rolesOnOneDay = Check(
        .rolesOnOneDay,
        scope: { scope, findings in
            for person in scope.entries.people {
                for role in person.roles {
                    guard let until = role.until,
                        let next = person.roles.first(where: { $0.from?.value == until.value }),
                        role.from?.value != until.value
                    else { continue }
                    findings.report(
                        Diagnostic(
                            .rolesOnOneDay,
                            "the role '\(role.title.value)' of '\(person.name.value)' ends on the day on which '\(next.title.value)' begins",
                            at: person.head.location(until.range),
                            notes: next.from.map {
                                [Diagnostic.Note("it begins here", at: person.head.location($0.range))]
                            }
                                ?? [],
                            hint:
                                "'until' is the last day on which the role was held; write the day before if the next role began then"
                        ))
                }
            }
        })
}
