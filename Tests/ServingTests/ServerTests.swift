import Building
import Foundation
import Platform
import Serving
import TestSupport
import Testing

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
