import Foundation
import TestSupport
import Testing

/// `explainer rename`.
@Suite struct RenameCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func renamesAnEntryEverywhereAndKeepsItsAddress() throws {
        let run = try place.run("rename", "party", "port", "harbour")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(
            run.output == """
                  content/parties/port.md -> content/parties/harbour.md
                  content/demands/dues.md: 1 edit
                  content/parties/port.md: 1 edit
                Renamed 'port' to 'harbour': 1 place; 'parties/port.html' leads to the new address.

                """)
        #expect(try place.run("build", "--strict").status == 0)
        #expect(try place.text("public/parties/port.html").contains("harbour.html"))
        #expect(try place.text("public/demands/dues.html").contains("parties/harbour.html"))
        // And back: the address of today is the first one, and not an old one.
        try #require(place.run("rename", "party", "harbour", "port").status == 0)
        #expect(
            try place.text("content/parties/port.md").contains(
                "moved_from: [parties/port.html, parties/harbour.html]\n"))
        #expect(try place.run("build", "--strict").status == 0)
    }

    /// Programs that read feeds and calendars take a renamed entry for what it was.
    @Test func keepsTheIdsInFeedsAndCalendars() throws {
        try place.replace(
            "date: 2026-01-10\n", "date: 2026-01-10\ndeadline: 2026-02-01\n", in: "content/demands/dues.md")
        try place.folder.write(
            place.text("content/demands/dues.md") + "\n> Pay.\n> — @port, letter, 2026-01-11 [@letter]\n",
            to: "content/demands/dues.md")
        try place.replace(
            "wants dues.\n", "wants dues, see [it](statement:dues-quote-2026-01-11).\n", in: "content/event.md")
        func ids(_ path: String) throws -> [String] {
            try place.text(path).matches(of: /(?:<id>|UID:)([^<\s]+)/).map { String($0.1) }
        }
        for address in ["", "base_url: https://example.org/\n"] {
            try place.folder.write("---\ntitle: Harbour\n\(address)---\n", to: "content/site.md")
            try #require(place.run("build", "--strict").status == 0)
            let feed = try ids("public/feed.xml")
            let calendar = try ids("public/deadlines.ics")
            #expect(feed.count > 1 && calendar.count == 1)
            for (old, new) in [("dues", "fees"), ("fees", "rates"), ("rates", "dues")] {
                try #require(place.run("rename", "demand", old, new).status == 0)
                let run = try place.run("build", "--strict")
                #expect(run.status == 0, "\(run.errors)")
                #expect(try ids("public/feed.xml") == feed && ids("public/deadlines.ics") == calendar, "\(old) \(new)")
            }
        }
    }

    @Test func keepsTheIdsOfAnEventThatIsRenamed() throws {
        try place.replace(
            "date: 2026-01-10\n", "date: 2026-01-10\ndeadline: 2026-02-01\n", in: "content/demands/dues.md")
        try place.folder.write(
            place.text("content/event.md") + "\n> Pay.\n> — @port, letter, 2026-01-11 [@letter]\n",
            to: "content/event.md")
        try place.folder.write("---\ntitle: Harbour\nbase_url: https://example.org/\n---\n", to: "content/site.md")
        try #require(place.run("rename", "event", "/", "one").status == 0)
        try place.folder.write(
            "---\ntitle: Two\nsummary: Another.\n---\nSee [it](statement:one/one-quote-2026-01-11).\n",
            to: "content/two/event.md")
        try #require(place.run("build").status == 0)
        let files = ["feed.xml", "deadlines.ics", "one/feed.xml", "one/deadlines.ics"]
        func ids(_ path: String) throws -> [String] {
            try place.text("public/" + path).matches(of: /(?:<id>|UID:)([^<\s]+)/).map { String($0.1) }
        }
        let before = try files.map(ids)
        for (old, new) in [("one", "three"), ("three", "four")] {
            try #require(place.run("rename", "event", old, new).status == 0)
            let run = try place.run("build")
            #expect(run.status == 0 && !run.errors.contains("lost-address"), "\(run.errors)")
            #expect(try files.map { try ids($0.replacing("one", with: new)) } == before)
            // The old calendar has the same entries, and names the new one as its source.
            #expect(try ids("one/deadlines.ics") == before[3])
            #expect(try place.text("public/one/deadlines.ics").contains("/\(new)/deadlines.ics"))
        }
        #expect(
            try place.text("public/one/statements/one-quote-2026-01-11.html").contains("four/statements/four-quote"))
    }

    @Test func changesNothingInADryRun() throws {
        let before = try place.folder.contents(of: ".")
        let run = try place.run("rename", "source", "letter", "port-letter", "--dry-run")
        #expect(
            run.status == 0 && run.output.contains("Would rename 'letter' to 'port-letter': 1 place.\n"),
            "\(run.output)")
        #expect(try place.folder.contents(of: ".") == before)
    }

    @Test func refusesAndChangesNothing() throws {
        let before = try place.folder.contents(of: ".")
        for (arguments, words) in [
            (["party", "port", "fishers"], "there is a party 'fishers' already"),
            (["party", "prot", "x"], "did you mean 'port'?"), (["partyy", "port", "x"], "Did you mean 'party'?"),
            (["party", "port", "The Port"], "'the-port'"),
        ] {
            let run = try ProgramRun.of(
                BuiltProducts.explainer, ["rename"] + arguments, in: URL(filePath: place.folder.path))
            #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
        }
        #expect(try place.folder.contents(of: ".") == before)
        #expect(try place.run("rename", "party", "port", "x", "--content", "nowhere").status == 2)
    }
}
