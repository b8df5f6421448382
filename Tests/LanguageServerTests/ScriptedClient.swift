import Building
import Foundation
import LanguageServer
import Platform
import TestSupport

/// A client in the process: sends messages and reads what the server answers.
struct ScriptedClient {
    private(set) var server: LanguageServer
    private var frames = FrameReader()
    private var lastID = 0
    /// The content folder.
    let content: String
    /// The problems of each file as last published, by path below the content folder.
    private(set) var problems: [String: [Value]] = [:]
    /// The notifications but for problems, in order.
    private(set) var notifications: [(method: String, parameters: Value)] = []
    private(set) var versions: [String: Int] = [:]
    /// What the server can do.
    private(set) var capabilities = Value(nil)
    private(set) var texts: [String: String] = [:]

    static let capabilities = """
        {"general":{"positionEncodings":["utf-16"]},
         "textDocument":{"completion":{"completionItem":{"snippetSupport":true}},
          "hover":{"contentFormat":["markdown","plaintext"]},
          "documentSymbol":{"hierarchicalDocumentSymbolSupport":true}},
         "workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create","rename"]}}}
        """

    static func workspace(_ content: String, ownTemplates: String? = nil) -> Workspace {
        let theme = FileTree.project + "templates"
        return Workspace(
            Configuration(
                content: content, templates: ownTemplates ?? theme, theme: ownTemplates == nil ? nil : theme),
            in: World(now: 1_790_000_000, cores: Cores(jobs: 2)), showsLastGoodState: false)
    }

    /// - Parameters:
    ///   - folder: what the client has open.
    ///   - hasTemplates: whether the site has templates of its own, beside its content.
    init(
        _ content: String, root folder: String? = nil, capabilities: String = capabilities, hasTemplates: Bool = false
    ) throws {
        self.content = content
        server = LanguageServer(
            ServerSetup(SiteFinder(root: "/"), version: "1", watches: false) { folders in
                ScriptedClient.workspace(folders.content, ownTemplates: hasTemplates ? folders.templates : nil)
            })
        let root = FileURI.uri(folder ?? content)
        self.capabilities = try request(
            "initialize", "{\"processId\":null,\"rootUri\":\"\(root)\",\"capabilities\":\(capabilities)}")
        notify("initialized", "{}")
        settle()
    }

    /// A client of a site that is written into a temporary folder.
    init(_ files: [String: String], in folder: TemporaryFolder, capabilities: String = capabilities) throws {
        for (path, text) in files { try folder.write(text, to: "content/" + path) }
        try self.init(folder.path("content"), root: folder.path, capabilities: capabilities)
    }

    /// The path of a file from the content folder: `event.md`, `../templates/base.html`.
    static func name(of path: String, from content: String) -> String {
        if path.hasPrefix(content + "/") { return String(path.dropFirst(content.count + 1)) }
        let parent = content.prefix(through: content.lastIndex(of: "/") ?? content.startIndex)
        return path.hasPrefix(parent) ? "../" + path.dropFirst(parent.count) : path
    }

    // MARK: Messages

    func uri(_ path: String) -> String { FileURI.uri(FileURI.plain(content + "/" + path)) }

    mutating func send(_ json: String) { server.receive(frame(Array(json.utf8))) }

    mutating func notify(_ method: String, _ parameters: String) {
        send("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":\(parameters)}")
    }

    /// Sends a request and returns its result; throws the message of an error.
    mutating func request(_ method: String, _ parameters: String) throws -> Value {
        lastID += 1
        send("{\"jsonrpc\":\"2.0\",\"id\":\(lastID),\"method\":\"\(method)\",\"params\":\(parameters)}")
        let id = lastID
        for _ in 0..<10_000 {
            server.work()
            if let answer = take().first(where: { $0["id"].number == id }) {
                if let message = answer["error"]["message"].text { throw Failure(message: message) }
                return answer["result"]
            }
        }
        throw Failure(message: "no answer")
    }

    struct Failure: Error { let message: String }

    /// Lets the server do all that waits; returns its answers.
    @discardableResult
    mutating func settle() -> [Value] {
        var answers = take()
        while server.hasWork {
            server.work()
            answers += take()
        }
        return answers
    }

