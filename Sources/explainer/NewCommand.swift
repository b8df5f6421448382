import ArgumentParser
import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `explainer new`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new site: a small example, or with --empty nothing invented.",
        discussion: """
            Creates a 'content' folder with an invented dispute that builds without a warning: replace its text with \
            yours. Existing files are never changed. If there is a 'content' folder already, nothing is written.

            With --empty, the folder has only the site's settings and one event without entries, called after the folder; \
            'explainer add' writes the entries.

            Examples:
              explainer new harbour
              explainer new port-strike --empty
              explainer new .
            """,
        aliases: ["init"])

    @Argument(help: "The folder to create, or an existing folder without 'content'.")
    var folder: String

    @Flag(help: "Write no example: only settings, and an event without entries.")
    var empty = false

    func validate() throws {
        if folder.isEmpty { throw ValidationError("the folder's name is empty") }
    }

    func run() throws {
        let root = folder == "/" ? "/" : String(folder.reversed().drop { $0 == "/" }.reversed())
        let content = root + "/content"
        var status = stat()
        if lstat(content, &status) == 0 {
            Console.write(
                "explainer: there is a '\(content)' already; nothing was written. Name another folder.\n", to: .errors)
            throw ExitStatus.usage
        }
        // Written under a temporary name and renamed, so that the folder is complete or absent.
        let stage = "\(content).explainer-\(getpid())"
        var files: [(path: String, text: String)] = []
        do throws(Refusal) {
            try makeFolders(root)
            files = empty ? EmptySite.files(title: title(of: root)) : StarterSite.files
            try write(files, below: stage)
            guard rename(stage, content) == 0 else { throw Refusal(path: content, number: errno) }
        } catch {
            remove(files, below: stage)
            Console.write(
                "explainer: cannot write '\(error.path)': \(String(cString: strerror(error.number)))\n", to: .errors)
            throw ExitStatus.environment
        }
        let written = files.map { "  \(content)/\($0.path)\n" }.joined()
        let enter = root == "." ? "" : "  cd \(shellWord(root))\n"
        let next = empty ? "  explainer add party\n  explainer add demand\n" : ""
        Console.write(
            "Wrote \(files.count) files:\n\(written)\nNext:\n\(enter)\(next)  explainer serve --open\n\nA browser shows the site while you write. 'explainer build' writes it into the folder 'public'.\n",
            to: .output)
    }

    /// The folder's name as a title: "port-strike" is "Port strike".
    private func title(of root: String) -> String {
        let path = Program.realPath(root) ?? root
        let words = path.split(separator: "/").last.map(String.init) ?? "A dispute"
        let title = words.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
        return title.isEmpty ? "A dispute" : title.prefix(1).uppercased() + title.dropFirst()
    }

    private struct Refusal: Error {
        let path: String
        let number: Int32
    }

    /// Creates a folder and its parents.
    private func makeFolders(_ path: String) throws(Refusal) {
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT != S_IFDIR { throw Refusal(path: path, number: ENOTDIR) }
            return
        }
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
            try makeFolders(String(path[..<slash]))
        }
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw Refusal(path: path, number: errno) }
    }

    private func write(_ files: [(path: String, text: String)], below stage: String) throws(Refusal) {
        for (name, text) in files {
            let path = stage + "/" + name
            try makeFolders(folder(of: path))
            guard let file = fopen(path, "wx") else { throw Refusal(path: path, number: errno) }
            let isWhole = fputs(text, file) >= 0
            let number = errno
            guard fclose(file) == 0 else { throw Refusal(path: path, number: errno) }
            guard isWhole else { throw Refusal(path: path, number: number) }
        }
    }

    /// Removes what `write` wrote, and ignores what is missing.
    private func remove(_ files: [(path: String, text: String)], below stage: String) {
        for (name, _) in files { unlink(stage + "/" + name) }
        for (name, _) in files where name.contains("/") { rmdir(folder(of: stage + "/" + name)) }
        rmdir(stage)
    }

    private func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    }

    /// A word, quoted for a POSIX shell if necessary.
    private func shellWord(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { byte in
            isASCIILetterOrDigit(byte)
                || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(byte)
        }
        return plain
            ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
