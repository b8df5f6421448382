import Bytes
import ArgumentParser
import Building
import Diagnostics
import Platform

/// `explainer build`
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Check the content and write the site.",
        discussion: """
            If there is an error, nothing is written. Builds are incremental: only files whose content changed are \
            written. Files in the output folder that explainer did not write are never changed.

            Examples:
              explainer build
              explainer build --content story --output /srv/www/story
              explainer build --as-of 2026-02-26 --output public-that-day
            """)

    @OptionGroup var site: SiteOptions

    @OptionGroup var work: WorkFolderOptions

    @Option(help: "The folder to write.")
    var output = "public"

    @Flag(help: "Overwrite files that explainer did not write.")
    var adopt = false

    @Flag(help: "Overwrite files that were edited in the output folder.")
    var force = false

    @Flag(help: "Wait for another build of the same folder to end.")
    var wait = false

    @Flag(
        help:
            "Print the time by stage and by template. (Templates are compiled in parallel with reading.)"
    )
    var profile = false

    @Option(
        name: .customLong("profile-json"),
        help: ArgumentHelp("Write the same as JSON to a file (- = standard output).", valueName: "file"))
    var profileJSON: String?

    @Option(
        help: ArgumentHelp(
            "The time stamps of files: 'written' (when they were written) or 'record' (on the date of the record).",
            valueName: "times"))
    var mtimes: FileTimes = .written

    /// Which time stamps the files of the output get.
    enum FileTimes: String, ExpressibleByArgument, CaseIterable {
        case written, record
    }

    @Flag(help: "Flush all files to the disk before the build ends.")
    var durable = false

    func run() throws {
        var configuration = try site.configuration()
        configuration.output = output
        configuration.workFolder = work.folder
        configuration.setsTimesFromRecord = mtimes == .record
        configuration.adopt = adopt
        configuration.force = force
        configuration.wait = wait
        configuration.durable = durable
        if let profileJSON { try checkProfilePath(profileJSON, configuration) }
        let isQuiet = site.quiet
        configuration.willWait = { owner in
            let process = owner.map { " (process \($0))" } ?? ""
            if !isQuiet { Console.write("Waiting for another build\(process) to end.\n", to: .errors) }
        }
        let start = ContinuousClock.now
        let meter = ProgressMeter(isShown: !site.quiet && site.format == .human && Console.isTerminal(.errors))
        var workspace = Workspace(configuration, in: site.world)
        let report = workspace.build(meter.progress)
        if report.exitStatus == 130 { Signals.awaitEnd() }
        meter.clear()
        let duration = ContinuousClock.now - start
        let printer = ReportPrinter(options: site, duration: duration)
        printer.printProblems(of: report, to: site.format.isDocument ? .output : .errors)
        if !site.quiet, !site.format.isDocument { printer.printSummary(of: report, output: output) }
        let times = Profile(report: report, duration: duration)
        if profile { Console.write(times.text, to: site.format.isDocument ? .errors : .output) }
        if let profileJSON { try Console.write(times.json, toFile: profileJSON) }
        // Exit before the site is released: freeing a large one takes long.
        withExtendedLifetime(workspace) { Console.exit(ExitStatus(report.exitStatus)) }
    }

    /// Throws if a profile would be written into a folder of the site, or through a link.
    private func checkProfilePath(_ path: String, _ configuration: Configuration) throws {
        if path == "-" { return }
        let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/." : "."
        let above = [try? Disk.target(of: folder)].compactMap(\.self) + Disk.foldersAbove(folder)
        let own = [configuration.content, configuration.templates, configuration.output] + [configuration.theme ?? ""]
        let isInside = own.contains { name in
            guard !name.isEmpty, let state = try? Disk.target(of: name) else { return false }
            return above.contains { $0.isSame(as: state) }
        }
        let isLink = (try? Disk.stateIfPresent(of: path))??.kind == .link
        guard isInside || isLink else { return }
        Console.write(
            "Error: --profile-json '\(path)' is \(isLink ? "a link" : "in a folder of the site"): name another file\n",
            to: .errors)
        throw ExitStatus.usage
    }
}
