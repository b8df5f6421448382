import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let wordsNotFound = DiagnosticCode(
        "words-not-found", .warning, title: "Words that are not in the text kept of their source",
        article: """
            `words` are verbatim. Where a source that the entry cites keeps a `text` copy or `excerpts`, the words are \
            looked for in it, letter by letter; only white space may differ. They were not found: a slip in copying, a \
            correction by the source, or another source than the one cited. Mark what is left out with `[…]`; where \
            the words are a translation, say so with the statement's `original_language`.

            `words: "We won't agree to this."`, where the kept text has "We will not agree to this."
            """)
}

extension Check {
    static let wordsNotFound = Check(
        .wordsNotFound,
        scope: { scope, findings in
            var finder = QuoteFinder(scope)
            guard finder.hasTexts else { return }
            let entries = scope.entries
            for index in entries.demands.indices where entries.demands[index].words != nil {
                let demand = entries.demands[index]
                finder.check(demand.words, of: demand, [], [demand.statement].compactMap { $0 }, &findings)
            }
            for index in entries.responses.indices where entries.responses[index].words != nil {
                let response = entries.responses[index]
                finder.check(
                    response.words, of: response, response.grounds.flatMap(\.sources), response.statements, &findings)
            }
            for index in entries.threats.indices where entries.threats[index].words != nil {
                let threat = entries.threats[index]
                finder.check(threat.words, of: threat, [], [threat.statement].compactMap { $0 }, &findings)
            }
            for index in entries.statements.indices where entries.statements[index].words != nil {
                // What was said in another language is quoted here in translation.
                if entries.statements[index].originalLanguage != nil { continue }
                finder.check(entries.statements[index].words, of: entries.statements[index], [], [], &findings)
            }
        })
}

/// Looks for quotes in the texts that are kept of the sources they come from.
private struct QuoteFinder {
    let scope: CheckScope
    let own: [KeptText?]
    let hasTexts: Bool

    init(_ scope: CheckScope) {
        self.scope = scope
        let context = scope.context
        own =
            scope.index < 0
            ? context.sharedTexts
            : scope.entries.sources.indices.map {
                keptText(of: scope.entries.sources[$0], in: context.site, context.textOf)
            }
        hasTexts = (own + context.sharedTexts).contains { $0 != nil }
    }

    mutating func check(
        _ words: Located<String>?, of entry: some Entry, _ further: [SourceUse], _ statements: [Reference<Statement>],
        _ findings: inout Findings
    ) {
        guard let words else { return }
        var sources: Set<Handle<Source>> = []
        collect(entry, further, &sources)
        for statement in statements {
            if let target = statement.target { collect(scope.site[target], [], &sources) }
        }
        let kept = sources.sorted().compactMap { source in text(of: source).map { (source, $0) } }
        if kept.isEmpty || kept.contains(where: { $0.1.contains(words.value) }) { return }
        let names = kept.map { scope.site[$0.0].id }
        findings.report(
            Diagnostic(
                .wordsNotFound, "these words are not in the text kept of \(names.quotedList)",
                at: entry.head.location(words.range), hint: hint(words.value, kept)))
    }

    private func collect(_ entry: some Entry, _ further: [SourceUse], _ sources: inout Set<Handle<Source>>) {
        for use in entry.head.sources { if let target = use.source.target { sources.insert(target) } }
        for use in further { if let target = use.source.target { sources.insert(target) } }
        entry.visitProse { prose in
            for case .citation(let citations) in prose.pieces {
                for citation in citations {
                    let found = scope.site.index.find(.source, citation.id, from: scope.index).found
                    if let source: Handle<Source> = found?.typed() { sources.insert(source) }
                }
            }
        }
    }

    private func text(of source: Handle<Source>) -> KeptText? {
        if source.isShared { return scope.context.sharedTexts[Int(source.index)] }
        if Int(source.scope) == scope.index { return own[Int(source.index)] }
        // A source of another event is not read again for one quote.
        return nil
    }

    /// How far the words agree with the text that has most of them.
    private func hint(_ words: String, _ kept: [(Handle<Source>, KeptText)]) -> String {
        let parts = words.split(whereSeparator: \.isWhitespace)
        var best = (length: 0, source: kept[0].0)
        for (source, text) in kept {
            var low = 0
            var high = parts.count
            while low < high {
                let middle = (low + high + 1) / 2
                if text.contains(parts[..<middle].joined(separator: " ")) { low = middle } else { high = middle - 1 }
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
