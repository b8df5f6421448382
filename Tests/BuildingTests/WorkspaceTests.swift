import Platform
import Building
import Diagnostics
import TestSupport
import Testing

/// A workspace checks texts that are not saved, and reads again only what changed.
@Suite struct WorkspaceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour"), ("event.md", "title: Dues\nsummary: The port wants dues.\nsources: [log]"),
            ("parties/port.md", "name: The port\nkind: company"), ("parties/fishers.md", "name: Fishers\nkind: union"),
            ("sources/log.md", "title: Log\ntype: report"),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10"),
        ] { try folder.write("---\n\(text)\n---\n", to: "content/" + path) }
    }

    private func workspace() -> Workspace {
        Workspace(
            Configuration(content: folder.path("content"), templates: FileTree.project + "templates"),
            in: World(now: 1_790_000_000, cores: Cores(jobs: 2)))
    }

    private func codes(_ report: Report) -> [String] {
        report.diagnostics.filter { $0.severity == .error }.map(\.code.name)
    }

    @Test func checksABufferInPlaceOfItsFile() {
        var workspace = workspace()
        let saved = codes(workspace.check())
        let path = folder.path("content/demands/dues.md")
        workspace.overlay(Array("---\ntitle: Pay\nfrom: prot\nto: fishers\ndate: 2026-01-10\n---\n".utf8), at: path)
        #expect(codes(workspace.check()).contains("unknown-reference"))
        workspace.overlay(nil, at: path)
        #expect(codes(workspace.check()) == saved)
    }

    @Test func readsADocumentThatIsNotOnTheDisk() {
        var workspace = workspace()
        let count = workspace.check().documents
        workspace.overlay(
            Array("---\ntitle: No\nanswers: dues\nfrom: fisher\ndate: 2026-01-11\n---\n".utf8),
            at: folder.path("content/refusals/no.md"))
        let report = workspace.check()
        #expect(report.documents == count + 1)
        #expect(codes(report).contains("unknown-reference"))
    }

    @Test func findsTheSameWhetherDocumentsAreReadOrKept() throws {
        var kept = workspace()
        _ = kept.check()
        kept.overlay(
            Array("---\nname: Fishers\nkind: onion\n---\n".utf8), at: folder.path("content/parties/fishers.md"))
        let first = kept.check()
        var fresh = workspace()
        try folder.write("---\nname: Fishers\nkind: onion\n---\n", to: "content/parties/fishers.md")
        let second = fresh.check()
        let formatter = DiagnosticFormatter(format: .human)
        #expect(formatter.text(for: first.diagnostics) == formatter.text(for: second.diagnostics))
        #expect(codes(first).contains("unknown-value"))
    }

    @Test func findsADocumentElsewhereOnceAnEventAppears() throws {
        var workspace = workspace()
        _ = workspace.check()
        // With an event.md below it, the page becomes an entry of another event, though its text is the same.
        workspace.overlay(
            Array("---\ntitle: Other\nsummary: S.\n---\n".utf8), at: folder.path("content/parties/event.md"))
        #expect(codes(workspace.check()).contains("mixed-site"))
    }
}
