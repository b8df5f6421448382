import Foundation
import TestSupport
import Testing

/// `explainer add`.
@Suite struct AddCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func writesAFileFromATitleAlone() throws {
        let run = try place.run("add", "demand", "Raise wages by six per cent")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "Wrote content/demands/raise-wages-by-six-per-cent.md\n")
        #expect(
            run.errors == "content/demands/raise-wages-by-six-per-cent.md: fill in 'from', 'to', 'date'\n")
        let text = try place.text("content/demands/raise-wages-by-six-per-cent.md")
        #expect(
            text.hasPrefix("---\ntitle: Raise wages by six per cent\n# Who asks.\n# One of: fishers, port\nfrom:\n"))
        // What is left to do is what the program says.
        let check = try place.run("check", "--format", "short")
        #expect(check.status == 1)
        for name in ["from", "to", "date"] {
            #expect(
                check.output.contains("'\(name)' of demand is empty") || check.output.contains("'\(name)'"),
                "\(check.output)")
        }
    }

    @Test func writesAnEntryThatIsComplete() throws {
        let run = try place.run(
            "add", "refusal", "no-dues", "The fishers refuse", "--set", "answers=dues", "from=fishers",
            "date=2026-01-12",
            "grounds=The law", "grounds=The budget", "sources=letter")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output == "Wrote content/refusals/no-dues.md\n")
        #expect(try place.run("build", "--strict").status == 0)
        #expect(try place.text("public/refusals/no-dues.html").contains("The budget"))
    }

    @Test func leavesOutCommentsWhereAsked() throws {
        try #require(
            place.run("add", "party", "mayor", "--plain", "--set", "name=The mayor", "kind=person").status == 0)
        #expect(try place.text("content/parties/mayor.md") == "---\nname: The mayor\nkind: person\n---\n")
    }

    @Test func overwritesNothing() throws {
        let before = try place.folder.contents(of: ".")
        for arguments in [["demand", "dues"], ["demand", "Dues"], ["source", "letter"], ["offer", "dues"]] {
            let run = try ProgramRun.of(
                BuiltProducts.explainer, ["add"] + arguments, in: URL(filePath: place.folder.path))
            #expect(run.status == 2 && run.errors.contains("already"), "\(arguments): \(run.errors)")
        }
        #expect(try place.folder.contents(of: ".") == before)
    }

    @Test func refusesValuesThatAreWrongAndWritesNothing() throws {
        let before = try place.folder.contents(of: ".")
        for (arguments, words) in [
            (["demnd", "x"], "Did you mean 'demand'?"), (["demand", "x", "--set", "titel=y"], "did you mean 'title'?"),
            (["demand", "x", "--set", "date=30 Feb"], "[no-such-date]"),
            (["party", "x", "--set", "kind=firm"], "[unknown-value]"),
            (["demand", "x", "--set", "title"], "field=value"), (["demand", "X Y", "Z", "W"], "in quotes"),
            (["demand", "X Y", "Z"], "'x-y'"), (["demand", "…"], "an id, or its title"),
            (["demand"], "an id, or its title"),
            (["statement"], "an id, or its words"), (["party"], "an id, or its name"),
            (["demand", "x", "--event", "evnt"], "there is no event 'evnt'"), (["event", "x"], "about one event"),
            (["demand", "--csl", "x.json"], "only sources"), (["source", "--csl", "nowhere.json"], "cannot read"),
            (["source", "pge.html"], "cannot read"),
        ] {
            let run = try ProgramRun.of(
                BuiltProducts.explainer, ["add"] + arguments, in: URL(filePath: place.folder.path))
            #expect(
                run.status == (words == "cannot read" ? 3 : 2) && run.errors.contains(words),
                "\(arguments): \(run.errors)")
        }
        #expect(try place.folder.contents(of: ".") == before)
    }

    @Test func writesIntoTheEventThatIsNamed() throws {
        _ = try place.shell(
            "mkdir two && cd two && mkdir -p content/a content/b && printf -- '---\\ntitle: S\\n---\\n' >content/site.md && for e in a b; do printf -- '---\\ntitle: E\\nsummary: S\\n---\\n' >content/$e/event.md; done"
        )
        let ask = try place.shell("cd two && \"$0\" add demand Pay")
        #expect(ask.status == 2 && ask.errors.contains("name the event with --event: a, b"))
        #expect(
            try place.shell("cd two && \"$0\" add demand Pay --event b").output == "Wrote content/b/demands/pay.md\n")
        #expect(try place.shell("cd two && \"$0\" add party Union").output == "Wrote content/parties/union.md\n")
        #expect(try place.shell("cd two && \"$0\" add party Union --event a").status == 2, "a shared party has the id")
        #expect(try place.shell("cd two && \"$0\" add event c 'A third'").output == "Wrote content/c/event.md\n")
        #expect(try place.shell("cd two && \"$0\" add page About").output == "Wrote content/about.md\n")
    }

    // MARK: Sources

    private static let page = """
        <!doctype html><html lang="en"><head><title>Dues | The Gazette</title><meta property="og:title" content="Dues: a letter">
        <meta property="og:site_name" content="The Gazette"><meta name="author" content="Mara Lind">
        <meta property="article:published_time" content="2026-01-10T06:00:00Z">
        <link rel="canonical" href="https://example.org/dues"></head>
        <body><nav>Menu</nav><article><p>The fishers must pay dues.</p></article></body></html>
        """

    @Test func readsASavedPageAndKeepsItsText() throws {
        try place.folder.write(Self.page, to: "dues page.html")
        let run = try place.run("add", "source", "dues page.html", "--plain", "--set", "type=article-newspaper")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output == "Wrote content/sources/dues-a-letter.md\nWrote content/sources/dues-a-letter.txt\n")
        #expect(
            try place.text("content/sources/dues-a-letter.md") == """
                ---
                title: "Dues: a letter"
                type: article-newspaper
                publisher: The Gazette
                authors: Mara Lind
                published: 2026-01-10
                url: https://example.org/dues
                language: en
                text: dues-a-letter.txt
                ---

                """)
        #expect(try place.text("content/sources/dues-a-letter.txt") == "The fishers must pay dues.\n")
    }

    @Test func keepsATextAndNotesAnAddress() throws {
        try place.folder.write("What was said.\n", to: "speech.txt")
        let text = try place.run("add", "source", "speech", "speech.txt", "--set", "title=A speech", "type=speech")
        #expect(text.status == 0, "\(text.errors)")
        #expect(try place.text("content/sources/speech.txt") == "What was said.\n")
        let url = try place.run("add", "source", "https://example.org/a/page", "--set", "title=A page", "type=webpage")
        #expect(url.status == 0 && url.errors.contains("Nothing was fetched"))
        #expect(try place.text("content/sources/a-page.md").contains("\nurl: https://example.org/a/page\n"))
        _ = try place.shell("printf '%%PDF-1.4\\0' >a.pdf")
        let binary = try place.run("add", "source", "a.pdf")
        #expect(binary.status == 2 && binary.errors.contains("neither a web page nor a text"))
    }

    @Test func addsSourcesOfReferenceManagers() throws {
        try place.folder.write(
            "[{\"id\": \"lind:2026\", \"type\": \"book\", \"title\": \"A\"}, {\"id\": \"berg\", \"type\": \"report\", \"title\": \"B\"}]",
            to: "library.json")
        let csl = try place.run("add", "source", "--csl", "library.json")
        #expect(csl.output == "Wrote content/sources/lind-2026.md\nWrote content/sources/berg.md\n", "\(csl.errors)")
        try place.folder.write("@online{x1, title={C}, url={https://example.org/}}", to: "library.bib")
        #expect(try place.run("add", "source", "--bibtex", "library.bib").output == "Wrote content/sources/x1.md\n")
        #expect(try place.run("check").status == 0)
        // All or nothing.
        let again = try place.run("add", "source", "--csl", "library.json")
        #expect(again.status == 2 && again.errors.contains("'lind-2026' already"))
    }

    // MARK: Asking

    @Test func asksOnATerminalForWhatIsMissing() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
        let run = try place.shell(
            "printf 'Pay more\\nport\\nfishers\\nsoon\\n2026-02-01\\n' | script -qec \"$0 add demand\" /dev/null")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("from: Who asks.") && run.output.contains("fishers, port"))
        #expect(run.output.contains("soon"))
        let text = try place.text("content/demands/pay-more.md")
        #expect(text.hasPrefix("---\ntitle: Pay more\nfrom: port\nto: fishers\ndate: 2026-02-01\n"))
    }

    @Test func neverAsksInAPipe() throws {
        let run = try place.shell("printf 'port\\nfishers\\n' | \"$0\" add demand 'Pay more'")
        #expect(run.status == 0 && run.errors == "content/demands/pay-more.md: fill in 'from', 'to', 'date'\n")
    }
}
