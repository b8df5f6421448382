import Building
import BuildingSupport
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A newsroom's own look over the default theme: fonts, banner, footer, byline, a partial, a page over all events, an
/// export and analytics, without a copied template.
@Suite struct NewsroomTests {
    private static let folder = FileTree.project + "Tests/SiteTests/Newsroom/"

    @Test func isAtMost120LinesWithoutACopiedTemplate() throws {
        let files = try FileTree.contents(of: Self.folder)
        let lines = files.filter { [".html", ".css", ".json"].contains(where: $0.key.hasSuffix) }
            .map { $0.value.count { $0 == 0x0A } }.reduce(0, +)
        #expect(lines <= 120, "\(lines) lines")
        let theme = try FileTree.contents(of: FileTree.project + "templates")
        for (path, bytes) in files where path.hasPrefix("templates/") {
            let name = String(path.dropFirst("templates/".count))
            guard theme[name] != nil else { continue }
            #expect(String(decoding: bytes, as: UTF8.self).contains("{% extends \"theme/\(name)\" %}"), "\(path)")
        }
    }

    @Test(arguments: ["example", "strike", "court-case"]) func dressesASite(_ name: String) throws {
        let content =
            name == "example"
            ? FileTree.project + "content" : FileTree.project + "Tests/SiteTests/Sites/\(name)/content"
        let folder = try TemporaryFolder()
        try folder.copy(content, to: "content")
        for (path, bytes) in try FileTree.contents(of: Self.folder) {
            let target = URL(filePath: folder.path(path))
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: target)
        }
        let settings = try String(contentsOfFile: folder.path("content/site.md"), encoding: .utf8)
        try folder.write(
            settings.replacing(
                "---\n",
                with: "---\nextra_fields: {beat: text, desk: text}\nextra: {desk: Foreign desk}\nauthors: [Ada Fern]\n",
                maxReplacements: 1), to: "content/site.md")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"),
                theme: FileTree.project + "templates", output: folder.path("public")))
        let problems = report.diagnostics.filter {
            $0.severity == .error || $0.location?.file.path.contains("/templates/") == true
        }
        #expect(problems.map(\.message) == [])
        #expect(report.exitStatus == 0)
        let files = try folder.contents(of: "public")
        for (path, bytes) in files
        // Parts of pages for other sites have no frame.
        where path.hasSuffix(".html") && !path.contains("embed/")
            && !String(decoding: bytes, as: UTF8.self).contains("page-redirect")
        {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("Fern Street</a> · Foreign desk") && page.contains("Set in Fern Street."), "\(path)")
            #expect(page.contains(/analytics\.js\?v=\w+" data-page=/), "\(path)")
        }
        let events = files.filter {
            $0.key.hasSuffix("index.html") && String(decoding: $0.value, as: UTF8.self).contains("page-event")
        }
        #expect(!events.isEmpty)
        for (path, bytes) in events {
            #expect(String(decoding: bytes, as: UTF8.self).contains("By Ada Fern"), "\(path)")
        }
        #expect(
            files["deadlines.html"] != nil && files["fonts/fern.woff2"] != nil && files["assets/analytics.js"] != nil)
        let data = try #require(files["deadlines.json"])
        _ = try JSONSerialization.jsonObject(with: Data(data))
    }
}
