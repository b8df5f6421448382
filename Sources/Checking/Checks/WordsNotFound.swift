import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let wordsNotFound = DiagnosticCode(
        "words-not-found", .warning, title: "Words that are not in the text kept of their source",
        article: """
            `words` are verbatim. Where a source that the entry cites keeps a `text` copy or `excerpts`, the words are \
            looked for in it, letter by letter; only white space may differ. They were not found: a slip in copying, a \
            correction by the source, or another source than the one cited. Where the \
            words are a translation, say so with the statement's `original_language`: they are then not looked for.

            `words: "We won't agree to this."`, where the kept text has "We will not agree to this."
            """)
}

extension Check {
    static let wordsNotFound = Check(
        .wordsNotFound,
        scope: { scope, findings in
            let finder = QuoteFinder(scope: scope)
            let entries = scope.entries
            for index in entries.demands.indices where entries.demands[index].words != nil {
                let demand = entries.demands[index]
                finder.check(demand.words, of: demand, [demand.statement].compactMap { $0 }, &findings)
            }
            for index in entries.responses.indices where entries.responses[index].words != nil {
                let response = entries.responses[index]
                finder.check(
                    response.words, of: response, response.statements, &findings)
            }
            for index in entries.threats.indices where entries.threats[index].words != nil {
                let threat = entries.threats[index]
                finder.check(threat.words, of: threat, [threat.statement].compactMap { $0 }, &findings)
            }
            for index in entries.statements.indices where entries.statements[index].words != nil {
                // What was said in another language is quoted here in translation.
                if entries.statements[index].originalLanguage != nil { continue }
                finder.check(entries.statements[index].words, of: entries.statements[index], [], &findings)
            }
        })
}

/// Looks for quotes in the texts that are kept of the sources they come from.
private struct QuoteFinder {
    let scope: CheckScope

    func check(
        _ words: Located<String>?, of entry: some Entry, _ statements: [Reference<Statement>],
        _ findings: inout Findings
    ) {
        guard let words, !scope.context.texts.isEmpty else { return }
        var sources: Set<Handle<Source>> = []
        collect(entry, &sources)
        for statement in statements {
            if let target = statement.target { collect(scope.site[target], &sources) }
        }
        let texts = scope.context.texts
        let kept = sources.filter(texts.isKept).sorted()
        if kept.isEmpty || kept.contains(where: { texts.has(words.value, in: $0) }) { return }
        findings.report(
            Diagnostic(
                .wordsNotFound, "these words are not in the text kept of \(kept.map { scope.site[$0].id }.quotedList)",
                at: entry.head.location(words.range), hint: hint(words.value, kept)))
    }

    private func collect(_ entry: some Entry, _ sources: inout Set<Handle<Source>>) {
        entry.visitReferences {
            if let source: Handle<Source> = $0.resolution.found?.typed() { sources.insert(source) }
        }
        entry.visitProse { prose in
            for case .citation(let citations) in prose.pieces {
                for citation in citations {
                    let found = scope.site.index.find(.source, citation.id, from: scope.index).found
                    if let source: Handle<Source> = found?.typed() { sources.insert(source) }
                }
            }
        }
    }

    /// How far the words agree with the text that has most of them.
    private func hint(_ words: String, _ kept: [Handle<Source>]) -> String {
        let parts = words.split(whereSeparator: \.isWhitespace)
        var best = (length: 0, source: kept[0])
        for source in kept {
            // Where a beginning is found, every shorter one is.
            var low = 0
            var high = parts.count
            while low < high {
                let middle = (low + high + 1) / 2
                let isThere = scope.context.texts.has(parts[..<middle].joined(separator: " "), in: source)
                if isThere { low = middle } else { high = middle - 1 }
            }
            if low > best.length { best = (low, source) }
        }
        guard best.length > 0, best.length < parts.count else {
            return "compare them with the source, letter by letter"
        }
        let last = parts[max(0, best.length - 4)..<best.length].joined(separator: " ")
        return "'\(scope.site[best.source].id)' agrees as far as “\(last)”, and not with “\(parts[best.length])”"
    }
}
