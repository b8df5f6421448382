import Diagnostics
import Model

extension DiagnosticCode {
    package static let quoteWithoutSpeaker = DiagnosticCode(
        "quote-without-speaker", .error, title: "A quote with no speaker",
        article: """
            The `words` of a demand, an answer or a threat are shown as a quote. If one party acts, they are its words. If \
            several parties act together, it is unclear whose words they are: write a statement with its `speaker`, a \
            person, a party or a list of those who said it together, and name it in `statement`.

            `from: [dockers-union, drivers-union]` with `words: "We will stop every crane."`: add \
            `statement: union-leaders-speech`.
            """)
}

extension Check {
    static let quoteWithoutSpeaker = Check(
        .quoteWithoutSpeaker,
        scope: { scope, findings in
            let entries = scope.entries
            for index in entries.demands.indices where entries.demands[index].statement == nil {
                check(entries.demands[index].words, entries.demands[index].from, entries.demands[index], &findings)
            }
            for index in entries.responses.indices where entries.responses[index].statements.isEmpty {
                check(
                    entries.responses[index].words, entries.responses[index].from, entries.responses[index], &findings)
            }
            for index in entries.threats.indices where entries.threats[index].statement == nil {
                check(entries.threats[index].words, entries.threats[index].from, entries.threats[index], &findings)
            }
        })
}

private func check(
    _ words: Located<String>?, _ from: [Reference<Party>], _ entry: @autoclosure () -> some Entry,
    _ findings: inout Findings
) {
    guard let words, from.count > 1 else { return }
    findings.report(
        Diagnostic(
            .quoteWithoutSpeaker, "these words have no single speaker: \(from.map(\.text).quotedList) act together",
            at: entry().head.location(words.range),
            hint:
                "write a statement by the speaker, or the list of those who spoke, and name it in 'statement'"
        ))
}
