extension Entries {
    /// The entries of a kind, in the order of their ids; none of events and pages.
    func list(of kind: EntryKind) -> [any Entry] {
        switch kind {
        case .party: parties
        case .person: people
        case .demand: demands
        case .response: responses
        case .threat: threats
        case .statement: statements
        case .moment: moments
        case .source: sources
        case .term: terms
        case .event, .page: []
        }
    }
}
