import Platform

/// A running commit: each change of the output, and how to roll it back.
///
/// The order matters. First a manifest with every file as it was and as it will be is written to the output: a build
/// that is killed at any point leaves no file that the next build would treat as foreign. Then files are moved in and
/// out, each atomically. The manifest of the new state is written last.
struct Commit {
    private let session: WriteSession
    private let root: Int32
    private let stage: Stage
    private var undo: [Undo] = []
    /// The folder of the output in which the last change was, opened without following links.
    private var current: (path: Substring, folder: Disk.Descriptor)?

    private enum Undo {
        /// A new file was moved in.
        case moved(OutputPath, Stage.Item)
        /// It was exchanged with an old file, which is in the stage now.
        case exchanged(OutputPath, Stage.Item)
        /// It replaced an old file, which is in the trash now.
        case replaced(OutputPath, Stage.Item)
        /// It went to the trash.
        case removed(OutputPath, Stage.Item)
        case removedFolder(String)
        /// The manifest replaced a copy that is in the trash, or none.
        case announced(Stage.Item?)
    }

    init(_ session: WriteSession, in tree: OutputTree) {
        self.session = session
        root = tree.root.number
        stage = session.stage
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
            if session.options.durable { try Disk.flush(fileSystemOf: stage.folder) }
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
        let item = stage.numbered()
        try stage.write(manifest.encoded(), to: item)
        if session.options.durable { try Disk.flush(fileSystemOf: stage.folder) }
        try permit(.announce, name)
        // A copy of the old one is kept for a rollback.
        let kept = try keepCopyOfManifest()
        try Disk.rename(stage.place(item), over: .init(folder: root, path: name))
        undo.append(.announced(kept))
    }

    private mutating func place(_ placement: CommitPlan.Placement) throws(Errno) {
        let path = placement.path
        try permit(.place, path.text)
        let source = stage.place(placement.item)
        let target = try place(of: path)
        switch placement.how {
        case .move:
            try Disk.rename(source, to: target)
            undo.append(.moved(path, placement.item))
        case .exchange:
            if try Disk.exchange(source, target) {
                undo.append(.exchanged(path, placement.item))
                return
            }
            let kept = stage.trash()
            let replaced = try Disk.state(of: target.path, in: target.folder)
            if placement.isFolder || replaced.kind != .file {
                try Disk.rename(target, to: stage.place(kept))
                undo.append(.removed(path, kept))
                try Disk.rename(source, to: target)
                undo.append(.moved(path, placement.item))
            } else {
                try Disk.link(target, as: stage.place(kept))
                try Disk.rename(source, over: target)
                undo.append(.replaced(path, kept))
            }
        }
    }

    private mutating func remove(_ path: OutputPath) throws(Errno) {
        try permit(.remove, path.text)
        let item = stage.trash()
        try Disk.rename(place(of: path), to: stage.place(item))
        undo.append(.removed(path, item))
    }

    /// Removes folders that had files of ours and are empty now, deepest first.
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
        let item = stage.numbered()
        try stage.write(manifest.encoded(), to: item)
        if session.options.durable { try Disk.flush(fileSystemOf: stage.folder) }
        try permit(.conclude, name)
        try Disk.rename(stage.place(item), over: .init(folder: root, path: name))
    }

    /// Whether to continue: an abandoned session stops between two changes.
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

    // MARK: - Rollback

    /// A copy of the output's manifest; nil if it has none.
    private func keepCopyOfManifest() throws(Errno) -> Stage.Item? {
        guard try Disk.stateIfPresent(of: OutputPath.manifestName, in: root) != nil else { return nil }
        let item = stage.trash()
        try stage.write(Disk.contents(of: Disk.openFile(OutputPath.manifestName, in: root)), to: item)
        return item
    }

    /// Rolls back every change, the last one first. A change whose rollback fails stays: the manifest lists it, and
    /// each file is complete.
    private mutating func takeBack() {
        current = nil
        var isWhole = true
        while let change = undo.popLast() {
            do throws(Errno) { try takeBack(change, isWhole) } catch { isWhole = false }
        }
    }

    private mutating func takeBack(_ change: Undo, _ isWhole: Bool) throws(Errno) {
        switch change {
        case .moved(let path, let item):
            try Disk.rename(place(of: path), to: stage.place(item))
        case .exchanged(let path, let item):
            _ = try Disk.exchange(stage.place(item), place(of: path))
        case .replaced(let path, let kept):
            try Disk.rename(stage.place(kept), over: place(of: path))
        case .removed(let path, let kept):
            try Disk.rename(stage.place(kept), to: place(of: path))
        case .removedFolder(let path):
            try Disk.makeFolder(path, in: root)
        case .announced(let kept):
            // The manifest has to stay if a change that it lists was not rolled back.
            guard isWhole else { return }
            let manifest = Disk.Place(folder: root, path: OutputPath.manifestName)
            if let kept {
                try Disk.rename(stage.place(kept), over: manifest)
            } else {
                try Disk.remove(manifest.path, in: root)
            }
        }
    }

    private mutating func place(of path: OutputPath) throws(Errno) -> Disk.Place {
        Disk.Place(folder: try folder(path.folder), path: String(path.name))
    }
}
