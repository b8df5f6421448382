import Platform
import Diagnostics
import Reading

/// What decides which entries a build publishes.
package struct PublishingOptions: Sendable {
    /// Whether drafts are published.
    package let includesDrafts: Bool
    /// Readers are told the record as of this date; later entries are left out. Nil: each event's own date.
    package let asOf: EventDate?
    /// Seconds since 1970 UTC, read from the clock once: whether an embargo has passed.
    package let now: Int

    package init(includesDrafts: Bool = false, asOf: EventDate? = nil, now: Int) {
        self.includesDrafts = includesDrafts
        self.asOf = asOf
        self.now = now
    }
}

/// Puts what the documents hold together into a site: sorts, leaves out what is not to be published, looks up references.
package func assembleSite(
    settings: SiteSettings, placing: Placing, entries: [ReadEntry], assets: [String], options: PublishingOptions,
    cores: Cores = .one
) -> Outcome<Site> {
    var assembly = SiteAssembly(settings: settings, options: options)
    assembly.index.documents = placing.documents
    assembly.gather(entries)
    let keptTexts = assembly.keptTextPaths
    let allFiles = assets.isEmpty ? [] : assembly.referredFiles
    assembly.withhold()
    assembly.cut()
    let files = assets.isEmpty ? [] : assembly.referredFiles
    assembly.resolveReferences(cores)
    let site = Site(
        settings: settings, events: assembly.events, shared: assembly.shared, pages: assembly.pages,
        withheld: assembly.withheld.sorted {
            ($0.kind.rawValue, $0.name, $0.part ?? "") < ($1.kind.rawValue, $1.name, $1.part ?? "")
        },
        index: assembly.index, assets: assets, keptTextPaths: keptTexts, referredFiles: files,
        withheldFiles: allFiles.union(assembly.filesOfWithheldEvents(assets)).subtracting(files),
        linked: assembly.linked,
        hasUnusableEntries: !assembly.unusable.isEmpty)
    return Outcome(site, assembly.problems(placing))
}

/// The state of putting a site together.
struct SiteAssembly {
    let settings: SiteSettings
    let options: PublishingOptions
    var events: [Event] = []
    var shared = Entries()
    var pages: [Page] = []
    var index = SiteIndex()
    var withheld: [WithheldEntry] = []
    /// For each event, the others that fields of its documents name something of.
    var linked: [Set<Int>] = []
    /// Entries that are there and cannot be used: references find them as they find what is left out.
    var unusable: [(key: EntryKey, folder: String?)] = []
    /// Why each entry is left out, by scope and key; the scope of an event itself is −2.
    var reasons: [ScopedKey: WithheldEntry.Reason] = [:]

    struct ScopedKey: Hashable {
        let scope: Int
        let key: EntryKey
    }

    init(settings: SiteSettings, options: PublishingOptions) {
        self.settings = settings
        self.options = options
    }

    /// Distributes what was read over the events, each list in the order of ids.
    mutating func gather(_ entries: [ReadEntry]) {
        for case .event(let event) in entries { events.append(event) }
        events.sort { $0.folder < $1.folder }
        var scopes: [String: Int] = [:]
        for (position, event) in events.enumerated() { scopes[event.folder] = position }
        for entry in entries { place(entry, scopes) }
        for position in events.indices { events[position].entries.sortByID() }
        shared.sortByID()
        pages.sort { ($0.event ?? -1, $0.head.id) < ($1.event ?? -1, $1.head.id) }
    }

    private mutating func place(_ entry: ReadEntry, _ scopes: [String: Int]) {
        switch entry {
        case .event: break
        case .unusable(let kind, let id, let folder): unusable.append((EntryKey(kind, id), folder))
        case .cutShort(let folder): unusable.append((EntryKey(.event, folder), folder))
        case .page(let page, let folder):
            let scope = folder.flatMap { scopes[$0] }
            pages.append(Page(head: page.head, fields: page.fields, event: folder == "" ? nil : scope))
        case .entry(let entry, nil): shared.append(entry)
        case .entry(let entry, let folder?):
            // An event whose own document could not be read has no place; its problems are reported already.
            if let scope = scopes[folder] { events[scope].entries.append(entry) }
        }
    }

    // MARK: - Leaving out

