/// Plans a site.
///
/// - Parameters:
///   - records: one for each event; a free page may list what lies ahead.
///   - log: what has changed; some lists are of corrections.
///   - kinds: every kind of output, pages first. Neighbours that are made scope by scope are planned so together.
///   - themeAssets: paths of the files that come with the templates.
///   - style: the bytes of a stylesheet by its path below `content/`; nil if there is none.
package func planSite(
    _ site: Site, _ records: [EventRecord], _ log: ChangeLog, kinds: [OutputKind], themeAssets: [String],
    style: (String) -> [UInt8]? = { _ in nil }
) -> SitePlan {
    var planner = SitePlanner(
        site, records, PublishedFiles(site, style: style), corrections: log.corrections.count,
        kinds: kinds + [.themeAsset, .contentAsset, .redirect],
        themeAssets: themeAssets)
    planner.plan()
    return SitePlan(planner, collisions: planner.collisions + planner.folderCollisions())
}

/// A plan in the making.
struct SitePlanner {
    let site: Site
    private let records: [EventRecord]
    let published: PublishedFiles
    let kinds: [OutputKind]
    let themeAssets: [String]
    var outputs: [PlannedOutput] = []
    var targets: [Route] = []
    var index: PathIndex
    var firsts: [Int32]
    var pageKinds = [Int](repeating: -1, count: EntryKind.allCases.count)
    var collisions: [SitePlan.Collision] = []
    private var facts: SitePlan.Facts

    init(
        _ site: Site, _ records: [EventRecord], _ published: PublishedFiles, corrections: Int, kinds: [OutputKind],
        themeAssets: [String]
    ) {
        self.site = site
        self.records = records
        self.published = published
        self.kinds = kinds
        self.themeAssets = themeAssets
        facts = SitePlan.Facts(site: site, corrections: corrections)
        index = PathIndex(capacity: site.index.documents.count + site.assets.count)
        outputs.reserveCapacity(site.index.documents.count + site.assets.count)
        firsts = Array(repeating: -1, count: kinds.count * (site.events.count + 1))
        for (position, kind) in kinds.enumerated() {
            if case .entries(let entry) = kind.extent { pageKinds[Int(entry.rawValue)] = position }
            if let told = kind.told { pageKinds[Int(told.kind.rawValue)] = position }
        }
    }

    mutating func plan() {
        var position = 0
        while position < kinds.count {
            let end = kinds[position...].firstIndex { !$0.isScoped } ?? kinds.count
            if end == position {
                planWholeSite(position)
                position += 1
            } else {
                for scope in Array(site.events.indices) + [-1] {
                    for kind in position..<end { plan(kind, scope: scope) }
                }
                position = end
            }
        }
    }

    /// Plans the files of a kind in an event, or among what all events share.
    private mutating func plan(_ kind: Int, scope: Int) {
        let event = scope >= 0 ? scope : wholeEvent
        switch kinds[kind].extent {
        case .entries(.event):
            guard scope >= 0 else { return }
            let handle = AnyHandle(.event, scope: -1, index: scope)
            add(
                PlannedOutput(site.prefix(ofScope: scope) + SitePlan.home, kind: kind, event: event, entry: handle),
                scope)
        case .entries(let entryKind):
            let list = site.entries(of: scope).list(of: entryKind)
            if list.isEmpty { return }
            let prefix = site.prefix(ofScope: scope)
            for (position, entry) in list.enumerated() {
                let folder = (entry as? Response)?.isInRefusals == true ? "refusals" : entryKind.folder ?? ""
                let handle = AnyHandle(entryKind, scope: scope, index: position)
                add(
                    PlannedOutput(
                        "\(prefix)\(folder)/\(entry.head.id).html", kind: kind, event: event, entry: handle), scope)
            }
        case .besideEntries(let entryKind, let name, let isMade):
            guard scope >= 0, isMade(site) else { return }
            for (position, entry) in site.entries(of: scope).list(of: entryKind).enumerated() {
                let handle = AnyHandle(entryKind, scope: scope, index: position)
                let path = site.prefix(ofScope: scope) + name(entry.head.id)
                add(PlannedOutput(path, kind: kind, event: event, entry: handle), scope)
            }
        case .scopes(let name, let isMade):
            guard isMade(site, scope), scope < 0 || kinds[kind].isNeeded(records[scope], site) else { return }
            add(PlannedOutput(site.prefix(ofScope: scope) + name, kind: kind, event: event), scope)
        case .site, .oldPaths, .themeAssets, .contentAssets: break
        }
    }

