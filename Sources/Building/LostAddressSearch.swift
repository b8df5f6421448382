import Bytes
import Diagnostics
import Model
import Reading

/// Finds the addresses that are lost, and what may have taken their place.
struct LostAddressSearch {
    private let site: Site
    private let plan: SitePlan
    private let earlier: EarlierAddresses
    /// What messages show before the paths of documents.
    private let root: String
    private let checked: CheckedSite
    private lazy var known = Set(earlier.paths)
    /// By the hash of a document's bytes: its entry, if the document is new and has only one.
    private var newDocuments: [ContentHash: AnyHandle] = [:]
    /// The entries whose pages the last build did not have, by the folder of the page with a slash.
    private var newPages: [String: [AnyHandle]] = [:]
    private(set) var groups: [LostAddresses.Group] = []

    init(_ checked: CheckedSite, since earlier: EarlierAddresses) {
        self.checked = checked
        site = checked.site
        plan = checked.plan
        self.earlier = earlier
        root = String(checked.site.settings.file.path.dropLast("site.md".utf8.count))
    }

    mutating func run() {
        var lost = lostPaths()
        if lost.isEmpty { return }
        findNewEntries()
        for folder in lostEvents(among: lost) { takeEvent(folder, from: &lost) }
        for path in lost {
            groups.append(LostAddresses.Group(paths: [path], successor: successor(ofPage: path)))
        }
    }

    private mutating func findNewEntries() {
        var entries: [String: AnyHandle] = [:]
        for output in plan.outputs where plan.kind(of: output).form == .page {
            guard let entry = output.entry else { continue }
            if !known.contains(output.path) { newPages[Self.split(output.path).folder, default: []].append(entry) }
            if !site.head(of: entry).isInline { entries[site.head(of: entry).path] = entry }
        }
        var twice: Set<ContentHash> = []
        for document in checked.content.documents where earlier.documents[document.text.path] == nil {
            guard let entry = entries[document.file.path] else { continue }
            if newDocuments.updateValue(entry, forKey: document.hash) != nil { twice.insert(document.hash) }
        }
        for hash in twice { newDocuments[hash] = nil }
    }

    /// The folder of a path, with a slash, and the name in it.
    private static func split(_ path: String) -> (folder: String, name: String) {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        return (String(path[..<start]), String(path[start...]))
    }

    // MARK: What is lost

    private func lostPaths() -> [String] {
        let gone = site.settings.gone.map { FilePattern($0.value) }
        let lost = earlier.paths.filter { path in
            Self.isAddress(path) && plan.output(at: path)?.path != path && !gone.contains { $0.matches(path) }
                && !isPartOfList(path)
        }
        if lost.isEmpty || site.withheld.isEmpty { return lost }
        let withheld = WithheldAddresses(site.withheld)
        return lost.filter { !withheld.contains($0) }
    }

