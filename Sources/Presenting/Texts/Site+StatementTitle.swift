import Model

extension Site {
    /// The title of a statement: the writer's own; else who spoke, and how the words begin (`Dario Amodei: “These threats
    /// do not change our position…”`). A paraphrased one has its topic as title (`Sean Parnell on “Allow use of …”`);
    /// without a topic, its date.
    package func statementTitle(_ index: Int, _ record: EventRecord, _ words: Words) -> String {
        let statement = events[record.event].entries.statements[index]
        if let title = statement.title { return title.value }
        let speaker: String
        switch statement.speaker.target {
        case .person(let person): speaker = self[person].displayName
        case .party(let party): speaker = self[party].briefName
        case nil: speaker = statement.speaker.text
        }
        if let said = statement.words?.value {
            return words(.statementSaying, ["speaker": speaker, "words": beginning(of: said)])
        }
        if let about = statement.about.first(where: { $0.target != nil })?.target, about.kind != .statement {
            return words(.statementAbout, ["speaker": speaker, "title": displayName(of: about)])
        }
        let date = statement.date.value.words(in: record.zone, language: words.dates)
        return words(.statementOn, ["speaker": speaker, "date": date])
    }

    /// The first words of a text, at most some sixty characters, cut between words.
    private func beginning(of words: String) -> String {
        guard words.count > 64 else { return words }
        var result = ""
        for word in words.split(separator: " ") {
            guard result.count + word.count < 60 else { break }
            result += (result.isEmpty ? "" : " ") + word
        }
        if result.isEmpty { result = String(words.prefix(60)) }
        while let last = result.last, ",;:.–—-".contains(last) { result.removeLast() }
        return result + "…"
    }
}
