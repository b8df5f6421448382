import Building

extension LanguageServer {
    // MARK: - Sites

    mutating func open(_ folders: SiteFolders) {
        var site = SiteSession(folders, setup.workspace(folders))
        // Templates may belong to several sites.
        for (path, document) in documents where folders.containsTemplate(path) && site.reads(path) {
            site.overlay(document.bytes, at: path)
        }
        sites.append(site)
        if setup.watches { watching.append(FileWatching.start(folders)) }
    }

    /// The index of the site that a file belongs to, which is opened if it is not yet; nil if it belongs to none. Of
    /// templates that belong to several sites, the first.
    mutating func site(of path: String) -> Int? {
        let known = sites.map(\.folders)
        guard
            let folders = known.first(where: { $0.containsTemplate(path) }) ?? finder.site(of: path)
                ?? known.first(where: { $0.contains(path) })
        else { return nil }
        if !sites.contains(where: { $0.folders.content == folders.content }) { open(folders) }
        guard let site = sites.firstIndex(where: { $0.folders.content == folders.content }), sites[site].reads(path)
        else { return nil }
        return site
    }

    // MARK: - Texts

    mutating func didOpen(_ parameters: LSP.DidOpen) {
        let item = parameters.textDocument
        guard let path = FileURI.path(item.uri) else { return }
        documents[path] = OpenDocument(uri: item.uri, version: item.version, text: item.text, encoding)
        layOver(path)
    }

    mutating func didChange(_ parameters: LSP.DidChange) {
        guard let path = FileURI.path(parameters.textDocument.uri) else { return }
        documents[path]?.apply(parameters.contentChanges, version: parameters.textDocument.version)
        layOver(path)
    }

    mutating func didClose(_ parameters: LSP.DocumentParameters) {
        guard let path = FileURI.path(parameters.textDocument.uri), documents[path] != nil else { return }
        documents[path] = nil
        layOver(path)
    }

    private mutating func layOver(_ path: String) {
        guard let first = site(of: path) else { return }
        let isShared = sites[first].folders.containsTemplate(path)
        for site in sites.indices where site == first || isShared && sites[site].reads(path) {
            sites[site].overlay(documents[path]?.bytes, at: path)
        }
    }

    /// The text of an open document, by its path.
    package func text(of path: String) -> String? {
        documents[path].map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// What the client saw change; it may see less than the server's own watcher.
    mutating func didChangeWatchedFiles(_ parameters: LSP.DidChangeWatchedFiles) {
        for path in parameters.changes.compactMap({ FileURI.path($0.uri) }) {
            for site in sites.indices {
                let folders = sites[site].folders
                if folders.contains(path) || folders.containsTemplate(path) {
                    sites[site].note(SourceChanges(files: [path], isStructural: true))
                }
            }
        }
    }

    // MARK: - Problems

    func converter(_ site: Int) -> PlaceConverter {
        PlaceConverter(encoding, folders: sites[site].folders, openURIs: documents.mapValues(\.uri))
    }

    /// Reads what changed in each site, and publishes its problems.
    mutating func publishOutdated() {
        for site in sites.indices where sites[site].isOutdated {
            sites[site].refresh()
            publish(site)
        }
    }

    /// Publishes the problems of each file whose problems are others than before, or that is open and changed.
    mutating func publish(_ site: Int) {
        var converter = converter(site)
        let folders = sites[site].folders
        var found: [String: [LSP.Diagnostic]] = [:]
        for problem in sites[site].diagnostics {
            let path = problem.location?.file.path ?? problem.path ?? folders.content + "/site.md"
            found[path, default: []].append(converter.diagnostic(problem))
        }
        // A template that belongs to several sites has the problems that it has in any of them.
        for other in sites where other.folders.content != folders.content {
            for problem in other.diagnostics {
                guard let path = problem.location?.file.path, folders.containsTemplate(path) else { continue }
                let diagnostic = converter.diagnostic(problem)
                if found[path]?.contains(diagnostic) != true { found[path, default: []].append(diagnostic) }
            }
        }
        let earlier = published.keys.filter { folders.contains($0) || folders.containsTemplate($0) }
        let paths = Set(found.keys).union(earlier).union(documents.keys.filter(sites[site].reads))
        for path in paths.sorted() {
            let now = LSP.PublishDiagnostics(
                uri: converter.uri(path), version: documents[path]?.version, diagnostics: found[path] ?? [])
            if published[path] == now { continue }
            published[path] = now.diagnostics.isEmpty && documents[path] == nil ? nil : now
            notify("textDocument/publishDiagnostics", now)
        }
    }
}
