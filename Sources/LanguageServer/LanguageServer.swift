// Input: the bytes that a client sends, and what changes on the disk.
// Output: the bytes of answers and notifications. Nothing is read from or written to the standard streams here, and no
// file is written: what changes documents is sent to the client as edits.
// One thread does everything in the order of arrival: `receive` takes bytes, `work` answers one message, or reads what
// changed if no message waits. So a burst of keystrokes is read and checked once.

import Building
import Diagnostics

/// A language server (LSP 3.17) for the documents of sites.
package struct LanguageServer {
    private enum Phase { case created, running, shutDown }

    private var phase = Phase.created
    private var frames = FrameReader()
    private var waiting: [Message] = []
    private var cancelled: Set<RequestID> = []
    private var output: [UInt8] = []
    /// Set when the client ended the session: 0, or 1 if it had not asked to shut down.
    package private(set) var exitStatus: Int32?

    let setup: ServerSetup
    var finder: SiteFinder
    var encoding = PositionEncoding.utf16
    var client = ClientFeatures()
    /// Open documents, by their paths.
    var documents: [String: OpenDocument] = [:]
    var sites: [SiteSession] = []
    var watching: [FileWatching] = []
    /// What was last published of each file with problems.
    var published: [String: LSP.PublishDiagnostics] = [:]

    package init(_ setup: ServerSetup) {
        self.setup = setup
        finder = setup.finder
    }

    // MARK: - Input and output

    /// Takes bytes of the client's, of any number of messages.
    package mutating func receive(_ bytes: [UInt8]) {
        frames.append(bytes)
        while let frame = frames.next() {
            switch frame {
            case .fault(let fault): waiting.append(.invalid(ResponseError(.parseError, fault)))
            case .content(let content):
                let message = Message(content)
                if case .notification("$/cancelRequest", let content) = message {
                    cancel(content)
                } else {
                    waiting.append(message)
                }
            }
        }
    }

    /// A request that waits is not answered any more; one that was answered cannot be cancelled.
    private mutating func cancel(_ content: MessageContent) {
        guard let id = try? content.parameters(LSP.CancelParameters.self).id else { return }
        let waits = waiting.contains { message in
            if case .request(id, _, _) = message { true } else { false }
        }
        if waits { cancelled.insert(id) }
    }

    /// Whether `work` has something to do.
    package var hasWork: Bool { !waiting.isEmpty || (phase == .running && sites.contains(where: \.isOutdated)) }

    /// Answers the next message; without one, reads what changed and publishes the problems.
    package mutating func work() {
        noteWatchedChanges()
        if waiting.isEmpty {
            if phase == .running { publishOutdated() }
        } else {
            handle(waiting.removeFirst())
        }
    }

    /// Notes what changed on the disk since the last call.
    package mutating func noteWatchedChanges() {
        for (number, watching) in watching.enumerated() {
            if let changes = watching.take() { sites[number].note(changes) }
        }
    }

    /// The bytes to send, which are then forgotten.
    package mutating func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    mutating func notify(_ method: String, _ parameters: some Encodable) {
        output += frame(OutgoingMessage.notification(method, parameters))
    }

    // MARK: - Messages

    private mutating func handle(_ message: Message) {
        switch message {
        case .invalid(let error): output += frame(OutgoingMessage.failure(nil, error))
        case .response: break
        case .notification(let method, let content): handle(notification: method, content)
        case .request(let id, let method, let content):
            do throws(ResponseError) {
                if cancelled.remove(id) != nil {
                    throw ResponseError(.requestCancelled, "the request was cancelled")
                }
                let result = try answer(method, content)
                output += frame(OutgoingMessage.response(id, result))
            } catch {
                output += frame(OutgoingMessage.failure(id, error))
            }
        }
    }

    private mutating func handle(notification method: String, _ content: MessageContent) {
        if method == "exit" {
            exitStatus = phase == .shutDown ? 0 : 1
            return
        }
        guard phase == .running, let handler = notificationHandlers[method] else { return }
        do throws(ResponseError) {
            try handler(&self, content)
        } catch {
            // A notification has no answer.
            notify("window/logMessage", LSP.ShowMessage(type: 1, message: "\(method): \(error.message)"))
        }
    }

    private mutating func answer(
        _ method: String, _ content: MessageContent
    ) throws(ResponseError) -> (any Encodable)? {
        switch (phase, method) {
        case (.created, "initialize"):
            let result = initialize(try content.parameters(LSP.InitializeParameters.self))
            phase = .running
            return result
        case (.created, _): throw ResponseError(.serverNotInitialized, "the first request must be 'initialize'")
        case (.shutDown, _): throw ResponseError(.invalidRequest, "the server was shut down")
        case (.running, "initialize"): throw ResponseError(.invalidRequest, "the server is initialized already")
        case (.running, "shutdown"):
            phase = .shutDown
            watching.forEach { $0.stop() }
            return nil
        case (.running, _):
            guard let handler = requestHandlers[method] else {
                throw ResponseError(.methodNotFound, "there is no method '\(method)'")
            }
            return try handler(&self, content)
        }
    }

    private mutating func initialize(_ parameters: LSP.InitializeParameters) -> LSP.InitializeResult {
        client = ClientFeatures(parameters.capabilities)
        encoding = PositionEncoding(offered: parameters.capabilities?.general?.positionEncodings)
        let folders = (parameters.workspaceFolders ?? []).map(\.uri) + [parameters.rootUri].compactMap(\.self)
        let roots = folders.compactMap(FileURI.path) + [parameters.rootPath].compactMap(\.self)
        if let root = roots.first, root.hasPrefix("/") { finder.root = FileURI.plain(root) }
        if let site = finder.rootSite { open(site) }
        return LSP.InitializeResult(
            capabilities: LSP.ServerCapabilities(
                positionEncoding: encoding.rawValue, semanticTokensProvider: .init(legend: SemanticTokens.legend)),
            serverInfo: LSP.ServerInfo(name: "explainer", version: setup.version))
    }
}

/// What a server is given by the program that runs it.
package struct ServerSetup {
    package let finder: SiteFinder
    package let version: String
    /// Makes the workspace of a site.
    package let workspace: (SiteFolders) -> Workspace
    /// Whether to watch the sites' folders.
    package let watches: Bool

    package init(
        _ finder: SiteFinder, version: String, watches: Bool = true, workspace: @escaping (SiteFolders) -> Workspace
    ) {
        self.finder = finder
        self.version = version
        self.watches = watches
        self.workspace = workspace
    }
}
