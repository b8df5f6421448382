import Reading

extension Statement {
    /// What statements have in common that the same speakers made on one day by one medium.
    struct Occasion: Hashable {
        let speakers: [String]
        let date: EventDate
        let medium: Medium
    }

    var occasion: Occasion {
        Occasion(speakers: fields.speakers.map(\.text), date: fields.date.value, medium: fields.medium.value)
    }
}
