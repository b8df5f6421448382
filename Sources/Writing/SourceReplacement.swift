import Platform

/// A source file, and the bytes that replace it.
package struct SourceReplacement: Sendable {
    /// The content folder, or one with templates.
    package let folder: String
    /// The file's path below it.
    package let path: String
    /// For messages.
    package let shown: String
    /// What the file is expected to have: a file that was changed meanwhile is left alone.
    package let old: [UInt8]
    package let new: [UInt8]

    package init(folder: String, path: String, shown: String, old: [UInt8], new: [UInt8]) {
        self.folder = folder
        self.path = path
        self.shown = shown
        self.old = old
        self.new = new
    }

    /// Replaces files one by one. The new bytes are first written to the work folder of the output, so that nothing
    /// temporary is ever in a folder that is published.
    ///
    /// - Returns: why files were not replaced, by their names for messages.
    package static func write(
        _ files: [SourceReplacement], _ options: WriteOptions
    ) throws(WriteFault) -> [(shown: String, fault: WriteFault)] {
        if files.isEmpty { return [] }
        var options = options
        options.wait = true
        let work = try WorkFolder(for: OutputFolder(options), options)
        defer { work.unlock() }
        var faults: [(shown: String, fault: WriteFault)] = []
        for file in files {
            do throws(WriteFault) { try file.write(in: work, options) } catch { faults.append((file.shown, error)) }
        }
        return faults
    }

    private static let temporary = WorkFolder.fixName

    private func write(in work: WorkFolder, _ options: WriteOptions) throws(WriteFault) {
        let isReplaced = try WriteFault.naming("write", shown) { () throws(Errno) -> Bool in
            let root = try Disk.openFolder(folder, followsLink: true)
            let (parent, name) = try Disk.place(of: path, below: root)
            let state = try Disk.state(of: name, in: parent.number)
            guard state.kind == .file else { throw .invalidArgument }
            // The system lets root write to any file.
            if state.permissions & 0o222 == 0 { throw .accessDenied }
            try Disk.checkChangeable(name, in: parent.number)
            let target = Disk.Place(folder: parent.number, path: name)
            defer { try? Disk.remove(Self.temporary, in: work.folder.number) }
            let copy = try work.create(Self.temporary)
            try Disk.writeAll(new, to: copy)
            let keepsOwner = (try? Disk.setOwner(of: copy, as: state)) != nil
            try copy.close()
            let probe = options.beforeChange?(.replaceSource, shown) ?? 0
            if probe != 0 { throw Errno(rawValue: probe) }
            if state.links == 1, keepsOwner, let isReplaced = try exchange(target, state, work) { return isReplaced }
            return try overwrite(target)
        }
        if isReplaced { return }
        throw .environment(
            path: shown, operation: "fix", reason: "it was changed while its problems were looked for",
            hint: "run the command again")
    }

    /// Exchanges the file with its new version, so that a crash leaves the old or the new one; nil if the file system
    /// cannot, false if the file was changed.
    private func exchange(_ target: Disk.Place, _ state: FileState, _ work: WorkFolder) throws(Errno) -> Bool? {
        guard try bytes(of: target) == old else { return false }
        let temporary = Disk.Place(folder: work.folder.number, path: Self.temporary)
        do throws(Errno) {
            guard try Disk.exchange(temporary, target) else { return nil }
        } catch let error where error == .crossesDevices || error == .accessDenied || error == .notPermitted {
            return nil
        }
        // An editor may have replaced the file at the same moment.
        if (try? bytes(of: temporary)) == old { return true }
        _ = try Disk.exchange(temporary, target)
        return false
    }

    /// Writes into the file itself, which keeps its owner and other names. The work folder has the new bytes until then.
    private func overwrite(_ target: Disk.Place) throws(Errno) -> Bool {
        let file = try Disk.openToChange(target.path, in: target.folder)
        guard try Disk.contents(of: file) == old else { return false }
        try Disk.rewind(file)
        try Disk.writeAll(new, to: file)
        try Disk.truncate(file, to: new.count)
        try file.close()
        return true
    }

    private func bytes(of place: Disk.Place) throws(Errno) -> [UInt8] {
        try Disk.contents(of: Disk.openFile(place.path, in: place.folder))
    }
}
