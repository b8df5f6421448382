import Foundation
import TestSupport
import Testing

/// `explainer list`.
@Suite struct ListCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    @Test func listsWhatABuildWrites() throws {
        let run = try place.run("list")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(lines(run.output).first?.split(separator: " ") == ["PATH", "KIND", "EVENT", "TITLE"])
        #expect(lines(run.output).contains { $0.wholeMatch(of: /demands\/dues\.html +demand +event +Pay dues/) != nil })
        #expect(!place.exists("public"), "nothing is written")
        try #require(place.run("build").status == 0)
        let built = try place.folder.contents(of: "public").keys.filter { !$0.hasPrefix(".") }
        let listed = lines(run.output).dropFirst().compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(listed.sorted() == built.sorted())
    }

    @Test func listsOneKindOrForm() throws {
        #expect(lines(try place.run("list", "--kind", "demand").output).count == 2)
        let data = try place.run("list", "--kind", "data").output
        #expect(
            lines(data).dropFirst().map { $0.prefix { $0 != " " } } == [
                "event.schema.json", "event.json", "data/demands.csv", "data/statements.csv", "data/timeline.csv",
                "data/sources.csv", "data/csv-metadata.json",
            ])
        #expect(try place.run("list", "--kind", "threat").output == "Nothing matches.\n")
    }

    @Test func suggestsAKindAndAnEvent() throws {
        let kind = try place.run("list", "--kind", "demnd")
        #expect(kind.status == 2 && kind.errors.contains("there is no kind 'demnd'. Did you mean 'demand'?"))
        let event = try place.run("list", "--event", "evnt")
        #expect(event.status == 2 && event.errors.contains("there is no event 'evnt'. Did you mean 'event'?"))
    }

    @Test func listsWhatIsLeftOutAndWhy() throws {
        try place.folder.write(
            "---\nname: The mayor\nkind: government\ndraft: true\n---\n", to: "content/parties/mayor.md")
        try place.replace("from: port", "from: mayor", in: "content/demands/dues.md")
        let run = try place.run("list")
        #expect(
            run.output.hasSuffix(
                """

                LEFT OUT
                party 'mayor': a draft
                demand 'dues': depends on party 'mayor', which is left out
                source 'letter': cited only by entries that are left out

                """))
        #expect(try place.run("list", "--state", "draft").output == "LEFT OUT\nparty 'mayor': a draft\n")
        #expect(try place.run("list", "--state", "depends").output.contains("demand 'dues'"))
        #expect(try place.run("list", "--state", "held").output == "Nothing matches.\n")
        #expect(try !place.run("list", "--state", "published").output.contains("LEFT OUT"))
    }

    @Test func listsAsJSON() throws {
        struct List: Decodable {
            struct Output: Decodable {
                let path, kind, form: String
                let event, entry, title, target: String?
                let anchors: [String]?
            }
            let version: Int
            let outputs: [Output]
        }
        try place.replace("title: Pay dues", "title: Pay dues\nmoved_from: old.html", in: "content/demands/dues.md")
        let run = try place.run("list", "--format", "json")
        let list = try JSONDecoder().decode(List.self, from: Data(run.output.utf8))
        #expect(list.version == 1)
        let demand = try #require(list.outputs.first { $0.path == "demands/dues.html" })
        #expect(demand.kind == "demand" && demand.form == "page" && demand.entry == "demand:dues")
        #expect(demand.event == "event" && demand.title == "Pay dues")
        #expect(demand.anchors?.contains("demand-dues") == true)
        let redirect = try #require(list.outputs.first { $0.path == "old.html" })
        #expect(redirect.kind == "redirect" && redirect.target == "demands/dues.html")
    }

    @Test func listsASiteWithProblemsToo() throws {
        try place.folder.write("---\ntitle: Search\n---\n", to: "content/search.md")
        let run = try place.run("list", "--kind", "page")
        #expect(run.status == 1 && run.errors.contains("[output-collision]"))
        #expect(run.output.contains("search.html"))
    }
}
