import Diagnostics
import Model

/// The problems found so far, and what the checks collect for later ones.
struct Findings {
    private(set) var diagnostics: [Diagnostic] = []
    /// Parties, sources and terms that another entry refers to.
    var mentions: [AnyHandle] = []
    /// Whether a reference is unknown or an id is used twice. Then the entry that was meant looks unmentioned.
    var hasFaultyNames = false
    /// The ids of elements on pages with anchors that links name, by the page's path; made on first use.
    var anchors: [String: Set<String>] = [:]
    /// Every path that a link may name; made on first use.
    private var files: [String] = []
    private var names: [NameList: [String]] = [:]
    /// Comparing a wrong name with all others is slow, so a site with thousands of them gets hints only for the first.
    private var suggestionsLeft = 64

    private struct NameList: Hashable {
        let kind: EntryKind
        let scope: Int
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The most similar name among the entries of some kinds.
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

    /// Whether a similar name is the only one that was meant, so that a fix may write it.
    mutating func isCertain(_ near: String, for name: String, kinds: [EntryKind], in scope: CheckScope) -> Bool {
        guard isSlip(name, of: near) else { return false }
        return !kinds.contains { kind in list(kind, in: scope).contains { $0 != near && isSlip(name, of: $0) } }
    }

    /// The most similar name of a list.
    mutating func nearest(to name: String, among candidates: [String]) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return nearestName(to: name, among: candidates)
    }

    /// The file whose path is most similar to a missing one: a similar name in the same folder, otherwise the only file of
    /// that name anywhere.
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
    /// The paths below `content/` of every document with a page and of every copied file.
    fileprivate var linkablePaths: [String] {
        var paths = pages.map(\.head.path) + assets
        // A link names a list item as if it were a file.
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

extension Diagnostic {
    /// A name that does not exist, with the fix where a similar one does.
    ///
    /// - Parameters:
    ///   - nearest: the similar name.
    ///   - hint: what to do where there is none.
    ///   - isFact: whether it names something of the event, so that a similar name is not a fix.
    init(
        _ code: DiagnosticCode, unknown name: Located<String>, _ message: String, in file: TextFile, nearest: String?,
        hint: String, isFact: Bool = true
    ) {
        let place = TextLocation(file, name.range)
        self.init(
            code, message, at: place, hint: nearest.map { "did you mean '\($0)'?" } ?? hint,
            fixIt: nearest.flatMap { nearest in
                isFact && !isSlip(name.value, of: nearest)
                    ? nil
                    : FixIt(replacing: place, with: nearest, title: "replace '\(name.value)' with '\(nearest)'")
            })
    }
}