    private mutating func take() -> [Value] {
        frames.append(server.takeOutput())
        var answers: [Value] = []
        while case .content(let bytes)? = frames.next() {
            let message = Value((try? JSONSerialization.jsonObject(with: Data(bytes))) ?? NSNull())
            guard let method = message["method"].text else {
                answers.append(message)
                continue
            }
            let parameters = message["params"]
            if method == "textDocument/publishDiagnostics" {
                let path = FileURI.path(parameters["uri"].text ?? "") ?? ""
                problems[ScriptedClient.name(of: path, from: content)] = parameters["diagnostics"].items
            } else {
                notifications.append((method, parameters))
            }
        }
        return answers
    }

    // MARK: Documents

    /// Opens a document with a text, or with that of its file.
    mutating func open(_ path: String, _ text: String? = nil) throws {
        let text = try text ?? String(contentsOfFile: content + "/" + path, encoding: .utf8)
        texts[path] = text
        versions[path] = 1
        notify(
            "textDocument/didOpen",
            "{\"textDocument\":{\"uri\":\"\(uri(path))\",\"languageId\":\"markdown\",\"version\":1,\"text\":\(json(text))}}"
        )
        settle()
    }

    /// Replaces the whole text of an open document.
    mutating func change(_ path: String, _ text: String) {
        texts[path] = text
        edit(path, "[{\"text\":\(json(text))}]")
    }

    mutating func edit(_ path: String, _ changes: String) {
        versions[path, default: 1] += 1
        notify(
            "textDocument/didChange",
            "{\"textDocument\":{\"uri\":\"\(uri(path))\",\"version\":\(versions[path] ?? 0)},\"contentChanges\":\(changes)}"
        )
        settle()
    }

    mutating func close(_ path: String) {
        notify("textDocument/didClose", "{\"textDocument\":{\"uri\":\"\(uri(path))\"}}")
        settle()
    }

    /// Sends a request about a document; further members of the parameters begin with a comma.
    mutating func ask(_ method: String, _ path: String, _ more: String = "") throws -> Value {
        try request(method, "{\"textDocument\":{\"uri\":\"\(uri(path))\"}\(more)}")
    }

    /// Sends a request about a place: a line and a character from 0.
    mutating func ask(_ method: String, _ path: String, at line: Int, _ character: Int, _ more: String = "") throws
        -> Value
    {
        try ask(method, path, ",\"position\":{\"line\":\(line),\"character\":\(character)}\(more)")
    }

    /// Opens a document whose text has ① at a place, and asks about that place.
    mutating func ask(_ method: String, _ path: String, marked: String, _ more: String = "") throws -> Value {
        let text = MarkedText(marked)
        try open(path, text.text)
        let position = LineTable(Array(text.text.utf8), .utf16).position(at: text.offsets[1] ?? 0)
        return try ask(method, path, at: position.line, position.character, more)
    }
}

func json(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
}

/// A value of JSON; a member or item that is absent is null.
struct Value: CustomStringConvertible {
    let raw: Any

    init(_ raw: Any?) { self.raw = raw ?? NSNull() }

    subscript(name: String) -> Value { Value((raw as? [String: Any])?[name]) }
    subscript(index: Int) -> Value { Value(items.indices.contains(index) ? items[index].raw : nil) }

    var isNull: Bool { raw is NSNull }
    var text: String? { raw as? String }
    var number: Int? { raw as? Int }
    var truth: Bool? { raw as? Bool }
    var items: [Value] { (raw as? [Any])?.map(Value.init) ?? [] }
    var names: [String] { (raw as? [String: Any])?.keys.sorted() ?? [] }
    /// "3:4-3:9"
    var range: String {
        let (start, end) = (self["start"], self["end"])
        return "\(start["line"].number ?? -1):\(start["character"].number ?? -1)"
            + "-\(end["line"].number ?? -1):\(end["character"].number ?? -1)"
    }

    var description: String {
        guard JSONSerialization.isValidJSONObject(raw),
            let data = try? JSONSerialization.data(
                withJSONObject: raw, options: [.sortedKeys, .withoutEscapingSlashes])
        else { return "\(raw)" }
        return String(decoding: data, as: UTF8.self)
    }
}
