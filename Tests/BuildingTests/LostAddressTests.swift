import Building
import BuildingSupport
import Checking
import Diagnostics
import Foundation
import TestSupport
import Testing

/// `lost-address`: which addresses count, what is offered, and that what is offered makes the site whole again.
@Suite struct LostAddressTests {
    private static let site = ["site.md": "---\ntitle: Site\n---\n"]
    private static func event(_ folder: String, _ more: String = "") -> [String: String] {
        let place = folder.isEmpty ? "" : folder + "/"
        return [
            place + "event.md": "---\ntitle: Event \(folder)\nsummary: What it is about.\n\(more)---\n",
            place + "demands/pay.md": "---\ntitle: Pay\nfrom: a\nto: b\ndate: 2026-01-02\n---\nPay in \(folder).\n",
            place + "demands/time.md": "---\ntitle: Time\nfrom: a\nto: b\ndate: 2026-01-03\n---\nTime in \(folder).\n",
        ]
    }
    private static let parties = [
        "parties/a.md": "---\nname: A\nkind: union\n---\n", "parties/b.md": "---\nname: B\nkind: company\n---\n",
    ]
    private static let one = site.merging(event("")) { $1 }.merging(parties) { $1 }
    private static let two = site.merging(event("x")) { $1 }.merging(event("y")) { $1 }.merging(parties) { $1 }

    /// What the second build has, and what it says of the first one's addresses: the paths, and whether it is mended.
    enum Offer { case nothing, hint(String), fix }
    private static func moved(_ texts: [String: String], _ moves: KeyValuePairs<String, String>) -> [String: String] {
        var result: [String: String] = [:]
        for (path, text) in texts {
            let move = moves.first { path == $0.key || path.hasPrefix($0.key + "/") }
            result[move.map { $0.value + path.dropFirst($0.key.count) } ?? path] = text
        }
        return result
    }

    static let cases: [(name: String, before: [String: String], after: [String: String], lost: Int, offer: Offer)] = [
        ("nothing changed", one, one, 0, .nothing),
        ("another title", one, one.merging(["parties/a.md": "---\nname: C\nkind: union\n---\n"]) { $1 }, 0, .nothing),
        ("the same text under another id", one, moved(one, ["demands/pay.md": "demands/more.md"]), 1, .fix),
        (
            "a like id and another text", one,
            moved(one, ["demands/pay.md": "demands/pays.md"]).merging(
                ["demands/pays.md": "---\ntitle: Pays\nfrom: a\nto: b\ndate: 2026-01-02\n---\n"]) { $1 },
            1, .hint("content/demands/pays.md")
        ),
        ("a deleted entry", one, one.filter { $0.key != "demands/pay.md" }, 1, .hint("gone: [demands/pay.html]")),
        (
            "another text and no like id", one,
            moved(one, ["demands/pay.md": "demands/wholly-different.md"]).merging(
                ["demands/wholly-different.md": "---\ntitle: P\nfrom: a\nto: b\ndate: 2026-01-02\n---\n"]) { $1 },
            1, .hint("gone: [demands/pay.html]")
        ),
        ("an event's folder", two, moved(two, ["x": "z"]), 13, .fix),
        (
            "an event's folder and its texts", two,
            site.merging(event("z")) { $1 }.merging(event("y")) { $1 }.merging(parties) { $1 }, 13, .fix
        ),
        ("a deleted event", two, two.filter { !$0.key.hasPrefix("x/") }, 13, .hint("gone: [x/]")),
        (
            "another event in the place of one", two,
            two.filter { !$0.key.hasPrefix("x/") }.merging(
                ["z/event.md": "---\ntitle: Z\nsummary: Another one.\n---\n"]) { $1 }, 13, .hint("moved_from: x/")
        ),
        (
            "one event and a second", one,
            moved(one, ["event.md": "x/event.md", "demands": "x/demands"]).merging(event("y")) { $1 }, 9, .fix
        ),
        (
            "a party that is shared now",
            two.filter { $0.key != "parties/a.md" }.merging([
                "x/parties/a.md": "---\nname: A\nkind: union\n---\nIn x.\n",
                "y/parties/a.md": "---\nname: A\nkind: union\n---\nIn y.\n",
            ]) { $1 },
            two.merging(["y/parties/c.md": "---\nname: C\nkind: union\n---\n"]) { $1 }, 2, .fix
        ),
        (
            "a draft", one,
            one.merging(["demands/pay.md": "---\ntitle: Pay\ndraft: true\nfrom: a\nto: b\ndate: 2026-01-02\n---\n"]) {
                $1
            },
            0, .nothing
        ),
        (
            "an old address", one,
            moved(one, ["demands/pay.md": "demands/pays.md"]).merging(
                [
                    "demands/pays.md":
                        "---\ntitle: P\nfrom: a\nto: b\ndate: 2026-01-02\nmoved_from: /demands/pay.html\n---\n"
                ]
            ) { $1 }, 0, .nothing
        ),
        (
            "one that is gone", one,
            one.filter { $0.key != "demands/pay.md" }.merging([
                "site.md": "---\ntitle: Site\ngone: demands/pay.html\n---\n"
            ]) { $1 },
            0, .nothing
        ),
        (
            "a picture", one.merging(["about.md": "---\ntitle: A\n---\n![P](p.png)", "p.png": "x"]) { $1 },
            one.merging(["about.md": "---\ntitle: A\n---\n![P](q.png)", "q.png": "x"]) { $1 }, 0, .nothing
        ),
        (
            "a document", one.merging(["about.md": "---\ntitle: A\n---\n[P](p.pdf)", "p.pdf": "x"]) { $1 },
            one.merging(["about.md": "---\ntitle: A\n---\nP"]) { $1 }, 1, .hint("gone: [p.pdf]")
        ),
        (
            "a page", one.merging(["about.md": "---\ntitle: A\n---\nP"]) { $1 },
            one.merging(["about-us.md": "---\ntitle: A\n---\nP"]) { $1 }, 1, .fix
        ),
    ]

