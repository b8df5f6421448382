import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let wordsNotFound = DiagnosticCode(
        "words-not-found", .warning, title: "Words that are not in the stored text of their source",
        article: """
            `words` are verbatim. If a cited source has a `text` copy or `excerpts`, the words are searched there. They \
            were not found: a copying mistake, a correction by the source, or the wrong source. The kinds of apostrophe, \
            quotation mark, dash and space do not count, nor does the case of the first letter; `…` stands for words left \
            out, and words in `[…]` are skipped. For a translation, write the statement's `original`, which is searched \
            instead, or its `original_language`; then nothing is.

            `words: "We won't agree to this."`, and the stored text has "We will not agree to this."
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
            for statement in entries.statements {
                finder.check(statement.original ?? statement.verbatimWords, of: statement, [], &findings)
            }
        })
}

/// Searches quotes in the stored texts of their sources.
private struct QuoteFinder {
    let scope: CheckScope

    func check(
        _ words: Located<String>?, of entry: some Entry, _ statements: [Reference<Statement>],
        _ findings: inout Findings
    ) {
        guard let words, !scope.context.texts.isEmpty else { return }
        // Words of a translated statement are compared with the statement's, and are in no text of the original.
        if statements.contains(where: { $0.target.map { scope.site[$0].isTranslated } ?? false }) { return }
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
                .wordsNotFound,
                "these words are not in the stored text of \(kept.map { scope.site[$0].id }.quotedList)",
                at: entry.head.location(words.range), hint: hint(words.value, kept)))
    }

    private func collect(_ entry: some Entry, _ sources: inout Set<Handle<Source>>) {
        entry.visitReferences {
            if let source: Handle<Source> = $0.resolution.found?.typed() { sources.insert(source) }
        }
        entry.visitProse { prose in
            for citation in prose.citations {
                let found = scope.site.index.find(.source, citation.id, from: scope.index).found
                if let source: Handle<Source> = found?.typed() { sources.insert(source) }
            }
        }
    }

    /// How much of the words the best matching text contains.
    private func hint(_ words: String, _ kept: [Handle<Source>]) -> String {
        let parts = words.split(whereSeparator: \.isWhitespace)
        var best = (length: 0, source: kept[0])
        for source in kept {
            // Binary search: if a prefix is found, so is every shorter one.
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
            return "compare them with the source, word by word"
        }
        let last = parts[max(0, best.length - 4)..<best.length].joined(separator: " ")
        return "the text of '\(scope.site[best.source].id)' matches up to “\(last)”, and not “\(parts[best.length])”"
    }
}
