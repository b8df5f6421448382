extension SitePlanner {
    /// Plans the redirects that the entries' `moved_from` asks for, in the order of their paths.
    ///
    /// An old path that ends in `.html` is that file; any other is a folder. The old folder of an event stands for the
    /// whole event: every page below it leads to the page of today, unless an entry claims that old path itself.
    mutating func planRedirects(_ kind: Int) {
        var redirects: [(path: String, target: Route, entry: AnyHandle)] = []
        var movedFolders: [(old: String, event: Int)] = []
        func add(_ head: EntryHead, _ handle: AnyHandle, _ planner: inout SitePlanner) {
            for old in head.movedFrom {
                guard let path = redirectPath(ofOldPath: old.value) else { continue }
                redirects.append((path, planner.route(of: handle), handle))
                if handle.kind == .event, path.hasSuffix("/" + SitePlan.home) {
                    movedFolders.append((String(path.dropLast(SitePlan.home.utf8.count)), Int(handle.index)))
                }
            }
        }
        for (index, event) in site.events.enumerated() {
            add(event.head, AnyHandle(.event, scope: -1, index: index), &self)
        }
        for (index, page) in site.pages.enumerated() {
            add(page.head, AnyHandle(.page, scope: page.event ?? -1, index: index), &self)
        }
        for scope in -1..<site.events.count {
            for kind in EntryKind.allCases {
                for (index, entry) in site.entries(of: scope).list(of: kind).enumerated()
                where !entry.head.movedFrom.isEmpty {
                    add(entry.head, AnyHandle(kind, scope: scope, index: index), &self)
                }
            }
        }
        var claimed = Set(redirects.map { $0.path.lowercased() })
        for (old, event) in movedFolders {
            let prefix = site.prefix(ofScope: event)
            let handle = AnyHandle(.event, scope: -1, index: event)
            for page in outputs where kinds[page.kindIndex].form == .page && page.path.hasPrefix(prefix) {
                let path = old + page.path.dropFirst(prefix.utf8.count)
                guard index.place(of: path, in: outputs) == nil, claimed.insert(path.lowercased()).inserted else {
                    continue
                }
                redirects.append((path, Route(page.path), handle))
            }
        }
        for redirect in redirects.sorted(by: { $0.path < $1.path }) {
            targets.append(redirect.target)
            self.add(PlannedOutput(redirect.path, kind: kind, entry: redirect.entry, place: targets.count - 1), -1)
        }
    }

    /// Where an entry is told, of the pages that are planned already.
    private func route(of handle: AnyHandle) -> Route { SitePlan(self, collisions: []).route(of: handle) }
}
