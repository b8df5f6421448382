import Platform

/// The folders of a site, absolute.
package struct SiteFolders: Hashable, Sendable {
    package let content: String
    package let templates: String

    package init(content: String, templates: String) {
        self.content = content
        self.templates = templates
    }

    /// Whether a path is that of a file in the content folder.
    func contains(_ path: String) -> Bool { path.hasPrefix(content + "/") }

    /// Whether a path is that of a file in the folder with templates.
    func containsTemplate(_ path: String) -> Bool { path.hasPrefix(templates + "/") }
}

/// Finds the sites that a client works on.
package struct SiteFinder: Sendable {
    /// The folder in which the client works, absolute.
    package var root: String
    /// As on the command line: a path from the root, or absolute.
    package let content: String
    package let templates: String

    package init(root: String, content: String = "content", templates: String = "templates") {
        self.root = root
        self.content = content
        self.templates = templates
    }

    private func absolute(_ path: String, in folder: String) -> String {
        FileURI.plain(path.hasPrefix("/") ? path : folder + "/" + path)
    }

    /// The site of the root: its folder `content`, or the root itself if the client opened only that; nil if neither has
    /// a `site.md`.
    package var rootSite: SiteFolders? {
        [absolute(content, in: root), FileURI.plain(root)].first(where: isContent).map(folders)
    }

    /// The site that a file belongs to: that of the nearest folder above it with a `site.md`, or with the site's content
    /// beside the templates that the file is one of.
    package func site(of file: String) -> SiteFolders? {
        var folder = file
        while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
            folder = String(folder[..<slash])
            if isContent(folder) { return folders(folder) }
            let below = absolute(content, in: folder)
            guard isContent(below) else { continue }
            let site = folders(below)
            if site.containsTemplate(file) { return site }
        }
        return nil
    }

    private func isContent(_ folder: String) -> Bool { kind(of: folder + "/site.md") == .file }

    /// A site has its templates beside its content; several sites of one root may share those of the root.
    private func folders(_ content: String) -> SiteFolders {
        let beside = absolute("..", in: content)
        let places = [absolute(templates, in: beside), absolute(templates, in: root)]
        return SiteFolders(content: content, templates: places.first { kind(of: $0) == .folder } ?? places[0])
    }

    private func kind(of path: String) -> FileState.Kind? { (try? Disk.stateIfPresent(of: path))?.kind }
}
