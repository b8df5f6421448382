import Bytes
import Diagnostics
import Platform

/// The files below a content folder: documents, and files that are copied.
///
/// Sorted by the UTF-8 bytes of the path, so that the same folder gives the same site on every machine. The walk is not
/// recursive and has one folder open at a time.
package struct SiteFolder: Sendable {
    /// Every `*.md`.
    package let documents: [FoundFile]
    /// Every other file, to be copied: pictures, PDFs, text copies of sources.
    package let assets: [FoundFile]
    /// The folder as it was opened, for reading the files.
    package let folder: OpenFolder

    package init(documents: [FoundFile], assets: [FoundFile], folder: OpenFolder) {
        self.documents = documents
        self.assets = assets
        self.folder = folder
    }

    /// The same folder with files that are not on the disk, by their paths below it.
    package func adding(_ paths: [String], below root: String) -> SiteFolder {
        func adding(_ paths: [String], to files: [FoundFile]) -> [FoundFile] {
            let known = Set(files.map(\.path))
            let new = paths.filter { !known.contains($0) }.map { path in
                FoundFile(path: path, displayPath: FoundFile.display(path, below: root))
            }
            if new.isEmpty { return files }
            return (files + new).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        }
        return SiteFolder(
            documents: adding(paths.filter { $0.hasSuffix(".md") }, to: documents),
            assets: adding(paths.filter { !$0.hasSuffix(".md") }, to: assets), folder: folder)
    }

    /// The paths below the folder by which copied files are opened, by their paths in Normalization Form C; those alone that
    /// the file system spells otherwise.
    package var otherwiseStored: [String: String] {
        var paths: [String: String] = [:]
        for file in assets where !file.path.utf8.elementsEqual(file.storedPath.utf8) {
            paths[file.path] = file.storedPath
        }
        return paths
    }

    /// The same folder without files that a site's settings ignore, by their paths below it.
    package func leavingOut(_ isIgnored: (String) -> Bool) -> SiteFolder {
        SiteFolder(
            documents: documents.filter { !isIgnored($0.path) }, assets: assets.filter { !isIgnored($0.path) },
            folder: folder)
    }

    /// Whether a scan passes over a file or folder because of its name: hidden, or left behind by an editor.
    package static func ignores(_ name: [UInt8]) -> Bool { FileName.isIgnored(name) }

    /// Lists a folder and everything below it.
    ///
    /// Hidden files and temporary files of editors are ignored. Symbolic links are not followed: a site never publishes
    /// a file from outside its folder.
    /// - Parameter displayedAs: The folder's path as messages show it.
    /// - Throws: the first error of the system; nothing is skipped silently.
    package static func scan(
        root: String, displayedAs: String, with files: FileSystem, cores: Cores = .one
    ) throws(EnvironmentFault) -> Outcome<SiteFolder> {
        let folder = try files.openFolder(root, displayedAs)
        var walk = FolderWalk(folder, displayedAs)
        do {
            try walk.run(cores)
        } catch  where error.isMissing {
            // A folder was deleted after it was listed, by an editor or a checkout. Try again.
            walk = FolderWalk(folder, displayedAs)
            try walk.run(cores)
        }
        return Outcome(
            SiteFolder(documents: walk.documents, assets: walk.assets, folder: folder), walk.diagnostics)
    }
}

/// A file below a content folder.
package struct FoundFile: Sendable {
    /// Relative to the content folder, `/` between segments, in Normalization Form C: `demands/all-lawful-uses.md`.
    package let path: String
    /// The same as the file system spells it, by which it is opened.
    package let storedPath: String
    /// The path as messages show it: `content/demands/all-lawful-uses.md`.
    package let displayPath: String
    package let identity: FileIdentity

    package init(path: String, displayPath: String, identity: FileIdentity = FileIdentity()) {
        self.path = path.composed
        storedPath = path
        self.displayPath = displayPath
        self.identity = identity
    }

    /// Length in bytes when the folder was listed.
    package var size: Int { identity.size }

    /// The path that messages show of a path below a folder.
    package static func display(_ path: String, below root: String) -> String {
        if root.isEmpty || root == "." { return path.isEmpty ? root : path }
        if path.isEmpty { return root }
        return root.utf8.last == 0x2F ? root + path : root + "/" + path
    }
}

/// The walk over a tree: an explicit stack, entries in the order of their whole paths.
private struct FolderWalk: Sendable {
    let folder: OpenFolder
    let root: String
    var documents: [FoundFile] = []
    var assets: [FoundFile] = []
    var diagnostics: [Diagnostic] = []
    private var stack: [Step] = []

