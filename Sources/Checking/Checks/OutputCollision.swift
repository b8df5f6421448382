import Diagnostics
import Model

extension DiagnosticCode {
    package static let outputCollision = DiagnosticCode(
        "output-collision", .error, title: "Two files with the same output path",
        article: """
            Each page, picture and redirect has its own path in the output, and so have generated files (`index.html`, \
            `search.html`, `timeline.html`, `feed.xml`, `event.json` and others). Paths that differ only in upper and lower \
            case are the same, as they are on many machines. Rename one of the two, or remove the `moved_from`.

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

/// Who writes which path. Pages of entries and what the site writes by itself cannot meet each other, since ids are
/// unique, and are looked up instead of being listed: only what can be in their way is.
private struct OutputMap {
    let site: Site
    /// Event folders in lower case with their scopes; the empty one for the top level.
    let scopes: [String: Int]
    var claims: [String: Claim] = [:]
    /// Folders, in lower case, that something other than the pages of entries lies in.
    var folders: [String: Claim] = [:]
    var collisions: [Diagnostic] = []

    struct Claim {
        let path: String
        /// "the page 'about'", "the site's own 'search.html'".
        let what: String
        let location: TextLocation?
        var isAsset = false
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
        for index in site.events.indices {
            let folder = site.events[index].folder
            if folder.utf8.contains(UInt8(ascii: "/")) { noteFolders(above: event(index, writing: "event.json")) }
            // An event in a folder that is named after a kind shares it with entries.
            guard EntryKind(folder: RelativePath.name(of: folder.lowercased())) != nil else { continue }
            for name in site.generatedFiles(ofScope: index) {
                if let page = page(at: folder.lowercased() + "/" + name) { report(event(index, writing: name), page) }
            }
        }
        for (index, page) in site.pages.enumerated() {
            let path = site.route(of: AnyHandle(.page, scope: page.event ?? -1, index: index)).path
            claim(Claim(path: path, what: "the page '\(page.head.id)'", location: page.head.place))
        }
        for asset in site.assets {
            claim(Claim(path: asset, what: "the file '\(asset)'", location: nil, isAsset: true))
        }
        claimOldPaths()
        for key in claims.keys.filter(isFolder).sorted() {
            if let file = claims[key] { report(file, inhabitant(ofFolder: key), isFolder: true) }
        }
    }

    private func event(_ index: Int, writing name: String) -> Claim {
        let event = site.events[index]
        let what = event.folder.isEmpty ? "the event's own '\(name)'" : "'\(name)' of the event '\(event.folder)'"
        return Claim(path: site.prefix(ofScope: index) + name, what: what, location: event.head.place)
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
                claim(Claim(path: path, what: "the redirect from '\(old.value)'", location: location))
            }
        }
    }

    /// Takes a path for something, or reports who has it already.
    private mutating func claim(_ claim: Claim) {
        let key = claim.path.lowercased()
        if let first = claims.updateValue(claim, forKey: key) {
            claims[key] = first
            // Files whose names differ only in case are reported where the folder is read.
            if !(claim.isAsset && first.isAsset) { report(claim, first) }
            return
        }
        if let own = generatedFile(at: key) ?? page(at: key) { report(claim, own) }
        noteFolders(above: claim)
    }

    /// What the site writes by itself to a path, in lower case.
    private func generatedFile(at key: String) -> Claim? {
        let folder = RelativePath.folder(of: key)
        let name = RelativePath.name(of: key)
        if folder.isEmpty || folder == "assets", site.generatedFiles.contains(key) {
            return Claim(path: key, what: "the site's own '\(key)'", location: nil)
        }
        guard let scope = scopes[folder], site.generatedFiles(ofScope: scope).contains(name) else { return nil }
        return scope < 0
            ? Claim(path: key, what: "the site's own '\(key)'", location: nil) : event(scope, writing: name)
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
        let head = site.head(of: handle)
        return Claim(
            path: site.route(of: handle).path, what: "the page of the \(kind.word) '\(id)'", location: head.place)
    }

    /// Whether the site writes something into a folder of this name, in lower case.
    private func isFolder(_ key: String) -> Bool {
        folders[key] != nil || scopes[key] != nil || !pages(inFolder: key).isEmpty || (key == "assets")
    }

    /// One of those that lie in a folder.
    private func inhabitant(ofFolder key: String) -> Claim {
        if let known = folders[key] { return known }
        if let scope = scopes[key], scope >= 0 { return event(scope, writing: "index.html") }
        guard let handle = pages(inFolder: key).first else {
            return Claim(path: "assets/style.css", what: "the site's own 'assets/style.css'", location: nil)
        }
        let what = "the page of the \(handle.kind.word) '\(site.id(of: handle))'"
        return Claim(path: site.route(of: handle).path, what: what, location: site.head(of: handle).place)
    }

    /// The first entry whose page lies in a folder such as `port-strike/demands`, if any does.
    private func pages(inFolder key: String) -> [AnyHandle] {
        let name = RelativePath.name(of: key)
        guard let kind = EntryKind(folder: name), let scope = scopes[RelativePath.folder(of: key)] else { return [] }
        let entries = site.entries(of: scope)
        let index: Int?
        switch kind {
        case .party: index = entries.parties.indices.first
        case .person: index = entries.people.indices.first
        case .demand: index = entries.demands.indices.first
        case .response: index = entries.responses.firstIndex { $0.isInRefusals == (name == "refusals") }
        case .threat: index = entries.threats.indices.first
        case .statement: index = entries.statements.indices.first
        case .event, .moment, .source, .term, .page: index = nil
        }
        return index.map { [AnyHandle(kind, scope: scope, index: $0)] } ?? []
    }

    private mutating func noteFolders(above claim: Claim) {
        guard claim.path.utf8.contains(UInt8(ascii: "/")) else { return }
        var path = Substring(claim.path.lowercased())
        while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            path = path[..<slash]
            // Whoever came first has noted the folders above, too.
            if folders.updateValue(folders[String(path)] ?? claim, forKey: String(path)) != nil { return }
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
