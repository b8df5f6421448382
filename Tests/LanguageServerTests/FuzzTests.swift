import Foundation
import LanguageServer
import TestSupport
import Testing

/// Whatever a client sends, the server answers and goes on.
@Suite struct FuzzTests {
    private static let methods =
        [
            "completion", "hover", "definition", "references", "documentHighlight", "documentLink", "documentSymbol",
            "foldingRange", "semanticTokens/full", "codeAction", "prepareRename", "rename",
        ].map { "textDocument/" + $0 } + ["workspace/symbol", "workspace/executeCommand"]

    /// Every place of a document, for every question.
    @Test func everyPlaceOfEveryDocumentHasAnAnswer() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(ProblemTests.files, in: folder)
        for path in ProblemTests.files.keys.sorted() {
            let text = try #require(ProblemTests.files[path])
            try client.open(path, text)
            let table = LineTable(Array(text.utf8), .utf16)
            for offset in 0...text.utf8.count {
                let position = table.position(at: offset)
                for method in Self.methods where method.hasPrefix("textDocument") {
                    let place = "{\"line\":\(position.line),\"character\":\(position.character)}"
                    let more = ",\"range\":{\"start\":\(place),\"end\":\(place)},\"newName\":\"zz\""
                    do {
                        _ = try client.ask(method, path, at: position.line, position.character, more)
                    } catch let error as ScriptedClient.Failure {
                        #expect(method.lowercased().hasSuffix("rename"), "\(method): \(error.message)")
                    }
                }
            }
        }
    }

    /// Random edits, some of them broken texts, with questions between them: the problems are those of a check.
    @Test func survivesRandomEdits() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(ProblemTests.files, in: folder)
        var random = SeededRandom(state: 11)
        let pieces = [
            "---\n", "title: ", "[", "]", "{", "\u{1F600}", "\n", "  - ", "[@gazette]", "(party:union)", "\"", ": ",
            "ä", "",
            "> — @ada\n", "## A\n", "<<<<<<< a\n", "\u{0}", "\u{FEFF}", "&x *x", "|\n", "\r\n",
        ]
        let paths = ProblemTests.files.keys.sorted() + ["demands/new.md"]
        for path in paths { try client.open(path, ProblemTests.files[path] ?? "") }
        for number in 1...300 {
            let path = paths[random.below(paths.count)]
            let (line, character) = (random.below(8), random.below(20))
            let end = line + random.below(2)
            client.edit(
                path,
                "[{\"range\":{\"start\":{\"line\":\(line),\"character\":\(character)},\"end\":{\"line\":\(end),\"character\":\(random.below(24))}},\"text\":\(json(pieces[random.below(pieces.count)]))}]"
            )
            let method = Self.methods[random.below(Self.methods.count - 2)]
            let more =
                ",\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":9,\"character\":0}},\"newName\":\"zz\""
            _ = try? client.ask(method, path, at: random.below(9), random.below(24), more)
            if number.isMultiple(of: 60) { try compareWithFresh(&client, paths, folder) }
        }
        for (path, text) in ProblemTests.files { client.change(path, text) }
        client.close("demands/new.md")
        #expect(client.problems.allSatisfy { $0.value.isEmpty }, "\(client.problems)")
    }

    /// The problems and names after many edits are those of a server that sees the texts for the first time.
    private func compareWithFresh(
        _ client: inout ScriptedClient, _ paths: [String], _ folder: TemporaryFolder
    ) throws {
        var texts: [String: String] = [:]
        for path in paths { texts[path] = client.server.text(of: folder.path("content/" + path)) }
        var fresh = try ScriptedClient(folder.path("content"), root: folder.path)
        for path in paths { try fresh.open(path, texts[path] ?? "") }
        for path in Set(client.problems.keys).union(fresh.problems.keys).sorted() {
            let (now, wanted) = (client.problems[path] ?? [], fresh.problems[path] ?? [])
            #expect(now.map(\.description) == wanted.map(\.description), "\(path)")
        }
        let query = "{\"query\":\"\"}"
        #expect(
            try client.request("workspace/symbol", query).description
                == fresh.request("workspace/symbol", query).description)
    }

    /// Random bytes, frames with a wrong length, and messages with parts of others in them.
    @Test func survivesBrokenMessages() throws {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(ProblemTests.files, in: folder)
        var server = client.server
        var random = SeededRandom(state: 5)
        let uri = client.uri("demands/pay.md")
        let values = [
            "null", "1", "-1", "1e999", "9223372036854775808", "\"\"", "[]", "{}", "[[[]]]", "true", "\"\(uri)\"",
            "{\"uri\":\"\(uri)\"}", "{\"uri\":\"\(uri)\",\"version\":2}", "{\"line\":-5,\"character\":99999999999}",
            "{\"start\":{\"line\":9,\"character\":0},\"end\":{\"line\":0,\"character\":0}}", "\"\\ud800\"",
            "\"\\u0000\"",
            "[{\"text\":\"---\\n\"}]",
            "[{\"range\":{\"start\":{\"line\":9,\"character\":9},\"end\":{\"line\":0,\"character\":1}},\"text\":\"x\"}]",
        ]
        let names = [
            "textDocument", "position", "range", "newName", "context", "contentChanges", "query", "command",
            "arguments", "changes", "id",
        ]
        let all =
            Self.methods + [
                "initialize", "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
                "$/cancelRequest", "workspace/didChangeWatchedFiles", "",
            ]
        for number in 0..<3_000 {
            let members = (0..<random.below(5)).map { _ in
                "\"\(names[random.below(names.count)])\":\(values[random.below(values.count)])"
            }
            let id =
                random.below(3) == 0
                ? "" : "\"id\":\(random.below(4) == 0 ? values[random.below(values.count)] : String(number)),"
            var message = Array(
                frame(
                    Array(
                        "{\"jsonrpc\":\"2.0\",\(id)\"method\":\"\(all[random.below(all.count)])\",\"params\":{\(members.joined(separator: ","))}}"
                            .utf8)))
            switch random.below(6) {
            case 0: message[random.below(message.count)] = UInt8(truncatingIfNeeded: random.next())
            case 1: message.removeLast(random.below(message.count))
            case 2: message = (0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            default: break
            }
            server.receive(message)
            while server.hasWork { server.work() }
            _ = server.takeOutput()
        }
        #expect(server.exitStatus == nil)
        // It still answers.
        server.receive(Array(repeating: 0x20, count: FrameReader.largestHeader))
        for _ in 0..<3 {
            server.receive(
                frame(
                    Array(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"workspace/symbol\",\"params\":{\"query\":\"\"}}"
                            .utf8)))
        }
        while server.hasWork { server.work() }
        #expect(String(decoding: server.takeOutput(), as: UTF8.self).contains("\"id\":\"last\""))
        try client.open("demands/pay.md")
        #expect(client.problems["demands/pay.md"]?.isEmpty == true)
    }
}