    private func configuration(_ folder: TemporaryFolder) -> Configuration {
        Configuration(
            content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
            output: folder.path("public"))
    }

    private func write(_ texts: [String: String], to folder: TemporaryFolder) throws {
        try? FileManager.default.removeItem(atPath: folder.path("content"))
        for (path, text) in texts { try folder.write(text, to: "content/" + path) }
    }

    @Test(arguments: cases.indices) func saysWhatIsLost(_ index: Int) throws {
        let (name, before, after, count, offer) = Self.cases[index]
        let folder = try TemporaryFolder()
        try write(before, to: folder)
        let first = build(configuration(folder))
        try #require(first.exitStatus == 0, "\(name): \(first.diagnostics.map(\.message))")
        #expect(!first.diagnostics.contains { $0.code == .lostAddress })
        let built = Set(try folder.contents(of: "public").keys)
        try write(after, to: folder)
        var named = configuration(folder)
        named.isOutputNamed = true
        var checked = Workspace(named, in: World(now: 1_790_000_000))
        let found = checked.check().diagnostics.filter { $0.code == .lostAddress }
        let listed = checked.list().listing?.lost.paths ?? []
        #expect(listed.count == count, "\(name): \(listed)")
        switch offer {
        case .nothing: #expect(found.isEmpty, "\(name): \(found.map(\.message))")
        case .hint(let words):
            #expect(!found.isEmpty && found.allSatisfy { $0.fixIt == nil }, "\(name): \(found.map(\.message))")
            #expect(found.contains { $0.hint?.contains(words) == true }, "\(name): \(found.map(\.hint))")
        case .fix:
            #expect(found.allSatisfy { $0.fixIt != nil } && !found.isEmpty, "\(name): \(found.map(\.message))")
            for _ in 0..<8 {
                for file in applyFixIts(checked.check().diagnostics.filter { $0.code == .lostAddress }) {
                    try Data(file.bytes).write(to: URL(filePath: file.file.path))
                }
            }
            #expect(!checked.check().diagnostics.contains { $0.code == .lostAddress }, "\(name)")
            #expect(build(configuration(folder)).exitStatus == 0)
            let now = Set(try folder.contents(of: "public").keys)
            #expect(built.filter { !now.contains($0) && !$0.hasSuffix(".svg") } == [], "\(name)")
        }
    }
}
