extension Site {
    /// What there are differing accounts of in an event: the event itself, then its acts by kind.
    package func disputed(inEvent event: Int) -> [AnyHandle] {
        var found: [AnyHandle] = []
        if !events[event].head.accounts.isEmpty { found.append(AnyHandle(.event, scope: -1, index: event)) }
        events[event].entries.forEach { entry, index in
            if entry.kind.isAct, !entry.head.accounts.isEmpty {
                found.append(AnyHandle(entry.kind, scope: event, index: index))
            }
        }
        return found
    }
}
