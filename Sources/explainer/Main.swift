// Turns options into a configuration for Building, and its report into text on the terminal and an exit status.

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
        // Not even the program's name: the arguments could not be read, so what was asked for is not known.
        if (CommandLine.arguments.first ?? "").isEmpty {
            Console.write("explainer: the arguments of the process cannot be read\n", to: .errors)
            Console.exit(.environment)
        }
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

    /// Prints help and version with status 0, and errors of the command line with status 2 instead of the library's 64.
    private static func end(with error: any Error) -> Never {
        let text = ExplainerCommand.fullMessage(for: error)
        if ExplainerCommand.exitCode(for: error).isSuccess {
            Console.write(text.hasSuffix("\n") ? text : text + "\n", to: .output)
            Console.exit(.done)
        }
        Console.write(unknownCommand ?? (text.hasSuffix("\n") ? text : text + "\n"), to: .errors)
        Console.exit(.usage)
    }

    /// The message if the first word is not a command; nil if it is. The parser's own message names no commands.
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
        abstract: "Make a website that explains a public dispute.",
        discussion: """
            'explainer build' reads Markdown files from a folder ('content'), checks them, and writes linked pages into \
            another folder ('public') that any web host can serve.

            To start, run 'explainer new' with a folder's name. It writes a small invented dispute; with --empty, a site \
            without entries. In that folder, 'explainer serve --open' shows the site while you write, 'explainer add' \
            writes the file of an entry, 'explainer fields' lists what you can write, 'explainer check' reports problems, \
            'explainer missing' lists what an editor would ask, and 'explainer build' writes the site.

            Examples:
              explainer new port-strike --empty
              explainer add demand "Raise wages by six per cent"
              explainer fields demand
              explainer explain unknown-reference

            Exit codes: 0 done; 1 the content has errors; 2 the command line is wrong; 3 the environment failed (disk, \
            permission, another build); 70 a fault of explainer; 130 or 143 interrupted.
            """,
        version: Version.text,
        subcommands: [
            NewCommand.self, ServeCommand.self, AddCommand.self, FieldsCommand.self, CheckCommand.self,
            ExplainCommand.self, MissingCommand.self, BuildCommand.self, RenameCommand.self, FormatCommand.self,
            LSPCommand.self, ListCommand.self, VerifyCommand.self, CleanCommand.self, TemplatesCommand.self,
            SchemaCommand.self,
        ])
}

/// What `--version` says.
enum Version {
    static let number = "0.1.0"

    static var text: String {
        "explainer \(number) (libcmark \(Markdown.libraryVersion), libyaml \(YAML.libraryVersion))"
    }
}
