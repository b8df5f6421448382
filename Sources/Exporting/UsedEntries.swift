import Model
import Reading

/// What an event's entries name outside of it, and what that names in turn: shared parties, people, sources and terms,
/// and those of other events.
struct UsedEntries {
    private let handles: [AnyHandle]

    init(_ site: Site, event: Int) {
        // An event can name only its own entries if there is nothing else.
        var sharesNothing = site.events.count == 1
        site.shared.forEach { _, _ in sharesNothing = false }
        if sharesNothing {
            handles = []
            return
        }
        var search = Search(site: site, event: event)
        search.run()
        handles = search.seen.sorted { ($0.scope, $0.index) < ($1.scope, $1.index) }
    }

    /// The entries of a kind, in the order of scopes, then ids.
    func of(_ kind: EntryKind) -> [AnyHandle] { handles.filter { $0.kind == kind } }

    /// Visits every reference in fields and prose.
    private struct Search {
        let site: Site
        let event: Int
        var seen: Set<AnyHandle> = []
        /// Found, but not yet searched.
        var open: [AnyHandle] = []

        mutating func run() {
            let value = site.events[event]
            value.visitReferences { add($0.resolution.found) }
            value.visitProse { add($0, from: event) }
            value.entries.forEach { entry, _ in search(entry, from: event) }
            while let handle = open.popLast() {
                if let entry = site.entry(of: handle) { search(entry, from: Int(handle.scope)) }
            }
        }

        private mutating func search(_ entry: any Entry, from scope: Int) {
            entry.visitReferences { add($0.resolution.found) }
            entry.visitProse { add($0, from: scope) }
        }

        /// Prose looks names up from the scope of the entry it belongs to.
        private mutating func add(_ prose: Prose, from scope: Int) {
            for reference in prose.references {
                guard let kind = EntryKind(referenceWord: reference.kind), kind.isShareable else { continue }
                add(site.index.find(kind, reference.id, from: scope).found)
            }
            for citation in prose.citations {
                add(site.index.find(.source, citation.id, from: scope).found)
            }
        }

        private mutating func add(_ handle: AnyHandle?) {
            guard let handle, Int(handle.scope) != event, handle.kind.isShareable else { return }
            if seen.insert(handle).inserted { open.append(handle) }
        }
    }
}
