import Diagnostics
import Model

extension DiagnosticCode {
    package static let accessedBeforePublished = DiagnosticCode(
        "accessed-before-published", .warning, title: "A source that was looked at before it appeared",
        article: """
            `published` is the day on which a source appeared, `accessed` the day on which you looked at it. Nobody can \
            read a source before it appears, so one of the two is wrong; often they are interchanged.

            `published: 2026-02-26` and `accessed: 2026-02-27`.
            """)
}

extension Check {
    static let accessedBeforePublished = Check(
        .accessedBeforePublished,
        scope: { scope, findings in
            let order = DateOrder(code: .accessedBeforePublished, note: "it appeared on this date")
            for source in scope.entries.sources {
                order.check(source.accessed, after: source.published, of: source.head, in: scope, &findings) {
                    seen, _ in
                    "the source was looked at on \(seen), before it appeared"
                }
            }
        })
}
