import ArgumentParser
import Building
import Checking
import Diagnostics

/// `explainer check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report problems in the content and the templates without writing the site.",
        discussion: """
            Everything that a build does is done, but for writing: templates are rendered too. Only files in the way in \
            the output folder are not looked for. All problems are printed, sorted by file and line. With --fix, the \
            suggested fixes are applied to the files; the problems that remain are printed.

            Examples:
              explainer check
              explainer check --fix
              explainer check --format json | jq '.diagnostics[].code'
            """)

    @OptionGroup var site: SiteOptions

    @OptionGroup var work: WorkFolderOptions

    @Option(
        help: ArgumentHelp("The folder of the last build, for addresses that were lost (public).", valueName: "folder"))
    var output: String?

    @Flag(help: "Apply the suggested fixes.")
    var fix = false

    func run() throws {
        let start = ContinuousClock.now
        var configuration = try site.configuration()
        configuration.nameLastBuild(output, work)
        var workspace = Workspace(configuration, in: site.world)
        var report = workspace.check()
        if fix, report.exitStatus <= 1 { report = try fixed(report, &workspace) }
        let printer = ReportPrinter(options: site, duration: ContinuousClock.now - start)
        printer.printProblems(of: report, to: .output)
        if !site.quiet, !site.format.isDocument { printer.printCheckSummary(of: report) }
        throw ExitStatus(report.exitStatus)
    }

    /// Applies all fixes in memory and checks again, up to eight times because a fix can uncover another problem. Then
    /// writes each file once.
    private func fixed(_ first: Report, _ workspace: inout Workspace) throws -> Report {
        var report = first
        var fixedFiles: [String: (old: [UInt8], new: [UInt8])] = [:]
        var edits: [(path: String, count: Int, text: String)] = []
        for _ in 0..<8 {
            let files = applyFixIts(report.diagnostics)
            if files.isEmpty { break }
            for file in files {
                let path = file.file.path
                fixedFiles[path] = (fixedFiles[path]?.old ?? file.file.bytes, file.bytes)
                workspace.overlay(file.bytes, at: path)
                var text = ""
                for edit in file.edits {
                    let place = file.file.position(at: Int(edit.location.range.start))
                    text += "\(path):\(place.line):\(place.column): fixed: \(edit.title)\n"
                }
                edits.append((path, file.count, text))
            }
            report = workspace.check()
        }
        let unwritten = workspace.writeFixes(fixedFiles)
        if !unwritten.isEmpty {
            // The files have the old problems.
            report = workspace.check()
            report.diagnostics += unwritten.flatMap(\.diagnostics)
            report.exitStatus = ExitStatus.environment.number
            edits.removeAll { edit in unwritten.contains { $0.path == edit.path } }
        }
        let count = edits.reduce(0) { $0 + $1.count }
        if count > 0, !site.quiet {
            let fixed = "Fixed \(count) \(count == 1 ? "problem" : "problems").\n"
            Console.write(edits.map(\.text).joined() + fixed, to: .errors)
        }
        return report
    }
}
