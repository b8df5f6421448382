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

    // MARK: - Events

    @Test func anEventThatIsCutShortHidesNothingThatItMayHaveListed() throws {
        let event = """
            ---
            title: The harbour strike
            summary: The dockers ask for more pay.
            parties: [@union, {id: union, name: Union, kind: union}]
            sources: `report`
            ---
            Of [](demand:raise). [@report]

            """
        let documents = [
            "event.md": event, "people/jo.md": "---\nname: Jo\nroles: [{title: Chair, party: union}]\n---\n",
            "terms/strike.md": "---\nname: Strike\ndefinition: Of [](threat:lock-out).\n---\n",
        ]
        #expect(try codes(documents).map(\.name) == ["yaml-needs-quotes", "yaml-needs-quotes"])
    }

    @Test func anEventWithoutATitleIsCheckedAllTheSame() throws {
        let documents = [
            "event.md": MemorySite.harbourEvent.replacing("title: The harbour strike\n", with: ""),
            "people/jo.md": "---\nname: Jo\nroles: [{title: Chair, party: unio}]\n---\n",
        ]
        #expect(try Set(codes(documents).map(\.name)) == ["missing-field", "unknown-reference"])
    }

    @Test func aSiteWithoutATitleIsCheckedAllTheSame() throws {
        let documents = [
            "site.md": "---\ndescription: Of a harbour\n---\n",
            "people/jo.md": "---\nname: Jo\nroles: [{title: Chair, party: unio}]\n---\n",
        ]
        #expect(try Set(codes(documents).map(\.name)) == ["missing-field", "unknown-reference"])
    }

    @Test func anUnusableDemandLeavesItsEventNotEmpty() throws {
        let event = "---\ntitle: E\nsummary: S\n---\n"
        let documents = ["event.md": event, "demands/x.md": "---\ntitle: X\nfrom: a\nto: b\n---\n"]
        #expect(try codes(documents) == [.missingField])
    }

    @Test func anEntryWhoseNameMakesNoIdGoesByTheOneItShouldHave() throws {
        let documents = [
            "parties/Jos Bakery.md": "---\nname: Jo's bakery\nkind: compny\n---\n",
            "people/jo.md": "---\nname: Jo\nroles: [{title: Baker, party: jos-bakery}]\n---\n[](party:jos-bakery)\n",
            "people/ann.md": "---\nname: Ann\nroles: [{title: Baker, party: Jos Bakery}]\n---\n",
        ]
        #expect(try codes(documents).map(\.name) == ["invalid-id", "unknown-value", "unknown-reference"])
    }

    @Test func anItemWhoseIdIsNoneGoesByTheOneItShouldHave() throws {
        let event = MemorySite.harbourEvent.replacing("id: report,", with: "id: re%port,")
        let problems = try MemorySite.harbour([
            "event.md": event + "[@re-port]\n", "terms/x.md": "---\nname: X\ndefinition: Y [@report].\n---\n",
        ]).problems()
        #expect(
            problems.map(\.code.name) == ["unknown-reference", "invalid-id", "unknown-citation"],
            "\(problems.map(\.message))")
        #expect(problems.compactMap(\.fixIt?.replacement) == ["re-port", "re-port", "re-port"])
    }

    @Test func aDocumentWhoseNameMakesNoIdIsStillThere() throws {
        let documents = [
            "Über uns.md": "---\ntitle: Us\n---\n", "method.md": "---\ntitle: M\n---\n[Us](<Über uns.md>)\n",
        ]
        let problems = try MemorySite.harbour(documents).problems()
        #expect(problems.map(\.code.name) == ["invalid-id"])
        #expect(problems.first?.hint?.hasSuffix("rename it to 'ueber-uns.md'") == true)
    }
}