    /// Finds what is not published, then what cannot be told without it.
    mutating func withhold() {
        for (scope, event) in events.enumerated() {
            note(.event, event.head, event.displayName, known: nil, scope: -2, zone: zone(scope))
        }
        for scope in -1..<events.count {
            let zone = zone(scope)
            let entries = scope < 0 ? shared : events[scope].entries
            entries.forEach { entry, _ in
                note(entry.kind, entry.head, entry.displayName, known: entry.knownSince, scope: scope, zone: zone)
            }
        }
        for page in pages {
            note(.page, page.head, page.displayName, known: nil, scope: page.event ?? -1, zone: zone(-1))
        }
        for (scope, event) in events.enumerated()
        where reasons[ScopedKey(scope: -2, key: EntryKey(.event, event.folder))] != nil {
            event.entries.forEach { entry, _ in
                let key = ScopedKey(scope: scope, key: EntryKey(entry.kind, entry.id))
                if reasons[key] == nil { reasons[key] = .dependsOn("event '\(event.displayName)'") }
            }
        }
        while !reasons.isEmpty, spread() {}
        if !reasons.isEmpty { withholdSources() }
    }

    private func zone(_ scope: Int) -> ClockZone {
        scope < 0 ? settings.zone : events[scope].zone ?? settings.zone
    }

    private mutating func note(
        _ kind: EntryKind, _ head: EntryHead, _ name: String, known: EventDate?, scope: Int, zone: ClockZone
    ) {
        let reason: WithheldEntry.Reason
        if head.isDraft, !options.includesDrafts {
            reason = .draft
        } else if let embargo = head.embargo, embargo.value.earliest(in: zone) > Int64(options.now) {
            reason = .embargo(embargo.value)
        } else if let asOf = options.asOf, let known, isLater(known, than: asOf, kind, head, scope, zone) {
            reason = .later
        } else {
            return
        }
        let id = kind == .event ? events.first { $0.head.path == head.path }?.folder ?? head.id : head.id
        reasons[ScopedKey(scope: scope, key: EntryKey(kind, id))] = reason
    }

    /// Whether something was not yet known. What is dated vaguely is known from the day of its first source, else from
    /// the last day that it may be; a source tells nothing by itself, and is there from the first day that it may be.
    private func isLater(
        _ known: EventDate, than asOf: EventDate, _ kind: EntryKind, _ head: EntryHead, _ scope: Int, _ zone: ClockZone
    ) -> Bool {
        let limit = asOf.latest(in: zone)
        if kind == .source || known.earliest(in: zone) > limit { return known.earliest(in: zone) > limit }
        return known.surelyBegan(in: zone) > limit
            && !head.sources.contains { published($0.source.text, scope)?.surelyBegan(in: zone) ?? .max <= limit }
    }

    /// When a source appeared that entries of a scope name.
    private func published(_ id: String, _ scope: Int) -> EventDate? {
        let own = scope < 0 ? nil : events[scope].entries.sources.first { $0.id == id }
        return (own ?? shared.sources.first { $0.id == id })?.published?.value
    }

    /// One round of leaving out what depends on what is left out; true where it found any.
    private mutating func spread() -> Bool {
        var found = false
        for scope in events.indices {
            events[scope].entries.forEach { entry, _ in
                let key = ScopedKey(scope: scope, key: EntryKey(entry.kind, entry.id))
                guard reasons[key] == nil, let cause = missing(for: entry, in: scope) else { return }
                reasons[key] = .dependsOn(cause)
                found = true
            }
        }
        return found
    }

    /// What an entry cannot be told without and is left out, the first of it; nil if nothing is missing.
    private func missing(for entry: any Entry, in scope: Int) -> String? {
        if let owner = entry.head.quotedIn, isOut(owner.kind, owner.id, scope) {
            return "\(owner.kind.word) '\(owner.id)'"
        }
        for (field, references) in entry.neededReferences() {
            guard let first = references.first, references.allSatisfy({ isOut($0, scope) }) else { continue }
            return "\(first.kinds.count == 1 ? first.kinds[0].word : field) '\(first.text)'"
        }
        return nil
    }

    /// Whether the first entry that a reference finds is left out.
    private func isOut(_ reference: FieldReference, _ scope: Int) -> Bool {
        for kind in reference.kinds {
            if isOut(kind, reference.id, scope) { return true }
            if isKnown(kind, reference.id, scope) { return false }
        }
        return false
    }

    private func isOut(_ kind: EntryKind, _ id: String, _ scope: Int) -> Bool {
        reasons[ScopedKey(scope: scope, key: EntryKey(kind, id))] != nil
            || (kind.isShareable && !isKnown(kind, id, scope)
                && reasons[ScopedKey(scope: -1, key: EntryKey(kind, id))] != nil)
    }

