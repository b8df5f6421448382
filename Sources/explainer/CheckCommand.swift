import ArgumentParser
import Building
import Checking
import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `explainer check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report problems in the content and the templates without writing the site.",
        discussion: """
            All problems are printed, sorted by file and line. With --fix, the suggested fixes are applied to the files; \
            the problems that remain are printed.

            Examples:
              explainer check
              explainer check --fix
              explainer check --format json | jq '.diagnostics[].code'
            """)

    @OptionGroup var site: SiteOptions

    @Flag(help: "Apply the suggested fixes.")
    var fix = false

    func run() throws {
        let start = ContinuousClock.now
        var workspace = Workspace(try site.configuration(), in: site.world)
        var report = workspace.check()
        if fix, report.exitStatus <= 1 { report = try fixed(report, &workspace) }
        let printer = ReportPrinter(options: site, duration: ContinuousClock.now - start)
        printer.printProblems(of: report, to: .output)
        if !site.quiet, site.format != .json { printer.printCheckSummary(of: report) }
        throw ExitStatus(report.exitStatus)
    }

    /// Applies all fixes in memory and checks again, up to eight times because a fix can uncover another problem. Then
    /// writes each file once.
    private func fixed(_ first: Report, _ workspace: inout Workspace) throws -> Report {
        var report = first
        var fixedFiles: [String: [UInt8]] = [:]
        var count = 0
        var edits = ""
        for _ in 0..<8 {
            let files = applyFixIts(report.diagnostics)
            if files.isEmpty { break }
            for file in files {
                let path = file.file.path
                fixedFiles[path] = file.bytes
                workspace.overlay(file.bytes, at: path)
                count += file.count
                for edit in file.edits {
                    let place = file.file.position(at: Int(edit.location.range.start))
                    edits += "\(path):\(place.line):\(place.column): fixed: \(edit.title)\n"
                }
            }
            report = workspace.check()
        }
        for (path, bytes) in fixedFiles.sorted(by: { $0.key < $1.key }) { try replace(path, with: bytes) }
        if count > 0, !site.quiet {
            Console.write(edits + "Fixed \(count) \(count == 1 ? "problem" : "problems").\n", to: .errors)
        }
        return report
    }

    /// Writes a temporary file and renames it, so that a crash leaves the old or the new file.
    private func replace(_ path: String, with bytes: [UInt8]) throws {
        let temporary = path + ".explainer-\(getpid())"
        guard let file = fopen(temporary, "wx") else { throw refused(path) }
        let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
        let isClosed = fclose(file) == 0
        var status = stat()
        if stat(path, &status) == 0 { _ = chmod(temporary, status.st_mode & 0o7777) }
        guard isWhole, isClosed, rename(temporary, path) == 0 else {
            let fault = refused(path)
            unlink(temporary)
            throw fault
        }
    }

    private func refused(_ path: String) -> ExitStatus {
        Console.write("explainer: cannot write '\(path)': \(String(cString: strerror(errno)))\n", to: .errors)
        return .environment
    }
}
