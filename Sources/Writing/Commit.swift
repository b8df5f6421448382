import SystemPackage

/// A commit under way: each change of the output, and how to take it back.
///
/// Order matters. First the output gets a manifest that knows every file as it was and as it will be, so that a build
/// that is killed at any point leaves nothing behind that the next one would take for somebody else's. Then files come
/// in and go, each in one step. Last the manifest of the new state comes in.
struct Commit {
    private let session: WriteSession
    private let root: Int32
    private let site: Int32
    private let trash: Disk.Descriptor
    private var undo: [Undo] = []
    /// The folder of the output in which the last change was, opened without following links.
    private var current: (path: Substring, folder: Disk.Descriptor)?

    private enum Undo {
        /// It came in where nothing was.
        case moved(OutputPath)
        /// It changed places with what is in the stage now.
        case exchanged(OutputPath)
        /// It replaced what is in the trash under a number now.
        case replaced(OutputPath, Int)
        /// It went to the trash, under a number.
        case removed(OutputPath, Int)
        case removedFolder(String)
        case announced(hadManifest: Bool)
    }

    init(_ session: WriteSession, in tree: OutputTree) throws(Errno) {
        self.session = session
        root = tree.root.number
        site = session.stage.site.number
        try Disk.makeFolder("trash", in: session.stage.folder.number)
        trash = try Disk.openFolder("trash", in: session.stage.folder.number)
    }

    /// Makes all changes of a plan, or none.
    mutating func run(_ plan: CommitPlan) throws(WriteFault) {
        var path = OutputPath.manifestName
        do throws(Errno) {
            try announce(session.manifest.union(plan.manifest))
            for placement in plan.placements {
                path = placement.path.text
                try place(placement)
            }
            for removal in plan.removals {
                path = removal.text
                try remove(removal)
            }
            try removeEmptyFolders(of: plan)
            path = OutputPath.manifestName
            if session.options.durable { try Disk.flush(fileSystemOf: session.stage.folder) }
            try conclude(plan.manifest)
        } catch {
            let fault =
                session.isAbandoned.load(ordering: .relaxed)
                ? WriteFault.abandoned : WriteFault.disk("write", session.output.shown + "/" + path, error)
            takeBack()
            throw fault
        }
    }

    // MARK: - Changes

    private mutating func announce(_ manifest: Manifest) throws(Errno) {
        let name = OutputPath.manifestName
        try session.stage.writeManifest(manifest.encoded())
        if session.options.durable { try Disk.flush(fileSystemOf: session.stage.folder) }
        try permit(.announce, name)
        let hadManifest = try Disk.stateIfPresent(of: name, in: root) != nil
        // The old one stays beside, in case that all is taken back.
        if hadManifest { try keepCopyOfManifest() }
        try Disk.rename(.init(folder: session.stage.folder.number, path: name), over: .init(folder: root, path: name))
        undo.append(.announced(hadManifest: hadManifest))
    }

    private mutating func place(_ placement: CommitPlan.Placement) throws(Errno) {
        let path = placement.path
        try permit(.place, path.text)
        let source = Disk.Place(folder: site, path: path.text)
        let target = Disk.Place(folder: try folder(path.folder), path: String(path.name))
        switch placement.how {
        case .move:
            try Disk.rename(source, to: target)
            undo.append(.moved(path))
        case .exchange:
            if try Disk.exchange(source, target) {
                undo.append(.exchanged(path))
                return
            }
            let number = undo.count
            let kept = Disk.Place(folder: trash.number, path: String(number))
            let replaced = try Disk.state(of: target.path, in: target.folder)
            if placement.isFolder || replaced.kind != .file {
                try Disk.rename(target, to: kept)
                undo.append(.removed(path, number))
                try Disk.rename(source, to: target)
                undo.append(.moved(path))
            } else {
                try Disk.link(target, as: kept)
                try Disk.rename(source, over: target)
                undo.append(.replaced(path, number))
            }
        }
    }

    private mutating func remove(_ path: OutputPath) throws(Errno) {
        try permit(.remove, path.text)
        let number = undo.count
        let target = Disk.Place(folder: try folder(path.folder), path: String(path.name))
        try Disk.rename(target, to: .init(folder: trash.number, path: String(number)))
        undo.append(.removed(path, number))
    }

