import Diagnostics
import Model

extension DiagnosticCode {
    package static let roleEndsBeforeStart = DiagnosticCode(
        "role-ends-before-start", .error, title: "A role that ends before it starts",
        article: """
            `until` of a role is the first day on which it was no longer held, and so cannot be before `from`. A person \
            speaks for the role held at a statement's date: a role that is never held would go missing in silence.
            Example: `{title: Secretary, from: 2025-01, until: 2024-06}`.
            """)
}

extension Check {
    static let roleEndsBeforeStart = Check(
        .roleEndsBeforeStart,
        scope: { scope, findings in
            let people = scope.entries.people
            for index in people.indices {
                for role in people[index].roles {
                    guard let from = role.from, let until = role.until,
                        scope.isCertain(until.value, before: from.value)
                    else { continue }
                    let name = people[index].name.value
                    findings.report(
                        Diagnostic(
                            .roleEndsBeforeStart,
                            "the role '\(role.title.value)' of '\(name)' ends on \(until.value.edtf), before it starts",
                            at: people[index].head.location(until.range),
                            notes: [Diagnostic.Note("it starts here", at: people[index].head.location(from.range))]))
                }
            }
        })
}
