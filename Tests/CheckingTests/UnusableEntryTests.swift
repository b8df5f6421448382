import Checking
import Diagnostics
import Reading
import Testing

/// An entry that cannot be used is reported once; what refers to it is not reported, nor what it would have mentioned.
@Suite struct UnusableEntryTests {
    private func codes(_ documents: [String: String]) throws -> [DiagnosticCode] {
        try MemorySite.harbour(documents).problems().map(\.code)
    }

    private let prose =
        "---\ntitle: About\n---\nOf [it](term:lock-out), [](term:lock-out) and [more](terms/lock-out.md).\n"

    @Test func isReportedOnceForAFile() throws {
        #expect(try codes(["terms/lock-out.md": "---\nname: Lock-out\n---\n", "about.md": prose]) == [.missingField])
    }

    @Test func isReportedOnceForAnItemOfAList() throws {
        let event = MemorySite.harbourEvent.dropLast(4) + "terms: [{id: lock-out, name: Lock-out}]\n---\n"
        #expect(try codes(["event.md": String(event), "about.md": prose]) == [.missingField])
    }

    @Test func isReportedOnceForAPage() throws {
        let documents = [
            "about.md": "---\nsummary: S\n---\n", "method.md": "---\ntitle: M\n---\n[A](about.md), [b](page:about)\n",
        ]
        #expect(try codes(documents) == [.missingField])
    }

    @Test func doesNotMakeItsSourcesUncited() throws {
        let documents = [
            "sources/paper.md": "---\ntitle: Paper\ntype: article\n---\n",
            "moments/vote.md": "---\ntitle: The vote\ndate: 2026-02-30\nkind: vote\nsources: [paper]\n---\n",
        ]
        #expect(try codes(documents).map(\.name) == ["no-such-date"])
    }

    @Test func isNotTakenForAnotherKind() throws {
        let documents = [
            "terms/lock-out.md": "---\nname: Lock-out\ndefinition: D\n---\n",
            "threats/lock-out.md":
                "---\ntitle: A lock-out\nfrom: company\nto: union\nkind: othr\ndate: 2026\nstate: unknown\n---\n",
            "about.md": "---\ntitle: About\n---\n[It](threat:lock-out)\n",
        ]
        #expect(try codes(documents) == [.unknownValue])
    }
}
