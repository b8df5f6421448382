import Bytes
import Diagnostics
import Reading
import Synchronization
import Writing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The build before this one, as far as it can spare work: its output, held by an open session, and what it remembered.
struct EarlierBuild {
    let session: WriteSession
    /// Nil where nothing was left, or another program or other settings left it.
    let memory: BuildMemory?

    /// Nil where the output was never built, or cannot be opened: then it is opened when there is something to write,
    /// and what is wrong with it reported after what is wrong with the content.
    init?(_ configuration: Configuration) {
        guard WriteSession.hasEarlierBuild(at: configuration.output),
            let session = try? WriteSession.open(configuration.writeOptions)
        else { return nil }
        self.session = session
        let memory = session.memory.flatMap(BuildMemory.init(encoded:))
        self.memory = memory?.settings == configuration.fingerprint ? memory : nil
    }

    /// Lists everything that a build reads; nil where the machine refuses, which is reported when it is tried again.
    func scan(
        _ configuration: Configuration, _ files: FileSystem
    ) -> (content: Outcome<SiteFolder>, themes: [Outcome<SiteFolder>])? {
        var unread = Report()
        guard let content = try? scanContent(configuration, files),
            let themes = scanThemes(configuration, files, &unread)
        else { return nil }
        return (content, themes)
    }

    /// Where the folders hold exactly what that build read, and its output is as it left it, says again what it said.
    ///
    /// - Returns: whether that is so; nothing is reported if not.
    func repeats(
        _ scanned: (content: Outcome<SiteFolder>, themes: [Outcome<SiteFolder>]), _ configuration: Configuration,
        in report: inout Report
    ) -> Bool {
        let folders = SourceFolders(content: scanned.content.value, themes: scanned.themes.map(\.value))
        // What was held back for a time may be due now, and what was not, not yet, if the clock was set back.
        guard let memory, memory.moment <= configuration.now, let remarks = memory.remarks,
            scanned.content.diagnostics.isEmpty, scanned.themes.allSatisfy(\.diagnostics.isEmpty),
            isUpToDate(folders, memory, configuration.concurrency),
            let said = remarks.isEmpty ? ([], []) : remarks.report(folders.texts)
        else { return false }
        report.diagnostics += said.diagnostics
        report.withheld = said.withheld
        report.documents = memory.documents
        report.unsearchable = memory.unsearchable
        report.summary = session.leaveUnchanged()
        return true
    }

    private func isUpToDate(_ folders: SourceFolders, _ memory: BuildMemory, _ concurrency: Concurrency) -> Bool {
        guard session.notices.isEmpty else { return false }
        let found = folders.files
        guard found.count == memory.sources.count else { return false }
        let isSame = Atomic<Bool>(true)
        concurrency.forEachBlock(found.count, block: 256) { range in
            for index in range {
                guard isSame.load(ordering: .relaxed) else { return }
                if !folders.isUnchanged(found[index], since: memory.sources[index]) {
                    isSame.store(false, ordering: .relaxed)
                }
            }
        }
        guard isSame.load(ordering: .relaxed) else { return false }
        concurrency.forEachBlock(session.knownFiles, block: 256) { range in
            if isSame.load(ordering: .relaxed), !session.isUntouched(range) {
                isSame.store(false, ordering: .relaxed)
            }
        }
        return isSame.load(ordering: .relaxed)
    }
}

/// Everything that a build reads: the content folder and the folders with templates, listed.
struct SourceFolders: Sendable {
    let content: SiteFolder
    let themes: [SiteFolder]

    /// All files, content first, in the order of their paths.
    var files: [(file: FoundFile, folder: OpenFolder)] {
        ([content] + themes).flatMap { folder in
            (folder.documents + folder.assets).map { ($0, folder.folder) }
        }
    }

    /// Gives files as messages show parts of them, by the path that they show.
    var texts: (String) -> TextFile? {
        let found = Dictionary(files.map { ($0.file.displayPath, $0) }) { first, _ in first }
        return { path in
            guard let found = found[path], let bytes = try? found.folder.read(found.file, Theme.largestFile) else {
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
        // A time stamp that could mislead: the bytes decide.
        guard let hash = source.hash, let bytes = try? found.folder.read(found.file, Theme.largestFile) else {
            return false
        }
        return ContentHash(of: bytes) == hash
    }

    /// What is to be remembered of the files.
    ///
    /// - Parameters:
    ///   - hashes: those of the files whose bytes were read, by the path that messages show.
    ///   - start: when the build began, in nanoseconds since 1970.
    func remembered(_ hashes: [String: ContentHash], start: Int) -> [BuildMemory.Source] {
        files.map { found in
            let changed = Int(found.file.identity.changed)
            return BuildMemory.Source(
                path: found.file.displayPath, identity: found.file.identity, hash: hashes[found.file.displayPath],
                isSettled: changed < start - FileClock.tick(of: changed))
        }
    }
}

/// The moment at which a build began: what was changed shortly before it, or since, bears a time that proves nothing.
struct SourceClock {
    /// Nanoseconds since 1970.
    private let start: Int

    init() {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        start = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    /// What a build leaves for the next one.
    func memory(
        of loaded: LoadedSite, _ theme: Theme, _ written: WrittenPages, _ configuration: Configuration, _ report: Report
    ) -> BuildMemory {
        var hashes = theme.hashes
        hashes.reserveCapacity(hashes.count + loaded.sources.count + loaded.keptSources.count + 1)
        for source in loaded.sources + loaded.keptSources { hashes[source.file.displayPath] = source.hash }
        if let settings = loaded.folder.documents.first(where: { $0.path == "site.md" }) {
            hashes[settings.displayPath] = loaded.settings
        }
        let folders = SourceFolders(content: loaded.folder, themes: theme.folders)
        return BuildMemory(
            settings: configuration.fingerprint,
            moment: configuration.now, remarks: Remarks(report.diagnostics, report.withheld),
            documents: report.documents, unsearchable: report.unsearchable,
            sources: folders.remembered(hashes, start: start),
            events: written.keys.sorted { $0.folder < $1.folder })
    }
}

extension Configuration {
    /// Of the program and of everything that it is told, for telling whether an earlier build was like this one.
    var fingerprint: ContentHash {
        var hasher = ContentHasher()
        hasher.update(program)
        for folder in [content, templates, theme ?? ""] { hasher.update(folder) }
        hasher.update(isStrict ? "strict" : "lenient")
        hasher.update(includesDrafts ? "drafts" : "published")
        hasher.update(asOf?.edtf ?? "")
        return hasher.finish()
    }
}
