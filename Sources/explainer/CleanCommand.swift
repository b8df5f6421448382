import ArgumentParser
import Building
import Diagnostics

/// `explainer clean`
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Remove the files that builds wrote.",
        discussion: """
            Only files that explainer wrote are removed, as listed in '.explainer-manifest' in the output folder, and the \
            caches in '.public.explainer' next to it. Files that you put there or edited stay, and are named.

            Examples:
              explainer clean
              explainer clean --output /srv/www/story
            """)

    @OptionGroup var site: SiteOptions

    @OptionGroup var work: WorkFolderOptions

    @Option(help: "The folder that builds wrote.")
    var output = "public"

    func run() throws {
        var configuration = try site.configuration()
        configuration.output = output
        configuration.workFolder = work.folder
        let report = Workspace(configuration, in: site.world).clean()
        ReportPrinter(options: site, duration: .zero).printProblems(
            of: report, to: site.format.isDocument ? .output : .errors)
        if report.exitStatus == 0, !site.quiet, !site.format.isDocument {
            guard let summary = report.summary else {
                Console.write("There is no built site in '\(output)'; nothing was removed.\n", to: .output)
                return
            }
            for path in summary.kept { Console.write("  edited, not removed: \(path)\n", to: .output) }
            let count = summary.removed.count
            Console.write("Removed \(count) file\(count == 1 ? "" : "s") of '\(output)'.\n", to: .output)
        }
        throw ExitStatus(report.exitStatus)
    }
}
