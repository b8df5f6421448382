import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let wordsNotInStatement = DiagnosticCode(
        "words-not-in-statement", .error, title: "Words that are not in the statement that they name",
        article: """
            If a demand, an answer or a threat has `words` and a `statement`, its words are a part of the statement's \
            `words`, and pages show them under the statement's speaker and date. They were not found there: a copying \
            mistake, or the wrong statement. Apostrophes, quotation marks, dashes and white space need not agree, `…` \
            stands for words left out, and words in `[…]` are skipped. A statement with a `paraphrase` only is not compared.

            `words: "We will not sign."`, and the statement's `words` are "We cannot sign this."
            """)
}

extension Check {
    static let wordsNotInStatement = Check(
        .wordsNotInStatement,
        scope: { scope, findings in
            for demand in scope.entries.demands {
                check(demand.words, [demand.statement].compactMap { $0 }, of: demand, in: scope, &findings)
            }
            for response in scope.entries.responses {
                check(response.words, response.statements, of: response, in: scope, &findings)
            }
            for threat in scope.entries.threats {
                check(threat.words, [threat.statement].compactMap { $0 }, of: threat, in: scope, &findings)
            }
        })
}

private func check(
    _ words: Located<String>?, _ references: [Reference<Statement>], of entry: some Entry, in scope: CheckScope,
    _ findings: inout Findings
) {
    guard let words, !references.isEmpty else { return }
    var statements: [Statement] = []
    for reference in references {
        // Unknown references are reported by another check.
        guard let target = reference.target else { return }
        statements.append(scope.site[target])
    }
    let texts = statements.compactMap(\.words)
    guard texts.count == statements.count, !texts.contains(where: { FoldedQuote.isPart(words.value, of: $0.value) })
    else { return }
    findings.report(
        Diagnostic(
            .wordsNotInStatement,
            "these words are not in the statement\(references.count > 1 ? "s" : "") \(references.map(\.text).quotedList)",
            at: entry.head.location(words.range),
            notes: zip(statements, texts).map { statement, text in
                Diagnostic.Note("the words of '\(statement.id)'", at: statement.head.location(text.range))
            },
            hint: "copy them from the statement, or name the statement in which they stand"))
}
