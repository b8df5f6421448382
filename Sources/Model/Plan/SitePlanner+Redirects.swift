extension SitePlanner {
    /// Plans the redirects that the entries' `moved_from` asks for, in the order of their paths.
    ///
    /// An old path that ends in `.html` is that file; any other is a folder. The old folder of an event stands for the
    /// whole event: every page below it leads to the page of today, unless an entry claims that old path itself.
    mutating func planRedirects(_ kind: Int) {
        var redirects: [PlannedOutput] = []
        var claims: [String: Int] = [:]
        var movedFolders: [(old: String, event: Int)] = []
        for (entry, path) in oldPaths {
            let target = route(of: entry)
            let redirect = PlannedOutput(path, kind: kind, entry: entry, place: targets.count)
            if let first = claims[path.lowercased()] {
                collisions.append(SitePlan.Collision(later: redirect, first: redirects[first]))
                continue
            }
            claims[path.lowercased()] = redirects.count
            redirects.append(redirect)
            targets.append(target)
            if entry.kind == .event, path.hasSuffix("/" + SitePlan.home) {
                movedFolders.append((String(path.dropLast(SitePlan.home.utf8.count)), Int(entry.index)))
            }
        }
        for (old, event) in movedFolders {
            let prefix = site.prefix(ofScope: event)
            let handle = AnyHandle(.event, scope: -1, index: event)
            for page in outputs where kinds[page.kindIndex].form == .page && page.path.hasPrefix(prefix) {
                let path = old + page.path.dropFirst(prefix.utf8.count)
                guard index.place(of: path, in: outputs) == nil, claims[path.lowercased()] == nil else { continue }
                claims[path.lowercased()] = redirects.count
                redirects.append(PlannedOutput(path, kind: kind, entry: handle, place: targets.count))
                targets.append(Route(page.path))
            }
        }
        for redirect in redirects.sorted(by: { $0.path < $1.path }) { add(redirect, -1) }
    }

    /// Every usable old path with its entry: events first, then free pages, then the other entries.
    private var oldPaths: [(entry: AnyHandle, path: String)] {
        var paths: [(entry: AnyHandle, path: String)] = []
        func add(_ head: EntryHead, _ handle: AnyHandle) {
            paths += head.movedFrom.compactMap { redirectPath(ofOldPath: $0.value) }.map { (handle, $0) }
        }
        for (index, event) in site.events.enumerated() { add(event.head, AnyHandle(.event, scope: -1, index: index)) }
        for (index, page) in site.pages.enumerated() {
            add(page.head, AnyHandle(.page, scope: page.event ?? -1, index: index))
        }
        for scope in -1..<site.events.count {
            for kind in EntryKind.allCases {
                for (index, entry) in site.entries(of: scope).list(of: kind).enumerated()
                where !entry.head.movedFrom.isEmpty {
                    add(entry.head, AnyHandle(kind, scope: scope, index: index))
                }
            }
        }
        return paths
    }

    /// Where an entry is told, of the pages that are planned already.
    private func route(of handle: AnyHandle) -> Route { SitePlan(self, collisions: []).route(of: handle) }
}
