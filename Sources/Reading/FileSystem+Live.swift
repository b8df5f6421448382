import Platform

extension FileSystem {
    /// The real disk.
    package static let live = FileSystem { path, displayedAs throws(EnvironmentFault) in
        let disk = try DiskFolder(path, displayedAs: displayedAs)
        return OpenFolder(
            list: { path throws(EnvironmentFault) in try disk.list(path) },
            read: { file, limit throws(EnvironmentFault) in try disk.read(file, limit) }, descriptor: disk.folder)
    }
}

/// A folder on the disk, by its descriptor.
///
/// No symbolic link below it is followed. Folders are opened segment by segment without following links. A file is
/// opened by its whole path, which is one call, and is used only if it is the file (device and inode) that the listing
/// found.
private final class DiskFolder: Sendable {
    let folder: Disk.Descriptor
    private let displayedAs: String
    /// How often a file that changes while it is read is read again.
    private static let attempts = 5

    init(_ path: String, displayedAs: String) throws(EnvironmentFault) {
        self.displayedAs = displayedAs
        try DiskFolder.checkNUL(path, "open", displayedAs)
        folder = try DiskFolder.naming("open", displayedAs) { () throws(Errno) in
            try Disk.openFolder(path, followsLink: true)
        }
    }

    // MARK: Listing

    func list(_ path: String) throws(EnvironmentFault) -> [FolderEntry] {
        try DiskFolder.checkNUL(path, "list", displayedAs)
        let shown = display(path)
        let (folder, found) = try DiskFolder.naming("list", shown) { () throws(Errno) in
            let folder = try openFolder(path)
            return (folder, try Disk.entries(of: folder))
        }
        var entries: [FolderEntry] = []
        entries.reserveCapacity(found.count)
        for found in found {
            if found.isFolder {
                entries.append(FolderEntry(name: found.name, kind: .folder))
            } else if let entry = try entry(found.name, in: folder, shown) {
                entries.append(entry)
            }
        }
        return entries
    }

    /// The kind of an entry, without following links; nil if it was deleted since the folder was listed.
    private func entry(
        _ bytes: [UInt8], in folder: Disk.Descriptor, _ shown: String
    ) throws(EnvironmentFault) -> FolderEntry? {
        // A name that is not UTF-8 is only reported.
        guard let name = String(validating: bytes, as: UTF8.self) else {
            return FolderEntry(name: bytes, kind: .special)
        }
        let state = try DiskFolder.naming("look at", shown + "/" + name) { () throws(Errno) in
            try Disk.stateIfPresent(of: name, in: folder.number)
        }
        switch state?.kind {
        case nil: return nil
        case .file: return FolderEntry(name: bytes, kind: .file, identity: state.map(FileIdentity.init) ?? .init())
        case .folder: return FolderEntry(name: bytes, kind: .folder)
        case .link:
            let text = (try? Disk.linkText(of: name, in: folder.number)) ?? ""
            return FolderEntry(name: bytes, kind: .link(target: text, linkState(of: name, in: folder)))
        case .other: return FolderEntry(name: bytes, kind: .special)
        }
    }

    private func linkState(of name: String, in folder: Disk.Descriptor) -> FolderEntry.LinkState {
        do throws(Errno) {
            return try Disk.target(of: name, in: folder.number) == nil ? .dangles : .resolves
        } catch {
            return error == .tooManySymbolicLinkLevels ? .loops : .dangles
        }
    }

    // MARK: Reading

    func read(_ file: FoundFile, _ limit: Int) throws(EnvironmentFault) -> [UInt8]? {
        for _ in 0..<DiskFolder.attempts {
            let (source, before) = try openFile(file)
            guard before.size <= limit else { return nil }
            let bytes = try DiskFolder.naming("read", file.displayPath) { () throws(Errno) in
                try Disk.read(source, upTo: before.size)
            }
            // A file that was written meanwhile has another size or time.
            if bytes.count == before.size, let state = try? Disk.state(of: source), FileIdentity(state) == before {
                return bytes
            }
        }
        throw EnvironmentFault(
            path: file.displayPath, operation: "read", reason: "it keeps changing while it is read",
            number: Errno.tryAgain.rawValue)
    }

    /// Opens the listed file or, if another file has replaced it, that one.
    private func openFile(_ file: FoundFile) throws(EnvironmentFault) -> (Disk.Descriptor, FileIdentity) {
        try DiskFolder.checkNUL(file.storedPath, "read", displayedAs)
        if let direct = try? Disk.openFile(file.storedPath, in: folder.number), let state = try? Disk.state(of: direct),
            state.kind == .file, FileIdentity(state).isSameFile(as: file.identity)
        {
            return (direct, FileIdentity(state))
        }
        let (safe, state) = try DiskFolder.naming("read", file.displayPath) { () throws(Errno) in
            let path = file.storedPath[...]
            let slash = path.lastIndex(of: "/")
            let parent = try openFolder(String(slash.map { path[..<$0] } ?? ""))
            let safe = try Disk.openFile(
                String(slash.map { path[path.index(after: $0)...] } ?? path), in: parent.number)
            return (safe, try Disk.state(of: safe))
        }
        guard state.kind == .file else {
            throw EnvironmentFault(
                path: file.displayPath, operation: "read", reason: "it is no longer a regular file",
                number: Errno.invalidArgument.rawValue)
        }
        return (safe, FileIdentity(state))
    }

    // MARK: Opening

    /// Opens a folder below this one segment by segment, following no symbolic link.
    private func openFolder(_ path: String) throws(Errno) -> Disk.Descriptor {
        var current = folder
        for segment in path.split(separator: "/") {
            current = try Disk.openFolder(String(segment), in: current.number)
        }
        return current
    }

    private func display(_ path: String) -> String { FoundFile.display(path, below: displayedAs) }

    /// The C library would end the path at the NUL and open another file.
    private static func checkNUL(_ path: String, _ operation: String, _ shown: String) throws(EnvironmentFault) {
        guard path.utf8.contains(0) else { return }
        throw EnvironmentFault(
            path: shown, operation: operation, reason: "the path contains a NUL", number: Errno.invalidArgument.rawValue
        )
    }

    /// Runs system calls, and names the operation and the path if one fails.
    private static func naming<Value>(
        _ operation: String, _ path: @autoclosure () -> String, _ body: () throws(Errno) -> Value
    ) throws(EnvironmentFault) -> Value {
        do throws(Errno) { return try body() } catch {
            throw EnvironmentFault(
                path: path(), operation: operation, reason: error.explanation, number: error.rawValue)
        }
    }
}

extension FileIdentity {
    fileprivate init(_ state: FileState) {
        self.init(
            device: state.device, inode: state.inode, size: state.size, changed: Int64(state.modified),
            stateChanged: Int64(state.changed))
    }
}
