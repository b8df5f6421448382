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
