import Synchronization
import Platform

extension WriteSession {
    /// Why no file of the output can have a path; nil if one can.
    package static func fault(ofPath path: String) -> String? { path.withSpan { OutputPath.fault(in: $0) } }

    /// What the last build stored with `remember(_:)`; nil if there is nothing, or it belongs to another output.
    package var memory: [UInt8]? { remembered }

    /// Stores bytes for the next build of this output. They are valid only as long as the output's manifest is the one
    /// that this session's commit writes.
    package func remember(_ bytes: [UInt8]) { toRemember.withLock { $0 = bytes } }

    /// Whether the output folder was built before: only then can files of it be kept.
    package static func hasEarlierBuild(at output: String) -> Bool {
        (try? Disk.stateIfPresent(of: output + "/" + OutputPath.manifestName))??.kind == .file
    }

    /// Adds a file as the output has it, if that is what the last build wrote; false if it is not, and the file has to
    /// be rendered and added.
    package func keep(_ text: String) throws(WriteFault) -> Bool {
        guard let tree, let path = try? OutputPath(text), let place = manifest.place(of: path),
            manifest.isSettled(at: place), let hint = try untouched(path, at: place, in: tree)
        else { return false }
        try adding(text) { path, place throws(WriteFault) in
            let entry = manifest.entries[place]
            return Added(
                path: path, place: place, hash: entry.hash, size: entry.size, action: .keep, item: nil, hint: hint)
        }
        return true
    }

    /// Whether every file of the last build is unchanged in the output, according to its state.
    ///
    /// - Parameters:
    ///   - range: the positions in the manifest to check: a part for each core.
    package func isUntouched(_ range: Range<Int>) -> Bool {
        guard let tree else { return false }
        for place in range.clamped(to: 0..<manifest.entries.count) {
            guard manifest.isSettled(at: place), let state = try? tree.state(of: manifest.entries[place].path),
                state.kind == .file, hints.vouches(for: state, at: place)
            else { return false }
        }
        return true
    }

    /// How many files the last build wrote.
    package var knownFiles: Int { manifest.entries.count }

    /// Ends the session without a change, and returns the summary of that.
    package func leaveUnchanged() -> WriteSummary {
        var summary = WriteSummary()
        summary.unchanged = manifest.entries.count
        abandon()
        return summary
    }

    /// The state of a file that is as the last build wrote it; nil for other files.
    private func untouched(
        _ path: OutputPath, at place: Int, in tree: OutputTree
    ) throws(WriteFault) -> FileHints.Hint? {
        try WriteFault.naming("read", output.shown + "/" + path.text) { () throws(Errno) in
            guard let found = try tree.state(of: path), found.kind == .file else { return nil }
            if hints.vouches(for: found, at: place) { return hints.hints[place] }
            guard found.size == manifest.entries[place].size, let read = try tree.contentHash(of: path),
                read.hash == manifest.entries[place].hash
            else { return nil }
            return read.state.map(FileHints.Hint.init) ?? .init()
        }
    }
}
