import Foundation
import TestSupport
import Testing

/// The project's own documentation, `docs/`, built by the program. `Tests/Browser/test_guide.py` follows it word by word.
@Suite struct DocumentationTests {
    private static let docs = FileTree.project + "docs/content"

    @Test func buildsWithoutAWarning() throws {
        let place = try Workplace()
        try place.folder.copy(Self.docs, to: "docs")
        let run = try place.run("build", "--strict", "--content", "docs", "--output", "site")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let home = try place.text("site/index.html")
        #expect(home.contains("ten-minutes.html") && !home.contains("id=\"disputes\""))
    }

    /// The page on design, followed: each block is written to the file that is named above it.
    @Test func whatThePageOnDesignSaysWorks() throws {
        let place = try Workplace()
        try place.replace("sources: [letter]", "sources: [letter]\ndeadline: 2026-02-01", in: "content/demands/dues.md")
        try FileManager.default.moveItem(
            atPath: place.folder.path("templates"), toPath: place.folder.path("share-theme"))
        try place.folder.copy(FileTree.project + "templates", to: "theme/share/explainer/templates")
        let text = try String(contentsOfFile: Self.docs + "/design.md", encoding: .utf8)
        let blocks = text.matches(of: /\n`([a-z.\/-]+)`\n\n```[a-z]+\n((?s:.*?))```\n/)
        #expect(blocks.count == 6)
        for block in blocks { try place.folder.write(String(block.output.2), to: String(block.output.1)) }
        #expect(text.matches(of: /\n```[a-z]+\n/).count == blocks.count, "a block without a file")
        try FileManager.default.createDirectory(
            atPath: place.folder.path("theme/bin"), withIntermediateDirectories: true)
        let program = URL(filePath: place.folder.path("theme/bin/explainer"))
        try FileManager.default.copyItem(at: BuiltProducts.explainer, to: program)
        let run = try ProgramRun.of(program, ["build", "--strict"], in: URL(filePath: place.folder.path))
        #expect(run.status == 0, "\(run.errors)")
        let (home, about, demand) = (
            try place.text("public/index.html"), try place.text("public/about.html"),
            try place.text("public/demands/dues.html")
        )
        for page in [home, about, demand] {
            #expect(page.contains("Set in Fern Street.") && page.contains("theme.css"))
            #expect(page.contains(">About us</a>") && page.contains("Harbour Desk"))
        }
        #expect(demand.contains("<p class=\"meta\">To be answered by <time datetime=\"2026-02-01\">"))
        #expect(!home.contains("To be answered by"))
        #expect(try place.text("public/demands.csv").hasPrefix("demand,status\nPay dues,"))
    }

    /// Recipes for hosts are files too, to be copied.
    @Test(arguments: ["nginx.conf", "github-pages.yml", "netlify.toml", "s3.sh"])
    func theRecipesForHostsAreFilesToo(_ name: String) throws {
        let page = try String(contentsOfFile: Self.docs + "/hosting.md", encoding: .utf8)
        let recipe = try String(contentsOfFile: FileTree.project + "docs/hosting/" + name, encoding: .utf8)
        #expect(page.matches(of: /\n```[a-z]+\n((?s:.*?))```\n/).contains { $0.output.1 == recipe })
    }

    /// What somebody types for one demand, one refusal with two grounds and one sourced quote.
    @Test func takesFewCharactersForADemandARefusalAndAQuote() throws {
        let place = try Workplace()
        let commands = [
            "explainer add demand pay \"Raise wages by six per cent\" --set from=port to=fishers date=2026-05-02 sources=letter",
            "explainer add refusal \"No raise this year\" --set answers=pay from=fishers date=2026-05-04 sources=letter \"grounds=The budget is closed\" \"grounds=Prices fell\"",
        ]
        let quote = "\n> We ask for six per cent, and not a day later.\n> — @port, letter, 2026-05-02 [@letter, p. 3]\n"
        for command in commands {
            let run = try place.shell(command.replacing("explainer ", with: "\"$0\" "))
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        }
        try place.folder.write(place.text("content/event.md") + quote, to: "content/event.md")
        let typed = commands.map { $0.count + 1 }.reduce(quote.count, +)
        #expect(typed <= 400, "\(typed) characters")
        #expect(try place.run("build", "--strict").status == 0)
        let refusal = try place.text("public/refusals/no-raise-this-year.html")
        #expect(refusal.contains("The budget is closed") && refusal.contains("Prices fell"))
        let statement = try place.text("public/statements/event-quote-2026-05-02.html")
        #expect(
            statement.contains("We ask for six per cent, and not a day later.")
                && statement.contains("A letter of the port"))
        let event = try place.text("public/index.html")
        #expect(event.contains("<blockquote>") && event.contains("statements/event-quote-2026-05-02.html"))
        #expect(event.contains("<time datetime=\"2026-05-02\">"))
    }
}
