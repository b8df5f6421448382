import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The ids of a page's own elements never meet those of writers' headings.
@Suite struct OwnIDTests {
    /// Every id that the default templates spell out.
    private static func templateIDs() throws -> [String] {
        let folder = FileTree.project + "templates"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }
        var ids: Set<String> = []
        for name in names {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            for part in text.components(separatedBy: " id=\"").dropFirst() {
                // `only-by-{{ number }}` is tried with a number.
                let id = part.prefix { $0 != "\"" && $0 != "{" }
                if !id.isEmpty { ids.insert(id.hasSuffix("-") ? id + "1" : String(id)) }
            }
        }
        return ids.sorted()
    }

    private func id(ofHeading words: String) throws -> String {
        let file = TextFile(path: "a.md", text: "## \(words)\n")
        let prose = Markdown.prose(TextRange(0, file.bytes.count), in: file, options: MarkdownOptions()).value
        return try #require(prose.headings.first).id
    }

    @Test func headingsAreNeverCalledLikeThePagesParts() throws {
        let ids = try Self.templateIDs()
        #expect(ids.count > 15)
        for id in ids + ["cite-1", "source-2", "demand-pay", "on-demand-pay", "on-began", "term-x", "person-ana"] {
            for words in [id, id.replacing("-", with: " "), id.uppercased()] {
                #expect(try self.id(ofHeading: words) != id, "\(words)")
            }
        }
        #expect(try id(ofHeading: "What happens next?") == "what-happens-next")
        #expect(try id(ofHeading: "On the record") == "on-the-record")
    }
}
