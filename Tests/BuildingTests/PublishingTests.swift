import Building
import BuildingSupport
import Foundation
import Model
import TestSupport
import Testing

/// Which files of the content folder reach the output.
@Suite struct PublishingTests {
    /// - Parameter files: texts by path; `site.md` and `event.md` are there, unless these replace them.
    private func built(
        _ files: [String: String], asOf: String? = nil
    ) throws -> (report: Report, files: [String: [UInt8]]) {
        let folder = try TemporaryFolder()
        let standard = [
            "site.md": "---\ntitle: Site\n---\n", "event.md": "---\ntitle: Event\nsummary: What it is about.\n---\n",
        ]
        for (path, text) in standard.merging(files, uniquingKeysWith: { $1 }) {
            try folder.write(text, to: "content/" + path)
        }
        var configuration = Configuration(
            content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
            output: folder.path("public"))
        configuration.asOf = try asOf.map { try EventDate.parse($0).get() }
        let report = build(configuration)
        return (report, report.exitStatus == 0 ? try folder.contents(of: "public") : [:])
    }

    /// What a site has, by name, and the file that it makes published.
    static let published: [(name: String, files: [String: String], path: String)] = [
        ("a picture", ["event.md": event("![A map](map.png)"), "map.png": "x"], "map.png"),
        (
            "a linked file", ["event.md": event("[The plan](/files/plan.pdf#page=2)"), "files/plan.pdf": "x"],
            "files/plan.pdf"
        ),
        (
            "a picture of an entry",
            ["parties/a.md": "---\nname: A\nkind: union\n---\n![A](a.png)", "parties/a.png": "x"], "parties/a.png"
        ),
        ("a picture of a page", ["about.md": "---\ntitle: About\n---\n![A](a.png)", "a.png": "x"], "a.png"),
        (
            "a picture in a field",
            ["terms/a.md": "---\nname: A\ndefinition: \"![A](../a.png)\"\n---\n", "a.png": "x"], "a.png"
        ),
        ("the home page's", ["site.md": "---\ntitle: Site\n---\n![A](a.png)", "a.png": "x"], "a.png"),
        (
            "the logo", ["site.md": "---\ntitle: Site\npublisher: {name: P, logo: logo.png}\n---\n", "logo.png": "x"],
            "logo.png"
        ),
        (
            "a policy", ["site.md": "---\ntitle: Site\npolicies: {ethics: ethics.pdf}\n---\n", "ethics.pdf": "x"],
            "ethics.pdf"
        ),
        (
            "navigation", ["site.md": "---\ntitle: Site\nnavigation: [{title: T, to: t.pdf}]\n---\n", "t.pdf": "x"],
            "t.pdf"
        ),
        ("the stylesheet", ["theme.css": "a { color: red }"], "theme.css"),
        (
            "a font", ["theme.css": "@font-face { src: url('fonts/a.woff2?x#y') }", "fonts/a.woff2": "x"],
            "fonts/a.woff2"
        ),
        (
            "an import",
            ["theme.css": "@import \"more/b.css\";", "more/b.css": "a { background: url(c.png) }", "more/c.png": "x"],
            "more/c.png"
        ),
        ("a card", ["card.png": "x"], "card.png"), ("a card in jpg", ["card.jpg": "x"], "card.jpg"),
        (
            "raw HTML",
            ["site.md": "---\ntitle: Site\nraw_html: true\n---\n<img src=\"a.png\" alt=\"\">", "a.png": "x"], "a.png"
        ),
        (
            "a set of sources",
            [
                "site.md": "---\ntitle: Site\nraw_html: true\n---\n<img srcset=\"a.png 1x, b.png 2x\" alt=\"\">",
                "b.png": "x",
            ], "b.png"
        ),
        ("a listed file", ["site.md": "---\ntitle: Site\npublish: [CNAME]\n---\n", "CNAME": "x"], "CNAME"),
        (
            "a listed folder",
            ["site.md": "---\ntitle: Site\npublish: [.well-known/]\n---\n", ".well-known/security.txt": "x"],
            ".well-known/security.txt"
        ),
    ]

    private static func event(_ body: String, _ more: String = "") -> String {
        "---\ntitle: Event\nsummary: What it is about.\n\(more)---\n\(body)\n"
    }

    @Test(arguments: published.indices) func publishesWhatPagesReferTo(_ row: Int) throws {
        let (name, files, path) = Self.published[row]
        let (report, output) = try built(files)
        #expect(report.exitStatus == 0, "\(name): \(report.diagnostics.map(\.message))")
        #expect(output[path] != nil, "\(name)")
        #expect(!report.diagnostics.contains { $0.code.name == "unpublished-file" }, "\(name)")
    }

    private static let source = "---\ntitle: S\ntype: report\ntext: s.txt\n"

