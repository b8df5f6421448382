import Reading

extension Site {
    /// Groups of events that may tell something of each other: what one of a group says can change the pages of another.
    ///
    /// An event is grouped with every event of which its fields or its texts name anything, and with the groups of those.
    ///
    /// - Parameter named: for each event, the others that its texts and those of its pages name (`eventsNamedInTexts`);
    ///   nil to find them.
    /// - Returns: for each event, the lowest index in its group.
    package func relatedEvents(named: [Set<Int>]? = nil) -> [Int] {
        let named = named ?? eventsNamedInTexts()
        var groups = Array(events.indices)
        func root(_ event: Int) -> Int {
            var event = event
            while groups[event] != event {
                groups[event] = groups[groups[event]]
                event = groups[event]
            }
            return event
        }
        func join(_ one: Int, _ other: Int) {
            let (one, other) = (root(one), root(other))
            groups[max(one, other)] = min(one, other)
        }
        for event in events.indices {
            for other in linked[event] { join(event, other) }
            for other in named[event] { join(event, other) }
        }
        return groups.indices.map(root)
    }

    /// For each event, the others that its texts and those of its pages name something of, or link into.
    ///
    /// - Parameters:
    ///   - earlier: the result for the site of before, if no entry was added or removed since.
    ///   - edited: the events whose texts are others than before.
    package func eventsNamedInTexts(earlier: [Set<Int>]? = nil, edited: Set<Int> = []) -> [Set<Int>] {
        var named = events.indices.map { event -> Set<Int> in
            if let earlier, !edited.contains(event) { return earlier[event] }
            return eventsNamed(inTextsOf: event)
        }
        for page in pages {
            guard let event = page.event, earlier == nil || edited.contains(event) else { continue }
            page.head.visitProse { note($0, of: page.head, from: event, in: &named[event]) }
        }
        return named
    }

    /// Other events that Markdown of an event's documents names something of, or links into.
    private func eventsNamed(inTextsOf event: Int) -> Set<Int> {
        var others: Set<Int> = []
        func each<E: Entry>(_ list: [E]) {
            for entry in list { entry.visitProse { note($0, of: entry.head, from: event, in: &others) } }
        }
        let value = events[event]
        value.visitProse { note($0, of: value.head, from: event, in: &others) }
        each(value.entries.parties)
        each(value.entries.people)
        each(value.entries.demands)
        each(value.entries.responses)
        each(value.entries.threats)
        each(value.entries.statements)
        each(value.entries.moments)
        each(value.entries.sources)
        each(value.entries.terms)
        return others
    }

    private func note(_ prose: Prose, of head: EntryHead, from event: Int, in others: inout Set<Int>) {
        func add(_ handle: AnyHandle?) {
            if let other = handle?.event, other != event { others.insert(other) }
        }
        for reference in prose.references {
            guard let kind = EntryKind(referenceWord: reference.kind) else { continue }
            add(index.find(kind, reference.id, from: event).found)
        }
        for citation in prose.citations { add(index.find(.source, citation.id, from: event).found) }
        for link in prose.links where !link.path.isEmpty {
            if let other = self.event(atPath: link.path, from: head.path), other != event { others.insert(other) }
        }
    }

    /// The event in whose folder a path lies; nil for a path outside all.
    private func event(atPath path: String, from document: String) -> Int? {
        guard var folder = contentPath(path, relativeTo: document)?[...] else { return nil }
        while true {
            if case .found(let handle) = index.find(.event, String(folder), from: -1) { return Int(handle.index) }
            guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder = folder[..<slash]
        }
    }
}
