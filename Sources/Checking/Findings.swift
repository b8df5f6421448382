import Diagnostics
import Model

/// What the checks have found so far, and what they have met on the way.
struct Findings {
    private(set) var diagnostics: [Diagnostic] = []
    /// Parties, sources and terms that something else refers to.
    var mentions: [AnyHandle] = []
    /// Whether a reference names nothing, or an id is used twice: what was meant then seems to be mentioned by nobody.
    var hasFaultyNames = false
    /// The ids of elements on pages that links name places of, by the page's path.
    var anchors: [String: Set<String>] = [:]
    /// Every path that a link may name, made when first asked for.
    private var files: [String] = []
    private var names: [NameList: [String]] = [:]
    /// Comparing a wrong name with all others is dear: a site with thousands of wrong ones needs no hint for each.
    private var suggestionsLeft = 64

    private struct NameList: Hashable {
        let kind: EntryKind
        let scope: Int
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The name among those of some kinds that a writer probably meant.
    mutating func nearest(to name: String, kinds: [EntryKind], in scope: CheckScope) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        var candidates: [String] = []
        for kind in kinds { candidates += list(kind, in: scope) }
        if let near = nearestName(to: name, among: candidates) { return near }
        // From outside an event, its entries are named with the event: `port-strike/pay-rise`.
        let tail = "/" + name
        let others = candidates.filter { $0.hasSuffix(tail) }
        return others.count == 1 ? others[0] : nil
    }

    /// The name among some that a writer probably meant.
    mutating func nearest(to name: String, among candidates: [String]) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return nearestName(to: name, among: candidates)
    }

    /// The document or other file whose path is most like one that is not there: of nearly its name in the same folder,
    /// else the only one of its name anywhere.
    mutating func nearestFile(to path: String, in site: Site) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        let isPage = path.hasSuffix(".html")
        if files.isEmpty { files = site.linkablePaths }
        let folder = RelativePath.folder(of: path)
        let wanted = isPage ? path.dropLast(5) + ".md" : path
        let near = nearestName(
            to: RelativePath.name(of: wanted),
            among: files.filter { RelativePath.folder(of: $0) == folder }.map(RelativePath.name))
        if let near { return folder.isEmpty ? near : folder + "/" + near }
        let same = files.filter { RelativePath.name(of: $0) == RelativePath.name(of: wanted) }
        return same.count == 1 ? same[0] : nil
    }

    private mutating func list(_ kind: EntryKind, in scope: CheckScope) -> [String] {
        let key = NameList(kind: kind, scope: scope.index)
        if let known = names[key] { return known }
        let list = scope.site.index.names(kind, from: scope.index)
        names[key] = list
        return list
    }
}

extension Site {
    /// The paths below `content/` of every document with a page, and of every file that is copied.
    fileprivate var linkablePaths: [String] {
        var paths = pages.map(\.head.path) + assets
        // An item of a list is linked to as a file of its own would be.
        func add<Kind: Entry>(_ list: [Kind], _ prefix: String) {
            for entry in list {
                let path =
                    entry.head.isInline ? prefix + (Kind.kind.folder ?? "") + "/" + entry.id + ".md" : entry.head.path
                paths.append(path)
            }
        }
        for scope in -1..<events.count {
            let prefix = prefix(ofScope: scope)
            if scope >= 0 { paths.append(events[scope].head.path) }
            let entries = entries(of: scope)
            add(entries.parties, prefix)
            add(entries.people, prefix)
            add(entries.demands, prefix)
            add(entries.responses, prefix)
            add(entries.threats, prefix)
            add(entries.statements, prefix)
            add(entries.moments, prefix)
            add(entries.sources, prefix)
            add(entries.terms, prefix)
        }
        return paths
    }
}
