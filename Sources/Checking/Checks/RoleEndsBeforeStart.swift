import Diagnostics
import Model

extension DiagnosticCode {
    package static let roleEndsBeforeStart = DiagnosticCode(
        "role-ends-before-start", .error, title: "A role that ends before it starts",
        article: """
            `until` is the last day on which the role was held, so it cannot be before `from`. A person speaks in the role held on a statement's date; this role would never be used.
            Example: `{title: Secretary, from: 2025-01, until: 2024-06}`.
            """)
}

extension Check {
    static let roleEndsBeforeStart = Check(
        .roleEndsBeforeStart,
        scope: { scope, findings in
            let order = DateOrder(code: .roleEndsBeforeStart, note: "it starts here")
            let people = scope.entries.people
            for index in people.indices {
                for role in people[index].roles {
                    order.check(role.until, after: role.from, of: people[index].head, in: scope, &findings) { end, _ in
                        "the role '\(role.title.value)' of '\(people[index].name.value)' ends on \(end), before it starts"
                    }
                }
            }
        })
}
