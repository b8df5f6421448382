import Foundation
import LanguageServer
import TestSupport
import Testing

@Suite struct LifecycleTests {
    private static func server() -> LanguageServer {
        LanguageServer(
            ServerSetup(SiteFinder(root: "/"), version: "1", watches: false) { ScriptedClient.workspace($0.content) })
    }

    /// What the server sends for some messages that arrive together.
    private static func answers(_ server: inout LanguageServer, _ messages: [String]) -> [Value] {
        for message in messages { server.receive(frame(Array(message.utf8))) }
        while server.hasWork { server.work() }
        var reader = FrameReader()
        reader.append(server.takeOutput())
        var answers: [Value] = []
        while case .content(let bytes)? = reader.next() {
            answers.append(Value(try? JSONSerialization.jsonObject(with: Data(bytes))))
        }
        return answers
    }

    private static func request(_ id: Int, _ method: String, _ parameters: String = "{}") -> String {
        "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"\(method)\",\"params\":\(parameters)}"
    }

    private static func notification(_ method: String) -> String { "{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\"}" }

    private static let initialize = request(1, "initialize", "{\"processId\":1,\"rootUri\":null,\"capabilities\":{}}")

    @Test func nothingIsAnsweredBeforeInitialize() {
        var server = Self.server()
        let answers = Self.answers(
            &server,
            [Self.request(7, "textDocument/hover"), Self.notification("initialized"), Self.request(8, "shutdown")])
        #expect(answers.map { $0["error"]["code"].number } == [-32002, -32002])
        #expect(answers.map { $0["id"].number } == [7, 8])
        #expect(Self.answers(&server, [Self.initialize])[0]["result"]["serverInfo"]["name"].text == "explainer")
        #expect(Self.answers(&server, [Self.initialize])[0]["error"]["code"].number == -32600)
    }

    @Test func unknownMethodsAndParameters() {
        var server = Self.server()
        let answers = Self.answers(
            &server,
            [
                Self.initialize, Self.request(2, "no/such"), Self.notification("no/such"),
                Self.notification("$/setTrace"),
                Self.request(3, "textDocument/codeAction", "{\"textDocument\":7}"),
                Self.request(4, "textDocument/codeAction", "[]"),
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"textDocument/codeAction\"}",
                Self.request(5, "workspace/executeCommand", "{\"command\":\"rm\"}"), "{", "[]",
            ])
        let codes = answers.dropFirst().map { $0["error"]["code"].number }
        #expect(codes == [-32601, -32602, -32602, -32602, -32602, -32700, -32600])
        #expect(answers[2]["error"]["message"].text == "the parameters cannot be read: params.textDocument")
        #expect(answers[4]["id"].text == "a" && answers[6]["id"].isNull && answers[6].names.contains("id"))
    }

    @Test func endsAsTheClientAsks() {
        var server = Self.server()
        let answers = Self.answers(
            &server, [Self.initialize, Self.request(2, "shutdown", "null"), Self.request(3, "textDocument/hover")])
        #expect(answers[1].names.contains("result") && answers[1]["result"].isNull)
        #expect(answers[2]["error"]["code"].number == -32600)
        #expect(server.exitStatus == nil)
        _ = Self.answers(&server, [Self.notification("exit")])
        #expect(server.exitStatus == 0)
        var other = Self.server()
        _ = Self.answers(&other, [Self.initialize, Self.notification("exit")])
        #expect(other.exitStatus == 1)
        var third = Self.server()
        _ = Self.answers(&third, [Self.notification("exit")])
        #expect(third.exitStatus == 1)
    }

    @Test func aRequestThatWaitsCanBeCancelled() {
        var server = Self.server()
        _ = Self.answers(&server, [Self.initialize])
        func cancel(_ id: String) -> String {
            "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":\(id)}}"
        }
        let answers = Self.answers(
            &server,
            [
                Self.request(2, "workspace/executeCommand", "{\"command\":\"a\"}"), cancel("2"), cancel("99"),
                cancel("\"2\""), cancel("{}"), Self.request(99, "workspace/executeCommand", "{\"command\":\"a\"}"),
            ])
        #expect(answers.map { $0["error"]["code"].number } == [-32800, -32602])
        // An answered one is not cancelled when its id is used again.
        _ = Self.answers(&server, [cancel("2")])
        #expect(Self.answers(&server, [Self.request(2, "no/such")])[0]["error"]["code"].number == -32601)
    }

    @Test(arguments: [
        ("[\"utf-16\",\"utf-8\"]", "utf-8"), ("[\"utf-16\"]", "utf-16"), ("[\"utf-32\"]", "utf-32"), ("[]", "utf-16"),
        ("[\"ebcdic\"]", "utf-16"), (nil, "utf-16"),
    ]) func negotiatesPositions(_ offered: String?, _ wanted: String) {
        var server = Self.server()
        let general = offered.map { "\"general\":{\"positionEncodings\":\($0)}" } ?? ""
        let answers = Self.answers(
            &server, [Self.request(1, "initialize", "{\"rootUri\":null,\"capabilities\":{\(general)}}")])
        #expect(answers[0]["result"]["capabilities"]["positionEncoding"].text == wanted)
    }

    @Test func findsTheSite() throws {
        let folder = try TemporaryFolder()
        for path in ["content/site.md", "docs/content/site.md", "docs/content/a.md", "other/a.md"] {
            try folder.write("---\ntitle: A\n---\n", to: path)
        }
        try folder.write("", to: "templates/a.html")
        func content(_ root: String, _ document: String? = nil) -> String? {
            let finder = SiteFinder(root: root)
            let site = document.map { finder.site(of: folder.path($0)) } ?? finder.rootSite
            return site.map { String($0.content.dropFirst(folder.path.count + 1)) }
        }
        #expect(content(folder.path) == "content")
        #expect(content(folder.path("content")) == "content")
        #expect(content(folder.path("docs")) == "docs/content")
        #expect(content(folder.path("other")) == nil)
        #expect(content("/", "docs/content/a.md") == "docs/content")
        #expect(content("/", "docs/content/people/new.md") == "docs/content")
        #expect(content(folder.path, "other/a.md") == nil)
        #expect(SiteFinder(root: folder.path).rootSite?.templates == folder.path("templates"))
        #expect(
            SiteFinder(root: folder.path).site(of: folder.path("docs/content/a.md"))?.templates
                == folder.path("templates"))
        #expect(
            SiteFinder(root: folder.path("other"), content: "../content").rootSite?.content == folder.path("content"))
    }
}
