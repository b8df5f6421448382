// Programs that read feeds and calendars tell things apart by names that must not change when a thing gets another id or
// folder. `moved_from` says what it was called before; the first address is the oldest.

extension Site {
    /// The id under which an entry was first published: of the first address in `moved_from` that was its own page.
    package func firstID(of handle: AnyHandle) -> String {
        let head = head(of: handle)
        for old in head.movedFrom {
            guard let path = redirectPath(ofOldPath: old.value), path.hasSuffix(".html") else { continue }
            let segments = path.dropLast(".html".utf8.count).split(separator: "/")
            guard segments.count > 1, let id = segments.last,
                EntryFolder(named: String(segments[segments.count - 2]))?.kind == handle.kind
            else { continue }
            return String(id)
        }
        return head.id
    }

    /// What first stood before the paths of an event's files: empty, or a folder with a slash. An event that the whole
    /// site was about had no folder, and has that of today.
    package func firstPrefix(ofScope scope: Int) -> String {
        guard scope >= 0 else { return "" }
        return events[scope].oldFolders.first { !$0.isEmpty } ?? prefix(ofScope: scope)
    }

    /// The indices of the events, the one first that the whole site was about.
    package var eventsByAge: [Int] {
        let first = events.firstIndex { $0.oldFolders.contains("") }
        return (first.map { [$0] } ?? []) + events.indices.filter { $0 != first }
    }
}

extension Event {
    /// The folders that an event was in before, with a slash; empty if the whole site was about it.
    fileprivate var oldFolders: [String] {
        head.movedFrom.compactMap { old in
            guard let path = redirectPath(ofOldPath: old.value) else { return nil }
            if path == SitePlan.home { return "" }
            return path.hasSuffix("/" + SitePlan.home) ? String(path.dropLast(SitePlan.home.utf8.count)) : nil
        }
    }
}
