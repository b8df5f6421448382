import Reading

/// The files below `content/` that documents refer to: pictures, linked files, photos, and what raw HTML names.
struct FileReferences {
    let allowsRawHTML: Bool
    let extraFields: ExtraFields
    private(set) var paths: Set<String> = []

    init(_ settings: SiteSettings) {
        (allowsRawHTML, extraFields) = (settings.allowsRawHTML, settings.extraFields)
    }

    /// - Parameter written: a path as a document has it, perhaps with a query or a fragment.
    private mutating func add(_ written: some StringProtocol, from document: String) {
        let path = written.prefix { $0 != "#" && $0 != "?" }
        if !path.isEmpty, let full = contentPath(String(path), relativeTo: document) { paths.insert(full) }
    }

    /// Adds what the introduction and the settings' own data name.
    mutating func add(_ settings: SiteSettings) {
        if let introduction = settings.introduction { add(introduction, from: "site.md") }
        add(settings.extra, from: "site.md")
    }

    mutating func add(_ event: Event) {
        event.visitProse { add($0, from: event.head.path) }
        add(event.head.extra, from: event.head.path)
    }

    mutating func add(_ page: Page) {
        page.visitProse { add($0, from: page.head.path) }
        add(page.head.extra, from: page.head.path)
    }

    /// Adds the files that the writer's own data names, where their type is declared.
    private mutating func add(_ data: OwnData?, from document: String) {
        paths.formUnion(data?.files(extraFields, in: document) ?? [])
    }

    mutating func add(_ entries: Entries) {
        entries.forEach { entry, _ in
            entry.visitProse { add($0, from: entry.head.path) }
            add(entry.head.extra, from: entry.head.path)
            if let photo = (entry as? Person)?.photo?.file.path { paths.insert(photo) }
        }
    }

    mutating func add(_ prose: Prose, from document: String) {
        for target in prose.targets {
            switch target {
            case .image(let image): add(image.path, from: document)
            case .link(let link): add(link.path, from: document)
            case .reference, .speaker, .webLink, .citation, .dataImage: continue
            }
        }
        guard allowsRawHTML else { return }
        for node in prose.nodes {
            switch node.content {
            case .rawBlock(let range), .rawInline(let range): addMarkup(prose.text(range), from: document)
            default: continue
            }
        }
    }

    /// Adds what the attributes of raw HTML name: `src="map.png"`, `srcset="map.png 1x, large.png 2x"`.
    private mutating func addMarkup(_ markup: ArraySlice<UInt8>, from document: String) {
        let parts = String(decoding: markup, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\"" || $0 == "'" })
        for (place, part) in parts.enumerated().dropFirst() {
            let before = parts[place - 1].lowercased()
            guard let name = ["src=", "href=", "srcset=", "poster=", "data="].first(where: before.hasSuffix) else {
                continue
            }
            if name != "srcset=" { add(part, from: document) }
            if name == "srcset=" {
                for candidate in part.split(separator: ",") {
                    if let path = candidate.split(separator: " ").first { add(path, from: document) }
                }
            }
        }
    }
}
