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

    @Option(
        name: .customLong("max-file-size"),
        help: ArgumentHelp(
            "The largest text or file of the theme that is read (8 and 16; or EXPLAINER_MAX_FILE_SIZE).",
            valueName: "MiB"))
    var maxFileSize: Int?

    @Option(help: "The number of cores to use.")
    var jobs: Int?

    @Option(help: "The format of problems: human, short, json, sarif or github.")
    var format: DiagnosticFormat = .human

    @Flag(name: .customLong("errors-only"), help: "Print errors, not warnings.")
    var errorsOnly = false

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print the changed files, every place of a warning, and the time of each stage.")
    var verbose = false

    func validate() throws {
        if let maxFileSize, !SiteOptions.fileSizes.contains(maxFileSize) {
            throw ValidationError("--max-file-size needs a whole number of MiB, from 1 to 1024")
        }
        if let text = Console.environment(SiteOptions.fileSizeVariable), !text.isEmpty, environmentFileSize == nil {
            throw ValidationError(
                "\(SiteOptions.fileSizeVariable) '\(text)' is not a whole number of MiB, from 1 to 1024")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs a whole number, 1 or more") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be used together") }
        if content.isEmpty { throw ValidationError("--content needs a folder") }
        _ = try asOfDate()
        if let text = Console.environment("SOURCE_DATE_EPOCH"), Int(text) == nil {
            throw ValidationError("SOURCE_DATE_EPOCH '\(text)' is not a whole number of seconds since 1970")
        }
    }

    private static let fileSizes = 1...1024
    private static let fileSizeVariable = "EXPLAINER_MAX_FILE_SIZE"

    private var environmentFileSize: Int? {
        Console.environment(SiteOptions.fileSizeVariable).flatMap { Int($0) }.flatMap {
            SiteOptions.fileSizes.contains($0) ? $0 : nil
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
        if let size = maxFileSize ?? environmentFileSize {
            configuration.largestText = size << 20
            configuration.largestThemeFile = size << 20
        }
        configuration.needsTemplates = shownName(templates) != "templates"
        return configuration
    }

    private func shownName(_ folder: String) -> Substring {
        var name = folder[...]
        while name.hasSuffix("/") { name = name.dropLast() }
        return name
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

extension Configuration {
    /// Takes the folder of the last build, for commands that write no output.
    mutating func nameLastBuild(_ output: String?, _ work: WorkFolderOptions) {
        self.output = output ?? self.output
        isOutputNamed = output != nil
        workFolder = work.folder
    }
}

/// Options of every command that uses what builds left.
struct WorkFolderOptions: ParsableArguments {
    @Option(
        name: .customLong("work-folder"),
        help: ArgumentHelp(
            "The folder for caches, instead of one next to the output (or EXPLAINER_WORK_FOLDER).", valueName: "folder")
    )
    var workFolder: String?

    func validate() throws {
        if workFolder?.isEmpty == true { throw ValidationError("--work-folder needs a folder") }
    }

    /// The folder that the option or the environment names, without a slash at its end; nil if neither does.
    var folder: String? {
        let named = workFolder ?? Console.environment("EXPLAINER_WORK_FOLDER") ?? ""
        if named.isEmpty { return nil }
        let trimmed = named.reversed().drop { $0 == "/" }.reversed()
        return trimmed.isEmpty ? "/" : String(trimmed)
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
