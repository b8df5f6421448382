import Checking
import Diagnostics
import Model
import Testing

/// Every reference that a field can make is found by the model's walk, and looked at by the checks.
@Suite struct ReferenceWalkTests {
    /// Every field that refers, each to a name of its own that names nothing.
    private let documents = [
        "event.md": """
        ---
        title: T
        summary: S
        sources: [no-1]
        key_facts: [{label: L, value: V, sources: [no-2]}]
        ---
        """,
        "parties/p.md": """
        ---
        name: P
        kind: union
        part_of: no-3
        relations: [{kind: funds, party: no-4, sources: [no-5]}]
        sources: [no-6]
        ---
        """,
        "people/q.md": "---\nname: Q\nroles: [{title: R, party: no-7}]\n---\n",
        "demands/d.md": """
        ---
        title: D
        from: no-8
        to: [no-9, no-10]
        date: 2026
        statement: no-11
        ordered_by: no-12
        replaces: no-13
        ---
        """,
        "responses/r.md": """
        ---
        title: R
        kind: accepted
        answers: no-14
        from: no-15
        on_behalf_of: no-16
        date: 2026
        statement: [no-17]
        grounds: [{title: G, sources: [{id: no-18, at: p. 1}]}]
        counter: no-19
        replaces: no-20
        ---
        """,
        "threats/t.md": """
        ---
        title: T
        from: no-21
        to: no-22
        unless: no-23
        kind: other
        date: 2026
        state: threatened
        statement: no-24
        term: no-25
        ---
        """,
        "statements/s.md": """
        ---
        speaker: no-26
        for: no-27
        date: 2026
        words: W
        medium: other
        about: [demand:no-28, response:no-29]
        accounts: [{by: party:no-37, text: "T [@no-38]", sources: [no-39]}]
        backed_by: [no-40]
        ---
        """,
        "moments/m.md": "---\ntitle: M\ndate: 2026\nkind: other\nparties: [no-30]\nabout: [threat:no-31]\n---\n",
        "terms/w.md": "---\nname: W\ndefinition: D [@no-32], [P](party:no-33)\n---\n[@no-34]\n",
        "about.md": """
        ---
        title: A
        sources: [no-35]
        ---
        [P](person:no-36)
        """,
    ]

    @Test func seesEveryReferenceThatTheModelSees() throws {
        let site = try MemorySite.harbour(documents)
        var ids: Set<String> = []
        let event = site.site.events[0]
        event.visitReferences { ids.insert($0.id) }
        event.entries.forEach { entry, _ in entry.visitReferences { ids.insert($0.id) } }
        let prose: Set<String> = ["no-32", "no-33", "no-34", "no-35", "no-36", "no-38"]
        #expect(ids.union(prose).count == 40)

        let problems = site.problems().filter { $0.code == .unknownReference || $0.code == .unknownCitation }
        let reported = problems.compactMap { $0.message.split(separator: "'").dropFirst().first.map(String.init) }
        #expect(Set(reported) == ids.union(prose))
        #expect(reported.count == 40, "each is reported once")
    }
}
