import Foundation
import TestSupport
import Testing

/// The project's own documentation, `docs/`: built by the program, and followed word by word.
@Suite struct DocumentationTests {
    private static let docs = FileTree.project + "docs/content"

    @Test func buildsWithoutAWarning() throws {
        let place = try Workplace()
        try place.folder.copy(Self.docs, to: "docs")
        let run = try place.run("build", "--strict", "--content", "docs", "--output", "site")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let home = try place.text("site/index.html")
        #expect(home.contains("ten-minutes.html") && !home.contains("id=\"disputes\""))
    }

    /// A step of the first guide.
    private enum Step {
        /// Lines for the shell.
        case run(String)
        /// What the last output says, a line each.
        case says([String])
        case write(path: String, text: String, isAppended: Bool)
        /// A word that the reader replaces in a file.
        case replace(old: String, new: String, path: String)
    }

    private static func steps() throws -> [Step] {
        let lines = try String(contentsOfFile: docs + "/ten-minutes.md", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var steps: [Step] = []
        var block: (language: String, lines: [String])?
        var file: (path: String, isAppended: Bool)?
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                guard let open = block else {
                    block = (String(line.dropFirst(3)), [])
                    continue
                }
                block = nil
                let text = open.lines.map { $0 + "\n" }.joined()
                switch open.language {
                case "sh": steps.append(.run(text))
                case "text": steps.append(.says(open.lines))
                case "markdown":
                    let target = try #require(file, "line \(number): no file is named above")
                    steps.append(.write(path: target.path, text: text, isAppended: target.isAppended))
                default: Issue.record("line \(number): nobody can follow a block of '\(open.language)'")
                }
                file = nil
            } else if block != nil {
                block?.lines.append(line)
            } else if let match = line.wholeMatch(of: /`(content\/[a-z.\/-]+)`( \(at its end\))?/) {
                file = (String(match.1), match.2 != nil)
            } else if let match = line.firstMatch(
                of: /^`([a-z-]+)` in place of `([a-z-]+)` in the first link of `([a-z.\/]+)`/)
            {
                steps.append(.replace(old: String(match.2), new: String(match.1), path: String(match.3)))
            }
        }
        return steps
    }

    @Test func canBeFollowedToASite() throws {
        let folder = try TemporaryFolder()
        let program = URL(filePath: folder.path("bin/explainer"))
        try FileManager.default.createDirectory(atPath: folder.path("bin"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: BuiltProducts.explainer, to: program)
        try FileManager.default.createDirectory(
            atPath: folder.path("share/explainer"), withIntermediateDirectories: true)
        try folder.copy(FileTree.project + "templates", to: "share/explainer/templates")
        try FileManager.default.createDirectory(atPath: folder.path("home"), withIntermediateDirectories: true)

        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = folder.path("bin") + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        var place = folder.path("home")
        var last: ProgramRun?
        var count = 0
        for (number, step) in try Self.steps().enumerated() {
            count += 1
            switch step {
            case .run(let lines):
                let script = lines + "status=$?\npwd >'\(folder.path("place"))'\nexit $status\n"
                let run = try ProgramRun.of(
                    URL(filePath: "/bin/bash"), ["-c", script], in: URL(filePath: place), environment: environment)
                last = run
                place = try String(contentsOfFile: folder.path("place"), encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
                let mayFail =
                    number > 0 && { if case .replace = try? Self.steps()[number - 1] { true } else { false } }()
                #expect(run.status == (mayFail ? 1 : 0), "\(lines)\(run.output)\(run.errors)")
                #expect(!run.errors.contains("there is no"), "\(lines)\(run.errors)")
            case .says(let lines):
                for line in lines { #expect(last?.output.contains(line) == true, "\(line) in \(last?.output ?? "")") }
            case .write(let path, let text, let isAppended):
                let file = URL(filePath: place + "/" + path)
                let before = isAppended ? try String(contentsOf: file, encoding: .utf8) : ""
                try Data((before + text).utf8).write(to: file)
            case .replace(let old, let new, let path):
                let file = URL(filePath: place + "/" + path)
                let text = try String(contentsOf: file, encoding: .utf8)
                let range = try #require(text.firstRange(of: old))
                try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: file)
            }
        }
        #expect(count >= 10)
        let strict = try ProgramRun.of(program, ["build", "--strict"], in: URL(filePath: place))
        #expect(strict.status == 0, "\(strict.errors)")
        let page = try String(contentsOfFile: place + "/public/index.html", encoding: .utf8)
        #expect(page.contains("The budget is closed") && page.contains("We ask for six per cent, and not a day later."))
        #expect(FileManager.default.fileExists(atPath: place + "/public/statements/event-quote-2026-05-02.html"))
    }

    /// What somebody types for one demand, one refusal with two grounds and one sourced quote.
    @Test func takesFewCharactersForADemandARefusalAndAQuote() throws {
        let place = try Workplace()
        let commands = [
            "explainer add demand pay \"Raise wages by six per cent\" --set from=port to=fishers date=2026-05-02 sources=letter",
            "explainer add refusal \"No raise this year\" --set answers=pay from=fishers date=2026-05-04 sources=letter \"grounds=The budget is closed\" \"grounds=Prices fell\"",
        ]
        let quote = "\n> We ask for six per cent, and not a day later.\n> — @port, letter, 2026-05-02 [@letter, p. 3]\n"
        for command in commands {
            let run = try place.shell(command.replacing("explainer ", with: "\"$0\" "))
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        }
        try place.folder.write(place.text("content/event.md") + quote, to: "content/event.md")
        let typed = commands.map { $0.count + 1 }.reduce(quote.count, +)
        #expect(typed <= 400, "\(typed) characters")
        #expect(try place.run("build", "--strict").status == 0)
        let refusal = try place.text("public/refusals/no-raise-this-year.html")
        #expect(refusal.contains("The budget is closed") && refusal.contains("Prices fell"))
        let statement = try place.text("public/statements/event-quote-2026-05-02.html")
        #expect(
            statement.contains("We ask for six per cent, and not a day later.")
                && statement.contains("A letter of the port"))
        let event = try place.text("public/index.html")
        #expect(event.contains("<blockquote>") && event.contains("statements/event-quote-2026-05-02.html"))
        #expect(event.contains("<time datetime=\"2026-05-02\">"))
    }
}
