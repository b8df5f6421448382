import Building
import Foundation
import Platform
import Serving
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The server's address, and the state that it shows.
@Suite struct ServerTests {
    private func start(_ address: PreviewServer.Address) throws(PreviewServer.Failure) -> PreviewServer {
        try PreviewServer.start(address, site: ServedSite(files: nil))
    }

    @Test func listensOnLoopbackOnly() throws {
        let server = try start(PreviewServer.Address(port: 0))
        defer { server.stop() }
        #expect(server.host == "127.0.0.1" && server.port > 0)
    }

    @Test func takesTheNextFreePortUnlessOneIsNamed() throws {
        let first = try start(PreviewServer.Address(port: 0))
        defer { first.stop() }
        let second = try start(PreviewServer.Address(port: first.port, further: 20))
        defer { second.stop() }
        #expect(second.port > first.port && second.port <= first.port + 20)
        #expect(throws: PreviewServer.Failure.self) { try start(PreviewServer.Address(port: first.port)) }
        do {
            _ = try start(PreviewServer.Address(port: first.port))
        } catch {
            #expect(error.isPortInUse && error.reason == "Address already in use")
        }
    }

    @Test func saysWhyAnAddressCannotBeUsed() {
        do {
            _ = try start(PreviewServer.Address(host: "192.0.2.1", port: 0))
            Issue.record("listens on an address of another machine")
        } catch {
            #expect(!error.isPortInUse && !error.reason.isEmpty)
        }
    }

    #if os(Linux)
        /// A connection to a server, over the system's own calls.
        private final class RawConnection {
            private let socket: CInt

