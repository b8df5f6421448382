// What comes in: the command line. What goes out: text on the terminal and an exit status.
// Everything that is done is done by Building; here options become a configuration, and a report becomes words.

import ArgumentParser
import Reading
import Rendering

/// The program's entry: parses the command line and ends the process with the right status.
@main
enum Main {
    static func main() {
        Signals.prepare()
        do {
            var command = try ExplainerCommand.parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            Console.exit(status)
        } catch {
            end(with: error)
        }
        Console.exit(.done)
    }

    /// Help and versions are no failures; what the command line gets wrong is status 2, not the library's 64.
    private static func end(with error: any Error) -> Never {
        let text = ExplainerCommand.fullMessage(for: error)
        if ExplainerCommand.exitCode(for: error).isSuccess {
            Console.write(text.hasSuffix("\n") ? text : text + "\n", to: .output)
            Console.exit(.done)
        }
        Console.write(text.hasSuffix("\n") ? text : text + "\n", to: .errors)
        Console.exit(.usage)
    }
}

/// `explainer`, with its commands.
struct ExplainerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explainer",
        abstract: "Makes a website that explains a public dispute.",
        discussion: """
            Markdown files about a dispute lie in a folder, by default 'content'. 'explainer build' checks them and writes \
            linked pages into another, by default 'public', which any host can serve.

            Start with 'explainer build' in a folder that has a 'content/'. 'explainer check' looks without writing.
            """,
        version: Version.text,
        subcommands: [BuildCommand.self, CheckCommand.self, ExplainCommand.self])
}

/// What `--version` says.
enum Version {
    static let number = "0.1.0"

    static var text: String {
        "explainer \(number) (libcmark \(Markdown.libraryVersion), libyaml \(YAML.libraryVersion))"
    }
}
