import Platform

/// The output folder: resolved once, and rejected if writing could damage something that is not a site.
struct OutputFolder: Sendable {
    /// As given on the command line, for messages.
    let shown: String
    /// Absolute and without links, unless that path is not UTF-8.
    let path: String
    let exists: Bool

    /// The absolute path of the folder it lies in.
    var parent: String { OutputFolder.split(path).parent }
    /// Its last segment.
    var name: String { OutputFolder.split(path).name }

    init(_ options: WriteOptions) throws(WriteFault) {
        let given = options.output
        func refuse(_ reason: String) -> WriteFault { .forbiddenOutput(path: given, reason: reason) }
        if given.isEmpty { throw refuse("its name is empty") }
        if given.utf8.contains(0) { throw refuse("its name holds a zero byte") }
        shown = given
        let trimmed = OutputFolder.withoutEndingSlashes(given)
        if let state = try WriteFault.naming("open", given, { () throws(Errno) in try Disk.target(of: given) }) {
            if state.kind != .folder { throw refuse("it is a file") }
            path = try WriteFault.naming("open", given) { () throws(Errno) in try Disk.realPath(of: given) }
            exists = true
        } else {
            if (try? Disk.state(of: trimmed)) != nil { throw refuse("it is a link that leads nowhere") }
            let (parent, name) = OutputFolder.split(trimmed)
            guard let folder = try? Disk.realPath(of: parent) else {
                throw refuse("the folder it is to be made in does not exist")
            }
            path = folder == "/" ? "/" + name : folder + "/" + name
            exists = false
        }
        if name.utf8.count > 240 { throw refuse("its name is longer than 240 bytes") }
        try refuseDangers(options)
    }

    private func refuseDangers(_ options: WriteOptions) throws(WriteFault) {
        var surroundings = [(folder: "/", words: "the root of the disk")]
        if let home = Disk.environment("HOME"), !home.isEmpty { surroundings.append((home, "the home folder")) }
        surroundings.append((".", "the folder that the command runs in"))
        surroundings += options.surroundings.map { ($0, "the project's folder '\($0)'") }
        let mine = exists ? try? Disk.target(of: path) : nil
        for (folder, words) in surroundings {
            try refuse(ifItIs: folder, words, mine)
        }
        for source in options.sources {
            try refuse(ifItIs: source, "the source folder '\(source)'", mine)
            guard let other = try? Disk.target(of: source) else { continue }
            var above = Disk.foldersAbove(exists ? path : parent)
            if !exists, let folder = try? Disk.target(of: parent) { above.append(folder) }
            if above.contains(where: { $0.isSame(as: other) }) {
                throw .forbiddenOutput(path: shown, reason: "it lies in the source folder '\(source)'")
            }
        }
    }

    /// Throws if the output is a folder, or contains it. Compared by identity: names may differ by case or mount.
    private func refuse(ifItIs folder: String, _ words: String, _ mine: FileState?) throws(WriteFault) {
        guard let mine, let real = try? Disk.realPath(of: folder), let other = try? Disk.target(of: real) else {
            return
        }
        if mine.isSame(as: other) { throw .forbiddenOutput(path: shown, reason: "it is \(words)") }
        if Disk.foldersAbove(real).contains(where: { $0.isSame(as: mine) }) {
            throw .forbiddenOutput(path: shown, reason: "it holds \(words)")
        }
    }

    /// Whether a path that need not exist begins with a folder's.
    static func lies(_ path: String, in folder: String) -> Bool {
        var parts: [Substring] = []
        let absolute = path.hasPrefix("/") ? path : ((try? Disk.realPath(of: ".")) ?? "") + "/" + path
        for part in absolute.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.starts(with: folder.split(separator: "/"))
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let name = String(path[path.utf8.index(after: slash)...])
        let parent = withoutEndingSlashes(String(path[..<slash]))
        return (parent.isEmpty ? "/" : parent, name)
    }

    private static func withoutEndingSlashes(_ path: String) -> String {
        var path = path[...]
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
        return String(path)
    }
}
