import Checking
import Diagnostics
import Testing

/// When the checks for what nobody mentions keep quiet, since they could not be right.
@Suite struct UnmentionedTests {
    private let ministry = "---\nname: Ministry\nkind: government\n---\n"
    private let draft = """
        ---
        title: Talks
        date: 2026-02-25
        kind: meeting
        parties: [ministry]
        sources: [report]
        draft: true
        ---
        """

    @Test func reportsAPartyThatNobodyMentions() throws {
        #expect(try MemorySite.harbour(["parties/ministry.md": ministry]).problems().map(\.code) == [.unmentionedParty])
    }

    @Test func keepsQuietWhileADraftMayMentionIt() throws {
        let documents = ["parties/ministry.md": ministry, "moments/talks.md": draft]
        #expect(try MemorySite.harbour(documents).problems().isEmpty)
        #expect(try MemorySite.harbour(documents, includesDrafts: true).problems().isEmpty)
    }

    @Test func keepsQuietWhileAReferenceMayHaveMeantIt() throws {
        let documents = ["parties/ministry.md": ministry, "about.md": "---\ntitle: About\n---\n[It](party:minstry).\n"]
        #expect(try MemorySite.harbour(documents).problems().map(\.code) == [.unknownReference])
    }

    @Test func countsMentionsFromOtherEvents() throws {
        let documents = [
            "event.md": "", "rail/event.md": MemorySite.harbourEvent,
            "port/event.md": MemorySite.harbourEvent + "As did the [others](party:rail/ministry).\n",
            "rail/parties/ministry.md": ministry,
        ]
        #expect(try MemorySite.harbour(documents).problems().isEmpty)
    }
}
