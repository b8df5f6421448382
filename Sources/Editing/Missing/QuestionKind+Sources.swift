import Model
import Reading

extension QuestionKind {
    static let quotesWithoutText = QuestionKind(
        "quotes-without-text", "Quotes without a kept text",
        "Is there a copy of the source in which the words can be looked up ('text' or 'excerpts')?"
    ) { context in
        let entries = context.entries
        var questions: [Question] = []
        func ask<E: Entry>(_ list: [E], words: (E) -> String?, statements: (E) -> [Reference<Statement>]) {
            for (index, entry) in list.enumerated() where words(entry) != nil {
                // The words of an act are those of its statement, which is asked about itself.
                if statements(entry).contains(where: { $0.target != nil }) { continue }
                let sources = context.sources(of: entry)
                if sources.contains(where: context.texts.isKept) { continue }
                let names = sources.map { context.site[$0].id }
                questions.append(
                    context.question(
                        E.kind, index, names.isEmpty ? "no source" : "sources: " + names.joined(separator: ", ")))
            }
        }
        ask(entries.demands, words: { $0.words?.value }, statements: { $0.statement.map { [$0] } ?? [] })
        ask(entries.responses, words: { $0.words?.value }, statements: { $0.statements })
        ask(entries.threats, words: { $0.words?.value }, statements: { $0.statement.map { [$0] } ?? [] })
        ask(entries.statements, words: { $0.searchedWords }, statements: { _ in [] })
        return questions
    }

    static let sourcesWithoutArchive = QuestionKind(
        "sources-without-archive", "Sources without an archived copy",
        "Where will the page be found when its address no longer works ('archive')?"
    ) { context in
        context.entries.sources.indices.compactMap { index in
            let source = context.entries.sources[index]
            guard let url = source.url?.value, source.archive == nil else { return nil }
            return context.question(.source, index, url)
        }
    }
}

extension QuestionContext {
    /// The sources that an entry names or cites, each once, in order.
    fileprivate func sources(of entry: some Entry) -> [Handle<Source>] {
        var sources: [Handle<Source>] = []
        func add(_ found: AnyHandle?) {
            if let source: Handle<Source> = found?.typed(), !sources.contains(source) { sources.append(source) }
        }
        entry.visitReferences { add($0.resolution.found) }
        entry.visitProse { prose in
            for citation in prose.citations { add(site.index.find(.source, citation.id, from: scope).found) }
        }
        return sources
    }
}