    /// Removes folders that held files of ours and hold nothing now, deepest first.
    private mutating func removeEmptyFolders(of plan: CommitPlan) throws(Errno) {
        var folders: Set<Substring> = []
        for path in plan.removals + plan.gone {
            var folder = path.folder
            while !folder.isEmpty, folders.insert(folder).inserted {
                folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
            }
        }
        current = nil
        for path in folders.sorted(by: { $0.utf8.count > $1.utf8.count || ($0.utf8.count == $1.utf8.count && $0 < $1) })
        {
            try permit(.removeFolder, String(path))
            do throws(Errno) {
                guard try Disk.stateIfPresent(of: String(path), in: root)?.kind == .folder else { continue }
                try Disk.removeFolder(String(path), in: root)
                undo.append(.removedFolder(String(path)))
            } catch
                where error == .directoryNotEmpty || error == .fileExists || error == .notDirectory
                || error == .resourceBusy || error == .noSuchFileOrDirectory
            {}
        }
    }

    private func conclude(_ manifest: Manifest) throws(Errno) {
        let name = OutputPath.manifestName
        try session.stage.writeManifest(manifest.encoded())
        if session.options.durable { try Disk.flush(fileSystemOf: session.stage.folder) }
        try permit(.conclude, name)
        try Disk.rename(.init(folder: session.stage.folder.number, path: name), over: .init(folder: root, path: name))
    }

    /// Asks whether to go on: an abandoned session breaks off between two changes.
    private func permit(_ change: DiskChange, _ path: String) throws(Errno) {
        if session.isAbandoned.load(ordering: .relaxed) { throw .canceled }
        try session.permit(change, path)
    }

    // MARK: - Folders

    /// A folder of the output, opened step by step so that no link is followed.
    private mutating func folder(_ path: Substring) throws(Errno) -> Int32 {
        if path.isEmpty { return root }
        if let current, current.path == path { return current.folder.number }
        var folder: Disk.Descriptor?
        for segment in path.split(separator: "/") {
            folder = try Disk.openFolder(String(segment), in: folder?.number ?? root)
        }
        guard let folder else { return root }
        current = (path, folder)
        return folder.number
    }

    // MARK: - Taking back

    private func keepCopyOfManifest() throws(Errno) {
        let file = try Disk.openFile(OutputPath.manifestName, in: root)
        try Disk.writeAll(Disk.contents(of: file), to: Disk.createFile("manifest", in: trash.number))
    }

    /// Takes every change back, the last first. What cannot be is left: the manifest knows it, and each file is whole.
    private mutating func takeBack() {
        current = nil
        var isWhole = true
        while let change = undo.popLast() {
            do throws(Errno) { try takeBack(change, isWhole) } catch { isWhole = false }
        }
    }

    private mutating func takeBack(_ change: Undo, _ isWhole: Bool) throws(Errno) {
        func inTrash(_ number: Int) -> Disk.Place { .init(folder: trash.number, path: String(number)) }
        switch change {
        case .moved(let path):
            try Disk.rename(place(of: path), to: .init(folder: site, path: path.text))
        case .exchanged(let path):
            _ = try Disk.exchange(.init(folder: site, path: path.text), place(of: path))
        case .replaced(let path, let number):
            try Disk.rename(inTrash(number), over: place(of: path))
        case .removed(let path, let number):
            try Disk.rename(inTrash(number), to: place(of: path))
        case .removedFolder(let path):
            try Disk.makeFolder(path, in: root)
        case .announced(let hadManifest):
            // As long as one change stands, the manifest that knows it has to stay.
            guard isWhole else { return }
            let manifest = Disk.Place(folder: root, path: OutputPath.manifestName)
            if hadManifest {
                try Disk.rename(.init(folder: trash.number, path: "manifest"), over: manifest)
            } else {
                try Disk.remove(manifest.path, in: root)
            }
        }
    }

    private mutating func place(of path: OutputPath) throws(Errno) -> Disk.Place {
        Disk.Place(folder: try folder(path.folder), path: String(path.name))
    }
}
