import ArgumentParser
import Building

/// `explainer verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare the output folder with a clean build, byte for byte.",
        discussion: """
            'explainer build' is incremental. This command builds the whole site into a temporary folder, compares it \
            with the output, and deletes the temporary folder. The output is not changed. The exit code is 1 if a file \
            differs.

            Examples:
              explainer verify
              explainer verify --content story --output /srv/www/story
            """)

    @OptionGroup var site: SiteOptions

    @OptionGroup var work: WorkFolderOptions

    @Option(help: "The folder to compare.")
    var output = "public"

    func run() throws {
        var configuration = try site.configuration()
        configuration.output = output
        configuration.workFolder = work.folder
        let start = ContinuousClock.now
        let meter = ProgressMeter(isShown: !site.quiet && site.format == .human && Console.isTerminal(.errors))
        var workspace = Workspace(configuration, in: site.world)
        let report = workspace.verify(meter.progress)
        if report.exitStatus == 130 { Signals.awaitEnd() }
        meter.clear()
        let printer = ReportPrinter(options: site, duration: ContinuousClock.now - start)
        printer.printProblems(of: report, to: site.format.isDocument ? .output : .errors)
        if !site.quiet, !site.format.isDocument { printer.printVerification(of: report, output: output) }
        throw ExitStatus(report.exitStatus)
    }
}
