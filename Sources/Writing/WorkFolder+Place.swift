import Bytes
import Platform

extension WorkFolder {
    /// The path of the folder, which exists then if it is not beside the output; its name for messages, and whether it is
    /// beside the output.
    static func place(
        for output: OutputFolder, _ options: WriteOptions
    ) throws(WriteFault) -> (path: String, shown: String, isBeside: Bool) {
        if let named = options.workFolder {
            let path = try place(named, for: output, options)
            return (path, path, false)
        }
        let beside = besidePath(of: output)
        let isServed = isServed(output.parent)
        do throws(Errno) {
            if !options.canMakeWorkFolder || isServed { throw .accessDenied }
            do throws(Errno) { try Disk.makeFolder(beside, in: Disk.workingFolder) } catch .fileExists {
                if try Disk.state(of: beside).kind == .folder {
                    try Disk.checkWritable(beside, in: Disk.workingFolder)
                }
            }
        } catch let error where [.accessDenied, .notPermitted, .readOnlyFileSystem].contains(error) {
            let canWrite = output.exists && (try? Disk.checkWritable(output.path, in: Disk.workingFolder)) != nil
            guard canWrite || isServed, let caches = cacheFolder else { throw unusable(beside, error) }
            let path = caches + "/" + identity(of: output)
            do throws(Errno) { try makeFolders(path) } catch { throw unusable(path, error) }
            return (path, path, false)
        } catch {
            throw unusable(beside, error)
        }
        return (beside, beside, true)
    }

    /// Where the folder may be, whether or not it exists: what reads it looks in each.
    static func places(for output: OutputFolder, _ options: WriteOptions) -> [String] {
        if let named = options.workFolder { return [named + "/" + identity(of: output)] }
        return [besidePath(of: output)] + (cacheFolder.map { [$0 + "/" + identity(of: output)] } ?? [])
    }

    private static func besidePath(of output: OutputFolder) -> String {
        (output.parent == "/" ? "" : output.parent) + "/.\(output.name).explainer"
    }

    /// A name that is the output's alone: several may share a folder for caches.
    private static func identity(of output: OutputFolder) -> String {
        ContentHash(of: Array(output.path.utf8)).description
    }

    private static func unusable(_ path: String, _ error: Errno) -> WriteFault {
        .environment(
            path: path, operation: "write in", reason: error.explanation,
            hint: "builds keep their cache there: name another folder with --work-folder, or in EXPLAINER_WORK_FOLDER")
    }

    // MARK: A folder that the user names

    private static func place(
        _ named: String, for output: OutputFolder, _ options: WriteOptions
    ) throws(WriteFault) -> String {
        func refuse(_ reason: String) -> WriteFault { .forbiddenWorkFolder(path: named, reason: reason) }
        if named.isEmpty { throw refuse("its name is empty") }
        let folders = existingFolders(of: named)
        let isIn = { (folder: String) in
            guard let state = try? Disk.target(of: folder) else { return false }
            return folders.contains { $0.isSame(as: state) }
        }
        if output.exists, isIn(output.path) { throw refuse("it lies in the output folder '\(output.shown)'") }
        if !output.exists, OutputFolder.lies(named, in: output.path) {
            throw refuse("it lies in the output folder '\(output.shown)'")
        }
        for source in options.sources where isIn(source) { throw refuse("it lies in the source folder '\(source)'") }
        if let real = nearestExisting(named).flatMap({ try? Disk.realPath(of: $0) }), hasSite(atOrAbove: real) {
            throw refuse("it lies in a site that explainer wrote")
        }
        let path = named + "/" + identity(of: output)
        do throws(Errno) { try makeFolders(path) } catch { throw unusable(named, error) }
        return path
    }

    /// The nearest folder of a path that exists.
    private static func nearestExisting(_ path: String) -> String? {
        var rest = path[...]
        while !rest.isEmpty {
            if (try? Disk.target(of: String(rest)))??.kind == .folder { return String(rest) }
            guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
            rest = slash == rest.startIndex && rest.utf8.count > 1 ? "/" : rest[..<slash]
        }
        return nil
    }

    /// The nearest folder of a path that exists, and those above it.
    private static func existingFolders(of path: String) -> [FileState] {
        guard let nearest = nearestExisting(path), let real = try? Disk.realPath(of: nearest) else { return [] }
        return [try? Disk.target(of: real)].compactMap(\.self) + Disk.foldersAbove(real)
    }

    // MARK: Folders that a server serves

    /// Whether readers can ask for files of a folder, as far as its files and its name say so.
    private static func isServed(_ folder: String) -> Bool {
        if hasSite(atOrAbove: folder) { return true }
        let name = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[folder.utf8.index(after: $0)...] }
        if let name, servedNames.contains(name.lowercased()) { return true }
        return ["index.html", "index.htm", "index.php"].contains { isThere(folder + "/" + $0) }
    }

    private static let servedNames: Set<String> = ["www", "html", "htdocs", "httpdocs", "public_html", "wwwroot"]

    /// Whether a folder, or one above it, has a site that this program wrote.
    private static func hasSite(atOrAbove folder: String) -> Bool {
        var rest = folder[...]
        while true {
            if isThere(rest + "/" + OutputPath.manifestName) { return true }
            guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
            rest = rest[..<slash]
        }
    }

    private static func isThere(_ path: String) -> Bool { (try? Disk.stateIfPresent(of: path))??.kind != nil }

    // MARK: The user's folder for caches

    /// `~/.cache/explainer`; nil without a home folder.
    private static var cacheFolder: String? {
        if let caches = Disk.environment("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/explainer" }
        guard let home = Disk.environment("HOME"), home.hasPrefix("/") else { return nil }
        return home + "/.cache/explainer"
    }

    /// Creates a folder with those that contain it.
    private static func makeFolders(_ path: String) throws(Errno) {
        for slash in path.utf8.indices.dropFirst() where path.utf8[slash] == UInt8(ascii: "/") {
            do throws(Errno) { try Disk.makeFolder(String(path[..<slash]), in: Disk.workingFolder) } catch
                where error == .fileExists || error == .readOnlyFileSystem || error == .accessDenied
            {}
        }
        do throws(Errno) { try Disk.makeFolder(path, in: Disk.workingFolder) } catch .fileExists {}
        try Disk.checkWritable(path, in: Disk.workingFolder)
    }
}
