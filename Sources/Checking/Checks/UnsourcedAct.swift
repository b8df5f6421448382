import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let unsourcedAct = DiagnosticCode(
        "unsourced-act", .warning, title: "An act without a source",
        article: """
            A demand, an answer, a threat, a statement or a moment says that somebody did something on a date, and \
            readers ask how you know. Name a source in `sources`, cite one in the text (`[@report, para. 4]`), or name \
            the statement in which it was said, if that has a source. An answer of kind `no-response` needs none: that you \
            asked and nobody answered is your own word.

            `sources: [pentagon-memo]`
            """)
}

extension Check {
    static let unsourcedAct = Check(
        .unsourcedAct,
        scope: { scope, findings in
            let entries = scope.entries
            for index in entries.demands.indices where !isSourced(entries.demands[index]) {
                let statement = entries.demands[index].statement
                if rests(on: statement, scope) { continue }
                report(entries.demands[index], entries.demands[index].title.range, &findings)
            }
            for index in entries.responses.indices where !isSourced(entries.responses[index]) {
                let response = entries.responses[index]
                // That nobody answered us is our own word.
                if response.kindOfResponse.value == .noResponse { continue }
                if response.grounds.contains(where: { !$0.sources.isEmpty }) { continue }
                if response.statements.contains(where: { rests(on: $0, scope) }) { continue }
                report(response, response.title.range, &findings)
            }
            for index in entries.threats.indices where !isSourced(entries.threats[index]) {
                if rests(on: entries.threats[index].statement, scope) { continue }
                report(entries.threats[index], entries.threats[index].title.range, &findings)
            }
            for index in entries.statements.indices where !isSourced(entries.statements[index]) {
                report(entries.statements[index], entries.statements[index].speakers[0].range, &findings)
            }
            for index in entries.moments.indices where !isSourced(entries.moments[index]) {
                report(entries.moments[index], entries.moments[index].title.range, &findings)
            }
        })
}

/// Whether an entry names a source, or cites one in any of its texts.
private func isSourced(_ entry: some Entry) -> Bool {
    if !entry.head.sources.isEmpty { return true }
    var cites = false
    entry.visitProse { prose in
        cites = cites || !prose.citations.isEmpty
    }
    return cites
}

private func rests(on statement: Reference<Statement>?, _ scope: CheckScope) -> Bool {
    guard let statement else { return false }
    // A reference that is unknown or left out counts as a source: it is reported elsewhere.
    guard let target = statement.target else { return true }
    return isSourced(scope.site[target])
}

private func report<Kind: Entry>(_ entry: Kind, _ range: TextRange, _ findings: inout Findings) {
    findings.report(
        Diagnostic(
            .unsourcedAct, "this \(Kind.kind.word) has no source", at: entry.head.location(range),
            hint: "name one in 'sources', or cite one in the text: '[@report, para. 4]'"))
}