    private struct Step: Sendable {
        let path: String
        let entry: FolderEntry
    }

    init(_ folder: OpenFolder, _ root: String) {
        self.folder = folder
        self.root = root
    }

    /// Walks the folders; those directly below the root in parallel.
    mutating func run(_ cores: Cores) throws(EnvironmentFault) {
        try open("")
        let steps = Array(stack.reversed())
        stack.removeAll()
        let (folder, root) = (folder, root)
        let walks = cores.map(steps.count) { index -> Result<FolderWalk, EnvironmentFault> in
            var walk = FolderWalk(folder, root)
            do throws(EnvironmentFault) {
                try walk.run(from: steps[index])
                return .success(walk)
            } catch {
                return .failure(error)
            }
        }
        for walk in walks {
            let part = try walk.get()
            documents += part.documents
            assets += part.assets
            diagnostics += part.diagnostics
        }
    }

    private mutating func run(from step: Step) throws(EnvironmentFault) {
        stack = [step]
        while let step = stack.popLast() {
            if step.entry.kind == .folder {
                try open(step.path)
            } else {
                take(step)
            }
        }
    }

    /// Lists a folder and pushes its relevant entries on the stack, last first.
    private mutating func open(_ path: String) throws(EnvironmentFault) {
        var named: [NamedEntry] = []
        for entry in try folder.list(path) where !FileName.isIgnored(entry.name) {
            guard let name = FileName.text(entry.name) else {
                report(.nameNotUTF8, "the name '\(FileName.escaped(entry.name))' is not UTF-8", path, nil)
                continue
            }
            named.append(NamedEntry(name: name, entry: entry))
        }
        named.sort { $0.entry.precedes($1.entry) }
        for (first, second) in FileName.twins(named) {
            let how = first == second ? "by how accents are encoded (NFC, NFD)" : "by upper and lower case"
            report(
                .nameTwins, "'\(first)' and '\(second)' differ only \(how)", path, second,
                hint: "rename one: on many machines both are the same file")
        }
        for found in named.reversed() {
            let whole = path.isEmpty ? found.name : path + "/" + found.name
            if checkName(found.entry.name, whole) { stack.append(Step(path: whole, entry: found.entry)) }
        }
    }

    private mutating func checkName(_ name: [UInt8], _ path: String) -> Bool {
        if name.count > FileName.longest {
            report(
                .nameTooLong, "the name has \(name.count) bytes; at most \(FileName.longest) are possible", path,
                nil)
            return false
        }
        if path.utf8.count > FileName.longestPath {
            report(
                .nameTooLong, "the path has \(path.utf8.count) bytes; at most \(FileName.longestPath) are possible",
                path, nil)
            return false
        }
        if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            report(.nameCharacters, "the name contains a control character", path, nil, hint: "rename it")
            return false
        }
        if let reason = FileName.unportable(name) { report(.unportableName, "the name \(reason)", path, nil) }
        return true
    }

    private mutating func take(_ step: Step) {
        switch step.entry.kind {
        case .file:
            let file = FoundFile(
                path: step.path, displayPath: FoundFile.display(step.path, below: root), identity: step.entry.identity)
            switch FileName.role(of: step.entry.name) {
            case .document: documents.append(file)
            case .asset: assets.append(file)
            case .misnamed:
                report(
                    .documentName, "the file is not read, since documents end in '.md'", step.path, nil,
                    hint: "rename it to end in '.md'")
            }
        case .link(let target, .resolves):
            report(
                .symbolicLink, "the symbolic link to '\(target)' is not followed", step.path, nil,
                hint: "put the file itself here: a link could publish files from outside the site")
        case .link(let target, .loops):
            report(.symbolicLink, "the symbolic link to '\(target)' is circular", step.path, nil)
        case .link(let target, .dangles):
            report(.danglingLink, "the symbolic link to '\(target)' leads to nothing", step.path, nil)
        case .special:
            report(.specialFile, "a pipe, a socket or a device is not copied", step.path, nil)
        case .folder: break
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ path: String, _ name: String?, hint: String? = nil
    ) {
        let whole = name.map { path.isEmpty ? $0 : path + "/" + $0 } ?? path
        diagnostics.append(
            Diagnostic(code, message, at: nil, path: FoundFile.display(whole, below: root), hint: hint))
    }
}
