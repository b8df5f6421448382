import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// How those are named who spoke, and what they said where it has no title.
@Suite struct SpeakerTests {
    private func page(_ path: String, speakers: String) throws -> String {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write("---\ntitle: Disputes\n---\n", to: "content/site.md")
        try folder.write(
            """
            ---
            title: Strike
            summary: One asks, the other says nothing.
            parties:
              - {id: union, name: Union, kind: union}
              - {id: port, name: Port, kind: company}
            people:
              - {id: ann, name: Ann, roles: [{title: secretary, party: union}]}
              - {id: ben, name: Ben}
              - {id: cam, name: Cam, roles: [{title: chair, party: union}]}
            demands:
              - {id: pay, title: Raise pay, from: union, to: port, date: 2026-02-03, sources: [paper]}
            statements:
              - {id: joint, speaker: \(speakers), date: 2026-02-04, words: We ask for more, medium: letter, about: [demand:pay], sources: [paper]}
            sources:
              - {id: paper, title: A report, type: article-newspaper, url: "https://paper.example/1", published: 2026-02-06}
            ---
            """, to: "content/event.md")
        let report = build(
            Configuration(
                content: folder.path("content"), theme: folder.path("theme"), output: folder.path("public")))
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        return try String(decoding: #require(folder.contents(of: "public")[path]), as: UTF8.self)
    }

    /// A role is set off on both sides, so that nobody takes the next name for a part of it.
    @Test(arguments: [
        ("[ann, ben]", "Ann, secretary, Union, and Ben"), ("[ben, ann]", "Ben and Ann, secretary, Union"),
        ("[ben, ann, cam]", "Ben, Ann, secretary, Union, and Cam, chair, Union"),
        ("[ben, cam, ann]", "Ben, Cam, chair, Union, and Ann, secretary, Union"),
        ("[ann]", "Ann, secretary, Union"), ("[ben, union]", "Ben and Union"),
    ]) func rolesAreSetOffOnBothSides(_ speakers: String, _ names: String) throws {
        let text = try page("statements/joint.html", speakers: speakers).replacing(/<[^>]*>/, with: "")
        #expect(text.contains(names), "\(text)")
    }

    @Test func wordsWithoutATitleStandInQuotationMarks() throws {
        let text = try page("index.html", speakers: "ann")
        let start = try #require(
            text.range(of: "id=\"how-we-know\"")?.upperBound ?? text.range(of: "class=\"sources\"")?.upperBound)
        #expect(text[start...].contains(">“We ask for more”</a>"), "\(text[start...].prefix(1500))")
    }
}
