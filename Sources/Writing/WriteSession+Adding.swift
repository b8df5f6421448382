import Bytes
import Platform

extension WriteSession {
    /// Stages a file unless the output has it already. The bytes are not kept.
    ///
    /// A conflict (an invalid path, a path that was added before, a foreign file in the way) is stored and not thrown:
    /// `commit()` then fails and reports all conflicts. It also fails after a thrown fault.
    ///
    /// - Parameter path: relative to the output folder, `/` between segments: `events/index.html`.
    package func add(_ path: String, _ bytes: Span<UInt8>) throws(WriteFault) {
        try adding(path) { path, place throws(WriteFault) in
            let hash = ContentHash(of: bytes)
            let verdict = try verdict(on: path, at: place, hash: hash, size: bytes.count)
            switch verdict {
            case .keep(let hint):
                return Added(
                    path: path, place: place, hash: hash, size: bytes.count, action: .keep, item: nil, hint: hint)
            case .write(let action, let seen):
                let item = try item(for: path)
                let state = try staging(path) { () throws(Errno) in try stage.write(bytes, to: item) }
                return Added(
                    path: path, place: place, hash: hash, size: bytes.count, action: action, item: item,
                    hint: state.map(FileHints.Hint.init) ?? .init(), seen: seen)
            }
        }
    }

    package func add(_ path: String, _ bytes: [UInt8]) throws(WriteFault) {
        try add(path, bytes.span)
    }

    /// Decides what to do with a file by the hash of its bytes.
    enum Verdict {
        case keep(FileHints.Hint)
        case write(Added.Action, seen: Seen? = nil)
    }

    /// Claims a path, runs a function that adds it, and stores the result.
    func adding(
        _ text: String, _ body: (OutputPath, Int) throws(WriteFault) -> Added
    ) throws(WriteFault) {
        let path: OutputPath
        do throws(OutputPath.Fault) { path = try OutputPath(text) } catch {
            refuse(.invalidPath, text, error.reason, in: shards[0])
            return
        }
        let place = manifest.place(of: path) ?? -1
        let shard = shards[(place >= 0 ? place : path.hashValue & .max) % Shard.count]
        guard shard.withLock({ $0.claim(path, at: place) }) else {
            refuse(.twice, text, "", in: shard)
            return
        }
        inFlight.add(1, ordering: .sequentiallyConsistent)
        defer { inFlight.subtract(1, ordering: .sequentiallyConsistent) }
        do throws(WriteFault) {
            if isAbandoned.load(ordering: .sequentiallyConsistent) { throw .abandoned }
            let added = try body(path, place)
            shard.withLock { $0.added.append(added) }
        } catch .conflicts(let conflicts) {
            shard.withLock { $0.conflicts += conflicts }
        } catch {
            shard.withLock { $0.fault = $0.fault ?? error }
            throw error
        }
    }

    private func refuse(_ kind: WriteConflict.Kind, _ path: String, _ detail: String, in shard: Shard) {
        let conflict = WriteConflict(kind, path, detail: detail, in: output.shown)
        shard.withLock { $0.conflicts.append(conflict) }
    }

    /// Whether the output already has a file and, if not, whether it may be written.
    func verdict(
        on path: OutputPath, at place: Int, hash: ContentHash, size: Int
    ) throws(WriteFault) -> Verdict {
        guard let tree else { return .write(.create) }
        let shown = { self.output.shown + "/" + path.text }
        let found = try WriteFault.naming("read", shown()) { () throws(Errno) in try tree.state(of: path) }
        // The commit decides about a folder or a link in the way, since it has the list of removals.
        guard let found, found.kind == .file else { return .write(.create) }
        if place >= 0, manifest.isSettled(at: place), hints.vouches(for: found, at: place) {
            let known = manifest.entries[place].hash
            return known == hash ? .keep(hints.hints[place]) : .write(.replace, seen: Seen(found, known))
        }
        let known = place >= 0 ? manifest.entries(from: place) : []
        if found.size == size || known.contains(where: { $0.size == found.size }) {
            let read = try WriteFault.naming("read", shown()) { () throws(Errno) in try tree.contentHash(of: path) }
            guard let read else { return .write(.create) }
            if read.hash == hash { return .keep(read.state.map(FileHints.Hint.init) ?? .init()) }
            if known.contains(where: { $0.hash == read.hash }) {
                return .write(.replace, seen: Seen(read.state ?? found, read.hash))
            }
        }
        if place >= 0 {
            if options.force { return .write(.replace, seen: Seen(found)) }
            throw .conflicts([WriteConflict(.edited, path.text, in: output.shown)])
        }
        if options.adopt { return .write(.replace, seen: Seen(found)) }
        throw .conflicts([WriteConflict(.foreign, path.text, detail: "a file", in: output.shown)])
    }

    /// A place in the stage: under a number if the output has the file's folder, otherwise in the tree.
    func item(for path: OutputPath) throws(WriteFault) -> Stage.Item {
        guard let tree else { return stage.inTree(path) }
        let isThere = try WriteFault.naming("read", output.shown + "/" + path.text) { () throws(Errno) in
            try tree.isFolder(path.folder)
        }
        return isThere ? stage.numbered() : stage.inTree(path)
    }

    /// Writes to the stage; nil if one of the path's folders is a file there, or the path itself is a folder.
    ///
    /// This is not an error yet: the commit fails and reports both paths.
    func staging<Value>(
        _ path: OutputPath, _ body: () throws(Errno) -> Value
    ) throws(WriteFault) -> Value? {
        do throws(Errno) {
            try permit(.stage, path.text)
            let value = try body()
            try permit(.close, path.text)
            return value
        } catch let error where error == .notDirectory || error == .isDirectory || error == .fileExists {
            shards[0].withLock { $0.clashed.append(path) }
            return nil
        } catch {
            if isAbandoned.load(ordering: .relaxed) { throw .abandoned }
            throw .disk("write", output.shown + "/" + path.text, error)
        }
    }

    /// Calls the probe of the options.
    func permit(_ change: DiskChange, _ path: String) throws(Errno) {
        guard let probe = options.beforeChange else { return }
        let error = probe(change, path)
        if error != 0 { throw Errno(rawValue: error) }
    }
}
