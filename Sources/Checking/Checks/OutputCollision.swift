import Diagnostics
import Model

extension DiagnosticCode {
    package static let outputCollision = DiagnosticCode(
        "output-collision", .error, title: "Two things that would be written to one path",
        article: """
            Each page, picture and redirect has a path of its own in the finished site; the site also writes files of \
            its own (`index.html`, `search.html`, `timeline.html`, `feed.xml`, `event.json` and others). Paths that \
            differ only in upper and lower case count as one, since they are one on many machines. Rename one of the \
            two, or take the `moved_from` out.

            A free page `search.md` would replace the site's search page: call it `how-to-search.md`.
            """)
}

extension Check {
    static let outputCollision = Check(
        .outputCollision,
        site: { whole, findings in
            var map = OutputMap(whole.site)
            map.claimAll()
            for collision in map.collisions { findings.report(collision) }
        })
}

/// Who writes which path. Pages of entries cannot meet each other, since ids are unique, and are looked up instead of
/// being listed: only what can be in the way is.
private struct OutputMap {
    let site: Site
    /// Event folders in lower case with their scopes; the empty one for the top level.
    let scopes: [String: Int]
    var claims: [String: Claim] = [:]
    /// Folders of the output, in lower case, that hold something.
    var folders: [String: Claim] = [:]
    var collisions: [Diagnostic] = []

    struct Claim {
        let path: String
        /// "the page 'about'", "the site's own 'search.html'".
        let what: String
        let location: TextLocation?
        let isAsset: Bool
    }

    init(_ site: Site) {
        self.site = site
        var scopes = ["": site.isOneEvent ? 0 : -1]
        for (scope, event) in site.events.enumerated() where scopes[event.folder.lowercased()] == nil {
            scopes[event.folder.lowercased()] = scope
        }
        self.scopes = scopes
    }

    mutating func claimAll() {
        for path in site.generatedFiles { claim(path, "the site's own '\(path)'", nil) }
        if !site.isOneEvent {
            for name in site.generatedFiles(ofScope: -1) { claim(name, "the site's own '\(name)'", nil) }
        }
        for (scope, event) in site.events.enumerated() {
            let place = event.head.place
            for name in site.generatedFiles(ofScope: scope) where !(site.isOneEvent && name == "index.html") {
                let path = site.prefix(ofScope: scope) + name
                claim(
                    path,
                    event.folder.isEmpty ? "the event's own '\(name)'" : "'\(name)' of the event '\(event.folder)'",
                    place)
            }
        }
        for (index, page) in site.pages.enumerated() {
            let path = site.route(of: AnyHandle(.page, scope: page.event ?? -1, index: index)).path
            claim(path, "the page '\(page.head.id)'", page.head.place)
        }
        for asset in site.assets { claim(asset, "the file '\(asset)'", nil, isAsset: true) }
        claimOldPaths()
        noteFolders()
    }

    private mutating func claimOldPaths() {
        for (index, event) in site.events.enumerated() {
            claimOldPaths(event.head, AnyHandle(.event, scope: -1, index: index))
        }
        for (index, page) in site.pages.enumerated() {
            claimOldPaths(page.head, AnyHandle(.page, scope: page.event ?? -1, index: index))
        }
        for scope in -1..<site.events.count {
            let entries = site.entries(of: scope)
            claimOldPaths(entries.parties, scope)
            claimOldPaths(entries.people, scope)
            claimOldPaths(entries.demands, scope)
            claimOldPaths(entries.responses, scope)
            claimOldPaths(entries.threats, scope)
            claimOldPaths(entries.statements, scope)
            claimOldPaths(entries.moments, scope)
            claimOldPaths(entries.sources, scope)
            claimOldPaths(entries.terms, scope)
        }
    }

    private mutating func claimOldPaths<Kind: Entry>(_ list: [Kind], _ scope: Int) {
        for index in list.indices where !list[index].head.movedFrom.isEmpty {
            claimOldPaths(list[index].head, AnyHandle(Kind.kind, scope: scope, index: index))
        }
    }

    private mutating func claimOldPaths(_ head: EntryHead, _ handle: AnyHandle) {
        for old in head.movedFrom {
            guard let path = redirectPath(ofOldPath: old.value) else { continue }
            let location = head.location(old.range)
            if path == site.route(of: handle).path {
                collisions.append(
                    Diagnostic(
                        .outputCollision, "'\(old.value)' is where this \(handle.kind.word) is now", at: location,
                        hint: "'moved_from' lists where it used to be"))
            } else {
                claim(path, "the redirect from '\(old.value)'", location)
            }
        }
    }