    private mutating func planWholeSite(_ kind: Int) {
        switch kinds[kind].extent {
        case .entries(.page):
            // Every page first, so that it is found by its place; then the further pages of long lists.
            for position in site.pages.indices { planPage(kind, position, parts: 0..<1) }
            for (position, page) in site.pages.enumerated() {
                guard let paged = page.paged else { continue }
                let items = paged.list.value.count(site, records)
                planPage(kind, position, parts: 1..<ListPart.count(of: items, length: paged.length))
            }
        case .site(let paths):
            let event = kinds[kind].form == .page ? wholeEvent : nil
            for (part, path) in paths(facts).enumerated() where !isReplaced(path, kinds[kind]) {
                add(PlannedOutput(path, kind: kind, event: event, place: part), -1)
            }
        case .themeAssets:
            for path in themeAssets where !isReplaced(path, kinds[kind]) { add(PlannedOutput(path, kind: kind), -1) }
        case .contentAssets: for path in published.paths { add(PlannedOutput(path, kind: kind), -1) }
        case .oldPaths: planRedirects(kind)
        case .entries, .besideEntries, .scopes: break
        }
    }

    /// Plans a free page, or further pages of its list.
    private mutating func planPage(_ kind: Int, _ position: Int, parts: Range<Int>) {
        let page = site.pages[position]
        let path = site.prefix(ofScope: page.event ?? -1) + page.head.id + ".html"
        let handle = AnyHandle(.page, scope: page.event ?? -1, index: position)
        for part in parts {
            add(
                PlannedOutput(
                    ListPart.path(path, part: part), kind: kind, event: page.event ?? wholeEvent, entry: handle,
                    place: part), -1)
        }
    }

    /// Whether the site has a file of its own in place of one that is made: `publish` lists it by its whole path.
    private func isReplaced(_ path: String, _ kind: OutputKind) -> Bool {
        guard kind.form != .page else { return false }
        return site.hasAsset(path)
            && site.settings.publish.contains { contentPath($0.value, relativeTo: "site.md") == path }
    }

    /// The event that everything in a site about one event belongs to.
    private var wholeEvent: Int? { site.isOneEvent ? 0 : nil }

    /// Adds an output. One whose path is taken is a collision and is left out, unless it is of a list of entries or of
    /// files, whose names are checked where they are read.
    ///
    /// - Parameter scope: whose file of the kind it is; nil for one at an old path.
    mutating func add(_ output: PlannedOutput, _ scope: Int?) {
        outputs.append(output)
        let kind = kinds[output.kindIndex]
        if let other = index.insert(outputs.count - 1, in: outputs) {
            let isPart = output.part > 0 && kind.form == .page
            let isChecked = kind.isChecked && !isPart && output.kindIndex == outputs[other].kindIndex
            if !isChecked { collisions.append(SitePlan.Collision(later: output, first: outputs[other])) }
            if !kind.isChecked || isPart {
                outputs.removeLast()
                return
            }
        }
        guard let scope else { return }
        let place = output.kindIndex * (site.events.count + 1) + scope + 1
        if firsts[place] < 0 { firsts[place] = Int32(outputs.count - 1) }
        if kind.isListed { facts.listedPages += 1 }
    }
}

extension OutputKind {
    /// Whether names that are used twice among its files are reported elsewhere: ids of entries, names of files.
    fileprivate var isChecked: Bool {
        switch extent {
        case .entries, .besideEntries, .contentAssets: true
        case .scopes, .site, .oldPaths, .themeAssets: false
        }
    }

    /// Whether its files are planned scope by scope.
    fileprivate var isScoped: Bool {
        switch extent {
        case .entries(let kind): kind != .page
        case .scopes, .besideEntries: true
        case .site, .oldPaths, .themeAssets, .contentAssets: false
        }
    }
}
