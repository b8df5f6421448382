import Building
import Diagnostics
import Editing
import Foundation
import LanguageServer
import Model
import TestSupport
import Testing

@Suite struct NavigationTests {
    private static let files = ProblemTests.files.merging([
        "event.md":
            "---\ntitle: The strike\nsummary: A strike.\nstatements:\n  - id: letter\n    speaker: union\n    medium: letter\n    words: We ask.\n    date: 2026-05-01\n    sources: gazette\n---\n## First\n\nSee [@gazette] and [the demand](demands/pay.md).\n\n### Below\n\nText.\n\n## Second\n\n[](demand:pay)\n",
        "refusals/no.md":
            "---\ntitle: The firm refuses\nfrom: firm\nanswers: pay\ndate: 2026-05-03\nsources: gazette\n---\nNo. [It](../event.md#demand-pay)\n",
    ]) { _, second in second }

    private static func client(_ folder: TemporaryFolder, capabilities: String = ScriptedClient.capabilities) throws
        -> ScriptedClient
    {
        var client = try ScriptedClient(files, in: folder, capabilities: capabilities)
        for path in ["event.md", "refusals/no.md", "demands/pay.md"] { try client.open(path) }
        return client
    }

    /// "path 3:4-3:9"
    private static func place(_ client: ScriptedClient, _ location: Value) -> String {
        let path = FileURI.path(location["uri"].text ?? "") ?? ""
        return "\(path.dropFirst(client.content.count + 1)) \(location["range"].range)"
    }

