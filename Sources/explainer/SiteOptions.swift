import Platform
import ArgumentParser
import Building
import Diagnostics
import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Options of every command that reads a site.
struct SiteOptions: ParsableArguments {
    @Option(help: "The folder with the Markdown files.")
    var content = "content"

    @Option(help: "The site's own templates; files that it lacks come from the default theme.")
    var templates = "templates"

    @Flag(help: "Count warnings as errors.")
    var strict = false

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Tell the record as of this date; what was not known then is left out.", valueName: "date"))
    var asOf: String?

    @Flag(help: "Publish drafts too.")
    var drafts = false

    @Option(help: "How many cores to use.")
    var jobs: Int?

    @Option(help: "How problems are printed: human, short or json.")
    var format: DiagnosticFormat = .human

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print the files that changed and how long each stage took.")
    var verbose = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be given together") }
        if content.isEmpty { throw ValidationError("--content takes a folder") }
        _ = try asOfDate()
    }

    private func asOfDate() throws -> EventDate? {
        guard let asOf else { return nil }
        switch EventDate.parse(asOf) {
        case .success(let date): return date
        case .failure(let fault):
            throw ValidationError("--as-of '\(asOf)': \(fault.message)\(fault.hint.map { " (\($0))" } ?? "")")
        }
    }

    /// The configuration that these options make; `output` and what goes with it is the build's to add.
    func configuration() throws -> Configuration {
        var configuration = Configuration(
            content: content, templates: templates, theme: InstalledTheme.path(besides: templates), isStrict: strict,
            asOf: try asOfDate(), includesDrafts: drafts)
        configuration.program = Program.fingerprint
        return configuration
    }

    /// The machine's files, clock and cores.
    var world: World {
        World(now: now, cores: Cores(jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))))
    }

    /// Seconds since 1970; reproducible builds set it (https://reproducible-builds.org/specs/source-date-epoch/).
    private var now: Int {
        Console.environment("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? Int(time(nil))
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// The default theme that was installed beside the program.
enum InstalledTheme {
    /// `share/explainer/templates` next to the program's `bin`; nil where there is none, or where it is the folder that
    /// the site's own templates come from.
    static func path(besides own: String) -> String? {
        guard let program = Program.path else { return nil }
        let folders = program.split(separator: "/").dropLast(2)
        let path = "/" + (folders + ["share", "explainer", "templates"]).joined(separator: "/")
        guard let real = Program.realPath(path), real != Program.realPath(own) else { return nil }
        return real
    }
}
