import Reading

/// Where a link inside the site leads. Checking and rendering ask the same function, so that what is checked is what is
/// written.
package enum LinkTarget: Hashable, Sendable {
    /// A published entry, an event or a free page; `SitePlan.route(of:)` says where it is.
    case entry(AnyHandle)
    /// A page or file that the site makes by itself, by its path from the site's root: `timeline.html`.
    case generated(String)
    /// A file that is copied, by its path below `content/`.
    case asset(String)
    /// An entry that this build leaves out.
    case withheld
    /// Above the site's root.
    case outside
    case nowhere
}

extension SitePlan {
    /// What a link names, counted from the folder of the document it stands in; from the root if it starts with `/`.
    ///
    /// Entries and pages are named by their document (`../demands/pay-rise.md`) or by their page (`pay-rise.html`),
    /// whether they have a file of their own or are items of a list; a folder names its `index.html`.
    ///
    /// - Parameter path: With percent-encoding resolved, without query and fragment; empty for the document itself.
    package func target(ofLink path: String, from document: String) -> LinkTarget {
        guard let full = fullPath(path, from: document) else { return .outside }
        return target(ofPath: full)
    }

    /// What `navigation` and `policies` of site.md name: a page's id, an event's folder, an entry with its kind
    /// (`term:ultimatum`) or a path from the root; a fragment may follow. Nil for an address outside the site.
    ///
    /// - Parameter scope: the event whose entries are looked up first; nil for that of a site about one.
    package func target(ofSetting text: String, from scope: Int? = nil) -> LinkTarget? {
        let scope = scope ?? (site.isOneEvent ? 0 : -1)
        let name = String(text.prefix { $0 != "#" && $0 != "?" })
        if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let word = String(name[..<colon])
            if ["http", "https", "mailto", "tel"].contains(word.lowercased()) { return nil }
            guard let kind = EntryKind(referenceWord: word) else { return .nowhere }
            switch site.index.find(kind, String(name[name.utf8.index(after: colon)...]), from: scope) {
            case .found(let handle): return .entry(handle)
            case .withheld: return .withheld
            case .unresolved: return .nowhere
            }
        }
        if name.isEmpty { return .nowhere }
        let page = target(of: .page, name, in: -1)
        return page == .nowhere ? target(ofLink: name, from: "site.md") : page
    }

    /// The path that a link names, from the site's root; nil if it leads above the root. What ends in `/`, or climbs to
    /// a folder, names the folder's `index.html`.
    private func fullPath(_ path: String, from document: String) -> String? {
        if path.isEmpty { return document }
        guard let full = contentPath(path, relativeTo: document) else { return nil }
        let last = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        guard full.isEmpty || last.isEmpty || last == "." || last == ".." else { return full }
        return full.isEmpty ? SitePlan.home : full + "/" + SitePlan.home
    }

    /// What a path from the site's root names: a document's, a page's or a file's.
    package func target(ofPath path: String) -> LinkTarget {
        if let output = output(at: path), output.path == path {
            switch kind(of: output).form {
            case .redirect: return .nowhere
            case .asset: return kind(of: output).name == OutputKind.contentAsset.name ? .asset(path) : .generated(path)
            default: return output.entry.map(LinkTarget.entry) ?? .generated(path)
            }
        }
        let (folder, name) = Placing.split(path)
        if path == "site.md" {
            return site.isOneEvent ? .entry(AnyHandle(.event, scope: -1, index: 0)) : .generated(SitePlan.home)
        }
        if name == SitePlan.home || name == "event.md" { return target(of: .event, folder, in: -1) }
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return target(of: .event, path, in: -1) }
        let id = String(name[..<dot])
        let isDocument = name[dot...] == ".md"
        guard isDocument || name[dot...] == ".html" else { return .nowhere }
        if let scope = scope(ofFolder: folder), scope < 0 || site.isOneEvent || !folder.isEmpty {
            let page = target(of: .page, id, in: site.isOneEvent ? -1 : scope)
            if page != .nowhere { return page }
        }
        let (parent, last) = Placing.split(folder)
        guard let kind = EntryFolder(named: last)?.kind, let scope = scope(ofFolder: parent) else { return .nowhere }
        let entry = target(of: kind, id, in: scope)
        // The page of a published entry is found by its path.
        if !isDocument, case .entry = entry { return .nowhere }
        return entry
    }

    /// The scope of a folder: an event's, or -1 for the top level; nil for any other folder.
    private func scope(ofFolder folder: String) -> Int? {
        if let event = site.index.find(.event, folder, from: -1).found { return Int(event.index) }
        return folder.isEmpty ? -1 : nil
    }

    /// An entry of just this scope: what is shared is not found inside an event's folder.
    private func target(of kind: EntryKind, _ id: String, in scope: Int) -> LinkTarget {
        switch site.index.find(kind, id, from: scope) {
        case .found(let handle): kind == .event || Int(handle.scope) == scope ? .entry(handle) : .nowhere
        case .withheld: .withheld
        case .unresolved: .nowhere
        }
    }
}
