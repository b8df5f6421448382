import Diagnostics
import Reading

/// A site after a few documents were edited.
package struct EditedSite: Sendable {
    package let site: Site
    /// The events whose documents were edited; nil if what all events share was.
    package let events: Set<Int>?
    /// Whether a source was edited.
    package let hasEditedSources: Bool
}

extension Site {
    /// The same site with other states of some documents' entries, without assembling it again.
    ///
    /// Nil if more may differ than the fields and texts of these entries: if an entry appears, disappears, is left out or
    /// cannot be used. Then the site has to be assembled again.
    ///
    /// - Parameters:
    ///   - documents: the entries of each document, before and now.
    ///   - options: those that the site was assembled with.
    package func replacing(
        _ documents: [(before: [ReadEntry], now: [ReadEntry])], _ options: PublishingOptions
    ) -> EditedSite? {
        guard withheld.isEmpty, withheldParts.isEmpty, !hasUnusableEntries, options.asOf == nil else { return nil }
        var edit = SiteEdit(self, includesDrafts: options.includesDrafts)
        for document in documents {
            guard document.before.count == document.now.count else { return nil }
            for (before, now) in zip(document.before, document.now) {
                guard edit.replace(before, by: now) else { return nil }
            }
        }
        return edit.result
    }
}

/// The lists of a site while entries are replaced.
private struct SiteEdit {
    let site: Site
    let includesDrafts: Bool
    var events: [Event]
    var shared: Entries
    var pages: [Page]
    var linked: [Set<Int>]
    var edited: Set<Int> = []
    var editedPages: Set<Int> = []
    var hasEditedShared = false
    var hasEditedSources = false

    init(_ site: Site, includesDrafts: Bool) {
        self.site = site
        self.includesDrafts = includesDrafts
        events = site.events
        shared = site.shared
        pages = site.pages
        linked = site.linked
    }

    /// Whether the entry could be replaced.
    mutating func replace(_ before: ReadEntry, by now: ReadEntry) -> Bool {
        switch (before, now) {
        case (.event(let old), .event(let new)):
            guard old.folder == new.folder, isPublished(new.head), let place = site.index.folders[new.folder] else {
                return false
            }
            var event = new
            event.entries = events[Int(place)].entries
            events[Int(place)] = event
            edited.insert(Int(place))
            return true
        case (.page(let old, let folder), .page(let new, let newFolder)):
            guard folder == newFolder, old.head.id == new.head.id, isPublished(new.head),
                let place = pages.firstIndex(where: { $0.head.path == new.head.path })
            else { return false }
            let event = pages[place].event
            pages[place] = Page(head: new.head, fields: new.fields, event: event)
            if let event { edited.insert(event) }
            editedPages.insert(place)
            return true
        case (.entry(let old, let folder), .entry(let new, let newFolder)):
            guard folder == newFolder, old.kind == new.kind, old.id == new.id, isPublished(new.head) else {
                return false
            }
            return put(new, folder)
        default: return false
        }
    }

    private func isPublished(_ head: EntryHead) -> Bool { (includesDrafts || !head.isDraft) && head.embargo == nil }

    private mutating func put<E: Entry>(_ entry: E, _ folder: String?) -> Bool {
        let key = EntryKey(E.kind, entry.id)
        hasEditedSources = hasEditedSources || E.kind == .source
        guard let folder else {
            hasEditedShared = true
            return site.index.shared[key].map { put(entry, at: Int($0), in: &shared) } ?? false
        }
        guard let scope = site.index.folders[folder].map(Int.init), scope >= 0,
            let place = site.index.events[scope][key]
        else { return false }
        edited.insert(scope)
        return put(entry, at: Int(place), in: &events[scope].entries)
    }

    /// Of two entries with one id, the index has the first: the other cannot be replaced.
    private func put<E: Entry>(_ entry: E, at place: Int, in entries: inout Entries) -> Bool {
        let old = entries[keyPath: E.list][place]
        guard old.head.path == entry.head.path, old.head.isInline == entry.head.isInline else { return false }
        if let old = old as? Source, let new = entry as? Source, old.textPath != new.textPath { return false }
        entries[keyPath: E.list][place] = entry
        return true
    }

    /// The files that the entries refer to now.
    private func referredFiles(_ events: [Event], _ shared: Entries, _ pages: [Page]) -> Set<String> {
        if site.assets.isEmpty { return [] }
        var assembly = SiteAssembly(settings: site.settings, options: PublishingOptions(now: 0))
        assembly.events = events
        assembly.shared = shared
        assembly.pages = pages
        return assembly.referredFiles
    }

    var result: EditedSite {
        var (events, shared, pages, linked) = (events, shared, pages, linked)
        for scope in edited {
            var resolver = ReferenceResolver(index: site.index, scope: scope)
            events[scope].resolve(by: &resolver)
            linked[scope] = resolver.others
        }
        if hasEditedShared {
            var resolver = ReferenceResolver(index: site.index, scope: -1)
            shared.resolve(by: &resolver)
        }
        for place in pages.indices {
            guard pages[place].event.map(edited.contains) ?? editedPages.contains(place) else { continue }
            var resolver = ReferenceResolver(index: site.index, scope: site.scope(of: pages[place]))
            pages[place].head = pages[place].head.resolved(by: &resolver)
            if let event = pages[place].event { linked[event].formUnion(resolver.others) }
        }
        let new = Site(
            site, events: events, shared: shared, pages: pages, files: referredFiles(events, shared, pages),
            linked: linked, edited: edited)
        return EditedSite(
            site: new, events: hasEditedShared ? nil : edited, hasEditedSources: hasEditedSources)
    }
}
