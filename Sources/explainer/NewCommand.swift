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
        abstract: "Write a small example site to start from.",
        discussion: """
            Creates a 'content' folder with an invented dispute that builds without a warning: replace its text with \
            yours. Existing files are never changed. If there is a 'content' folder already, nothing is written.

            Examples:
              explainer new harbour
              explainer new .
            """,
        aliases: ["init"])

    @Argument(help: "The folder to create, or an existing folder without 'content'.")
    var folder: String

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
        do throws(Refusal) {
            try makeFolders(root)
            try writeFiles(below: stage)
            guard rename(stage, content) == 0 else { throw Refusal(path: content, number: errno) }
        } catch {
            removeFiles(below: stage)
            Console.write(
                "explainer: cannot write '\(error.path)': \(String(cString: strerror(error.number)))\n", to: .errors)
            throw ExitStatus.environment
        }
        let files = StarterSite.files.map { "  \(content)/\($0.path)\n" }.joined()
        let enter = root == "." ? "" : "  cd \(shellWord(root))\n"
        Console.write(
            "Wrote \(StarterSite.files.count) files:\n\(files)\nNext:\n\(enter)  explainer build\n\nThen open public/index.html in a browser.\n",
            to: .output)
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

    private func writeFiles(below stage: String) throws(Refusal) {
        for (name, text) in StarterSite.files {
            let path = stage + "/" + name
            try makeFolders(folder(of: path))
            guard let file = fopen(path, "wx") else { throw Refusal(path: path, number: errno) }
            let isWhole = fputs(text, file) >= 0
            let number = errno
            guard fclose(file) == 0 else { throw Refusal(path: path, number: errno) }
            guard isWhole else { throw Refusal(path: path, number: number) }
        }
    }

    /// Removes what `writeFiles` wrote, and ignores what is missing.
    private func removeFiles(below stage: String) {
        for (name, _) in StarterSite.files { unlink(stage + "/" + name) }
        for (name, _) in StarterSite.files where name.contains("/") { rmdir(folder(of: stage + "/" + name)) }
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
