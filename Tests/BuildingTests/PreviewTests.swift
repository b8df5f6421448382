import Building
import BuildingSupport
import Diagnostics
import Foundation
import Platform
import TestSupport
import Testing

/// A preview has the bytes of a build, whatever was edited before, and shows unfinished work.
@Suite struct PreviewTests {
    private func workspace(_ folder: TemporaryFolder, drafts: Bool = false) -> Workspace {
        Workspace(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"), theme: folder.path("theme"),
                output: folder.path("public"), includesDrafts: drafts),
            in: World(now: 1_790_000_000, cores: Cores(jobs: 2)))
    }

    /// A small site with the default theme.
    private func harbour() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        for (path, text) in [
            ("site.md", "title: Harbour"),
            ("event.md", "title: Dues\nsummary: The port wants dues.\nsources: [log]"),
            ("parties/port.md", "name: The port\nkind: company"), ("parties/fishers.md", "name: Fishers\nkind: union"),
            ("sources/log.md", "title: Log\ntype: report"),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10\nsources: [log]"),
        ] { try folder.write("---\n\(text)\n---\n", to: "content/" + path) }
        return folder
    }

    private func files(_ site: SitePreview) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for output in site.plan.outputs { files[output.path] = site.file(at: output.path)?.bytes }
        return files
    }

    private func text(_ site: SitePreview?, _ path: String) -> String {
        String(decoding: site?.file(at: path)?.bytes ?? [], as: UTF8.self)
    }

    // MARK: Same bytes

    @Test func hasTheBytesOfABuild() throws {
        let folder = try RandomEdits(seed: 5).folder
        var workspace = workspace(folder)
        let site = try #require(workspace.refresh(.everything).site)
        try #require(workspace.build().exitStatus == 0)
        let built = try folder.contents(of: "public").filter { !$0.key.hasPrefix(".") }
        let previewed = files(site)
        #expect(previewed.keys.sorted() == built.keys.sorted())
        for path in built.keys.sorted() { #expect(previewed[path] == built[path], "\(path)") }
    }

    /// What an edit changed, as a watcher reports it.
    private func changes(_ folder: TemporaryFolder, since before: [String: [UInt8]]) throws -> SourceChanges {
        let now = try folder.contents(of: "")
        let changed = Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }
        return SourceChanges(files: Set(changed.map { folder.path($0) }))
    }

    /// How many edits a run makes: as many as `make test-rebuild` asks for, else what a test run has time for.
    private static let edits = ProcessInfo.processInfo.environment["REBUILD_EDITS"].flatMap { Int($0) } ?? 12

    @Test(arguments: [1, 2, 3] as [UInt64])
    func showsAfterEveryEditWhatAFreshWorkspaceShows(seed: UInt64) throws {
        var edits = try RandomEdits(seed: seed)
        let folder = edits.folder
        var kept = workspace(folder, drafts: seed == 3)
        _ = kept.refresh(.everything).problems()
        for _ in 0..<(PreviewTests.edits / 3) {
            let before = try folder.contents(of: "")
            let edit = try edits.edit()
            let refresh = kept.refresh(try changes(folder, since: before))
            var fresh = workspace(folder, drafts: seed == 3)
            let wanted = fresh.refresh(.everything)
            let (site, other) = (try #require(refresh.site, "\(edit)"), try #require(wanted.site))
            try #require(
                refresh.problems().map(\.message) == wanted.problems().map(\.message), "the problems after \(edit)")
            let (now, clean) = (files(site), files(other))
            let differing = Set(now.keys).union(clean.keys).filter { now[$0] != clean[$0] }.sorted()
            try #require(differing.isEmpty, "\(edit): \(differing)")
            try #require(refresh.problems().map(\.message) == fresh.check().diagnostics.map(\.message), "\(edit)")
        }
    }

    /// An edit of one event, of a field, a text, a reference, a link, and of what is shared.
    @Test(arguments: [
        ("content/one/demands/pay.md", "title: Pay", "title: More pay"),
        ("content/one/demands/pay.md", "to: council", "to: union"),
        ("content/one/demands/pay.md", "date: 2026-03-01", "date: 2026-03-05\ndeadline: 2026-03-09"),
        ("content/one/event.md", "title: Dispute one", "title: The first dispute"),
        ("content/one/event.md", "[@gazette]", "[@gazette] See [two](event:two)."),
        ("content/two/refusals/no.md", "answers: pay", "answers: pay\nwords: No."),
        ("content/parties/council.md", "name: The Council", "name: A Council"),
        ("content/people/mayor.md", "title: mayor", "title: lord mayor"),
        ("content/sources/gazette.md", "title: The Gazette", "title: Gazette\nexcerpts: [No.]"),
        ("content/terms/dues.md", "name: Dues", "name: Fees"), ("content/about.md", "title: About", "title: Us"),
        ("content/site.md", "title: Harbours", "title: Ports"), ("theme/assets/style.css", "}", "} "),
        ("content/three/demands/pay.md", "title: Pay", "draft: true\ntitle: Pay"),
        ("content/three/demands/pay.md", "title: Pay", "moved_from: old.html\ntitle: Pay"),
        ("content/three/parties/union.md", "kind: union", "kind: union\ncolor: \"#aa3300\""),
    ])
    func showsAnEditAtOnce(path: String, old: String, new: String) throws {
        let folder = try RandomEdits(seed: 7).folder
        var kept = workspace(folder)
        _ = kept.refresh(.everything).problems()
        let text = String(decoding: try Data(contentsOf: URL(filePath: folder.path(path))), as: UTF8.self)
        try #require(text.contains(old))
        for edited in [text.replacing(old, with: new), text] {
            try folder.write(edited, to: path)
            let refresh = kept.refresh(SourceChanges(files: [folder.path(path)]))
            var fresh = workspace(folder)
            let wanted = fresh.refresh(.everything)
            let (now, clean) = (files(try #require(refresh.site)), files(try #require(wanted.site)))
            #expect(now == clean, "\(Set(now.keys).union(clean.keys).filter { now[$0] != clean[$0] }.sorted())")
            #expect(refresh.problems().map(\.message) == wanted.problems().map(\.message))
        }
    }

    // MARK: Unfinished work

    @Test(arguments: [
        ("See [it](demand:nothing).", "<mark data-unresolved=\"demand:nothing\">it</mark>"),
        ("See [](demand:nothing).", "<mark data-unresolved=\"demand:nothing\">demand:nothing</mark>"),
        ("Said. [@nobody]", "<mark data-unresolved=\"@nobody\">[@nobody]</mark>"),
        ("Said. [@log; @nobody]", "<mark data-unresolved=\"@nobody\">[@nobody]</mark>"),
        ("See [it](demands/nothing.md).", "<mark data-unresolved=\"demands/nothing.md\">it</mark>"),
    ])
    func marksWhatNamesNothing(body: String, mark: String) throws {
        let folder = try harbour()
        try folder.write(
            "---\ntitle: Dues\nsummary: The port wants dues.\nsources: [log]\n---\n\(body)\n", to: "content/event.md")
        var workspace = workspace(folder)
        let refresh = workspace.refresh(.everything)
        #expect(text(refresh.site, "index.html").contains(mark), "\(text(refresh.site, "index.html"))")
        #expect(refresh.problems().hasErrors)
        // A build has no marks, because it has no such site.
        #expect(workspace.build().exitStatus == 1)
    }

    @Test func showsASiteWithAnUnknownReferenceInAField() throws {
        let folder = try harbour()
        var workspace = workspace(folder)
        _ = workspace.refresh(.everything)
        try folder.write(
            "---\ntitle: Pay\nfrom: port\nto: nobody\ndate: 2026-01-10\nsources: [log]\n---\n",
            to: "content/demands/dues.md")
        let refresh = workspace.refresh(SourceChanges(files: [folder.path("content/demands/dues.md")]))
        #expect(refresh.problems().contains { $0.code.name == "unknown-reference" })
        #expect(text(refresh.site, "demands/dues.html").contains("Pay"))
        for page in ["demands/dues.html", "index.html"] {
            #expect(refresh.site?.file(at: page)?.unresolved == ["party:nobody"])
        }
        #expect(refresh.site?.file(at: "parties/port.html")?.unresolved == [])
    }

    @Test(arguments: [
        ("content/demands/dues.md", "---\ntitle: Pay\nfrom: [port\n---\n"),
        ("content/demands/dues.md", "---\ntitle: New\n"), ("content/demands/dues.md", ""),
        ("content/demands/dues.md", "---\ntitle: New\nfrom: port\n---\n"),
        ("content/demands/dues.md", "\u{0}\u{1}"), ("content/demands/dues.md", "text alone"),
        ("content/event.md", "---\ntitle: \"New\n---\n"), ("content/site.md", "---\ntitle: [\n---\n"),
        ("theme/demand.html", "{% if %}"), ("theme/base.html", "{{ page.nothing }}"),
    ])
    func keepsTheLastGoodState(path: String, broken: String) throws {
        let folder = try harbour()
        var workspace = workspace(folder)
        let good = files(try #require(workspace.refresh(.everything).site))
        let original = String(decoding: try Data(contentsOf: URL(filePath: folder.path(path))), as: UTF8.self)
        for text in [broken, broken + " "] {
            try folder.write(text, to: path)
            let refresh = workspace.refresh(SourceChanges(files: [folder.path(path)]))
            let problems = refresh.problems()
            #expect(problems.contains { ($0.location?.file.path ?? $0.path) == folder.path(path) }, "\(problems)")
            #expect(files(try #require(refresh.site)) == good)
            // Places are those of the text on the disk.
            for problem in problems where problem.location?.file.path == folder.path(path) {
                #expect(problem.location.map { $0.file.bytes == Array(text.utf8) } == true)
            }
        }
        try folder.write(original, to: path)
        let mended = workspace.refresh(SourceChanges(files: [folder.path(path)]))
        #expect(mended.problems().isEmpty)
        #expect(files(try #require(mended.site)) == good)
    }

    @Test func saysWhatIsWrongWithoutASiteAndRecovers() throws {
        let folder = try harbour()
        try FileManager.default.removeItem(atPath: folder.path("content/site.md"))
        var workspace = workspace(folder)
        let none = workspace.refresh(.everything)
        #expect(none.site == nil && none.problems().map(\.code.name) == ["missing-settings"])
        try folder.write("---\ntitle: Harbour\n---\n", to: "content/site.md")
        let site = workspace.refresh(SourceChanges(files: [folder.path("content/site.md")]))
        #expect(site.site != nil && site.problems().isEmpty)
        try FileManager.default.moveItem(atPath: folder.path("content"), toPath: folder.path("away"))
        #expect(workspace.refresh(.everything).problems().map(\.code.name) == ["missing-content"])
        try FileManager.default.moveItem(atPath: folder.path("away"), toPath: folder.path("content"))
        #expect(workspace.refresh(.everything).site != nil)
    }

    @Test func forgetsADeletedFileAndFolder() throws {
        let folder = try harbour()
        var workspace = workspace(folder)
        #expect(workspace.refresh(.everything).site?.contains("demands/dues.html") == true)
        try FileManager.default.removeItem(atPath: folder.path("content/demands"))
        let refresh = workspace.refresh(SourceChanges(files: [folder.path("content/demands/dues.md")]))
        #expect(refresh.site?.contains("demands/dues.html") == false)
        #expect(refresh.site?.file(at: "demands/dues.html") == nil)
    }

    @Test func servesNoSymbolicLink() throws {
        let folder = try harbour()
        try folder.write("secret", to: "secret.txt")
        try folder.write("---\ntitle: Harbour\npublish: [notes.txt, more]\n---\n", to: "content/site.md")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("content/notes.txt"), withDestinationPath: folder.path("secret.txt"))
        try folder.write("plain", to: "content/more/plain.txt")
        var workspace = workspace(folder)
        let site = try #require(workspace.refresh(.everything).site)
        #expect(site.file(at: "notes.txt") == nil)
        #expect(site.file(at: "more/plain.txt")?.bytes == Array("plain".utf8))
        // The file becomes a link after it was listed.
        try FileManager.default.removeItem(atPath: folder.path("content/more/plain.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("content/more/plain.txt"), withDestinationPath: folder.path("secret.txt"))
        #expect(site.file(at: "more/plain.txt") == nil)
    }
}
