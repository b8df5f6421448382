import Bytes
import Platform

extension WriteSession {
    /// Stages a copy of a file, however large, in constant memory. The source is never changed.
    ///
    /// The file is opened segment by segment and no link is followed: a folder that was replaced by a link since it was
    /// listed would lead out of the site.
    /// - Parameters:
    ///   - file: its path below the folder.
    ///   - folder: the open folder, and its name for messages.
    ///   - path: its path in the site, relative to the output folder.
    package func copy(
        _ file: String, below folder: (folder: Disk.Descriptor, shown: String), to path: String
    ) throws(WriteFault) {
        let source = CopySource(folder: folder.folder, path: file, shown: folder.shown + "/" + file)
        try adding(path) { path, place throws(WriteFault) in
            // A file that changes while it is read is read again, so that two states are never mixed.
            for _ in 0..<3 {
                if let added = try copyOnce(source, to: path, at: place) { return added }
            }
            throw .environment(path: source.shown, operation: "copy", reason: "it changes while it is read")
        }
    }

    /// A file to copy.
    private struct CopySource {
        let folder: Disk.Descriptor
        let path: String
        let shown: String

        func open() throws(WriteFault) -> Disk.Descriptor {
            try WriteFault.naming("read", shown) { () throws(Errno) in try Disk.openFile(path, below: folder) }
        }
    }

    /// One attempt; nil if the file changed meanwhile.
    private func copyOnce(_ file: CopySource, to path: OutputPath, at place: Int) throws(WriteFault) -> Added? {
        let source = try file.open()
        let before = try WriteFault.naming("read", file.shown) { () throws(Errno) in try Disk.state(of: source) }
        guard before.kind == .file else {
            throw .environment(path: file.shown, operation: "copy", reason: "it is not a regular file")
        }
        // If the output may have it, its bytes are read once to compare, and a second time only if they differ.
        let exists = try existsInOutput(path)
        if exists {
            let hash = try WriteFault.naming("read", file.shown) { () throws(Errno) in
                var hasher = ContentHasher()
                try Disk.forEachPiece(of: source, orThrow: { $0 }) { piece throws(Errno) in hasher.update(piece) }
                return hasher.finish()
            }
            let after = try WriteFault.naming("read", file.shown) { () throws(Errno) in try Disk.state(of: source) }
            guard after.isUnchanged(since: before) else { return nil }
            switch try verdict(on: path, at: place, hash: hash, size: before.size) {
            case .keep(let hint):
                return Added(
                    path: path, place: place, hash: hash, size: before.size, action: .keep, item: nil, hint: hint)
            case .write(let action, let seen):
                return try transfer(file, to: path, at: place, action, seen)
            }
        }
        return try transfer(file, to: path, at: place, .create, nil)
    }

    private func existsInOutput(_ path: OutputPath) throws(WriteFault) -> Bool {
        guard let tree else { return false }
        return try WriteFault.naming("read", output.shown + "/" + path.text) { () throws(Errno) in
            try tree.state(of: path) != nil
        }
    }

    /// Copies into the stage; nil if the source changed meanwhile.
    private func transfer(
        _ file: CopySource, to path: OutputPath, at place: Int, _ action: Added.Action, _ seen: Seen?
    ) throws(WriteFault) -> Added? {
        let source = try file.open()
        let before = try WriteFault.naming("read", file.shown) { () throws(Errno) in try Disk.state(of: source) }
        let item = try item(for: path)
        guard let target = try staging(path, { () throws(Errno) in try stage.createFile(item) }) else {
            return Added(
                path: path, place: place, hash: ContentHash(of: []), size: 0, action: action, item: item, hint: .init())
        }
        var hasher = ContentHasher()
        var size = 0
        try Disk.forEachPiece(of: source, orThrow: { WriteFault.disk("read", file.shown, $0) }) {
            piece throws(WriteFault) in
            if isAbandoned.load(ordering: .relaxed) { throw .abandoned }
            hasher.update(piece)
            size += piece.count
            try WriteFault.naming("write", output.shown + "/" + path.text) { () throws(Errno) in
                try Disk.writeAll(piece, to: target)
            }
        }
        let (after, state) = try WriteFault.naming("copy", file.shown) { () throws(Errno) in
            (try Disk.state(of: source), try Disk.state(of: target))
        }
        try WriteFault.naming("write", output.shown + "/" + path.text) { () throws(Errno) in
            try target.close()
            try permit(.close, path.text)
        }
        guard after.isUnchanged(since: before), size == before.size else {
            try WriteFault.naming("write", output.shown + "/" + path.text) { () throws(Errno) in
                try Disk.remove(item.path, in: stage.folder.number)
            }
            return nil
        }
        return Added(
            path: path, place: place, hash: hasher.finish(), size: size, action: action, item: item,
            hint: .init(state), seen: seen)
    }
}
