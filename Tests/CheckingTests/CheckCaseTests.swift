import Checking
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct CheckCaseTests {
    @Test(arguments: CheckCase.all)
    func reportsWhatTheCaseShows(_ example: CheckCase) throws {
        let content = try example.content()
        let problems = try #require(MemorySite(content)).problems()
        let text = DiagnosticFormatter(format: .human).text(for: problems)
        if ProcessInfo.processInfo.environment["EXPLAINER_RECORD"] != nil {
            try Data(text.utf8).write(to: example.expected)
            Issue.record("recorded \(example.name); run again without EXPLAINER_RECORD")
            return
        }
        let expected = (try? String(contentsOf: example.expected, encoding: .utf8)) ?? ""
        #expect(text == expected, "EXPLAINER_RECORD=1 rewrites expected.txt")
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.code.name == example.code })
        #expect(places(of: problems) == marks(in: content))
    }

    @Test(arguments: CheckCase.all)
    func isSilentWhereItIsRight(_ example: CheckCase) throws {
        let problems = try #require(MemorySite(example.fixed())).problems()
        #expect(DiagnosticFormatter(format: .human).text(for: problems) == "")
    }

    @Test(arguments: CheckCase.all)
    func proposesEditsThatMendTheSite(_ example: CheckCase) throws {
        let content = try example.content()
        let problems = try #require(MemorySite(content)).problems()
        guard problems.allSatisfy({ $0.fixIt != nil }) else { return }
        var fixed = Dictionary(uniqueKeysWithValues: applyFixIts(problems).map { ($0.file.path, $0.bytes) })
        let files = content.textPaths.map { path in
            let name = "content/" + path
            let bytes = fixed.removeValue(forKey: name) ?? Array((content.texts[path]?.text ?? "").utf8)
            return (path: path, file: TextFile(path: name, bytes: bytes))
        }
        #expect(fixed.isEmpty)
        let assets = content.assets
        let left = try #require(MemorySite(files: files, assets: content.assetPaths) { assets[$0] }).problems()
        #expect(DiagnosticFormatter(format: .human).text(for: left) == "")
    }

    @Test(arguments: CheckCase.all)
    func holdsNoLeftovers(_ example: CheckCase) throws {
        #expect(try example.leftovers() == [])
        #expect(DiagnosticCode.checkCodes.contains { $0.name == example.code }, "no check has this folder's code")
    }

    @Test(arguments: DiagnosticCode.checkCodes.map(\.name))
    func hasACaseForTheCode(_ name: String) { #expect(CheckCase.all.contains { $0.code == name }) }

    @Test(arguments: DiagnosticCode.checkCodes.map(\.name))
    func hasAnArticleForTheCode(_ name: String) throws {
        let code = try #require(DiagnosticCode.checkCodes.first { $0.name == name })
        #expect(DiagnosticCode.checkCodes.count { $0.name == name } == 1)
        #expect(name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
        #expect(!code.title.isEmpty && code.title.last != ".")
        #expect(code.article.utf8.count > 150)
        #expect(code.article.utf8.contains(UInt8(ascii: "`")), "an article has an example")
    }

    /// Where problems are, as "path offset", in order.
    private func places(of problems: [Diagnostic]) -> [String] {
        problems.compactMap { $0.location.map { "\($0.file.path) \($0.range.start)" } }.sorted()
    }

    private func marks(in content: ContentFolder) -> [String] {
        content.texts.merging(content.drawings) { text, _ in text }.flatMap { path, text in
            text.offsets.values.map { "content/\(path) \($0)" }
        }.sorted()
    }
}
