import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

/// What is left out of a build must not be found in anything that is written for machines.
@Suite struct WithheldEntriesTests {
    private static let kinds: [(String, String)] = [
        ("parties/secret-x.md", "name: Marker\nkind: group\nsummary: Marker\nalso_known_as: [Marker]"),
        ("people/secret-x.md", "name: Marker\nroles: [{title: Marker}]"),
        (
            "demands/secret-x.md",
            "title: Marker\nfrom: dockers\nto: port\ndate: 2026-02-01\ndeadline: 2026-05-01\nwords: Marker"
        ),
        ("refusals/secret-x.md", "title: Marker\nanswers: pay\nfrom: port\ndate: 2026-02-06\nwords: Marker"),
        (
            "threats/secret-x.md",
            "title: Marker\nfrom: dockers\nto: port\nunless: pay\nkind: strike\ndate: 2026-02-03\nstate: threatened\ndeadline: 2026-06-01"
        ),
        (
            "statements/secret-x.md",
            "speaker: ana\ndate: 2026-02-03\nwords: Marker\nmedium: speech\nabout: [demand:pay]"
        ),
        ("moments/secret-x.md", "title: Marker\ndate: 2026-02-04\nkind: meeting\nparties: [port]"),
        ("sources/secret-x.md", "title: Marker\ntype: report\nauthors: [Marker]\nurl: https://marker.example/"),
        ("terms/secret-x.md", "name: Marker\ndefinition: Marker"),
    ]

    /// The event, naming the withheld entries wherever it can.
    private static let event = PortStrike.event
        .replacing("parties: [dockers, port]", with: "parties: [dockers, port, secret-x]")
        .replacing("sources: [{id: paper, at: \"p. 1\"}]", with: "sources: [paper, secret-x]")
        .replacing("statement: ana-pay", with: "statement: secret-x")
        .replacing(
            "from: dockers, to: port, date: 2026-02,",
            with: "from: [dockers, secret-x], to: port, date: 2026-02, replaces: secret-x,"
        )
        .replacing("about: [demand:pay]", with: "about: [demand:pay, demand:secret-x, moment:secret-x]")
        .replacing("state: imposed", with: "term: secret-x, state: imposed")
        .replacing("---\nText.", with: "---\n[Shown](demand:secret-x) as text [@secret-x, p. 1; @paper].")

    private func outputs(_ site: MadeUpSite) throws -> [String: [UInt8]] {
        let context = site.context
        var files = [
            "feed.xml": context.feed(), "search-index.js": context.searchIndex().bytes,
            "event.json": context.eventJSON(ofEvent: 0), "deadlines.ics": context.calendar(ofEvent: 0),
        ]
        for output in context.plan.outputs
        where ["json-feed", "table-demands"].contains(context.plan.kind(of: output).name) {
            files[output.path] = ExportType.all.first { $0.kind.name == context.plan.kind(of: output).name }
                .map { $0.write(context, output).bytes }
        }
        for (kind, id) in [
            (EntryKind.demand, "pay"), (.demand, "rota"), (.response, "no"), (.threat, "strike"), (.party, "port"),
            (.statement, "ana-pay"), (.person, "ana"),
        ] {
            let page = PageHead(
                .entry(try site.handle(kind, id)), path: "port/x/\(id).html", title: "T", description: nil,
                language: "en", updated: nil)
            files["head of \(kind) \(id)"] = context.headData(for: page)
        }
        let subjects: [PageHead.Subject] = [
            .home, .entry(AnyHandle(.event, scope: -1, index: 0)), .terms(scope: 0), .sources(scope: 0), .corrections,
        ]
        for subject in subjects {
            let page = PageHead(
                subject, path: "port/index.html", title: "T", description: nil, language: "en", updated: nil)
            files["head of \(subject)"] = context.headData(for: page)
        }
        for output in context.plan.outputs { files[output.path] = files[output.path] ?? [] }
        return files
    }

    private func documents(_ mark: String) -> [(String, String)] {
        [("port/event.md", Self.event)]
            + Self.kinds.map { path, fields in
                let more = """
                    \(mark)
                    updated: 2026-02-07
                    moved_from: [secret-x/old.html]
                    corrections: [{date: 2026-02-07, kind: correction, text: Marker}]
                    """
                return ("port/" + path, "---\n\(fields)\n\(more)\n---\nMarker\n")
            }
    }

    private func leaks(_ site: MadeUpSite) throws -> [String] {
        try outputs(site).filter { name, bytes in
            let text = (name + bytes.text).lowercased()
            return text.contains("marker") || text.contains("secret-x")
        }.keys.sorted()
    }

    @Test(arguments: ["draft: true", "embargo: 2027-01-01T00:00Z"])
    func areInNoOutput(_ mark: String) throws {
        let site = try MadeUpSite(documents(mark))
        #expect(site.site.withheld.count == Self.kinds.count)
        #expect(try leaks(site) == [])
    }

    @Test func areInEveryOutputOnceTheyArePublished() throws {
        let site = try MadeUpSite(documents("draft: true"), drafts: true)
        let leaks = try leaks(site)
        for name in ["feed.xml", "search-index.js", "event.json", "deadlines.ics", "secret-x/old.html"] {
            #expect(leaks.contains(name), "\(name) should tell of them")
        }
    }

    @Test func areInNoOutputWhereTheyCameLater() throws {
        let later = Self.kinds.filter { !["parties", "people", "terms"].contains($0.0.split(separator: "/")[0]) }
        let documents =
            [("port/event.md", Self.event)]
            + later.map { path, fields in
                let dated = fields.replacing("2026-02-0", with: "2026-07-0")
                let published = path.hasPrefix("sources") ? "\npublished: 2026-07-01" : ""
                return ("port/" + path, "---\n\(dated)\(published)\n---\nMarker\n")
            }
        let site = try MadeUpSite(documents, asOf: "2026-03-09")
        #expect(site.site.withheld.count == later.count)
        let found = try outputs(site).filter { $1.text.lowercased().contains("marker") }
        #expect(found.keys.sorted() == [])
    }

    @Test func correctionsThatCameLaterAreInNoOutput() throws {
        let text = PortStrike.event.replacing("The rate was wrong.", with: "Marker")
        let site = try MadeUpSite([("port/event.md", text)], asOf: "2026-03-01")
        #expect(try leaks(site) == [])
    }

    @Test func outputsAreTheSameEveryTime() throws {
        let first = try outputs(MadeUpSite(documents("draft: true"), drafts: true))
        let second = try outputs(MadeUpSite(documents("draft: true").reversed(), drafts: true))
        #expect(first == second)
    }
}