    /// What stays behind, and whether a warning names it.
    static let unpublished: [(name: String, files: [String: String], path: String, isNamed: Bool)] = [
        ("an interview", ["interview.pdf": "x"], "interview.pdf", true),
        ("notes", ["demands/notes for me.docx": "x"], "demands/notes for me.docx", true),
        ("a backup copy", ["event.md.bak": "x"], "event.md.bak", true),
        ("a merge's leftover", ["event.md.orig": "x"], "event.md.orig", true),
        ("a lock file", ["~$plan.docx": "x"], "~$plan.docx", true),
        (
            "a picture that only a draft shows",
            ["a.md": "---\ntitle: A\ndraft: true\n---\n![A](a.png)", "a.png": "x"], "a.png", true
        ),
        (
            "a picture under embargo",
            ["a.md": "---\ntitle: A\nembargo: 2999-01-01T00:00Z\n---\n![A](a.png)", "a.png": "x"], "a.png", true
        ),
        (
            "a kept text", ["event.md": event("[@s]"), "sources/s.md": source + "---\n", "sources/s.txt": "x"],
            "sources/s.txt", false
        ),
        (
            "a listed kept text",
            [
                "site.md": "---\ntitle: Site\npublish: [sources]\n---\n", "event.md": event("[@s]"),
                "sources/s.md": source + "---\n", "sources/s.txt": "x", "sources/a.png": "x",
            ], "sources/s.txt", false
        ),
        (
            "an embargoed source's text",
            ["sources/s.md": source + "embargo: 2999-01-01T00:00Z\n---\n", "sources/s.txt": "x"], "sources/s.txt", false
        ),
        (
            "a draft source's text", ["sources/s.md": source + "draft: true\n---\n", "sources/s.txt": "x"],
            "sources/s.txt", false
        ),
        ("an ignored file", ["site.md": "---\ntitle: Site\nignore: ['*.psd']\n---\n", "a.psd": "x"], "a.psd", false),
        ("a card's namesake", ["postcard.png": "x"], "postcard.png", true),
        (
            "what a missing stylesheet would name",
            ["more/theme.css": "a { background: url(a.png) }", "more/a.png": "x"], "more/a.png", true
        ),
    ]

    @Test(arguments: unpublished.indices) func leavesTheRestBehind(_ row: Int) throws {
        let (name, files, path, isNamed) = Self.unpublished[row]
        let (report, output) = try built(files)
        #expect(report.exitStatus == 0, "\(name): \(report.diagnostics.map(\.message))")
        #expect(output[path] == nil && !output.isEmpty, "\(name)")
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        let warnings = report.diagnostics.filter { $0.code.name == "unpublished-file" && $0.message.contains(file) }
        #expect(warnings.isEmpty == !isNamed, "\(name): \(report.diagnostics.map(\.message))")
        #expect(warnings.allSatisfy { $0.hint?.contains("'publish'") == true })
    }

    /// The kept text of a source that has an error is named by it.
    @Test func saysNothingOfFilesWhileAnEntryHasAnError() throws {
        let (report, _) = try built([
            "sources/s.md": Self.source.replacing("type: report", with: "type:") + "---\n", "sources/s.txt": "x",
        ])
        #expect(report.diagnostics.filter { $0.code.name != "empty-event" }.map(\.code.name) == ["empty-value"])
    }

    @Test func namesTheFilesOfAFolderInOneWarning() throws {
        let (report, _) = try built(["notes/a.docx": "x", "notes/b.docx": "x", "notes/c.docx": "x", "d.pdf": "x"])
        let warnings = report.diagnostics.filter { $0.code.name == "unpublished-file" }.map(\.message)
        #expect(
            warnings.sorted() == [
                "'d.pdf' is not published: no page refers to it",
                "3 files are not published, since no page refers to them: 'a.docx', 'b.docx', 'c.docx'",
            ])
    }

    @Test func ignoredDocumentsAreNotRead() throws {
        let (report, output) = try built([
            "site.md": "---\ntitle: Site\nignore: [notes/]\n---\n", "notes/ideas.md": "no front matter",
            "notes/More.markdown": "x",
        ])
        #expect(report.diagnostics.map(\.code.name) == ["empty-event"])
        #expect(output["notes/ideas.html"] == nil && output["index.html"] != nil)
    }

    /// The fields of a demand that cites a source, and whether the source is published.
    static let sources: [(mark: String, asOf: String?, isPublished: Bool)] = [
        ("", nil, true), ("draft: true", nil, false), ("embargo: 2999-01-01T00:00Z", nil, false),
        ("", "2026-01-01", false), ("", "2026-03-01", true),
    ]

    @Test(arguments: sources) func aSourceThatOnlyWithheldEntriesCiteIsWithheld(
        _ mark: String, _ asOf: String?, _ isPublished: Bool
    ) throws {
        let party = "kind: union\n---\n"
        let (report, output) = try built(
            [
                "demands/d.md": "---\ntitle: D\nfrom: a\nto: b\ndate: 2026-02-01\nsources: [s]\n\(mark)\n---\n",
                "parties/a.md": "---\nname: A\n" + party, "parties/b.md": "---\nname: B\n" + party,
                "sources/s.md": "---\ntitle: Markedsource\ntype: report\nsources: [t]\n---\n",
                "sources/t.md": "---\ntitle: Markedsource too\ntype: report\n---\n",
                "sources/u.md": "---\ntitle: Uncited\ntype: report\n---\n",
            ], asOf: asOf)
        #expect(report.exitStatus == 0)
        let told = output.values.contains { String(decoding: $0, as: UTF8.self).contains("Markedsource") }
        #expect(told == isPublished)
        #expect(output.values.contains { String(decoding: $0, as: UTF8.self).contains("Uncited") })
    }
}
