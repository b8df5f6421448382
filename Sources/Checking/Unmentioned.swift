import Model

extension SiteScope {
    /// Calls a function with each entry of a list that nothing else on the site refers to, scope by scope.
    ///
    /// A scope of which entries are left out is passed over, since those may refer to it, and so is one with references
    /// that name nothing, or ids used twice; what is shared is, where any scope is. Where entries cannot be used,
    /// nobody knows what they would have mentioned.
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

    /// The scopes from which this build leaves something out; -1 with any of them.
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
