import ArgumentParser
import Building
import Diagnostics
import Platform
import Serving

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `explainer serve`
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the site in a browser while you write it.",
        discussion: """
            The site is rendered from memory when a page is opened: the output folder is not written. Open pages are \
            updated when a file is saved. Errors do not stop the preview: a panel on each page lists them, references \
            that name nothing are marked, and a file that cannot be used keeps its last good state. 'explainer build' \
            stays strict. Ctrl-C ends the server.

            Only programs on this machine can reach the server, unless --host names another address.

            Examples:
              explainer serve --open
              explainer serve --drafts --editor vscode
              explainer serve --port 9000 --content story
            """)

    /// The port that is tried first if none is named.
    static let usualPort = 8400

    @OptionGroup var site: SiteOptions

    @Option(help: "The port to listen on. (default: \(usualPort), or the next free one)")
    var port: Int?

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(
        name: .customLong("allow-host"), parsing: .singleValue,
        help: ArgumentHelp("A name by which browsers may address the server, besides localhost.", valueName: "name"))
    var allowedHosts: [String] = []

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Option(
        help: ArgumentHelp(
            "Link problems to an editor: \(EditorLink.editors.map(\.key).joined(separator: ", ")), or an address with {path}, {line} and {column}.",
            valueName: "editor"))
    var editor: String?

    @Flag(help: "List the folders every half second, for network mounts that report no changes.")
    var poll = false

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port needs a number from 0 to 65535") }
        if let editor, EditorLink(editor) == nil {
            let names = EditorLink.editors.map(\.key).joined(separator: ", ")
            throw ValidationError("--editor '\(editor)' is not one of \(names), and not an address with {path}")
        }
        if host.isEmpty { throw ValidationError("--host needs an address") }
    }

    func run() throws {
        let configuration = try site.configuration()
        let roots = ([configuration.content, configuration.templates] + (configuration.theme.map { [$0] } ?? []))
        // Made before the first refresh, so that no change is missed.
        let watcher = makeWatcher(of: roots.map { WatchedFolder(folder: $0) }, polls: poll) { say($0 + "\n") }
        var session = PreviewSession(
            Workspace(configuration, in: site.world), editor: editor.flatMap(EditorLink.init),
            folder: (try? Disk.realPath(of: ".")) ?? "", run: World.systemTime() / 1_000_000)
        let server = try start()
        defer { server.stop() }
        session.update(SourceChanges()) { server.show($0) }
        let printer = RefreshPrinter(options: site)
        printer.print(session)
        announce(server)
        if open { Browser.open(address(of: server)) }
        session.run(server, watcher) { reason in
            say(reason + "\n")
            return PollingWatcher(roots.map { WatchedFolder(folder: $0) })
        } say: {
            printer.print($0)
        }
    }

    private func start() throws -> PreviewServer {
        let address = PreviewServer.Address(
            host: host, port: port ?? ServeCommand.usualPort, further: port == nil ? 50 : 0,
            allowedHosts: allowedHosts)
        do throws(PreviewServer.Failure) {
            return try PreviewServer.start(address, site: ServedSite(files: nil))
        } catch {
            let hint = error.isPortInUse ? "; another program uses it: choose another with --port" : ""
            Console.write(
                "explainer: cannot listen on \(host), port \(address.port): \(error.reason)\(hint)\n", to: .errors)
            throw ExitStatus.environment
        }
    }

    private func address(of server: PreviewServer) -> String {
        let isLocal = HostRules.isLoopback(server.host) || ["0.0.0.0", "::"].contains(server.host)
        let name = isLocal ? "localhost" : server.host.contains(":") ? "[\(server.host)]" : server.host
        // A name may lead to an address of the other family, on which nothing listens.
        return "http://\(isLocal && host != "localhost" ? localName(server.host) : name):\(server.port)/"
    }

    private func localName(_ address: String) -> String {
        address.contains(":") ? "[::1]" : address == "0.0.0.0" ? "127.0.0.1" : address
    }

    private func announce(_ server: PreviewServer) {
        if !HostRules.isLoopback(server.host) {
            Console.write(
                "Warning: other machines can read this site, drafts and unfinished work included: it is served on \(server.host).\n",
                to: .errors)
        }
        let wanted = port ?? ServeCommand.usualPort
        if wanted != 0, server.port != wanted { say("Port \(wanted) is in use.\n") }
        Console.write("Serving \(address(of: server)) (Ctrl-C ends it)\n", to: .output)
    }

    private func say(_ text: String) {
        if !site.quiet { Console.write(text, to: .errors) }
    }
}

/// Prints what each refresh found: the problems if they are others than before, and one line.
private final class RefreshPrinter {
    private let options: SiteOptions
    private var last = ""

    init(options: SiteOptions) { self.options = options }

    func print(_ session: PreviewSession) {
        let formatter = DiagnosticFormatter(
            format: options.format, usesColor: Console.usesColor(.errors), showsAllPlaces: options.verbose)
        let shown =
            options.errorsOnly ? session.diagnostics.filter { $0.severity == .error } : session.diagnostics
        let text = formatter.text(for: shown)
        if text != last, !text.isEmpty { Console.write(text, to: .errors) }
        last = text
        if options.quiet || options.format == .json { return }
        let milliseconds = Int((session.duration / .milliseconds(1)).rounded(.up))
        Console.write("Read in \(milliseconds) ms; \(counts(session.diagnostics)).\n", to: .errors)
        guard options.verbose else { return }
        for stage in session.stages {
            let tenths = Int((stage.duration / .milliseconds(1) * 10).rounded())
            Console.write("  \(stage.name): \(tenths / 10).\(tenths % 10) ms\n", to: .errors)
        }
    }

    private func counts(_ problems: [Diagnostic]) -> String {
        if problems.isEmpty { return "no problems" }
        let errors = problems.count { $0.severity == .error }
        let counts = [(errors, "error"), (problems.count - errors, "warning")].filter { $0.0 > 0 }
        return counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}

/// The user's web browser.
enum Browser {
    /// Opens an address; a machine without a browser is not an error.
    static func open(_ address: String) {
        #if os(macOS)
            let program = "open"
        #else
            let program = "xdg-open"
        #endif
        Disk.start(program, argument: address)
    }
}
