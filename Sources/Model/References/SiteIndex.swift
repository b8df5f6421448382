/// A kind and an id.
package struct EntryKey: Hashable, Sendable {
    package let kind: EntryKind
    package let id: String

    package init(_ kind: EntryKind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}

/// Finds entries by kind and id, in an event first, then in what is shared.
package struct SiteIndex: Sendable {
    /// What a name leads to: an index in its list, or −1 for an entry that is left out.
    var shared: [EntryKey: Int32] = [:]
    var events: [[EntryKey: Int32]] = []
    /// Event folders; −1 for an event that is left out.
    var folders: [String: Int32] = [:]
    var pages: [String: Int32] = [:]
    /// Events whose documents were cut short: what is not found there counts as left out.
    var cutShort: Set<Int> = []
    /// Every document below `content/` by path, whether it could be used or not, sorted by UTF-8 bytes.
    var documents: [String] = []

    /// Looks up an id from inside an event (or −1: from outside any).
    package func find(_ kind: EntryKind, _ id: String, from scope: Int) -> Resolution<AnyHandle> {
        if kind == .event { return resolution(folders[id], .event, scope: -1) }
        if kind == .page {
            if scope >= 0, let own = pages["\(scope)/\(id)"] { return resolution(own, .page, scope: scope) }
            return resolution(pages[id], .page, scope: -1)
        }
        let key = EntryKey(kind, id)
        if scope >= 0, scope < events.count, let own = events[scope][key] { return resolution(own, kind, scope: scope) }
        if let common = shared[key] { return resolution(common, kind, scope: -1) }
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return cutShort.contains(scope) ? .withheld : .unresolved
        }
        guard let event = folders[String(id[..<slash])] else { return .unresolved }
        guard event >= 0 else { return .withheld }
        let name = String(id[id.utf8.index(after: slash)...])
        let found = resolution(events[Int(event)][EntryKey(kind, name)], kind, scope: Int(event))
        return found == .unresolved && cutShort.contains(Int(event)) ? .withheld : found
    }

    private func resolution(_ found: Int32?, _ kind: EntryKind, scope: Int) -> Resolution<AnyHandle> {
        guard let found else { return .unresolved }
        return found < 0 ? .withheld : .found(AnyHandle(kind, scope: scope, index: Int(found)))
    }

    /// Every id of a kind that can be named from a place, for "did you mean".
    package func names(_ kind: EntryKind, from scope: Int) -> [String] {
        switch kind {
        case .event: return folders.keys.sorted()
        case .page: return pages.keys.filter { !$0.contains("/") }.sorted()
        default: break
        }
        var names = shared.keys.filter { $0.kind == kind }.map(\.id)
        if scope >= 0, scope < events.count { names += events[scope].keys.filter { $0.kind == kind }.map(\.id) }
        if scope < 0 {
            for (folder, event) in folders where event >= 0 {
                names += events[Int(event)].keys.filter { $0.kind == kind }.map { "\(folder)/\($0.id)" }
            }
        }
        return names.sorted()
    }

    /// The kinds under which an id is known from a place, for "that is a …".
    package func kinds(of id: String, from scope: Int) -> [EntryKind] {
        EntryKind.allCases.filter { kind in
            if case .unresolved = find(kind, id, from: scope) { false } else { true }
        }
    }
}