    @Test(arguments: [
        ("refusals/no.md", 3, 11, "demands/pay.md 0:0-0:0"), ("refusals/no.md", 2, 6, "parties/firm.md 0:0-0:0"),
        ("event.md", 13, 7, "sources/gazette.md 0:0-0:0"), ("event.md", 13, 36, "demands/pay.md 0:0-0:0"),
        ("event.md", 21, 6, "demands/pay.md 0:0-0:0"), ("event.md", 4, 10, "event.md 4:8-4:14"),
        ("event.md", 17, 2, nil), ("event.md", 1, 9, nil),
    ]) func findsDefinitions(_ path: String, _ line: Int, _ character: Int, _ wanted: String?) throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let result = try client.ask("textDocument/definition", path, at: line, character)
        #expect((result.isNull ? nil : Self.place(client, result)) == wanted)
    }

    @Test func findsReferences() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let wanted = [
            "event.md 13:40-13:43", "event.md 21:10-21:13", "refusals/no.md 3:9-3:12", "refusals/no.md 7:28-7:31",
        ]
        // From a place that names it, and from its own document.
        for (path, line, character) in [("refusals/no.md", 3, 10), ("event.md", 21, 11), ("demands/pay.md", 1, 3)] {
            let found = try client.ask(
                "textDocument/references", path, at: line, character, ",\"context\":{\"includeDeclaration\":false}")
            #expect(found.items.map { Self.place(client, $0) }.sorted() == wanted)
        }
        let all = try client.ask(
            "textDocument/references", "demands/pay.md", at: 0, 0, ",\"context\":{\"includeDeclaration\":true}")
        #expect(all.items.map { Self.place(client, $0) }.contains("demands/pay.md 0:0-0:0"))
        let highlights = try client.ask("textDocument/documentHighlight", "event.md", at: 21, 11)
        #expect(highlights.items.map { $0["range"].range } == ["13:40-13:43", "21:10-21:13"])
    }

    // MARK: Renaming

    private static func apply(_ edit: Value, in client: ScriptedClient, _ folder: TemporaryFolder) throws {
        for change in edit["documentChanges"].items {
            if change["kind"].text == "rename" {
                let (old, new) = (FileURI.path(change["oldUri"].text ?? ""), FileURI.path(change["newUri"].text ?? ""))
                try FileManager.default.moveItem(atPath: try #require(old), toPath: try #require(new))
                continue
            }
            let path = try #require(FileURI.path(change["textDocument"]["uri"].text ?? ""))
            let bytes = try Array(Data(contentsOf: URL(filePath: path)))
            let table = LineTable(bytes, .utf16)
            func offset(_ value: Value) -> Int {
                table.offset(
                    of: LSP.Position(line: value["line"].number ?? 0, character: value["character"].number ?? 0))
            }
            let edits = change["edits"].items.map { edit in
                TextEdit(
                    TextRange(offset(edit["range"]["start"]), offset(edit["range"]["end"])), edit["newText"].text ?? "")
            }
            try Data(TextFile(path: path, bytes: bytes).applying(edits)).write(to: URL(filePath: path))
        }
    }

    @Test(arguments: [
        ("refusals/no.md", 3, 10, EntryKind.demand, "pay", "six-per-cent"),
        ("demands/pay.md", 2, 7, .party, "union", "dock-union"),
        ("event.md", 4, 10, .statement, "letter", "first-letter"), ("event.md", 13, 7, .source, "gazette", "report"),
    ]) func renamesAsTheCommandDoes(
        _ path: String, _ line: Int, _ character: Int, _ kind: EntryKind, _ old: String, _ new: String
    ) throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let prepared = try client.ask("textDocument/prepareRename", path, at: line, character)
        #expect(prepared["placeholder"].text == old)
        let edit = try client.ask("textDocument/rename", path, at: line, character, ",\"newName\":\"\(new)\"")
        // What the command would do to the same files.
        let other = try TemporaryFolder()
        for (path, text) in Self.files { try other.write(text, to: "content/" + path) }
        let (_, names) = ScriptedClient.workspace(other.path("content")).names()
        let renaming = try #require(names).renaming(kind, from: old, to: new, hasPages: kind.hasPages)
        for file in renaming.files {
            try Data(file.file.applying(file.edits)).write(to: URL(filePath: file.file.path))
        }
        for move in renaming.moves {
            try FileManager.default.moveItem(
                atPath: other.path("content/" + move.from), toPath: other.path("content/" + move.to))
        }
        try Self.apply(edit, in: client, folder)
        #expect(try folder.contents(of: "content") == other.contents(of: "content"))
        var workspace = ScriptedClient.workspace(folder.path("content"))
        #expect(workspace.check().diagnostics.filter { $0.severity == .error }.isEmpty)
    }

    @Test func refusesWhatCannotBeRenamed() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        func message(_ name: String, line: Int = 3, character: Int = 10) -> String {
            do {
                _ = try client.ask(
                    "textDocument/rename", "refusals/no.md", at: line, character, ",\"newName\":\(json(name))")
                return ""
            } catch {
                return (error as? ScriptedClient.Failure)?.message ?? ""
            }
        }
        #expect(message("Not An Id").hasPrefix("'Not An Id' cannot be an id"))
        #expect(message("pay") == "the demand is called 'pay' already")
        #expect(message("union", line: 2, character: 7).hasPrefix("there is a party 'union' already"))
        #expect(throws: ScriptedClient.Failure.self) {
            try client.ask("textDocument/prepareRename", "event.md", at: 17, 2)
        }
        var plain = try Self.client(folder, capabilities: "{}")
        #expect(throws: ScriptedClient.Failure.self) {
            try plain.ask("textDocument/rename", "refusals/no.md", at: 3, 10, ",\"newName\":\"other\"")
        }
    }

    // MARK: Symbols

    @Test func outlinesADocument() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let symbols = try client.ask("textDocument/documentSymbol", "event.md").items
        func lines(_ symbols: [Value], _ depth: Int = 0) -> [String] {
            symbols.flatMap { symbol in
                [String(repeating: " ", count: depth) + "\(symbol["name"].text ?? "") \(symbol["range"].range)"]
                    + lines(symbol["children"].items, depth + 1)
            }
        }
        #expect(
            lines(symbols) == [
                "The strike 0:0-22:0", " letter 4:4-9:20", " First 11:0-19:0", "  Below 15:0-19:0", " Second 19:0-22:0",
            ])
        var flat = try Self.client(folder, capabilities: "{}")
        let informations = try flat.ask("textDocument/documentSymbol", "event.md").items
        #expect(informations.map { $0["name"].text } == ["The strike", "letter", "First", "Below", "Second"])
        #expect(
            informations.map { $0["containerName"].text } == [nil, "The strike", "The strike", "First", "The strike"])
    }

    @Test(arguments: [
        ("", 7), ("raise", 1), ("Union", 1), ("rw", 1), ("gazette", 1), ("letter", 1), ("zzz", 0), ("firm", 2),
    ]) func findsEntriesOfTheWorkspace(_ query: String, _ count: Int) throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let found = try client.request("workspace/symbol", "{\"query\":\"\(query)\"}").items
        #expect(found.count == count, "\(found)")
    }

    @Test func folds() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let ranges = try client.ask("textDocument/foldingRange", "event.md").items.map {
            "\($0["startLine"].number ?? -1)-\($0["endLine"].number ?? -1)\($0["kind"].text.map { " " + $0 } ?? "")"
        }
        #expect(ranges == ["0-10 region", "3-9", "11-17", "15-17", "19-21"])
        try client.open("new.md", "---\n")
        #expect(try client.ask("textDocument/foldingRange", "new.md").items.isEmpty)
    }

    @Test func linksLeadToFiles() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(folder)
        let links = try client.ask("textDocument/documentLink", "event.md").items
        #expect(links.map { FileURI.path($0["target"].text ?? "")?.hasSuffix("/content/demands/pay.md") } == [true])
        #expect(links.first?["range"].range == "13:32-13:46")
    }
}