    /// Whether a page was a further one of a list that is there: `deadlines-3.html` goes and comes as the list grows.
    private func isPartOfList(_ path: String) -> Bool {
        guard path.hasSuffix(".html"), let dash = path.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
        let number = path[path.utf8.index(after: dash)...].dropLast(".html".count)
        guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }),
            let first = plan.output(at: path[..<dash] + ".html"), plan.kind(of: first).form == .page
        else { return false }
        if let entry = first.entry { return entry.kind == .page && site.pages[Int(entry.index)].paged != nil }
        return true
    }

    /// Whether readers or programs keep a file's address. Others are asked for only by pages.
    private static func isAddress(_ path: String) -> Bool {
        let name = path.lowercased()
        let parts = [".js", ".css", ".map", ".woff", ".woff2", ".ttf", ".otf", ".svg"]
        return !ImageSize.isPicture(name) && !parts.contains(where: name.hasSuffix)
    }

    // MARK: Events

    /// Each event has its data under this name.
    private static let eventFile = "event.json"

    /// The folders of events that are not there any more, with a slash; longest first, so that the whole site is last.
    private func lostEvents(among lost: [String]) -> [String] {
        lost.filter { $0 == Self.eventFile || $0.hasSuffix("/" + Self.eventFile) }
            .map { String($0.dropLast(Self.eventFile.utf8.count)) }
            .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    private mutating func takeEvent(_ folder: String, from lost: inout [String]) {
        let files = lost.filter { $0.hasPrefix(folder) }
        if files.isEmpty { return }
        let candidates = site.events.indices.filter { event in
            !known.contains(site.prefix(ofScope: event) + Self.eventFile)
        }
        let pages = files.filter { folderOfEntry($0) != nil }
        func counterparts(_ event: Int, _ paths: [String]) -> [String] {
            paths.filter { path in
                let new = site.prefix(ofScope: event) + path.dropFirst(folder.utf8.count)
                return plan.output(at: new)?.path == new
            }
        }
        let same = candidates.filter { hasSameText(folder, $0) }
        let matching = candidates.filter { !counterparts($0, pages).isEmpty }
        let found = same.count == 1 ? same : matching.isEmpty ? candidates : matching
        guard found.count == 1 else {
            if !found.isEmpty || folder.isEmpty { return }
            groups.append(LostAddresses.Group(paths: files, successor: nil, event: folder))
            lost.removeAll { $0.hasPrefix(folder) }
            return
        }
        let event = found[0]
        let isWhole = pages.count > 1 && counterparts(event, pages).count == pages.count
        let moved = Set(counterparts(event, files))
        if moved.isEmpty { return }
        groups.append(
            LostAddresses.Group(
                paths: files.filter(moved.contains),
                successor: successor(
                    AnyHandle(.event, scope: -1, index: event), old: folder.isEmpty ? "/" : folder,
                    isCertain: same.count == 1 || isWhole && matching.count == 1), event: folder))
        lost.removeAll(where: moved.contains)
    }

    /// Whether a document of a folder has the same bytes in an event's folder, and is not in the old one any more.
    private func hasSameText(_ folder: String, _ event: Int) -> Bool {
        let prefix = root + site.prefix(ofScope: event)
        return newDocuments.contains { hash, entry in
            let path = site.head(of: entry).file.path
            guard path.hasPrefix(prefix) else { return false }
            return earlier.documents[root + folder + path.dropFirst(prefix.utf8.count)] == hash
        }
    }

    // MARK: Entries

    /// The folder of entries that a page is in; nil for any other file.
    private func folderOfEntry(_ path: String) -> EntryFolder? {
        let parts = path.split(separator: "/")
        guard path.hasSuffix(".html"), parts.count > 1 else { return nil }
        return EntryFolder(named: String(parts[parts.count - 2]))
    }

    private func successor(ofPage path: String) -> LostAddresses.Successor? {
        guard path.hasSuffix(".html") else { return nil }
        let (parent, name) = Self.split(path)
        let id = String(name.dropLast(".html".utf8.count))
        guard let folder = folderOfEntry(path) else {
            if let page = entryWithText(of: ["\(parent)\(id).md"], .page) {
                return successor(page, old: path, isCertain: true)
            }
            return like(id, newPages(of: .page, in: [parent])).map { successor($0, old: path, isCertain: false) }
        }
        let prefix = String(parent.dropLast(folder.name.utf8.count + 1))
        let names = EntryFolder.all.filter { $0.kind == folder.kind }.map { "\(prefix)\($0.name)/\(id).md" }
        if let entry = entryWithText(of: names, folder.kind) { return successor(entry, old: path, isCertain: true) }
        // What an event names by this id is now the shared entry.
        if folder.kind.isShareable, !prefix.isEmpty, site.events.contains(where: { $0.folder + "/" == prefix }) {
            let shared = newPages(of: folder.kind, in: [folder.name + "/"]).first { site.id(of: $0) == id }
            if let shared { return successor(shared, old: path, isCertain: true) }
        }
        let near = newPages(of: folder.kind, in: [parent, folder.name + "/"])
        return (like(id, near) ?? near.first { site.id(of: $0) == id }).map {
            successor($0, old: path, isCertain: false)
        }
    }

    /// The entry that has the text that one of some documents had, which is not there any more.
    private func entryWithText(of documents: [String], _ kind: EntryKind) -> AnyHandle? {
        for document in documents where !site.hasDocument(document) {
            guard let hash = earlier.documents[root + document], let entry = newDocuments[hash], entry.kind == kind
            else { continue }
            return entry
        }
        return nil
    }

    /// The entries of a kind whose pages are new, in some folders.
    private func newPages(of kind: EntryKind, in folders: Set<String>) -> [AnyHandle] {
        folders.sorted().flatMap { newPages[$0] ?? [] }.filter { $0.kind == kind }
    }

    private func like(_ id: String, _ entries: [AnyHandle]) -> AnyHandle? {
        let near = nearestName(to: id, among: entries.map(site.id(of:)))
        return near.flatMap { near in entries.first { site.id(of: $0) == near } }
    }

    private func successor(_ entry: AnyHandle, old: String, isCertain: Bool) -> LostAddresses.Successor {
        LostAddresses.Successor(entry: entry, old: old, document: site.head(of: entry).file.path, isCertain: isCertain)
    }
}

/// The pages of what a build leaves out, which it names.
private struct WithheldAddresses {
    private var files: Set<String> = []
    /// Of events, with a slash.
    private var folders: Set<String> = []
    /// The entries, by the paths that the pages of their quotes begin with.
    private var quoteOwners: Set<String> = []

    init(_ withheld: [WithheldEntry]) {
        for entry in withheld {
            let slash = entry.name.utf8.lastIndex(of: UInt8(ascii: "/"))
            let prefix = slash.map { String(entry.name[...$0]) } ?? ""
            let id = entry.name.dropFirst(prefix.count)
            quoteOwners.insert(prefix + id)
            switch entry.kind {
            case .event: folders.insert(entry.name == Event.idWithoutFolder ? "" : entry.name + "/")
            case .page: files.insert("\(prefix)\(id).html")
            default:
                for folder in EntryFolder.all where folder.kind == entry.kind {
                    files.insert("\(prefix)\(folder.name)/\(id).html")
                }
            }
        }
    }

    func contains(_ path: String) -> Bool {
        if files.contains(path) || folders.contains("") { return true }
        var folder = ""
        for segment in path.split(separator: "/").dropLast() {
            folder += segment + "/"
            if folders.contains(folder) { return true }
        }
        let statements = (EntryKind.statement.folder ?? "") + "/"
        guard folder.hasSuffix(statements), let mark = path.firstRange(of: "-quote-") else { return false }
        let owner = path[..<mark.lowerBound].dropFirst(folder.utf8.count)
        return quoteOwners.contains("\(folder.dropLast(statements.utf8.count))\(owner)")
    }
}
