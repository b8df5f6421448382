import Foundation
import TestSupport
import Testing

/// Compares the sentences that the program composes with a table (`Sentences/sentences.txt`): acts → words.
///
/// The rows are built as one site of many disputes, with templates that print each sentence on a line of its own.
@Suite struct SentenceTests {
    @Test func findsTheTable() { #expect(Sentence.all.count > 220) }

    @Test func everyDisputeIsWithoutErrors() async throws {
        let site = try await BuiltSites.shared.sentences()
        #expect(site.exitStatus == 0, "\(site.messages)")
    }

    @Test(arguments: Sentence.all)
    func isSaidInTheseWords(_ sentence: Sentence) async throws {
        let site = try await BuiltSites.shared.sentences()
        if site.exitStatus != 0 { return }
        let bytes = try #require(site.files[sentence.path], "there is no page \(sentence.path)")
        let prefix = sentence.line + ": "
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(prefix) }
        let said = try #require(line).dropFirst(prefix.count).replacing(/<[^>]*>/, with: "")
            .replacing("&amp;", with: "&").replacing("&#39;", with: "'").replacing("&#34;", with: "\"")
            .replacing("\u{2060}", with: "").replacing("\u{A0}", with: "_").trimmingCharacters(in: .whitespaces)
        #expect(said == sentence.words)
    }
}

/// One row: a dispute, a line on one of its pages, and the expected words.
struct Sentence: Sendable, CustomTestStringConvertible {
    let acts: String
    let page: String
    let line: String
    let words: String

    var testDescription: String { "\(acts) [\(page) \(line)]" }

    /// The folder of the row's dispute, which rows about the same acts share.
    var folder: String { "dispute-\(Sentence.disputes.firstIndex(of: acts) ?? 0)" }
    var path: String { "\(folder)/\(page)" }

    static let all: [Sentence] = {
        let file = FileTree.project + "Tests/SiteTests/Sentences/sentences.txt"
        var rows: [Sentence] = []
        var place = (page: "", line: "")
        for line in (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? [] {
            if line.hasPrefix("## ") {
                let words = line.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
                place = (words[0], words[1])
            } else if !place.page.isEmpty, let arrow = line.range(of: "→ ") {
                let acts = line[..<arrow.lowerBound].trimmingCharacters(in: .whitespaces)
                let words = String(line[arrow.upperBound...])
                rows.append(Sentence(acts: acts, page: place.page, line: place.line, words: words))
            }
        }
        return rows
    }()

    static let disputes: [String] = {
        var seen: Set<String> = []
        return all.map(\.acts).filter { seen.insert($0).inserted }
    }()
}

extension BuiltSites {
    /// The site of all rows.
    func sentences() throws -> BuiltSite {
        if let known = self["sentences"] { return known }
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: Sentences\n---\n", to: "content/site.md")
        for acts in Sentence.disputes {
            let name = Sentence.all.first { $0.acts == acts }?.folder ?? ""
            try folder.write(Dispute(acts).event, to: "content/\(name)/event.md")
        }
        let templates = FileTree.project + "Tests/SiteTests/Sentences/templates"
        let built = try site(TestSite(name: "sentences", content: folder.path("content"), templates: templates))
        withExtendedLifetime(folder) {}
        return built
    }
}