            init(port: Int) throws {
                socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
                var wait = timeval(tv_sec: 10, tv_usec: 0)
                setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_port = in_port_t(port).bigEndian
                address.sin_addr.s_addr = inet_addr("127.0.0.1")
                let status = withUnsafePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                    }
                }
                try #require(status == 0)
            }

            deinit { close(socket) }

            func send(_ text: String) -> Bool {
                Glibc.send(socket, text, text.utf8.count, CInt(MSG_NOSIGNAL)) > 0
            }

            /// What arrives next; empty if the other end has closed the connection, nil if nothing arrives.
            func receive() -> String? {
                var bytes = [UInt8](repeating: 0, count: 4_096)
                let count = recv(socket, &bytes, bytes.count, 0)
                return count < 0
                    ? (errno == ECONNRESET ? "" : nil) : String(decoding: bytes.prefix(count), as: UTF8.self)
            }
        }

        /// Half a request, a request that arrives letter by letter, and a connection that is not used.
        @Test(arguments: ["GET / HTTP/1.1\r\nHost: x", ""]) func closesConnectionsThatAreSlow(_ part: String) throws {
            let server = try start(PreviewServer.Address(port: 0, longestRequest: .milliseconds(400)))
            defer { server.stop() }
            let connection = try RawConnection(port: server.port)
            let start = ContinuousClock.now
            if !part.isEmpty { #expect(connection.send(part)) }
            for _ in 0..<6 where !part.isEmpty {
                usleep(50_000)
                _ = connection.send("x")
            }
            let answer = connection.receive()
            #expect(answer == "" || answer?.hasPrefix("HTTP/1.1 400") == true, "\(answer ?? "nothing")")
            #expect(ContinuousClock.now - start < .seconds(8))
        }

        /// A stream of changes stays open, and has numbers alone: nothing of a text, a title or a path.
        @Test func theStreamSaysOnlyThatSomethingChanged() throws {
            let folder = try site()
            var session = session(folder)
            let server = try start(PreviewServer.Address(port: 0, longestRequest: .milliseconds(400)))
            defer { server.stop() }
            let connection = try RawConnection(port: server.port)
            #expect(connection.send("GET /_explainer/events HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n"))
            var received = ""
            var data: [String] { received.matches(of: /data: (.*)\n/).map { String($0.output.1) } }
            func receive(_ count: Int) {
                let end = ContinuousClock.now + .seconds(10)
                while data.count < count, ContinuousClock.now < end, let more = connection.receive(), !more.isEmpty {
                    received += more
                }
            }
            receive(1)
            usleep(900_000)
            session.update(SourceChanges()) { server.show($0) }
            try folder.write("---\ntitle: Secret\nsummary: S.\n---\n", to: "content/event.md")
            session.update(SourceChanges(files: [folder.path("content/event.md")])) { server.show($0) }
            receive(4)
            #expect(data.count >= 4, "\(received)")
            for line in data {
                #expect(line.wholeMatch(of: /\{("[a-z]+":[0-9]+,?)+\}/) != nil, "\(line)")
            }
        }
    #endif

    // MARK: The state

    private func session(_ folder: TemporaryFolder) -> PreviewSession {
        let workspace = Workspace(
            Configuration(content: folder.path("content"), templates: folder.path("templates")),
            in: World(now: 1_790_000_000, cores: .one))
        return PreviewSession(workspace, folder: "/")
    }

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "templates")
        try folder.write("---\ntitle: Harbour\n---\n", to: "content/site.md")
        try folder.write("---\ntitle: Dues\nsummary: S.\n---\nText.\n", to: "content/event.md")
        return folder
    }

    private func page(_ site: ServedSite?) -> String {
        guard let site else { return "" }
        let rules = RequestRules(hosts: HostRules(port: 1))
        let response = rules.response(to: WebRequest("GET", "/", [("Host", "localhost:1")]), from: site)
        guard case .bytes(let bytes) = response.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Which numbers of the stream change with an edit.
    @Test(
        arguments: [
            ("content/event.md", "---\ntitle: New\nsummary: S.\n---\n", [\StateNumbers.pages]),
            ("templates/page.html", "{# new #}", [\StateNumbers.pages]),
            ("templates/assets/style.css", "body {}", [\StateNumbers.styles]),
            ("templates/assets/enhance.js", "1", [\StateNumbers.files]),
            ("content/notes.tmp", "x", [\StateNumbers.files, \StateNumbers.pages]),
        ] as [(String, String, [WritableKeyPath<StateNumbers, Int> & Sendable])])
    func tellsWhatChanged(
        path: String, text: String, numbers: [WritableKeyPath<StateNumbers, Int> & Sendable]
    ) throws {
        let folder = try site()
        var session = session(folder)
        var shown: [ServedSite] = []
        session.update(SourceChanges()) { shown.append($0) }
        let before = (try #require(shown.last)).numbers
        try folder.write(text, to: path)
        session.update(SourceChanges(files: [folder.path(path)])) { shown.append($0) }
        let now = (try #require(shown.last)).numbers
        for number in [\StateNumbers.pages, \StateNumbers.styles, \StateNumbers.files] {
            #expect((before[keyPath: number] != now[keyPath: number]) == numbers.contains(number), "\(path) \(number)")
        }
        // The pages are shown before the checks have run.
        #expect(shown.count == 4)
    }

    @Test func tellsNothingOfATemporaryFile() throws {
        let folder = try site()
        var session = session(folder)
        var shown: [ServedSite] = []
        session.update(SourceChanges()) { shown.append($0) }
        let before = (try #require(shown.last)).numbers
        session.update(SourceChanges(files: [folder.path("content/sedAbC")])) { shown.append($0) }
        let now = (try #require(shown.last)).numbers
        #expect((before.pages, before.files, before.styles) == (now.pages, now.files, now.styles))
    }

    @Test func keepsTheLastSiteWhileThereIsNone() throws {
        let folder = try site()
        var session = session(folder)
        var last: ServedSite?
        session.update(SourceChanges()) { last = $0 }
        #expect(page(last).contains("Dues"))
        try FileManager.default.moveItem(atPath: folder.path("content"), toPath: folder.path("away"))
        session.update(.everything) { last = $0 }
        #expect(page(last).contains("Dues"))
        #expect(session.isIncomplete && session.diagnostics.map(\.code.name) == ["missing-content"])
        try FileManager.default.moveItem(atPath: folder.path("away"), toPath: folder.path("content"))
        session.update(SourceChanges()) { last = $0 }
        #expect(!session.isIncomplete && !session.diagnostics.contains { $0.code.name == "missing-content" })
    }

    #if os(Linux)
        /// Ends after an edit is shown, and loses none that are made while it refreshes.
        @Test func showsTheLastOfManySaves() throws {
            let folder = try site()
            var session = session(folder)
            let server = try start(PreviewServer.Address(port: 0))
            defer { server.stop() }
            let roots = [WatchedFolder(folder: folder.path("content"))]
            let watcher = try QueueWatcher(roots, try ChangeQueue.open())
            session.update(SourceChanges()) { server.show($0) }
            for number in 0..<50 {
                try folder.write("---\ntitle: Title \(number)\nsummary: S.\n---\n", to: "content/event.md")
                usleep(UInt32(number * 200))
            }
            let end = ContinuousClock.now + .seconds(20)
            session.run(server, watcher) { _ in
                PollingWatcher(roots)
            } until: {
                page(server.site).contains("Title 49") || ContinuousClock.now > end
            } say: { _ in
            }
            #expect(page(server.site).contains("Title 49"))
        }
    #endif
}