    /// Whether an event has an entry of its own with this id.
    private func isKnown(_ kind: EntryKind, _ id: String, _ scope: Int) -> Bool {
        func has<E: Entry>(_: E.Type) -> Bool { events[scope].entries[keyPath: E.list].contains { $0.id == id } }
        guard let type = kind.entryType else { return false }
        return has(type)
    }

    // MARK: - Cutting

    /// Takes out what is left out, and makes the index of what there is and what there is not.
    mutating func cut() {
        var keptEvents: [Event] = []
        for (scope, event) in events.enumerated() {
            var event = event
            let isOut = reasons[ScopedKey(scope: -2, key: EntryKey(.event, event.folder))]
            var names: [EntryKey: Int32] = [:]
            event.entries = cut(event.entries, scope: scope, folder: event.folder, into: &names)
            if let isOut {
                withheld.append(
                    WithheldEntry(
                        kind: .event, name: event.folder.isEmpty ? "event" : event.folder,
                        location: event.head.location(event.head.idRange), reason: isOut, isHeld: event.head.hold != nil
                    ))
                index.folders[event.folder] = -1
            } else {
                index.folders[event.folder] = Int32(keptEvents.count)
                index.events.append(names)
                if let asOf = options.asOf { takeBack(asOf, in: &event, scope) }
                keptEvents.append(event)
            }
        }
        var sharedNames: [EntryKey: Int32] = [:]
        shared = cut(shared, scope: -1, folder: nil, into: &sharedNames)
        index.shared = sharedNames
        cutPages()
        nameUnusable()
        events = keptEvents
        if let asOf = options.asOf { shared.forget(after: AsOfLimit(asOf, in: zone(-1)), hasLater: false) }
    }

    /// Takes out of an event what was not known at the date of `--as-of`, and notes what that was.
    private mutating func takeBack(_ asOf: EventDate, in event: inout Event, _ scope: Int) {
        let whole = events[scope]
        let later = laterEntries(scope)
        let hasLater = reasons.contains { key, reason in
            if case .later = reason { key.scope == scope } else { false }
        }
        let name = event.folder.isEmpty ? "event" : event.folder
        func leftOut(
            _ part: String, of kind: EntryKind, _ head: EntryHead, _ reason: WithheldEntry.Reason = .later
        ) -> WithheldEntry {
            let id = kind == .event ? name : event.folder.isEmpty ? head.id : "\(event.folder)/\(head.id)"
            return WithheldEntry(
                kind: kind, name: id, part: part, location: head.location(head.idRange), reason: reason, isHeld: false)
        }
        let fields = event.forget(after: AsOfLimit(asOf, in: zone(scope)), hasLater: hasLater)
        event.entries.threats = event.entries.threats.map { threat in
            threat.asKnown(whenOthersCame: hasLater) { !isOut(.moment, $0.moment.text, scope) }
        }
        withheld += fields.map { leftOut("'\($0)'", of: .event, whole.head) }
        withheld += event.leaveOut(later).map { leftOut($0.name, of: $0.kind, $0.head, .namesLater($0.cause)) }
    }

    /// What is left out as not yet known, as texts of a scope name it.
    private func laterEntries(_ scope: Int) -> LaterEntries {
        var paths: Set<String> = []
        for index in -1..<events.count {
            (index < 0 ? shared : events[index].entries).forEach { entry, _ in
                let key = ScopedKey(scope: index, key: EntryKey(entry.kind, entry.id))
                guard !entry.head.isInline, reasons[key] != nil else { return }
                paths.insert(entry.head.path)
                paths.insert(entry.head.path.dropLast(2) + "html")
            }
        }
        return LaterEntries(isLater: { kind, id in isOut(kind, id, scope) }, paths: paths)
    }

    /// Makes what could not be used known by its name, where nothing else has it.
    private mutating func nameUnusable() {
        func note<Key>(_ key: Key, in names: inout [Key: Int32]) {
            if names[key] == nil { names[key] = -1 }
        }
        for (key, folder) in unusable {
            let event = folder.flatMap { index.folders[$0] }
            switch key.kind {
            case .event: if let event, event >= 0 { index.cutShort.insert(Int(event)) }
            case .page: note(event.map { folder == "" ? key.id : "\($0)/\(key.id)" } ?? key.id, in: &index.pages)
            default:
                guard let event else { note(key, in: &index.shared); continue }
                if event >= 0 { note(key, in: &index.events[Int(event)]) }
            }
        }
    }

