import TestSupport
import Testing

/// Command lines, right and wrong.
@Suite struct UsageTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test(arguments: [
        [], ["--help"], ["-h"], ["help"], ["build", "--help"], ["help", "check"], ["explain", "-h"],
        ["templates", "--help"], ["new", "--help"], ["fields", "--help"], ["schema", "--help"], ["serve", "--help"],
        ["--version"],
    ])
    func helpsOnTheStandardOutput(arguments: [String]) throws {
        let run = try ProgramRun.of(BuiltProducts.explainer, arguments)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasSuffix("\n"))
        if arguments != ["--version"] { #expect(run.output.contains("explainer")) }
    }

    @Test func tellsWhichLibrariesItRunsWith() throws {
        let version = try place.run("--version").output
        #expect(
            version.wholeMatch(of: /explainer \d+\.\d+\.\d+ \(libcmark \d+\.\d+\.\d+, libyaml \d+\.\d+\.\d+\)\n/) != nil
        )
    }

    @Test func helpOfEveryCommandHasExamplesAndNamesItsOptions() throws {
        for (command, words) in [
            ("build", ["--content", "--output", "--as-of", "--drafts", "--adopt", "--force", "--wait", "--durable"]),
            ("check", ["--fix", "--format", "--strict"]), ("explain", ["unknown-reference"]),
            ("templates", ["markdown", "json"]), ("new", ["harbour"]), ("fields", ["demand", "markdown"]),
            ("serve", ["--port", "--open", "--host", "--allow-host", "--editor", "vscode", "--poll", "--drafts"]),
        ] {
            let help = try place.run("help", command).output
            #expect(help.contains("Example"))
            for word in words { #expect(help.contains(word), "help \(command) says nothing of \(word)") }
        }
    }

    /// The first page of help leads through the work of a writer, in order.
    @Test func helpBeginsWithWhatAWriterDoesFirst() throws {
        let help = try place.run("--help").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var rest = help[...]
        for words in ["new", "--empty", "serve --open", "add", "fields", "check", "missing", "build"] {
            let found = try #require(rest.firstRange(of: words), "\(words)")
            rest = rest[found.upperBound...]
        }
    }

    @Test(arguments: [
        (["biuld"], "Did you mean 'build'?"),
        (["frobnicate"], "The commands are new, serve, add, fields, check, "),
        (["build", "--ouput", "x"], "--output"),
        (["build", "--format", "xml"], "'human', 'short', 'json', 'sarif' or 'github'"),
        (["build", "--jobs", "0"], "--jobs needs a whole number, 1 or more"), (["build", "--jobs", "many"], "many"),
        (["build", "--as-of", "2026-02-30"], "2026-02-30"), (["build", "--as-of", "yesterday"], "yesterday"),
        (["build", "--quiet", "--verbose"], "cannot be used together"), (["build", "--output"], "--output"),
        (["check", "extra"], "extra"), (["explain", "unknown-referenc"], "did you mean 'unknown-reference'?"),
        (["explain", "dead-link", "b"], "b"), (["explain", "x"], "Usage: explainer explain"), (["new"], "<folder>"),
        (["new", ""], "empty"), (["fields", "demnd"], "Did you mean 'demand'?"),
        (["fields", "demand.dedline"], "Did you mean 'deadline'?"), (["schema", "demnd"], "Did you mean 'demand'?"),
        (["templates", "--format", "yaml"], "yaml"), (["serve", "--port", "70000"], "from 0 to 65535"),
        (["serve", "--editor", "notepad"], "vscode"), (["serve", "--host", ""], "--host needs an address"),
    ])
    func endsWithStatus2ForAWrongCommandLine(arguments: [String], words: String) throws {
        let run = try ProgramRun.of(BuiltProducts.explainer, arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test func explainsEveryCodeThatItLists() throws {
        let list = try place.run("explain").output
        let codes = list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
        #expect(codes.count > 60)
        for code in codes.enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
            let run = try place.run("explain", String(code))
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("\(code): "))
            for line in run.output.split(separator: "\n") where !line.hasPrefix(" ") { #expect(line.count <= 80) }
        }
    }

    @Test func saysWhatAWriterMayWrite() throws {
        let all = try place.run("fields")
        #expect(all.status == 0 && all.output.contains("\ndemand: demands/<id>.md"))
        let demand = try place.run("fields", "demand").output
        #expect(demand.contains("  from*  (ids of parties)\n") && demand.contains("One of: assist, change"))
        #expect(try place.run("fields", "demands").output == demand)
        let aim = try place.run("fields", "demand.aim").output
        #expect(aim.hasPrefix("demand.aim: ") && aim.contains("\n  assist\n      To give help"))
        let value = try place.run("fields", "response.refused-for-now").output
        #expect(value.hasPrefix("A value of response.kind.\n\n  refused-for-now\n      "))
        #expect(try place.run("fields", "key", "fact").output.hasPrefix("key fact: "))
        #expect(try place.run("fields", "--format", "markdown").output.hasPrefix("# "))
        for line in all.output.split(separator: "\n") where line.hasPrefix("  ") { #expect(line.count <= 80) }
    }

    @Test func printsTheSchemaOfAKind() throws {
        for kind in [[], ["demand"], ["refusals"], ["site"]] {
            let schema = try ProgramRun.of(BuiltProducts.program("explainer"), ["schema"] + kind)
            #expect(schema.status == 0 && schema.output.hasPrefix("{\n") && schema.output.hasSuffix("}\n"))
        }
    }

    @Test func printsTheReferenceOfTemplatesInThreeFormats() throws {
        let text = try place.run("templates")
        #expect(text.status == 0 && text.output.contains("event.html"))
        #expect(try place.run("templates", "--format", "markdown").output.hasPrefix("# "))
        #expect(try place.shell("\"$0\" templates --format json | python3 -m json.tool >/dev/null").status == 0)
    }
}
