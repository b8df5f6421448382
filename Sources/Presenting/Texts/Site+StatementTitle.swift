import Model

extension Site {
    /// The title of a statement: the writer's own; else who spoke, and how the words begin (`Dario Amodei: “These threats
    /// do not change our position…”`). A paraphrased one has its topic as title (`Sean Parnell on “Allow use of …”`);
    /// without a topic, its date.
    package func statementTitle(_ index: Int, _ record: EventRecord, _ words: Words) -> String {
        let statement = events[record.event].entries.statements[index]
        if let title = statement.title { return title.value }
        let speaker = words.list(statement.speakers.map { name(of: $0, in: statement) })
        if let said = statement.words?.value {
            return words(.statementSaying, ["speaker": speaker, "words": said.beginning(64)])
        }
        // What came later was nobody's topic yet.
        let topic = statement.about.lazy.compactMap(\.target).first { about in
            about.kind != .statement
                && !(entry(of: about)?.knownSince?.isCertainlyAfter(statement.date.value, in: record.zone) ?? false)
        }
        if let about = topic {
            return words(.statementAbout, ["speaker": speaker, "title": displayName(of: about)])
        }
        let date = statement.date.value.words(in: record.zone, language: words.dates)
        return words(.statementOn, ["speaker": speaker, "date": date])
    }

    private func name(of speaker: SpeakerReference, in statement: Statement) -> String {
        switch speaker.target {
        case .person(let person): self[person].displayName
        case .party(let party): self[party].briefName
        case nil: statement.describedAs?.value.capitalizedFirst ?? speaker.text
        }
    }
}

extension String {
    /// The same with a capital at its beginning.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var uncapitalizedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The first words of a text, cut between words and marked with an ellipsis where it is longer than some letters.
    func beginning(_ limit: Int) -> String {
        guard count > limit else { return self }
        var result = ""
        for word in split(separator: " ") {
            guard result.count + word.count < limit - 4 else { break }
            result += (result.isEmpty ? "" : " ") + word
        }
        if result.isEmpty { result = String(prefix(limit - 4)) }
        while let last = result.last, ",;:.–—-".contains(last) { result.removeLast() }
        return result + "…"
    }
}
