import ArgumentParser
import Building
import Diagnostics

/// `explainer explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say more about a kind of problem, by its code.",
        discussion: """
            The code stands in brackets at the end of each message. Without a code, all are listed; a warning can be \
            switched off, or made an error, by its code under 'checks:' in site.md.

            Example:
              explainer explain unknown-reference
            """)

    @Argument(help: "The code.")
    var code: String?

    func run() throws {
        guard let code else {
            let width = allCodes.map(\.name.count).max() ?? 0
            for code in allCodes {
                let pad = String(repeating: " ", count: width - code.name.count)
                Console.write("\(code.name)\(pad)  \(code.severity.rawValue)  \(code.title)\n", to: .output)
            }
            return
        }
        guard let found = allCodes.first(where: { $0.name == code }) else {
            let near = nearestName(to: code, among: allCodes.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            throw ValidationError("there is no code '\(code)'\(near)")
        }
        let kind =
            found.isAdjustable ? "a warning; 'checks:' in site.md can switch it off or make it an error" : "an error"
        Console.write("\(found.name): \(found.title)\nThis is \(kind).\n\n\(found.article)\n", to: .output)
    }
}
