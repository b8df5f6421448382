extension SitePlanner {
    /// Plans the redirects that the entries' `moved_from` asks for, in the order of their paths.
    ///
    /// An old path that ends in `.html` is that file; any other is a folder. The old folder of an event stands for the
    /// whole event: every page below it leads to the page of today, unless an entry claims that old path itself. `/` is
    /// the old folder of an event that the whole site was about. Calendars, feeds, data and pictures are written at
    /// their old paths too, since no page can redirect the programs that read them.
    mutating func planRedirects(_ kind: Int) {
        var redirects: [PlannedOutput] = []
        var claims: [String: Int] = [:]
        var folders: [Int: [String]] = [:]
        var formerHome: PlannedOutput?
        for (entry, path) in oldPaths {
            let redirect = PlannedOutput(path, kind: kind, entry: entry, place: targets.count)
            // The home page is there, and lists the event.
            if entry.kind == .event, path == SitePlan.home, !site.isOneEvent {
                if let formerHome { collisions.append(SitePlan.Collision(later: redirect, first: formerHome)) }
                formerHome = formerHome ?? redirect
                targets.append(route(of: entry))
                folders[Int(entry.index), default: []].append("")
                continue
            }
            if let first = claims[path.lowercased()] {
                collisions.append(SitePlan.Collision(later: redirect, first: redirects[first]))
                continue
            }
            claims[path.lowercased()] = redirects.count
            redirects.append(redirect)
            targets.append(route(of: entry))
            if entry.kind == .event, path.hasSuffix("/" + SitePlan.home) {
                folders[Int(entry.index), default: []].append(String(path.dropLast(SitePlan.home.utf8.count)))
            }
        }
        for (event, files) in addresses(ofEvents: folders, redirects) {
            let handle = AnyHandle(.event, scope: -1, index: event)
            for old in folders[event] ?? [] {
                for file in files {
                    let path = old + file.rest
                    guard index.place(of: path, in: outputs) == nil, claims[path.lowercased()] == nil else { continue }
                    if let export = file.export {
                        add(PlannedOutput(path, kind: export, event: event), nil)
                        continue
                    }
                    claims[path.lowercased()] = redirects.count
                    redirects.append(PlannedOutput(path, kind: kind, entry: handle, place: targets.count))
                    targets.append(file.target)
                }
            }
        }
        for redirect in redirects.sorted(by: { $0.path < $1.path }) { add(redirect, -1) }
    }

    /// A file of an event, as it is at each of the event's old folders.
    private struct MovedFile {
        /// Its path below the event's folder.
        let rest: String
        let target: Route
        /// Its kind, if it is not a page.
        let export: Int?
    }

    /// The files of the events that moved, and the old paths of their entries, in the order of events.
    private func addresses(
        ofEvents folders: [Int: [String]], _ redirects: [PlannedOutput]
    ) -> [(event: Int, files: [MovedFile])] {
        if folders.isEmpty { return [] }
        var files: [Int: [MovedFile]] = [:]
        for output in outputs {
            guard let event = output.event, folders[event] != nil else { continue }
            let prefix = site.prefix(ofScope: event)
            guard output.path.hasPrefix(prefix) else { continue }
            let isExport = kinds[output.kindIndex].isCopiedWhenMoved
            guard isExport || kinds[output.kindIndex].form == .page else { continue }
            files[event, default: []].append(
                MovedFile(
                    rest: String(output.path.dropFirst(prefix.utf8.count)), target: Route(output.path),
                    export: isExport ? output.kindIndex : nil))
        }
        // An entry that was renamed had its old path below each folder that the event had then.
        for redirect in redirects {
            guard let entry = redirect.entry, entry.kind != .event, let event = entry.event,
                let known = folders[event]
            else { continue }
            let bases = ([site.prefix(ofScope: event)] + known).sorted { $0.utf8.count > $1.utf8.count }
            guard let base = bases.first(where: redirect.path.hasPrefix) else { continue }
            files[event, default: []].append(
                MovedFile(
                    rest: String(redirect.path.dropFirst(base.utf8.count)), target: targets[redirect.target],
                    export: nil))
        }
        return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Every usable old path with its entry: events first, then free pages, then the other entries.
    private var oldPaths: [(entry: AnyHandle, path: String)] {
        var paths: [(entry: AnyHandle, path: String)] = []
        func add(_ head: EntryHead, _ handle: AnyHandle) {
            var old = head.movedFrom.compactMap { redirectPath(ofOldPath: $0.value) }
            // An entry that got its first name back has it first, since ids in feeds are made from it.
            if old.count > 1, let own = old.first, own == route(of: handle).path { old.removeFirst() }
            paths += old.map { (handle, $0) }
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

extension OutputKind {
    /// Whether its files are written at an event's old paths too: programs ask for them there, and follow no page.
    fileprivate var isCopiedWhenMoved: Bool {
        guard case .scopes = extent else { return false }
        return [.data, .calendar, .feed, .picture].contains(form)
    }
}

extension SitePlan {
    /// Where the address of a file leads that is at an old path of its event; nil for any other file.
    package func target(ofOld output: PlannedOutput) -> Route? {
        let kind = kind(of: output)
        if kind.form == .redirect { return target(of: output) }
        guard kind.isCopiedWhenMoved else { return nil }
        let today = self.output(kind, scope: output.scope) ?? self.output(kind)
        guard let today, today.path != output.path else { return nil }
        return Route(today.path)
    }

    /// Every address that readers have and that leads to another one of today, in the order of paths.
    package var oldAddresses: [(path: String, target: Route)] {
        outputs.compactMap { output in target(ofOld: output).map { (output.path, $0) } }.sorted { $0.0 < $1.0 }
    }
}
