import Building
import Diagnostics
import Foundation
import LanguageServer
import TestSupport
import Testing

/// What `explainer check` reports, as the server publishes it.
@Suite struct ProblemTests {
    static let sites = FileTree.project + "Tests/SiteTests/Sites/"

    static let files = [
        "site.md": "---\ntitle: Harbour\n---\n",
        "event.md": "---\ntitle: The strike\nsummary: A strike.\n---\nText.\n",
        "parties/union.md": "---\nname: Union\nkind: union\n---\n",
        "parties/firm.md": "---\nname: Firm\nkind: company\n---\n",
        "sources/gazette.md":
            "---\ntitle: The report\ntype: article-newspaper\npublisher: Gazette\npublished: 2026-05-02\nurl: https://example.org/report\n---\n",
        "demands/pay.md": "---\ntitle: Raise wages\nfrom: union\nto: firm\ndate: 2026-05-01\n---\nText. [@gazette]\n",
    ]

    /// "error invalid-date 3:6-3:16 message" of each problem, by file.
    static func lines(_ problems: [Value]) -> [String] {
        problems.map { problem in
            let severity = problem["severity"].number == 1 ? "error" : "warning"
            return
                "\(severity) \(problem["code"].text ?? "") \(problem["range"].range) \(problem["message"].text ?? "")"
        }
    }

    static func lines(of report: Report, below content: String) -> [String: [String]] {
        let base = String(content.prefix(through: content.lastIndex(of: "/") ?? content.startIndex))
        var lines: [String: [String]] = [:]
        for problem in report.diagnostics {
            let path = problem.location?.file.path ?? problem.path ?? content + "/site.md"
            var range = "0:0-0:0"
            if let place = problem.location {
                let (start, end) = (place.position, place.file.position(at: Int(place.range.end)))
                range = "\(start.line - 1):\(start.column - 1)-\(end.line - 1):\(end.column - 1)"
            }
            var message = problem.message
            for note in problem.notes where note.location == nil { message += "\nnote: \(note.message)" }
            if let hint = problem.hint { message += "\nhint: \(hint)" }
            lines[ScriptedClient.name(of: path, from: content), default: []].append(
                "\(problem.severity.rawValue) \(problem.code.name) \(range) \(message.replacing(base, with: ""))")
        }
        return lines
    }

    private static func check(_ content: String, with texts: [String: String]) -> [String: [String]] {
        var workspace = ScriptedClient.workspace(content)
        for (path, text) in texts { workspace.overlay(Array(text.utf8), at: content + "/" + path) }
        return lines(of: workspace.check(), below: content)
    }

    static func published(_ client: ScriptedClient) -> [String: [String]] {
        client.problems.mapValues(lines).filter { !$0.value.isEmpty }
    }

    static let codePoints = #"{"general":{"positionEncodings":["utf-32"]}}"#

    // MARK: The same as check

    @Test(arguments: try FileTree.folders(in: URL(filePath: sites)))
    func publishesWhatCheckReports(_ name: String) throws {
        let content = Self.sites + name + "/content"
        var client = try ScriptedClient(content, capabilities: Self.codePoints)
        #expect(Self.published(client) == Self.check(content, with: [:]))
        // Documents that are open, and texts that are not saved, one fault after another.
        var random = SeededRandom(state: UInt64(name.utf8.count))
        let paths = try FileTree.files(below: URL(filePath: content)).filter { $0.hasSuffix(".md") }
        var texts: [String: String] = [:]
        for _ in 0..<6 {
            let path = paths[random.below(paths.count)]
            let text = try String(contentsOfFile: content + "/" + path, encoding: .utf8)
            let faults = [
                text.replacingOccurrences(of: "\n---\n", with: "\nunknown_field: 1\n---\n"),
                text + "\nSee [@no-such-source] and [x](party:nobody).\n", text + "\n\u{AD}[a](b.md)\n",
                text.replacingOccurrences(of: "date: 2", with: "date: 2x"),
            ]
            texts[path] = faults[random.below(faults.count)]
            try client.open(path, texts[path])
            #expect(Self.published(client) == Self.check(content, with: texts), "\(path)")
        }
        for path in texts.keys.sorted() { client.close(path) }
        #expect(Self.published(client) == Self.check(content, with: [:]))
    }

