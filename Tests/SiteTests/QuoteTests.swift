import Foundation
import TestSupport
import Testing

/// What the example quotes is in the passages kept of the report, word for word. Looked up here without the program,
/// whose own check says the same.
@Suite struct QuoteTests {
    private let content: [String: String]
    private let pages: String

    init() throws {
        func texts(_ folder: String) throws -> [String: String] {
            try FileTree.contents(of: FileTree.project + folder).mapValues { String(decoding: $0, as: UTF8.self) }
        }
        content = try texts("content")
        pages = try texts("public").filter { $0.key.hasSuffix(".html") }.values.joined(separator: "\n")
    }

    @Test func everyQuoteIsInTheReportAndOnAPage() throws {
        let kept = values("  - ", in: content["sources/report.md"] ?? "")
        try #require(kept.count >= 5)
        var quotes = 0
        for (path, text) in content {
            for quote in values("words: ", in: text) {
                quotes += 1
                #expect(kept.contains { $0.contains(quote) }, "\(path): \(quote)")
                let isShown = pages.contains(quote) || pages.contains(quote.replacing("'", with: "&#39;"))
                #expect(isShown, "no page shows what \(path) quotes")
            }
        }
        #expect(quotes >= 9)
    }

    @Test func everyActNamesTheReport() {
        let folders = ["demands/", "refusals/", "responses/", "threats/", "statements/", "moments/"]
        for (path, text) in content where folders.contains(where: path.hasPrefix) {
            let isSourced =
                text.contains("\nsources: [report]") || text.contains("\n  - {id: report")
                || text.contains("\n  - id: report")
            #expect(isSourced, "\(path)")
        }
    }

    /// The values of a field, or of a list's items, in front matter, out of their quotes and folds.
    private func values(_ start: String, in text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.filter { lines[$0].hasPrefix(start) }.map { index in
            let value = lines[index].dropFirst(start.count)
            if value == ">-" {
                return lines[(index + 1)...].prefix { $0.hasPrefix("  ") }
                    .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
            }
            let isQuoted = value.count > 1 && (value.first == "\"" || value.first == "'") && value.first == value.last
            return String(isQuoted ? value.dropFirst().dropLast() : value)
        }
    }
}
