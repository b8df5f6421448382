import Model

extension Words {
    /// What a response that says no is called.
    var refusal: String { "Refusal" }
}

extension Site {
    /// What a statement is called where the writer gave it no title: who spoke, the act, and what it is about
    /// (`Dario Amodei refuses “Allow use of …”`); without these, speaker and date.
    package func statementTitle(_ index: Int, _ record: EventRecord, _ words: Words) -> String {
        let statement = events[record.event].entries.statements[index]
        if let title = statement.title { return title.value }
        let speaking = record.speakings[index]
        let speaker = speaking.person.map { self[$0].displayName } ?? speaking.party.map { self[$0].displayName } ?? ""
        if let act = statement.act?.value, let about = statement.about.lazy.compactMap(\.target).first,
            about.kind != .statement
        {
            return "\(speaker) \(words.words(act)) “\(displayName(of: about))”"
        }
        let date = statement.date.value.words(in: record.zone, style: .dayOnly, language: words.dates)
        return "\(speaker), \(date)"
    }
}
