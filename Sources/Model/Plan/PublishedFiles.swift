import Diagnostics
import Reading

/// Which files below `content/` a site publishes.
///
/// A file is published if a published entry, page or the settings refer to it, if the site's own stylesheet names it, or
/// if `publish` in site.md lists it or a folder that it lies in. A kept text of a source is never published, and of a
/// listed folder no file to which only withheld entries refer.
package struct PublishedFiles: Sendable {
    /// In the order of `Site.assets`.
    package let paths: [String]
    /// Files that stay behind, kept texts not among them, in the order of `Site.assets`.
    package let unpublished: [String]
    /// What `publish` lists although there is no such file or folder.
    package let missing: [Located<String>]

    /// The names of pictures that writers give for previews of links, in the folder of an event or at the top.
    package static let cards = ["card.png", "card.jpg"]

    /// - Parameter style: the bytes of a stylesheet by its path below `content/`; nil if there is none.
    package init(_ site: Site, style: (String) -> [UInt8]?) {
        if site.assets.isEmpty {
            (paths, unpublished, missing) = ([], [], site.settings.publish)
            return
        }
        var files = FileGathering(site)
        files.addEntries()
        files.addSettings()
        files.addStyles(style)
        missing = files.addListed()
        let found = files.found
        paths = site.assets.filter(found.contains)
        unpublished = site.assets.filter { !found.contains($0) && !site.keptTextPaths.contains($0) }
    }
}

/// Collects the files that are referred to.
private struct FileGathering {
    let site: Site
    private(set) var found: Set<String> = []

    init(_ site: Site) { self.site = site }

    private mutating func add(_ path: String) {
        if site.hasAsset(path), !site.keptTextPaths.contains(path) { found.insert(path) }
    }

    /// - Parameter written: a path as a document has it, perhaps with a query or a fragment.
    private mutating func add(_ written: some StringProtocol, from document: String) {
        let path = written.prefix { $0 != "#" && $0 != "?" }
        if !path.isEmpty, let full = contentPath(String(path), relativeTo: document) { add(full) }
    }

    // MARK: - Entries

    mutating func addEntries() {
        for path in site.referredFiles { add(path) }
        for event in site.events {
            let prefix = event.folder.isEmpty ? "" : event.folder + "/"
            for card in PublishedFiles.cards { add(prefix + card) }
        }
    }

    // MARK: - Settings

    mutating func addSettings() {
        let settings = site.settings
        var references = FileReferences(settings)
        references.add(settings)
        for path in references.paths { add(path) }
        if let logo = settings.publisher?.logo { add(logo.value, from: "site.md") }
        if let logo = settings.publisher?.darkLogo { add(logo.value, from: "site.md") }
        for (_, target) in settings.policies { add(target.value, from: "site.md") }
        for item in settings.navigation { add(item.to.value, from: "site.md") }
        for card in PublishedFiles.cards { add(card) }
    }

    /// Adds the site's own stylesheet, and what it and the stylesheets that it imports name.
    mutating func addStyles(_ style: (String) -> [UInt8]?) {
        add(Self.stylesheet)
        guard found.contains(Self.stylesheet) else { return }
        var open = [Self.stylesheet]
        while let path = open.popLast() {
            guard let bytes = style(path) else { continue }
            for name in Self.names(inStyle: String(decoding: bytes, as: UTF8.self)) {
                let before = found.count
                add(name, from: path)
                if found.count > before, name.lowercased().hasSuffix(".css"),
                    let full = contentPath(name, relativeTo: path)
                {
                    open.append(full)
                }
            }
        }
    }

    private static let stylesheet = "theme.css"

    /// What a stylesheet names in `url(…)` and `@import "…"`.
    private static func names(inStyle style: String) -> [String] {
        let quotes: Set<Character> = ["\"", "'", " ", "\n", "\t"]
        var names: [String] = []
        for part in style.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
            let name = part.prefix { $0 != ")" }.drop(while: quotes.contains)
            names.append(String(name.prefix { !quotes.contains($0) }))
        }
        for part in style.split(separator: "@import", omittingEmptySubsequences: false).dropFirst() {
            let name = part.drop { $0 != "\"" && $0 != "'" && $0 != ";" }
            if name.first != ";" { names.append(String(name.dropFirst().prefix { !quotes.contains($0) })) }
        }
        return names
    }

    /// Adds what `publish` lists; returns what it lists and does not exist.
    mutating func addListed() -> [Located<String>] {
        site.settings.publish.filter { listed in
            guard let path = contentPath(listed.value, relativeTo: "site.md") else { return true }
            let files = path.isEmpty ? site.assets : site.assets.filter { $0 == path || $0.hasPrefix(path + "/") }
            for file in files where file == path || !site.withheldFiles.contains(file) { add(file) }
            return files.isEmpty
        }
    }
}
