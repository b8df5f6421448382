import Bytes
import Platform

extension WriteSession {
    /// Moves the staged files into the output and removes old ones. After a fault the output is as it was.
    ///
    /// - Parameter time: the time stamp that a file gets, by its path and bytes, in seconds since 1970; nil for the time of
    ///   writing.
    package func commit(
        time: ((_ path: String, _ hash: ContentHash) -> Int)? = nil
    ) throws(WriteFault) -> WriteSummary {
        let result: Result<WriteSummary, WriteFault> = phase.withLock { phase in
            guard phase == .open, !isAbandoned.load(ordering: .relaxed) else { return .failure(.abandoned) }
            phase = .closed
            defer { finishStage() }
            do throws(WriteFault) {
                var plan = try plan()
                if let tree { try commit(&plan, to: tree) } else { try commitNew(plan) }
                if let time { try setTimes(of: &plan, time) }
                let hash = saveHints(of: plan)
                saveMemory(manifest: hash)
                return .success(plan.summary)
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Moves the whole tree into place if there was no output.
    private func commitNew(_ plan: CommitPlan) throws(WriteFault) {
        try WriteFault.naming("write", output.shown) { () throws(Errno) in
            let manifest = Stage.Item(path: stage.wholeTree.path + "/" + OutputPath.manifestName)
            try stage.write(plan.manifest.encoded(), to: manifest)
            if options.durable { try Disk.flush(fileSystemOf: stage.folder) }
            try permit(.conclude, output.shown)
            let target = Disk.Place(folder: Disk.workingFolder, path: output.path)
            try Disk.rename(stage.place(stage.wholeTree), to: target)
        }
        try flushIfDurable()
    }

    /// The last step: the site is in place already.
    private func flushIfDurable() throws(WriteFault) {
        guard options.durable else { return }
        do throws(Errno) {
            try permit(.flush, output.shown)
            try Disk.flush(fileSystemOf: stage.folder)
        } catch {
            throw .unfinished(path: output.shown, reason: error.explanation, .built)
        }
    }

    private func commit(_ plan: inout CommitPlan, to tree: OutputTree) throws(WriteFault) {
        try WriteFault.naming("write in", output.shown) { () throws(Errno) in
            // If the folder was deleted or moved meanwhile, the unchanged files would be missing.
            guard try Disk.stateIfPresent(of: output.path)?.isSame(as: Disk.state(of: tree.root)) == true else {
                throw .noSuchFileOrDirectory
            }
        }
        let manifest = plan.manifest
        if plan.changesNothing, manifest.entries == self.manifest.entries { return }
        var commit = Commit(self, plan, in: tree)
        try commit.run(plan)
        try flushIfDurable()
        refreshHints(of: &plan, in: tree)
    }

    /// Renaming a file changes its change time: the state of files that were moved alone is read again.
    private func refreshHints(of plan: inout CommitPlan, in tree: OutputTree) {
        for placement in plan.placements where !placement.isFolder {
            let index = placement.files.lowerBound
            let staged = plan.added[index].hint
            let now = (try? Disk.state(of: plan.added[index].path.text, in: tree.root.number)).map(FileHints.Hint.init)
            if let now, now.inode == staged.inode, now.size == staged.size, now.modified == staged.modified {
                plan.added[index].hint = now
            } else {
                plan.added[index].hint = .init()
            }
        }
    }

    /// Gives every file of the site, also one that was kept, its time stamp.
    private func setTimes(
        of plan: inout CommitPlan, _ time: (_ path: String, _ hash: ContentHash) -> Int
    ) throws(WriteFault) {
        try WriteFault.naming("set the times of files in", output.shown) { () throws(Errno) in
            let root = try Disk.openFolder(output.path)
            var newest = 0
            for index in plan.added.indices {
                let file = plan.added[index]
                let wanted = time(file.path.text, file.hash)
                newest = max(newest, wanted)
                guard try Disk.state(of: file.path.text, in: root.number).modified != wanted * 1_000_000_000 else {
                    continue
                }
                try Disk.setModified(file.path.text, in: root.number, to: wanted)
                plan.added[index].hint = FileHints.Hint(try Disk.state(of: file.path.text, in: root.number))
            }
            try Disk.setModified(OutputPath.manifestName, in: root.number, to: newest)
        }
    }

    /// Saves the caller's cache. A failure does not make the build fail.
    private func saveMemory(manifest: ContentHash) {
        let bytes = toRemember.withLock { $0 }
        if bytes != nil, bytes == remembered, manifest == manifestHash { return }
        do throws(Errno) {
            guard let bytes else { return try Disk.remove(Memory.name, in: work.folder.number) }
            try work.write(Memory.encoded(bytes, manifest: manifest), to: Memory.name)
        } catch {
            try? Disk.remove(Memory.name, in: work.folder.number)
        }
    }

    /// Saves hints for the next build. A failure does not make the build fail.
    ///
    /// - Returns: the hash of the manifest that the output has now.
    private func saveHints(of plan: CommitPlan) -> ContentHash {
        let manifest = plan.manifest
        let isSame = manifest.entries == self.manifest.entries
        let hash = isSame ? manifestHash : ContentHash(of: manifest.encoded())
        var hints = FileHints(hints: plan.added.map(\.hint))
        if isSame, hints.hints == self.hints.hints { return hash }
        do throws(Errno) {
            // A new file has the time of the file system, which can differ from that of the machine.
            let clock = try Disk.state(of: stage.createFile(stage.numbered())).changed
            hints.forgetRecent(now: clock)
            try work.write(hints.encoded(manifest: hash), to: Record.hintsName)
        } catch {
            try? Disk.remove(Record.hintsName, in: work.folder.number)
        }
        return hash
    }
}
