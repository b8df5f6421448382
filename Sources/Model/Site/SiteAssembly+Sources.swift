import Diagnostics
import Reading

extension SiteAssembly {
    /// The texts kept of all sources, published or not.
    var keptTextPaths: Set<String> {
        Set(shared.sources.compactMap(\.textPath)).union(events.flatMap { $0.entries.sources.compactMap(\.textPath) })
    }

    /// The files that the entries refer to.
    var referredFiles: Set<String> {
        var references = FileReferences(settings)
        for event in events {
            references.add(event)
            references.add(event.entries)
        }
        references.add(shared)
        for page in pages { references.add(page) }
        return references.paths
    }

    /// The files in the folders of events that are left out. Called after they are cut.
    func filesOfWithheldEvents(_ assets: [String]) -> [String] {
        let folders = index.folders.filter { $0.value < 0 && !$0.key.isEmpty }.map { $0.key + "/" }
        return folders.isEmpty ? [] : assets.filter { path in folders.contains(where: path.hasPrefix) }
    }

    /// Leaves out the sources that are cited, and only by what is left out.
    mutating func withholdSources() {
        var citations: [SourceCitation] = []
        let own = events.map { Set($0.entries.sources.map(\.id)) }
        func gather(
            _ citing: ScopedKey, _ scope: Int, references: ((FieldReference) -> Void) -> Void,
            prose: ((Prose) -> Void) -> Void
        ) {
            func cite(_ id: String) {
                var (scope, id) = (scope, id)
                if let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) {
                    let folder = id[..<slash]
                    guard let event = events.firstIndex(where: { $0.folder == folder }) else { return }
                    (scope, id) = (event, String(id[id.utf8.index(after: slash)...]))
                } else if scope >= 0, !own[scope].contains(id) {
                    scope = -1
                }
                citations.append(
                    SourceCitation(citing: citing, source: ScopedKey(scope: scope, key: EntryKey(.source, id))))
            }
            references { if $0.kinds.contains(.source) { cite($0.id) } }
            prose { text in
                for citation in text.citations { cite(citation.id) }
                for reference in text.references where EntryKind(referenceWord: reference.kind) == .source {
                    cite(reference.id)
                }
            }
        }
        for (scope, event) in events.enumerated() {
            gather(
                ScopedKey(scope: -2, key: EntryKey(.event, event.folder)), scope, references: event.visitReferences,
                prose: event.visitProse)
        }
        for scope in -1..<events.count {
            let entries = scope < 0 ? shared : events[scope].entries
            entries.forEach { entry, _ in
                gather(
                    ScopedKey(scope: scope, key: EntryKey(entry.kind, entry.id)), scope,
                    references: entry.visitReferences, prose: entry.visitProse)
            }
        }
        for page in pages {
            let scope = page.event ?? -1
            let event = page.event.map { ScopedKey(scope: -2, key: EntryKey(.event, events[$0].folder)) }
            let isOut = event.map { reasons[$0] != nil } ?? false
            let key = isOut ? event : nil
            gather(
                key ?? ScopedKey(scope: scope, key: EntryKey(.page, page.head.id)), scope,
                references: page.visitReferences, prose: page.visitProse)
        }
        if let introduction = settings.introduction {
            let home = ScopedKey(scope: -1, key: EntryKey(.page, ""))
            gather(home, isOneEvent ? 0 : -1, references: { _ in }, prose: { $0(introduction) })
        }
        // A source that is left out may itself have been the only one to cite another.
        var found = true
        while found {
            let published = Set(citations.filter { reasons[$0.citing] == nil }.map(\.source))
            let uncited = citations.map(\.source).filter { reasons[$0] == nil && !published.contains($0) }
            for source in uncited { reasons[source] = .onlyCitedByWithheld }
            found = !uncited.isEmpty
        }
    }

    /// An entry that cites a source, and the source.
    private struct SourceCitation {
        let citing: ScopedKey
        let source: ScopedKey
    }
}
