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
        // And back: the address of today is not an old one.
        try #require(place.run("rename", "party", "harbour", "port").status == 0)
        #expect(try place.text("content/parties/port.md").contains("moved_from: parties/harbour.html\n"))
        #expect(try place.run("build", "--strict").status == 0)
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
