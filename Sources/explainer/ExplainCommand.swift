import ArgumentParser
import Building
import Diagnostics

/// `explainer explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a kind of problem by its code.",
        discussion: """
            The code is in brackets at the end of each message. Without a code, all codes are listed. 'checks:' in \
            site.md can turn a warning off or make it an error.

            Example:
              explainer explain unknown-reference
            """)

    @Argument(help: "The code.")
    var code: String?

    func validate() throws {
        guard let code, !allCodes.contains(where: { $0.name == code }) else { return }
        let near = nearestName(to: code, among: allCodes.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
        throw ValidationError("there is no code '\(code)'\(near)")
    }

    func run() {
        guard let found = allCodes.first(where: { $0.name == code }) else {
            let width = allCodes.map(\.name.count).max() ?? 0
            func padded(_ text: String, _ width: Int) -> String {
                text + String(repeating: " ", count: max(0, width - text.count))
            }
            let lines = allCodes.map { code in
                "\(padded(code.name, width))  \(padded(code.severity.rawValue, 7))  \(code.title)\n"
            }
            Console.write(lines.joined(), to: .output)
            return
        }
        let kind =
            found.isAdjustable ? "a warning; 'checks:' in site.md can turn it off or make it an error" : "an error"
        let text = "\(found.name): \(found.title)\n\nThis is \(kind).\n\n\(found.article)\n"
        Console.write(wrapped(text, width: Console.width), to: .output)
    }

    /// Wraps text at `width` columns. Indented lines are examples and are not wrapped.
    private func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.count <= width || line.hasPrefix(" ") { return String(line) }
            var result = ""
            var column = 0
            for word in line.split(separator: " ") {
                if column > 0, column + 1 + word.count > width {
                    result += "\n"
                    column = 0
                }
                result += column > 0 ? " " + word : String(word)
                column += (column > 0 ? 1 : 0) + word.count
            }
            return result
        }.joined(separator: "\n")
    }
}