    /// Takes a path for something, or reports who has it already.
    private mutating func claim(_ path: String, _ what: String, _ location: TextLocation?, isAsset: Bool = false) {
        let key = path.lowercased()
        let claim = Claim(path: path, what: what, location: location, isAsset: isAsset)
        if let first = claims[key] {
            // Files whose names differ only in case are reported where the folder is read.
            if !(isAsset && first.isAsset) { report(claim, first) }
            return
        }
        claims[key] = claim
        if let page = page(at: key) { report(claim, page) }
    }

    /// The page of an entry that is written to a path, in lower case.
    private func page(at key: String) -> Claim? {
        guard key.hasSuffix(".html"), let slash = key.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let folder = key[..<slash]
        let cut = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
        let last = cut.map { folder[folder.utf8.index(after: $0)...] } ?? folder
        guard let kind = EntryKind(folder: String(last)), kind != .moment, kind != .source, kind != .term,
            let scope = scopes[String(cut.map { folder[..<$0] } ?? "")]
        else { return nil }
        let id = String(key[key.utf8.index(after: slash)...].dropLast(5))
        guard case .found(let handle) = site.index.find(kind, id, from: scope), Int(handle.scope) == scope,
            site.route(of: handle).path.lowercased() == key
        else { return nil }
        let head = site.head(of: handle).head
        return Claim(
            path: site.route(of: handle).path, what: "the page of the \(kind.word) '\(id)'",
            location: head.place, isAsset: false)
    }

    /// A file cannot have the name of a folder that others are written into.
    private mutating func noteFolders() {
        for claim in claims.values where claim.path.utf8.contains(UInt8(ascii: "/")) { noteFolders(above: claim) }
        for scope in -1..<site.events.count {
            let entries = site.entries(of: scope)
            noteFolder(entries.parties, scope)
            noteFolder(entries.people, scope)
            noteFolder(entries.demands, scope)
            noteFolder(entries.responses, scope)
            noteFolder(entries.threats, scope)
            noteFolder(entries.statements, scope)
        }
        for key in folders.keys.sorted() {
            if let file = claims[key], let inside = folders[key] { report(file, inside, isFolder: true) }
        }
    }

    private mutating func noteFolder<Kind: Entry>(_ list: [Kind], _ scope: Int) {
        for index in list.indices {
            let handle = AnyHandle(Kind.kind, scope: scope, index: index)
            // Answers lie in two folders; entries of any other kind in one.
            if index > 0, Kind.kind != .response { return }
            let head = list[index].head
            noteFolders(
                above: Claim(
                    path: site.route(of: handle).path, what: "the page of the \(Kind.kind.word) '\(head.id)'",
                    location: head.place, isAsset: false))
        }
    }

    private mutating func noteFolders(above claim: Claim) {
        var path = Substring(claim.path.lowercased())
        while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            path = path[..<slash]
            let key = String(path)
            // Of all that lie in a folder, the first by path is named, whatever the order of the dictionary.
            if let known = folders[key], known.path <= claim.path { return }
            folders[key] = claim
        }
    }

    private mutating func report(_ later: Claim, _ first: Claim, isFolder: Bool = false) {
        // The place shown is one that the writer can change; what the site writes by itself has none.
        let isSwapped = later.location == nil && first.location != nil
        let (shown, other) = isSwapped ? (first, later) : (later, first)
        let message: String
        if isFolder {
            message = "\(later.what) has the name of the folder that \(first.what) lies in"
        } else if later.path == first.path {
            message = "\(shown.what) would be written to '\(shown.path)', as \(other.what) is"
        } else {
            message =
                "\(shown.what) would be written to '\(shown.path)', which differs only in case from '\(other.path)' of \(other.what)"
        }
        let root = site.settings.file.path.dropLast("site.md".count)
        collisions.append(
            Diagnostic(
                .outputCollision, message, at: shown.location,
                path: shown.location == nil ? root + (shown.isAsset ? shown : other).path : nil,
                notes: other.location.map { [Diagnostic.Note("\(other.what)", at: $0)] } ?? [],
                hint: "rename one of them"))
    }
}