    @Test func publishesProblemsOfASiteWithoutSettings() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        client.change("site.md", "")
        #expect(Self.published(client).isEmpty)
        try client.open("site.md", "---\ntitel: X\n---\n")
        #expect(Self.published(client)["site.md"]?.isEmpty == false)
        client.change("site.md", "---\ntitle: X\n---\n")
        #expect(Self.published(client).isEmpty)
    }

    // MARK: While typing

    @Test func problemsComeAndGoWithTheText() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        #expect(client.problems.isEmpty)
        let text = try #require(Self.files["demands/pay.md"])
        try client.open("demands/pay.md", text)
        client.change("demands/pay.md", text.replacingOccurrences(of: "to: firm", with: "to: frim"))
        #expect(
            Self.published(client) == [
                "demands/pay.md": [
                    "error unknown-reference 3:4-3:8 there is no party 'frim'\nhint: did you mean 'firm'?"
                ]
            ])
        // One letter, as an editor sends it.
        client.edit(
            "demands/pay.md",
            #"[{"range":{"start":{"line":3,"character":4},"end":{"line":3,"character":8}},"text":"firm"}]"#)
        #expect(Self.published(client).isEmpty)
        client.change("demands/pay.md", "---\ntitle: [\n")
        #expect(client.problems["demands/pay.md"]?.isEmpty == false)
        client.close("demands/pay.md")
        #expect(Self.published(client).isEmpty)
    }

    @Test func aNewDocumentCountsBeforeItIsSaved() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        let text = try #require(Self.files["demands/pay.md"])
        try client.open("demands/pay.md", text.replacingOccurrences(of: "to: firm", with: "to: [firm, port]"))
        #expect(Self.published(client)["demands/pay.md"]?.count == 1)
        try client.open("parties/port.md", "---\nname: Port\nkind: company\n---\n")
        #expect(Self.published(client).isEmpty)
        client.change("parties/port.md", "---\nname: Port\nkind: companie\n---\n")
        #expect(Self.published(client).keys.sorted() == ["parties/port.md"])
        client.close("parties/port.md")
        #expect(Self.published(client).keys.sorted() == ["demands/pay.md"])
        // What is no document of the site has no problems.
        try client.open(".hidden.md", "---\n")
        try client.open("notes.txt", "---\n")
        #expect(Self.published(client).keys.sorted() == ["demands/pay.md"])
    }

    @Test func filesThatChangeOnTheDiskAreReadAgain() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        try folder.write("---\nname: Firm\nkind: firm\n---\n", to: "content/parties/firm.md")
        client.notify(
            "workspace/didChangeWatchedFiles",
            "{\"changes\":[{\"uri\":\"\(client.uri("parties/firm.md"))\",\"type\":2}]}")
        client.settle()
        #expect(Self.published(client).keys.sorted() == ["parties/firm.md"])
    }

    @Test func problemsHaveTheirRelatedPlacesAndTheirArticle() throws {
        let folder = try TemporaryFolder()
        var files = Self.files
        files["event.md"] =
            "---\ntitle: The strike\nsummary: A strike.\nparties:\n  - id: union\n    name: U\n    kind: union\n---\n"
        let client = try ScriptedClient(files, in: folder)
        let all = client.problems.values.flatMap(\.self)
        let related = all.flatMap { $0["relatedInformation"].items }
        #expect(related.count == 1, "\(all)")
        #expect(
            related.first?["location"]["uri"].text?.hasSuffix("union.md")
                ?? related.first?["location"]["uri"].text?.hasSuffix("event.md") == true)
        let data = try #require(all.first?["data"])
        #expect(data["command"].text == "explainer.explain")
        #expect(data["arguments"][0].text == all.first?["code"].text)
        #expect(all.allSatisfy { $0["source"].text == "explainer" })
    }

    // MARK: Actions

    private static let slip = "---\ntitle: Raise wages\nfrom: unoin\nto: firm\ndate: 2026-05-01\n---\nText.\n"

    private static func actions(_ client: inout ScriptedClient, line: Int, only: String? = nil) throws -> [Value] {
        let range = "{\"start\":{\"line\":\(line),\"character\":7},\"end\":{\"line\":\(line),\"character\":7}}"
        let only = only.map { ",\"only\":[\"\($0)\"]" } ?? ""
        return try client.ask(
            "textDocument/codeAction", "demands/pay.md", ",\"range\":\(range),\"context\":{\"diagnostics\":[]\(only)}"
        ).items
    }

    @Test func offersTheFixesOfProblems() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        try client.open("demands/pay.md", Self.slip)
        let actions = try Self.actions(&client, line: 2)
        #expect(actions.map { $0["kind"].text } == ["quickfix", "source.fixAll.explainer", nil])
        let edit = actions[0]["edit"]["documentChanges"][0]
        #expect(edit["textDocument"]["version"].number == 1)
        #expect(edit["edits"][0]["newText"].text == "union")
        #expect(edit["edits"][0]["range"].range == "2:6-2:11")
        #expect(actions[0]["diagnostics"][0]["code"].text == "unknown-reference")
        #expect(actions[1]["edit"]["documentChanges"][0]["edits"][0]["newText"].text == "from: union\n")
        #expect(actions[2]["command"]["title"].text == "Explain 'unknown-reference'")
        #expect(try Self.actions(&client, line: 2, only: "quickfix").count == 1)
        #expect(try Self.actions(&client, line: 2, only: "source").count == 1)
        #expect(try Self.actions(&client, line: 2, only: "source.fixAll").count == 1)
        #expect(try Self.actions(&client, line: 2, only: "refactor").isEmpty)
        // Elsewhere only what concerns the whole document.
        #expect(try Self.actions(&client, line: 6).map { $0["kind"].text } == ["source.fixAll.explainer"])
    }

    @Test func editsHaveTheFormThatTheClientSupports() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder, capabilities: "{}")
        try client.open("demands/pay.md", Self.slip)
        let edit = try Self.actions(&client, line: 2)[0]["edit"]
        #expect(edit.names == ["changes"] && edit["changes"].names == [client.uri("demands/pay.md")])
    }

    @Test func showsTheArticleOfACode() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        let result = try client.request(
            "workspace/executeCommand", #"{"command":"explainer.explain","arguments":["unknown-reference"]}"#)
        #expect(result.isNull)
        #expect(client.notifications.last?.method == "window/showMessage")
        let code = try #require(allCodes.first { $0.name == "unknown-reference" })
        #expect(client.notifications.last?.parameters["message"].text?.contains(code.article) == true)
    }
}
