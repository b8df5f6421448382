import Bytes
import Diagnostics
import Model
import Reading
import Writing

/// The documents of a content folder.
struct ReadContent: Sendable {
    /// Without the files that `ignore` in site.md names.
    let folder: SiteFolder
    /// What is wrong with the names of its files.
    let folderProblems: [Diagnostic]
    let placing: Placing
    let settings: SiteSettings
    /// What is wrong with site.md.
    let settingsProblems: [Diagnostic]
    /// Of site.md.
    let settingsHash: ContentHash
    /// Every document but site.md, in the order of paths.
    let documents: [ReadDocument]
}

/// What one document contains.
struct ReadDocument: Sendable {
    let file: FoundFile
    let text: TextFile
    /// The hash of its bytes.
    let hash: ContentHash
    let placement: Placement?
    let options: MarkdownOptions
    let entries: [ReadEntry]
    /// Its problems.
    let diagnostics: [Diagnostic]
    /// Whether the entries are those of an earlier text, because no entry can be made of this one.
    var isStale = false

    /// Whether the text has an entry that cannot be used.
    fileprivate var isBroken: Bool {
        entries.isEmpty
            || entries.contains { entry in
                switch entry {
                case .unusable, .cutShort: true
                case .event, .entry, .page: false
                }
            }
    }

    /// The entries of the earlier state with the problems of this one.
    fileprivate func keepingEntries(of earlier: ReadDocument) -> ReadDocument {
        ReadDocument(
            file: file, text: earlier.text, hash: hash, placement: placement, options: options,
            entries: earlier.entries, diagnostics: diagnostics, isStale: true)
    }
}

extension Workspace {
    /// Reads every document, spread over the cores; nil if there is no site.md.
    func readContent(
        _ found: Outcome<SiteFolder>, _ progress: Progress
    ) throws(RunFault) -> Outcome<ReadContent?> {
        guard let file = found.value.documents.first(where: { $0.path == "site.md" }) else {
            let root = shown(configuration.content)
            return Outcome(
                nil,
                [
                    Diagnostic(
                        .missingSettings, "there is no site.md in '\(root)'", at: nil, path: root + "/site.md",
                        hint: "write one with at least a title in its front matter")
                ])
        }
        let bytes = try RunFault.onFiles { () throws(EnvironmentFault) in
            try self.bytes(of: file, in: found.value, limit: configuration.largestText)
        }
        let document = parseDocument(file, bytes, limit: configuration.largestText)
        var settings = readSettings(document.value)
        if let earlier = keptSettings, document.diagnostics.hasErrors || settings.diagnostics.hasErrors {
            settings.value = earlier
        }
        let root = shown(configuration.content) + "/"
        let patterns = settings.value.ignore.map { FilePattern($0.value) }
        func isIgnored(_ path: String) -> Bool {
            path != "site.md" && patterns.contains { $0.matches(path) }
        }
        let folder = patterns.isEmpty ? found.value : found.value.leavingOut(isIgnored)
        var folderProblems = found.diagnostics
        if !patterns.isEmpty {
            folderProblems.removeAll { problem in
                problem.path.map { $0.hasPrefix(root) && isIgnored(String($0.dropFirst(root.count))) } ?? false
            }
        }
        let options = MarkdownOptions(allowsRawHTML: settings.value.allowsRawHTML)
        let placing = Placing(paths: folder.documents.map(\.path))
        let files = folder.documents.filter { $0.path != "site.md" }
        progress.update("reading", 0, files.count)
        let results = world.cores.map(files) { file in
            Result { () throws(EnvironmentFault) in try read(file, in: folder, placing, options) }
        }
        var documents: [ReadDocument] = []
        documents.reserveCapacity(results.count)
        for result in results { documents.append(try RunFault.onFiles(result.get)) }
        let content = ReadContent(
            folder: folder, folderProblems: folderProblems, placing: placing, settings: settings.value,
            settingsProblems: document.diagnostics + settings.diagnostics,
            settingsHash: ContentHash(of: document.value.file.bytes), documents: documents)
        return Outcome(content, document.diagnostics + settings.diagnostics + documents.flatMap(\.diagnostics))
    }

    /// What stands before the paths of documents in messages.
    var contentRoot: String { String(FoundFile.display("x", below: shown(configuration.content)).dropLast()) }

    /// The content with some documents read again; nil if a document is not among them, or is the settings.
    func rereading(
        _ paths: Set<String>, in content: ReadContent
    ) throws(EnvironmentFault) -> (content: ReadContent, edits: [(before: ReadDocument, now: ReadDocument)])? {
        let root = contentRoot
        var documents = content.documents
        var edits: [(before: ReadDocument, now: ReadDocument)] = []
        for path in paths.sorted() {
            guard path.hasPrefix(root), let place = documents.place(of: String(path.dropFirst(root.count))) else {
                return nil
            }
            let before = documents[place]
            documents[place] = try read(before.file, in: content.folder, content.placing, before.options)
            edits.append((before, documents[place]))
        }
        let new = ReadContent(
            folder: content.folder, folderProblems: content.folderProblems, placing: content.placing,
            settings: content.settings, settingsProblems: content.settingsProblems, settingsHash: content.settingsHash,
            documents: documents)
        return (new, edits)
    }

    /// Reads one document, or reuses the result of reading the same text before.
    private func read(
        _ found: FoundFile, in folder: SiteFolder, _ placing: Placing, _ options: MarkdownOptions
    ) throws(EnvironmentFault) -> ReadDocument {
        let earlier = known[found.path].flatMap { document -> ReadDocument? in
            let placement = placing.placement(of: document.text, path: found.path).value
            return document.options == options && placement != nil && document.placement == placement ? document : nil
        }
        if let earlier, isKnownUnchanged(found) { return earlier }
        let bytes = try bytes(of: found, in: folder, limit: configuration.largestText)
        let hash = ContentHash(of: bytes ?? [])
        if let earlier, earlier.hash == hash { return earlier }
        let document = parseDocument(found, bytes, limit: configuration.largestText)
        let placement = placing.placement(of: document.value.file, path: found.path)
        let entries =
            placement.value.map { readEntries(of: document.value, at: $0, options: options) } ?? Outcome([])
        let result = ReadDocument(
            file: found, text: document.value.file, hash: hash, placement: placement.value, options: options,
            entries: entries.value, diagnostics: document.diagnostics + placement.diagnostics + entries.diagnostics)
        if keepsLastGoodState, let earlier, !earlier.isBroken,
            result.isBroken || document.value.frontMatter.isIncomplete
        {
            return result.keepingEntries(of: earlier)
        }
        return result
    }
}

extension [ReadDocument] {
    /// The place of a document, by its path below the content folder.
    fileprivate func place(of path: String) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].file.path.utf8.lexicographicallyPrecedes(path.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < count && self[low].file.path == path ? low : nil
    }
}
