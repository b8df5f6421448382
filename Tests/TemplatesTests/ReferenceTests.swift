import Testing

@testable import Templates

@Suite struct ReferenceTests {
    private let schema = Schema(pages: [.init("page", file: "page.html", root: RootView.self, "A page.")])

    @Test func listsNamesFieldsFiltersAndTests() {
        let text = schema.reference().text
        for line in [
            "page.html  (page)  A page.", "  friend  person?   A friend.", "  people  [person]  Others.",
            "person  Someone.", "  tags       [text]    Keywords.",
        ] {
            #expect(text.contains(line), "\(line) is missing in:\n\(text)")
        }
        #expect(text.contains("  truncate(length=, killwords=, end=, leeway=)"))
        #expect(text.contains("  divisibleby(num)"))
    }

    @Test func saysTheSameAsMarkdownAndJSON() {
        let reference = schema.reference()
        #expect(reference.markdown.contains("| `nickname` | `text?` | Where there is one. |"))
        let json = String(decoding: reference.json.encoded(), as: UTF8.self)
        #expect(json.contains(#"{"name":"nickname","type":"text?","documentation":"Where there is one."}"#))
    }

    @Test func namesOtherNamesOfFilters() {
        #expect(schema.reference().text.contains("How many elements or characters it has. Also `count`."))
        #expect(schema.reference().markdown.contains("How many elements or characters it has. Also `count`. |"))
    }

    /// Each part that the reference lists as left out is reported with its name and hint, and nothing else is.
    @Test(arguments: LeftOut.all.map(\.name)) func refusesWhatItSaysIsLeftOut(_ name: String) throws {
        let part = try #require(LeftOut.all.first { $0.name == name })
        let others = [
            "a.html": "{% macro m() %}{% endmacro %}", "base.html": "", "extends.html": "{% extends 'base.html' %}",
        ]
        let problems = render(part.example, others).problems.filter { $0.severity == .error }
        #expect(problems.map(\.message) == [part.message])
        #expect(problems.map(\.code.name) == [part.code.name])
        #expect(problems.allSatisfy { $0.hint == part.hint })
        #expect(schema.reference().text.contains(part.name) && schema.reference().text.contains(part.example))
    }

    @Test func leavesOutWhatJinjaHas() {
        #expect(Set(LeftOut.all.map(\.name)).count == LeftOut.all.count)
        #expect(LeftOut.all.count > 40)
    }

    @Test func findsRecordTypesThroughOneAnother() {
        #expect(schema.records.map(\.name) == ["root", "person"])
        #expect(schema.faults.isEmpty)
    }

    @Test func reportsRecordTypesOfOneName() {
        let twice = RecordType<Int>("person", "Another.").text("a", "A.") { String($0) }.text("a", "B.") { String($0) }
        let schema = Schema(
            pages: [.init("page", file: "page.html", root: RootView.self, "A page.")], records: [twice.shape])
        #expect(schema.faults == ["two record types are named 'person'"])
    }
}
