import Model

extension Words {
    /// What a response that says no is called.
    var refusal: String { "Refusal" }
}

extension Site {
    /// What a statement is called: the writer's own title; else who does what about what (`Dario Amodei refuses “Allow
    /// use of …”`); else who, and when.
    package func statementTitle(_ index: Int, _ record: EventRecord, _ words: Words) -> String {
        let statement = events[record.event].entries.statements[index]
        if let title = statement.title { return title.value }
        let speaker: String
        switch statement.speaker.target {
        case .person(let person): speaker = self[person].displayName
        case .party(let party): speaker = self[party].briefName
        case nil: speaker = statement.speaker.text
        }
        if let act = statement.act?.value, let about = statement.about.first(where: { $0.target != nil })?.target {
            return "\(speaker) \(words.words(act)) “\(displayName(of: about))”"
        }
        return "\(speaker), \(statement.date.value.words(in: record.zone, language: words.dates))"
    }
}
