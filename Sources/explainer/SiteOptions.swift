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

    @Option(help: "The folder with your own templates. The default theme supplies the others.")
    var templates = "templates"

    @Flag(help: "Count warnings as errors.")
    var strict = false

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Build the site as it would have looked on this date.", valueName: "date"))
    var asOf: String?

    @Flag(help: "Include drafts.")
    var drafts = false

    @Option(help: "The number of cores to use.")
    var jobs: Int?

    @Option(help: "The format of problems: human, short or json.")
    var format: DiagnosticFormat = .human

    @Flag(name: .customLong("errors-only"), help: "Print errors, not warnings.")
    var errorsOnly = false

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print the changed files, every place of a warning, and the time of each stage.")
    var verbose = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs a whole number, 1 or more") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be used together") }
        if content.isEmpty { throw ValidationError("--content needs a folder") }
        _ = try asOfDate()
        if let text = Console.environment("SOURCE_DATE_EPOCH"), Int(text) == nil {
            throw ValidationError("SOURCE_DATE_EPOCH '\(text)' is not a whole number of seconds since 1970")
        }
    }

    private func asOfDate() throws -> EventDate? {
        guard let asOf else { return nil }
        switch EventDate.parse(asOf) {
        case .success(let date): return date
        case .failure(let fault):
            throw ValidationError("--as-of '\(asOf)': \(fault.message)\(fault.hint.map { " (\($0))" } ?? "")")
        }
    }

    /// The configuration from these options; the build command adds `output` and its own options.
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

/// The default theme that is installed with the program.
enum InstalledTheme {
    /// `share/explainer/templates` next to the program's `bin`; nil if it does not exist or is also the folder of the
    /// site's own templates.
    static func path(besides own: String) -> String? {
        guard let program = Program.path else { return nil }
        let folders = program.split(separator: "/").dropLast(2)
        let path = "/" + (folders + ["share", "explainer", "templates"]).joined(separator: "/")
        guard let real = Program.realPath(path), real != Program.realPath(own) else { return nil }
        return real
    }
}
