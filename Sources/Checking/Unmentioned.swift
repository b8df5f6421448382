import Model

extension SiteScope {
    /// Calls a function with each entry that nothing else on the site refers to, scope by scope.
    ///
    /// Skips scopes with entries that are left out or unusable, with unknown references or duplicate ids, because these may
    /// have mentioned the entry. Shared entries are skipped if any scope is.
    func eachUnmentioned<Kind: Entry>(_ list: (Entries) -> [Kind], _ body: (Kind) -> Void) {
        if site.hasUnusableEntries { return }
        let silent = scopesWithWithheld().union(scopesWithFaultyNames())
        let counts = (-1..<site.events.count).map { list(site.entries(of: $0)).count }
        var isMentioned = counts.map { [Bool](repeating: false, count: $0) }
        for scope in mentions {
            for handle in scope where handle.kind == Kind.kind {
                isMentioned[Int(handle.scope) + 1][Int(handle.index)] = true
            }
        }
        for scope in -1..<site.events.count where !silent.contains(scope) {
            let entries = list(site.entries(of: scope))
            for index in entries.indices where !isMentioned[scope + 1][index] { body(entries[index]) }
        }
    }

    private func scopesWithFaultyNames() -> Set<Int> {
        guard let others = hasFaultyNames.last, hasFaultyNames.contains(true) else { return [] }
        if others { return Set(-1..<site.events.count) }
        return Set(site.events.indices.filter { hasFaultyNames[$0] }).union([-1])
    }

    /// The scopes from which this build leaves entries out; contains -1 if there is any.
    private func scopesWithWithheld() -> Set<Int> {
        if site.withheld.isEmpty { return [] }
        var scopes: Set<Int> = [-1]
        for entry in site.withheld {
            let folder = RelativePath.folder(of: entry.name)
            if let event = site.index.find(.event, folder, from: -1).found {
                scopes.insert(Int(event.index))
            } else {
                // A shared entry or a page may mention anything of any event.
                scopes.formUnion(site.events.indices)
            }
        }
        return scopes
    }
}