    private mutating func cutPages() {
        // Scopes of pages are those of all events; they are moved to those of the events that are kept.
        var kept: [Page] = []
        for page in pages {
            let scope = page.event.map { Int(index.folders[events[$0].folder] ?? -1) }
            let key = page.event == nil ? page.head.id : "\(scope ?? -1)/\(page.head.id)"
            if let reason = reasons[ScopedKey(scope: page.event ?? -1, key: EntryKey(.page, page.head.id))] {
                withheld.append(
                    WithheldEntry(
                        kind: .page, name: page.head.id, location: page.head.location(page.head.idRange),
                        reason: reason,
                        isHeld: page.head.hold != nil))
                index.pages[key] = -1
            } else if scope != -1 {
                index.pages[key] = Int32(kept.count)
                var head = page.head
                if options.asOf != nil, let event = page.event {
                    var parts: [LaterEntries.Part] = []
                    head = head.leavingOut(laterEntries(event), of: .page, &parts)
                    withheld += parts.map {
                        WithheldEntry(
                            kind: .page, name: head.id, part: $0.name, location: head.location(head.idRange),
                            reason: .namesLater($0.cause), isHeld: false)
                    }
                }
                kept.append(Page(head: head, fields: page.fields, event: scope))
            }
        }
        pages = kept
    }

    private mutating func cut(
        _ entries: Entries, scope: Int, folder: String?, into names: inout [EntryKey: Int32]
    ) -> Entries {
        var cutter = Cutter(scope: scope, folder: folder, reasons: reasons, names: names)
        cutter.names.reserveCapacity(entries.count)
        var result = Entries()
        func cut<E: Entry>(_: E.Type) { result[keyPath: E.list] = cutter.cut(entries[keyPath: E.list]) }
        for type in EntryKind.entryTypes { cut(type) }
        names = cutter.names
        withheld += cutter.withheld
        return result
    }

    /// Cuts the lists of one scope.
    private struct Cutter {
        let scope: Int
        let folder: String?
        let reasons: [ScopedKey: WithheldEntry.Reason]
        var names: [EntryKey: Int32]
        var withheld: [WithheldEntry] = []

        mutating func cut<E: Entry>(_ list: [E]) -> [E] {
            if reasons.isEmpty {
                for (position, entry) in list.enumerated() { name(EntryKey(E.kind, entry.head.id), position) }
                return list
            }
            var kept: [E] = []
            for entry in list {
                let key = EntryKey(E.kind, entry.head.id)
                guard let reason = reasons[ScopedKey(scope: scope, key: key)] else {
                    name(key, kept.count)
                    kept.append(entry)
                    continue
                }
                names[key] = -1
                let name = folder.map { $0.isEmpty ? entry.head.id : "\($0)/\(entry.head.id)" } ?? entry.head.id
                withheld.append(
                    WithheldEntry(
                        kind: E.kind, name: name, location: entry.head.location(entry.head.idRange), reason: reason,
                        isHeld: entry.head.hold != nil))
            }
            return kept
        }

        /// Of two entries with one id, which is an error, references find the first.
        private mutating func name(_ key: EntryKey, _ position: Int) {
            if let first = names.updateValue(Int32(position), forKey: key) { names[key] = first }
        }
    }

    /// Whether the event page is the home page.
    var isOneEvent: Bool { events.count == 1 && events[0].folder.isEmpty }

    // MARK: - Problems

    /// A site that has no event, or an event at the top and others below.
    func problems(_ placing: Placing) -> [Diagnostic] {
        if placing.eventFolders.isEmpty {
            return [
                Diagnostic(
                    .noEvent, "this site has no event", at: TextLocation(settings.file, TextRange(at: 0)),
                    hint: "write content/event.md, or content/<name>/event.md for each of several")
            ]
        }
        guard placing.isOneEvent, placing.eventFolders.count > 1 else { return [] }
        let top = events.first { $0.folder.isEmpty }
        return events.filter { !$0.folder.isEmpty }.map { event in
            Diagnostic(
                .mixedSite, "the site has an event at the top, so it cannot have one in '\(event.folder)'",
                at: event.head.location(event.head.idRange),
                notes: top.map { [Diagnostic.Note("the event at the top", at: $0.head.location($0.head.idRange))] }
                    ?? [],
                hint: "move the event at the top into a folder of its own, with its entries")
        }
    }
}
