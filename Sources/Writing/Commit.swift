import Platform

/// A running commit: each change of the output, and how to roll it back.
///
/// The order matters. First a manifest with every file as it was and as it will be is written to the output: a build
/// that is killed at any point leaves no file that the next build would treat as foreign. Then files are moved in and
/// out, each atomically. The manifest of the new state is written last.
struct Commit {
    private let session: WriteSession
    private let tree: Disk.Descriptor
    private let root: Int32
    private let stage: Stage
    private var undo: [Undo] = []
    /// The folder of the output in which the last change was, opened without following links.
    private var current: (path: Substring, folder: Disk.Descriptor)?
    /// The files to replace and to remove, as they were found.
    private let seen: [OutputPath: Seen]
    /// A file that is not what was found before.
    private var changed: OutputPath?

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

    init(_ session: WriteSession, _ plan: CommitPlan, in tree: OutputTree) {
        self.session = session
        seen = plan.seen
        self.tree = tree.root
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
            let shown = session.output.shown
            let wasAbandoned = session.isAbandoned.load(ordering: .relaxed)
            guard takeBack() else {
                throw .unfinished(path: shown + "/" + path, reason: error.explanation, .mixed)
            }
            if wasAbandoned { throw .abandoned }
            if let changed { throw .conflicts([WriteConflict(.changedMeanwhile, changed.text, in: shown)]) }
            throw .disk("write", shown + "/" + path, error)
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
            try inspect(path, at: target)
            try permit(.exchange, path.text)
            if try exchange(source, target) {
                undo.append(.exchanged(path, placement.item))
                try inspect(moved: placement.item, from: path)
                return
            }
            let kept = stage.trash()
            let replaced = try Disk.state(of: target.path, in: target.folder)
            if placement.isFolder || replaced.kind != .file {
                do throws(Errno) {
                    try Disk.rename(target, to: stage.place(kept))
                    undo.append(.removed(path, kept))
                    try inspect(moved: kept, from: path)
                } catch .crossesDevices {
                    try removeFolder(path)
                }
                try Disk.rename(source, to: target)
                undo.append(.moved(path, placement.item))
            } else {
                try keep(target, as: kept)
                try inspect(moved: kept, from: path)
                try Disk.rename(source, over: target)
                undo.append(.replaced(path, kept))
            }
        }
    }

    /// False if the file system cannot: an overlay does not move a folder of a lower layer.
    private func exchange(_ one: Disk.Place, _ other: Disk.Place) throws(Errno) -> Bool {
        guard session.options.canExchange else { return false }
        do throws(Errno) { return try Disk.exchange(one, other) } catch .crossesDevices { return false }
    }

    /// Removes a folder of which every file is to be removed, file by file.
    private mutating func removeFolder(_ path: OutputPath) throws(Errno) {
        for name in try Disk.names(in: Disk.openFolder(path.text, in: root)) {
            guard let below = try? OutputPath(path.text + "/" + name) else {
                changed = path
                throw .canceled
            }
            if try Disk.state(of: below.text, in: root).kind == .folder {
                try removeFolder(below)
            } else {
                guard seen[below] != nil else {
                    changed = below
                    throw .canceled
                }
                try remove(below)
            }
        }
        current = nil
        try Disk.removeFolder(path.text, in: root)
        undo.append(.removedFolder(path.text))
    }

    /// Keeps a file for a rollback under a second name or, on a file system without hard links, as a copy.
    private func keep(_ target: Disk.Place, as item: Stage.Item) throws(Errno) {
        do throws(Errno) {
            if !session.options.canLink { throw .notPermitted }
            try Disk.link(target, as: stage.place(item))
        } catch let error where Commit.hasNoLinks(error) {
            let copy = try stage.createFile(item)
            try Disk.forEachPiece(of: Disk.openFile(target.path, in: target.folder), orThrow: { $0 }) {
                piece throws(Errno) in try Disk.writeAll(piece, to: copy)
            }
            try copy.close()
        }
    }

    private static func hasNoLinks(_ error: Errno) -> Bool {
        [
            .notPermitted, .accessDenied, .noFunction, .notSupported, .notSupportedOnSocket, .tooManyLinks,
            .crossesDevices,
        ].contains(error)
    }

    // MARK: - Changes by others

    /// Throws if a file that is to be replaced or removed was changed since it was found.
    private mutating func inspect(_ path: OutputPath, at place: Disk.Place) throws(Errno) {
        guard let seen = seen[path], try !seen.matches(place.path, in: place.folder) else { return }
        changed = path
        throw .canceled
    }

    /// Throws if what came out of the output is not what was planned: somebody changed it at the same moment. It is then
    /// put back.
    private mutating func inspect(moved item: Stage.Item, from path: OutputPath) throws(Errno) {
        let folder = stage.folder.number
        let state = try Disk.state(of: item.path, in: folder)
        if state.kind == .folder {
            for name in try Disk.names(in: Disk.openFolder(item.path, in: folder)) {
                guard let below = try? OutputPath(path.text + "/" + name) else {
                    changed = path
                    throw .canceled
                }
                try inspect(moved: Stage.Item(path: item.path + "/" + name), from: below)
            }
            return
        }
        if let seen = seen[path], try seen.matches(moved: item.path, in: folder) { return }
        changed = path
        throw .canceled
    }

    private mutating func remove(_ path: OutputPath) throws(Errno) {
        try permit(.remove, path.text)
        let item = stage.trash()
        let target = try place(of: path)
        try inspect(path, at: target)
        try Disk.rename(target, to: stage.place(item))
        undo.append(.removed(path, item))
        try inspect(moved: item, from: path)
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
        let folder = try Disk.openFolder(path, below: tree)
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
    ///
    /// - Returns: whether the output is as it was.
    private mutating func takeBack() -> Bool {
        current = nil
        var isWhole = true
        while let change = undo.popLast() {
            do throws(Errno) { try takeBack(change, isWhole) } catch { isWhole = false }
        }
        return isWhole
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
