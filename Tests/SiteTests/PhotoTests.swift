import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// A person's photo: on the person's page and in the data, and published with the person alone.
@Suite struct PhotoTests {
    private func files(draft: Bool) throws -> [String: String] {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: Site\nbase_url: https://example.org/\n---\n", to: "content/site.md")
        try folder.write(
            """
            ---
            title: The harbour
            summary: The dockers ask for more pay.
            parties:
              - {id: union, name: Dockers' union, kind: union}
            statements:
              - {id: s, speaker: union, date: 2026-02-24, words: More., medium: speech}
            ---
            """, to: "content/event.md")
        try folder.write(
            """
            ---
            name: Ann Dock
            roles: [{title: Chair, party: union}]
            photo: {file: ../images/ann.gif, credit: "Ada Quay & Sons", alt: "Ann Dock, at a \\"desk\\""}
            draft: \(draft)
            ---
            """, to: "content/people/ann.md")
        // The head of a picture of 300 by 300.
        try folder.write("GIF89a\u{2C}\u{1}\u{2C}\u{1}\u{0}\u{0}\u{0}", to: "content/images/ann.gif")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
                output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        return try folder.contents(of: "public").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func standsOnThePersonsPageWithItsCredit() throws {
        let files = try files(draft: false)
        let page = try #require(files["people/ann.html"])
        #expect(
            page.contains(
                "<img src=\"../images/ann.gif\" alt=\"Ann Dock, at a &#34;desk&#34;\" width=\"300\" height=\"300\">"))
        #expect(page.contains("Photo: Ada Quay &amp; Sons"))
        #expect(page.contains("\"image\":\"https://example.org/images/ann.gif\""))
        #expect(files["images/ann.gif"] != nil)
        let data = try #require(files["event.json"])
        #expect(data.contains("\"file\": \"images/ann.gif\""))
    }

    @Test func staysBehindWithADraft() throws {
        let files = try files(draft: true)
        #expect(files["people/ann.html"] == nil)
        #expect(files["images/ann.gif"] == nil)
        #expect(files.values.allSatisfy { !$0.contains("Quay") && !$0.contains("ann.gif") })
    }
}
