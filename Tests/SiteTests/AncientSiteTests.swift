import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// A dispute before the year 1: words count backwards, and no format gets a date that it cannot hold.
@Suite struct AncientSiteTests {
    @Test func writesNoDateThatAFormatCannotHold() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "---\ntitle: Old\nzone: Europe/Rome\nbase_url: https://example.org/\n---\n", to: "content/site.md")
        try folder.write(
            """
            ---
            title: The command in Gaul
            summary: The Senate asked Caesar to give up his command.
            began: -0049-12
            demands:
              - {id: d, title: Give it up, from: senate, to: caesar, date: -0048-01-07, deadline: -0048-01-31}
            responses:
              - {id: r, title: No, kind: refused, answers: d, from: caesar, date: -0048-01-10..-0048-01-11}
            moments:
              - {id: m, title: The end, kind: other, date: 0014-08-19, parties: [senate]}
            parties:
              - {id: senate, name: The Senate, kind: legislature}
              - {id: caesar, name: Caesar, kind: person}
            corrections: [{date: -0043-03-15, kind: correction, text: It was wrong.}]
            ---
            """, to: "content/event.md")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
                output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        func text(_ path: String) throws -> String {
            String(decoding: try #require(try folder.contents(of: "public")[path]), as: UTF8.self)
        }
        let page = try text("index.html")
        for words in ["7\u{A0}Jan 49\u{A0}BC", "10 or 11\u{A0}Jan 49\u{A0}BC", "19\u{A0}Aug AD\u{A0}14"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(try text("timeline.html").contains("January 49\u{A0}BC"))
        for (path, bytes) in try folder.contents(of: "public") where path.hasSuffix(".html") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("datetime=\"-"), "\(path)")
        }
        #expect(try text("event.json").contains("\"earliest\": \"-0048-01-07\""))
        #expect(try text("feed.xml").contains("<updated>0000-01-01T00:00:00Z</updated>"))
        #expect(try !text("deadlines.ics").contains("VEVENT"))
    }
}
