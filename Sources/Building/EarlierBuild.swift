import Platform
import Bytes
import Diagnostics
import Reading
import Synchronization
import Writing

/// The build before this one: its output, locked by an open session, and its cache.
struct EarlierBuild {
    let session: WriteSession
    /// Nil if there is none, or if another version or other settings wrote it.
    let memory: BuildMemory?
    /// The addresses that the output has had.
    let addresses: EarlierAddresses

    /// Nil if the output was never built or cannot be opened. It is then opened later, and its problems are reported
    /// after those of the content.
    init?(_ configuration: Configuration) {
        guard WriteSession.hasEarlierBuild(at: configuration.output),
            let session = try? WriteSession.open(configuration.writeOptions)
        else { return nil }
        self.session = session
        let memory = session.memory.flatMap(BuildMemory.init(encoded:))
        addresses = EarlierAddresses(paths: session.knownPaths, memory)
        self.memory = memory?.settings == configuration.fingerprint ? memory : nil
    }

    /// The report of a build that has nothing to do, because neither the sources nor the output changed since the
    /// earlier build. Nil if something changed; then everything is read again.
    func report(ifUnchanged folders: SourceFolders, _ world: World) -> Report? {
        // An embargo may have ended since, or may not have ended yet if the clock was set back.
        guard let memory, memory.moment <= world.now, let earlierReport = memory.earlierReport,
            memory.renderer == nil || memory.renderer == world.pictureRenderer()?.identity ?? "",
            folders.content.diagnostics.isEmpty, folders.themes.allSatisfy(\.diagnostics.isEmpty),
            isUpToDate(folders, memory, world.cores),
            let said = earlierReport.isEmpty ? ([], []) : earlierReport.report(folders.texts)
        else { return nil }
        var report = Report()
        report.diagnostics = said.diagnostics
        report.withheld = said.withheld
        report.documents = memory.documents
        report.unsearchable = memory.unsearchable
        report.summary = session.leaveUnchanged()
        return report
    }

    private func isUpToDate(_ folders: SourceFolders, _ memory: BuildMemory, _ cores: Cores) -> Bool {
        guard session.notices.isEmpty else { return false }
        let found = folders.files
        guard found.count == memory.sources.count else { return false }
        let isSame = Atomic<Bool>(true)
        cores.forEachBlock(found.count, block: 256) { range in
            for index in range {
                guard isSame.load(ordering: .relaxed) else { return }
                if !folders.isUnchanged(found[index], since: memory.sources[index]) {
                    isSame.store(false, ordering: .relaxed)
                }
            }
        }
        guard isSame.load(ordering: .relaxed) else { return false }
        cores.forEachBlock(session.knownFiles, block: 256) { range in
            if isSame.load(ordering: .relaxed), !session.isUntouched(range) {
                isSame.store(false, ordering: .relaxed)
            }
        }
        return isSame.load(ordering: .relaxed)
    }
}

/// The listings of all folders that a build reads: content and templates.
struct SourceFolders: Sendable {
    let content: Outcome<SiteFolder>
    let themes: [Outcome<SiteFolder>]
    /// The most bytes of a file that is read, of the content or of a theme.
    let largestFile: Int

    /// All files, content first, in the order of their paths.
    var files: [(file: FoundFile, folder: OpenFolder)] {
        ([content] + themes).map(\.value).flatMap { folder in
            (folder.documents + folder.assets).map { ($0, folder.folder) }
        }
    }

    /// Returns files for messages, by the path that messages show.
    var texts: (String) -> TextFile? {
        let found = Dictionary(files.map { ($0.file.displayPath, $0) }) { first, _ in first }
        return { path in
            guard let found = found[path], let bytes = try? found.folder.read(found.file, largestFile) else {
                return nil
            }
            return TextFile(path: path, bytes: bytes)
        }
    }

    func isUnchanged(_ found: (file: FoundFile, folder: OpenFolder), since source: BuildMemory.Source) -> Bool {
        guard found.file.displayPath == source.path, found.file.identity.size == source.identity.size else {
            return false
        }
        if found.file.identity == source.identity, source.isSettled { return true }
        // The time stamp is not reliable: compare the bytes.
        guard let hash = source.hash, let bytes = try? found.folder.read(found.file, largestFile) else {
            return false
        }
        return ContentHash(of: bytes) == hash
    }

    /// What the cache stores about the files.
    ///
    /// - Parameters:
    ///   - hashes: those of the files whose bytes were read, by the path that messages show.
    ///   - start: the start of the build, in nanoseconds since 1970.
    func remembered(_ hashes: [String: ContentHash], start: Int) -> [BuildMemory.Source] {
        files.map { found in
            let changed = Int(max(found.file.identity.changed, found.file.identity.stateChanged))
            return BuildMemory.Source(
                path: found.file.displayPath, identity: found.file.identity, hash: hashes[found.file.displayPath],
                isSettled: changed < start - FileClock.tick(of: changed))
        }
    }
}

extension BuildMemory {
    /// The cache that a build leaves for the next one.
    ///
    /// - Parameter start: the start of the build, in nanoseconds since 1970: the time stamps of files that changed
    ///   shortly before it, or later, are not reliable.
    init(
        _ sources: Sources, _ folders: SourceFolders, _ written: WrittenPages, _ report: Report, _ workspace: Workspace,
        _ pictures: MadePictures, lost: [String], start: Int
    ) {
        let content = sources.site.content
        var hashes = sources.theme.hashes
        hashes.reserveCapacity(hashes.count + content.documents.count + sources.site.keptSources.count + 1)
        for document in content.documents { hashes[document.file.displayPath] = document.hash }
        for source in sources.site.keptSources { hashes[source.file.displayPath] = source.hash }
        if let settings = content.folder.documents.first(where: { $0.path == "site.md" }) {
            hashes[settings.displayPath] = content.settingsHash
        }
        self.init(
            settings: workspace.configuration.fingerprint, moment: workspace.world.now,
            earlierReport: pictures.hasFailed ? nil : EarlierReport(report.diagnostics, report.withheld),
            documents: report.documents,
            unsearchable: report.unsearchable, sources: folders.remembered(hashes, start: start), lost: lost,
            events: written.keys.sorted { $0.folder < $1.folder }, renderer: pictures.renderer,
            pictures: pictures.made.map { ($0.output.path, $0.key) }.sorted { $0.0 < $1.0 })
    }
}

extension Configuration {
    /// A hash of the program's version and its settings: a cache with another hash is not used.
    var fingerprint: ContentHash {
        var hasher = ContentHasher()
        hasher.update(program)
        for folder in [content, templates, theme ?? ""] { hasher.update(folder) }
        hasher.update(isStrict ? "strict" : "lenient")
        hasher.update(includesDrafts ? "drafts" : "published")
        hasher.update(asOf?.edtf ?? "")
        hasher.update("\(largestText) \(largestThemeFile)")
        hasher.update(setsTimesFromRecord ? "record" : "written")
        return hasher.finish()
    }
}
