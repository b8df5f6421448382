// What comes in: the command line. What goes out: text on the terminal and an exit status.
// Everything that is done is done by Building; here options become a configuration, and a report becomes words.

import ArgumentParser
import CPlatform
import Diagnostics
import Reading
import Rendering

/// The program's entry: parses the command line and ends the process with the right status.
@main
enum Main {
    static func main() {
        memory_keep_freed()
        Console.prepare()
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
        Console.write(unknownCommand ?? (text.hasSuffix("\n") ? text : text + "\n"), to: .errors)
        Console.exit(.usage)
    }

    /// What to say where the first word is no command; the parser only knows that it did not expect it.
    private static var unknownCommand: String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
        let names = ExplainerCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        let aliases = ExplainerCommand.configuration.subcommands.flatMap { $0.configuration.aliases }
        if (names + aliases).contains(word) || word == "help" { return nil }
        let hint = nearestName(to: word, among: names).map { "Did you mean '\($0)'? " } ?? ""
        return "Error: there is no command '\(word)'. \(hint)The commands are \(names.joined(separator: ", ")).\n"
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

            Start with 'explainer new' and a folder's name: it writes a small site for you to write your own over. \
            'explainer build' in that folder builds it, 'explainer check' looks without writing, and 'explainer fields' \
            says what you can write.

            Examples:
              explainer new harbour
              explainer build
              explainer check --content story
              explainer explain unknown-reference

            The status is 0 when all is done, 1 when the content has errors, 2 when the command line is wrong, 3 when the \
            machine refuses (disk, permission, another build), 130 or 143 after an interruption.
            """,
        version: Version.text,
        subcommands: [
            NewCommand.self, BuildCommand.self, CheckCommand.self, ListCommand.self, VerifyCommand.self,
            FieldsCommand.self, SchemaCommand.self, ExplainCommand.self, TemplatesCommand.self,
        ])
}

/// What `--version` says.
enum Version {
    static let number = "0.1.0"

    static var text: String {
        "explainer \(number) (libcmark \(Markdown.libraryVersion), libyaml \(YAML.libraryVersion))"
    }
}
