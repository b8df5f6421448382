import Platform

/// Decides how each staged file is put in place: alone, with its whole folder, or by exchange with what has its path.
struct Obstacles {
    private let tree: OutputTree
    private let stage: Stage
    private let shown: String
    private let leaving: [OutputPath]
    private let leavingSet: Set<OutputPath>
    /// The files to remove that an exchange removes.
    private var swallowed: Set<OutputPath> = []
    private var conflicts: [WriteConflict] = []

    init(tree: OutputTree, stage: Stage, leaving: [OutputPath], shown: String) {
        self.tree = tree
        self.stage = stage
        self.leaving = leaving
        self.shown = shown
        leavingSet = Set(leaving)
    }

    /// Fills in the plan's placements, removals and conflicts, and checks that the folders concerned may be changed.
    mutating func place(_ plan: inout CommitPlan) throws(WriteFault) {
        var placements: [CommitPlan.Placement] = []
        /// The last folder that was found to exist: the next file is most often in the same one.
        var present: Substring = ""
        for (index, file) in plan.added.enumerated() where file.action != .keep {
            if let last = placements.last, last.isFolder, isBelow(last.path, file.path) {
                placements[placements.count - 1].files = last.files.lowerBound..<index + 1
                continue
            }
            let path = file.path
            let files = index..<index + 1
            let obstacle = path.folder == present ? nil : try firstObstacle(on: path.folder)
            if let obstacle {
                if let how = try howToPlace(obstacle, isFile: false) {
                    placements.append(
                        .init(path: obstacle, item: stage.inTree(obstacle), how: how, files: files, isFolder: true))
                }
                continue
            }
            present = path.folder
            let how = file.action == .replace ? .exchange : try howToPlace(path, isFile: true)
            if let how, let item = file.item {
                placements.append(.init(path: path, item: item, how: how, files: files, isFolder: false))
            }
        }
        plan.placements = placements
        plan.removals = swallowed.isEmpty ? leaving : leaving.filter { !swallowed.contains($0) }
        plan.conflicts += conflicts
        try checkPermissions(placements.map(\.path) + plan.removals)
    }

    private func isBelow(_ folder: OutputPath, _ path: OutputPath) -> Bool {
        let (above, below) = (folder.text.utf8, path.text.utf8)
        return below.count > above.count && below.starts(with: above)
            && below[below.index(below.startIndex, offsetBy: above.count)] == UInt8(ascii: "/")
    }

    /// The first folder of a path that does not exist or is not a folder.
    private func firstObstacle(on folder: Substring) throws(WriteFault) -> OutputPath? {
        var end = folder.startIndex
        while end < folder.endIndex {
            end = folder[end...].dropFirst().firstIndex(of: "/") ?? folder.endIndex
            let prefix = folder[..<end]
            let isFolder = try naming(prefix) { () throws(Errno) in try tree.isFolder(prefix) }
            if !isFolder { return try? OutputPath(String(prefix)) }
        }
        return nil
    }

    /// How a file or folder is put at a path whose folder exists; nil, with a conflict, if it cannot be.
    private mutating func howToPlace(_ path: OutputPath, isFile: Bool) throws(WriteFault) -> CommitPlan.Placement.How? {
        let found = try naming(path.text[...]) { () throws(Errno) in
            try Disk.stateIfPresent(of: path.text, in: tree.root.number)
        }
        switch found?.kind {
        case nil: return .move
        case .file where leavingSet.contains(path):
            swallowed.insert(path)
            return .exchange
        case .folder where isFile:
            guard let inside = try filesOfOurs(below: path) else { break }
            swallowed.formUnion(inside)
            return .exchange
        default: break
        }
        let what = found?.kind == .folder ? "a folder" : found?.kind == .link ? "a link" : "a file"
        conflicts.append(WriteConflict(.foreign, path.text, detail: what, in: shown))
        return nil
    }

    /// The files below a folder if all of them are to be removed; nil if it has anything else.
    private func filesOfOurs(below path: OutputPath) throws(WriteFault) -> [OutputPath]? {
        try naming(path.text[...]) { () throws(Errno) -> [OutputPath]? in
            var result: [OutputPath] = []
            var folders = [path.text]
            while let folder = folders.popLast() {
                for name in try Disk.names(in: Disk.openFolder(folder, in: tree.root.number)) {
                    let below = folder + "/" + name
                    if let file = try? OutputPath(below), leavingSet.contains(file) {
                        result.append(file)
                    } else if try Disk.stateIfPresent(of: below, in: tree.root.number)?.kind == .folder {
                        folders.append(below)
                    } else {
                        return nil
                    }
                }
            }
            return result
        }
    }

    private func checkPermissions(_ paths: [OutputPath]) throws(WriteFault) {
        var last: Substring?
        for folder in paths.lazy.map(\.folder) where folder != last {
            last = folder
            try WriteFault.naming("write in", folder.isEmpty ? shown : shown + "/" + folder) { () throws(Errno) in
                try Disk.checkWritable(folder.isEmpty ? "." : String(folder), in: tree.root.number)
            }
            try checkFileSystem(of: folder)
        }
    }

    /// Files are moved into the output, which works only within one file system.
    private func checkFileSystem(of folder: Substring) throws(WriteFault) {
        guard !folder.isEmpty else { return }
        let isNear = try naming(folder) { () throws(Errno) in
            try Disk.areOnOneMount(Disk.openFolder(folder, below: tree.root), stage.folder)
        }
        if isNear { return }
        throw .environment(
            path: shown + "/" + folder, operation: "write in",
            reason: "it is on another file system than the output folder",
            hint: "unmount it while the site is built, or build into another folder and copy the site")
    }

    private func naming<Value>(
        _ path: Substring, _ body: () throws(Errno) -> Value
    ) throws(WriteFault) -> Value {
        try WriteFault.naming("read", shown + "/" + path, body)
    }
}
