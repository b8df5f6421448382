import Diagnostics
import Foundation
import Testing

/// The formats that code hosts read: SARIF and workflow commands.
@Suite struct CodeHostFormatTests {
    private static let code = DiagnosticCode("bad-word", .warning, title: "A bad word", article: "Use `good`.")
    private static let other = DiagnosticCode("no-file", .error, title: "No file", article: "Write `one`.")

    private static let file = TextFile(path: "my site/a:b,c.md", text: "é bad\nsecond line\n")
    private static let problems = [
        Diagnostic(
            code, "a 'bad' word: 100%\nof it", at: TextLocation(file, TextRange(3, 6)),
            notes: [.init("first here", at: TextLocation(file, TextRange(7, 13))), .init("no place")],
            hint: "write 'good'",
            fixIt: FixIt(replacing: TextLocation(file, TextRange(3, 6)), with: "good", title: "write 'good'")),
        Diagnostic(code, "two lines", at: TextLocation(file, TextRange(3, 13))),
        Diagnostic(other, "there is no file", at: nil, path: "/srv/a b"), Diagnostic(other, "nowhere", at: nil),
    ]

    @Test func writesWorkflowCommands() {
        let text = DiagnosticFormatter(format: .github).text(for: Self.problems)
        #expect(
            text == """
                ::error title=no-file::nowhere
                ::error file=/srv/a b,title=no-file::there is no file
                ::warning file=my site/a%3Ab%2Cc.md,line=1,endLine=1,col=3,endColumn=6,title=bad-word::a 'bad' word: 100%25%0Aof it%0Ahint: write 'good'
                ::warning file=my site/a%3Ab%2Cc.md,line=1,endLine=2,col=3,title=bad-word::two lines

                """)
        #expect(DiagnosticFormatter(format: .github).text(for: []).isEmpty)
    }

    private func sarif(_ problems: [Diagnostic]) throws -> [String: Any] {
        let text = DiagnosticFormatter(format: .sarif, version: "1.2.3").text(for: problems)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    @Test func writesSARIF() throws {
        let run = try sarif(Self.problems)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "explainer" && driver["version"] as? String == "1.2.3")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["no-file", "bad-word"])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 4)
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
        #expect(results[0]["locations"] == nil)
        func uri(_ result: [String: Any]) -> String? {
            let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
            return (location?["artifactLocation"] as? [String: Any])?["uri"] as? String
        }
        #expect(uri(results[1]) == "file:///srv/a%20b" && uri(results[2]) == "my%20site/a%3Ab%2Cc.md")
        let place = try #require(
            (results[2]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect(place["region"] as? [String: Int] == ["startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 6])
        #expect((results[2]["relatedLocations"] as? [Any])?.count == 1)
        let fixes = try #require(results[2]["fixes"] as? [[String: Any]])
        let change = try #require((fixes[0]["artifactChanges"] as? [[String: Any]])?.first)
        let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
        #expect((replacement["insertedContent"] as? [String: String])?["text"] == "good")
    }

    @Test func writesALogWithoutResults() throws {
        #expect((try sarif([])["results"] as? [Any])?.isEmpty == true)
    }
}
