import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reading

/// An example of a suite in `Suites`.
struct SuiteExample: Decodable, Sendable {
    let number: Int
    let section: String
    let markdown: String
    let html: String

    static func all(of name: String) throws -> [SuiteExample] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Suites/\(name).json")
        return try JSONDecoder().decode([SuiteExample].self, from: Data(contentsOf: file))
    }
}

@Suite struct SuiteTests {
    /// What the rest of a suite comes to: how many examples agree, and which differ.
    private func compare(_ name: String) throws -> (equal: Int, refused: [Int], different: [Int], all: Int) {
        var result = (equal: 0, refused: [Int](), different: [Int](), all: 0)
        for example in try SuiteExample.all(of: name) {
            result.all += 1
            let file = TextFile(path: "content/x.md", text: example.markdown)
            let outcome = Markdown.prose(
                TextRange(0, file.bytes.count), in: file, options: MarkdownOptions(allowsRawHTML: true))
            let written = ProseHTML(outcome.value)
            #expect(written.isBalanced, "\(name) \(example.number)")
            if written.html == example.html {
                result.equal += 1
            } else if outcome.diagnostics.hasErrors {
                result.refused.append(example.number)
            } else {
                result.different.append(example.number)
                if ProcessInfo.processInfo.environment["EXPLAINER_SHOW"] != nil {
                    print(
                        "--- \(name) \(example.number)\n\(example.markdown)--- expected\n\(example.html)--- found\n\(written.html)"
                    )
                }
            }
        }
        return result
    }

    /// Whether the counts are those of `Tests/README.md`.
    private func isDocumented(
        _ name: String, _ result: (equal: Int, refused: [Int], different: [Int], all: Int)
    ) throws -> Bool {
        try SuiteCount(
            name, all: result.all, equal: result.equal, refused: result.refused.count,
            different: result.different.count
        ).isDocumented()
    }

    @Test func agreesWithCommonMark() throws {
        let result = try compare("commonmark")
        #expect(result.all == 652)
        #expect(try isDocumented("CommonMark 0.30", result))
        #expect(result.equal == 637)
        // Their addresses have schemes that a site does not link to, or are pictures of other servers or have no address.
        #expect(result.refused == [200, 202, 484, 485, 486, 499, 501, 566, 595, 597, 598, 599, 600])
        // Their names of languages are not plain names, and are left out.
        #expect(result.different == [34, 144])
    }

    @Test func agreesWithTheTablesOfGFM() throws {
        let result = try compare("gfm-tables")
        #expect(result.all == 8)
        #expect(try isDocumented("GFM, tables", result))
        #expect(result.different == [])
    }

    @Test func agreesWithCmarkGFMOnRandomTables() throws {
        let result = try compare("random-tables")
        #expect(result.all == 1200)
        #expect(try isDocumented("cmark-gfm, random tables", result))
        // After a rule that does not fit its header, cmark-gfm finds no more tables in a paragraph (915, 1189). In the
        // others, it makes a list loose in which no line is blank.
        #expect(result.different == [27, 30, 113, 291, 345, 489, 598, 661, 668, 694, 915, 1112, 1173, 1189])
    }
}
