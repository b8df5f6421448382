import ArgumentParser
import Building
import LanguageServer
import Platform

/// `explainer lsp`
struct LSPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Help in an editor: a language server over standard input and output.",
        discussion: """
            An editor starts this command and speaks LSP 3.17 with it. It reports the problems that 'explainer check' \
            reports, while you type and before you save; it completes fields, values and ids, explains them, finds what \
            names an entry, and renames an entry everywhere. It writes no file.

            The site is the folder 'content' of the folder that the editor has open, or the nearest folder above a \
            document that has a site.md. docs/content/editors.md has the settings of Neovim, Helix, Zed, Emacs and \
            VS Code.

            Examples:
              explainer lsp
              explainer lsp --content story --drafts
            """)

    @Option(help: "The folder with the Markdown files.")
    var content = "content"

    @Option(help: "The folder with your own templates. The default theme supplies the others.")
    var templates = "templates"

    @Flag(help: "Include drafts.")
    var drafts = false

    @Flag(name: .customLong("stdio"), help: "Speak over standard input and output, as it always does.")
    var usesStandardStreams = false

    func run() throws {
        let finder = SiteFinder(
            root: (try? Disk.realPath(of: ".")) ?? "/", content: content, templates: templates)
        let drafts = drafts
        var server = LanguageServer(
            ServerSetup(finder, version: Version.number) { folders in
                let own = ["--content", folders.content, "--templates", folders.templates]
                let options = try? SiteOptions.parse(own + (drafts ? ["--drafts"] : []))
                var configuration =
                    (try? options?.configuration())
                    ?? Configuration(content: folders.content, templates: folders.templates)
                // The folder is found, not named by the user.
                configuration.needsTemplates = false
                return Workspace(configuration, in: options?.world ?? World(now: 0), showsLastGoodState: false)
            })
        while server.exitStatus == nil {
            guard let bytes = try? StandardInput.next(within: server.hasWork ? 0 : 250) else { break }
            server.receive(bytes)
            // What has arrived is read before the first of it is answered, so that a request can be cancelled.
            if bytes.isEmpty { server.work() }
            send(&server)
        }
        // The client is gone, or has sent everything at once.
        while server.exitStatus == nil, server.hasWork {
            server.work()
            send(&server)
        }
        throw ExitStatus(server.exitStatus ?? 1)
    }

    private func send(_ server: inout LanguageServer) {
        let output = server.takeOutput()
        if !output.isEmpty { Console.write(String(decoding: output, as: UTF8.self), to: .output) }
    }
}
