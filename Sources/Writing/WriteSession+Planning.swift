import Platform

extension WriteSession {
    /// Collects the added files and the files to remove, and checks what is in the way.
    func plan() throws(WriteFault) -> CommitPlan {
        var plan = CommitPlan()
        for shard in shards {
            let content = shard.withLock { ($0.added, $0.conflicts, $0.fault) }
            if let fault = content.2 { throw fault }
            plan.added += content.0
            plan.conflicts += content.1
        }
        plan.added = sorted(plan.added)
        for file in plan.added { if let seen = file.seen { plan.seen[file.path] = seen } }
        plan.conflicts += clashes(in: plan.added)
        if plan.conflicts.isEmpty {
            plan.conflicts = shards[0].withLock(\.clashed).map {
                WriteConflict(.fileAndFolder, $0.text, detail: "another path", in: output.shown)
            }
        }
        if plan.conflicts.isEmpty, let tree {
            let leaving = try leaving(&plan, tree)
            plan.summary.removed = leaving.map(\.text)
            var obstacles = Obstacles(tree: tree, stage: stage, leaving: leaving, shown: output.shown)
            try obstacles.place(&plan)
        }
        if !plan.conflicts.isEmpty {
            throw .conflicts(plan.conflicts.sorted { ($0.path, $0.detail) < ($1.path, $1.detail) })
        }
        summarize(&plan)
        return plan
    }

    /// By path. Most of them are in order in the manifest.
    private func sorted(_ added: [Added]) -> [Added] {
        var order = [Int32](repeating: -1, count: manifest.entries.count)
        var new: [Int] = []
        for (index, file) in added.enumerated() {
            if file.place >= 0 { order[file.place] = Int32(index) } else { new.append(index) }
        }
        // Sorting numbers is cheaper than sorting the files.
        new.sort { added[$0].path < added[$1].path }
        var result: [Added] = []
        result.reserveCapacity(added.count)
        var rest = new[...]
        for index in order where index >= 0 {
            let file = added[Int(index)]
            while let next = rest.first, added[next].path < file.path { result.append(added[rest.removeFirst()]) }
            result.append(file)
        }
        return result + rest.map { added[$0] }
    }

    /// Pairs of paths that cannot exist together on every file system.
    private func clashes(in added: [Added]) -> [WriteConflict] {
        var conflicts: [WriteConflict] = []
        var last: Substring = ""
        for file in added {
            let folder = file.path.folder
            if folder == last { continue }
            last = folder
            for folder in file.path.folders where isAdded(folder, added) {
                conflicts.append(WriteConflict(.fileAndFolder, folder.text, detail: file.path.text, in: output.shown))
            }
        }
        if added.allSatisfy(\.path.isPlain) { return conflicts }
        // Strings compare by canonical equivalence, so composed and decomposed accents are equal here.
        var folded: [String: OutputPath] = [:]
        for file in added {
            if let other = folded.updateValue(file.path, forKey: file.path.text.lowercased()) {
                conflicts.append(WriteConflict(.alike, other.text, detail: file.path.text, in: output.shown))
            }
        }
        return conflicts
    }

    /// Whether a path is among files that are sorted by path.
    private func isAdded(_ path: OutputPath, _ added: [Added]) -> Bool {
        var range = added.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if added[middle].path < path {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound < added.count && added[range.lowerBound].path == path
    }

    /// Files of earlier builds that this build did not add and that are unchanged.
    private func leaving(_ plan: inout CommitPlan, _ tree: OutputTree) throws(WriteFault) -> [OutputPath] {
        var stays = [Bool](repeating: false, count: manifest.entries.count)
        for file in plan.added where file.place >= 0 { stays[file.place] = true }
        var leaving: [OutputPath] = []
        var place = 0
        while place < manifest.entries.count {
            let known = manifest.entries(from: place)
            defer { place = known.endIndex }
            if stays[place] { continue }
            let path = manifest.entries[place].path
            let found = try WriteFault.naming("read", output.shown + "/" + path.text) { () throws(Errno) in
                try self.found(path, known, place, tree)
            }
            switch found {
            case .ours(let seen):
                plan.seen[path] = seen
                leaving.append(path)
            case .edited: plan.summary.kept.append(path.text)
            case .gone: plan.gone.append(path)
            }
        }
        return leaving
    }

    private enum Found {
        /// As an earlier build wrote it.
        case ours(Seen)
        case edited
        /// There is no file.
        case gone
    }

    private func found(
        _ path: OutputPath, _ known: ArraySlice<Manifest.Entry>, _ place: Int, _ tree: OutputTree
    ) throws(Errno) -> Found {
        guard let state = try tree.state(of: path), state.kind == .file else { return .gone }
        if known.count == 1, hints.vouches(for: state, at: place) {
            return .ours(Seen(state, manifest.entries[place].hash))
        }
        guard known.contains(where: { $0.size == state.size }) else { return .edited }
        guard let read = try tree.contentHash(of: path) else { return .gone }
        return known.contains { $0.hash == read.hash } ? .ours(Seen(read.state ?? state, read.hash)) : .edited
    }

    private func summarize(_ plan: inout CommitPlan) {
        for file in plan.added {
            switch file.action {
            case .keep: plan.summary.unchanged += 1
            case .create: plan.summary.created.append(file.path.text)
            case .replace: plan.summary.changed.append(file.path.text)
            }
        }
    }
}
