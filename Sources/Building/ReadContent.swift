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
            try self.bytes(of: file, in: found.value, limit: Reading.largestText)
        }
        let document = parseDocument(file, bytes)
        let settings = readSettings(document.value)
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
            settingsHash: ContentHash(of: document.value.file.bytes), documents: documents)
        return Outcome(content, document.diagnostics + settings.diagnostics + documents.flatMap(\.diagnostics))
    }

    /// Reads one document, or reuses the result of reading the same text before.
    private func read(
        _ found: FoundFile, in folder: SiteFolder, _ placing: Placing, _ options: MarkdownOptions
    ) throws(EnvironmentFault) -> ReadDocument {
        let bytes = try bytes(of: found, in: folder, limit: Reading.largestText)
        let hash = ContentHash(of: bytes ?? [])
        if let known = known[found.path], known.hash == hash, known.options == options, let placement = known.placement,
            placement == placing.placement(of: known.text, path: found.path).value
        {
            return known
        }
        let document = parseDocument(found, bytes)
        let placement = placing.placement(of: document.value.file, path: found.path)
        let entries =
            placement.value.map { readEntries(of: document.value, at: $0, options: options) } ?? Outcome([])
        return ReadDocument(
            file: found, text: document.value.file, hash: hash, placement: placement.value, options: options,
            entries: entries.value, diagnostics: document.diagnostics + placement.diagnostics + entries.diagnostics)
    }
}
