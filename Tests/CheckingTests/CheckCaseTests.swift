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

    /// A fix may spell a name anew. It never makes a date, a name or a reference that was not there.
    @Test(arguments: CheckCase.all)
    func proposesNoEditThatGuesses(_ example: CheckCase) throws {
        let content = try example.content()
        let problems = try #require(MemorySite(content)).problems()
        for problem in problems {
            guard let edit = problem.fixIt else { continue }
            let words = FixCheck.words(edit.replacement)
            let written = FixCheck.words(edit.location.file.text(in: edit.location.range))
            let isSpelling =
                words.allSatisfy { word in written.contains { isSlip(word, of: $0) } }
                || isSlip(words.joined(separator: "-"), of: written.joined(separator: "-"))
            let isPart = words.allSatisfy(written.contains) || words.joined() == written.joined()
            #expect(isSpelling || isPart || FixCheck.isConfiguration(problem.code), "\(edit.title)")
            let left = try problemsAfter([problem], content)
            #expect(left.count < problems.count, "\(edit.title)")
            let messages = Set(problems.map(\.message))
            #expect(left.allSatisfy { messages.contains($0.message) }, "\(left.map(\.message))")
        }
    }

    private func problemsAfter(_ fixed: [Diagnostic], _ content: ContentFolder) throws -> [Diagnostic] {
        let edited = Dictionary(uniqueKeysWithValues: applyFixIts(fixed).map { ($0.file.path, $0.bytes) })
        let files = content.textPaths.map { path in
            let name = "content/" + path
            let bytes = edited[name] ?? Array((content.texts[path]?.text ?? "").utf8)
            return (path: path, file: TextFile(path: name, bytes: bytes))
        }
        let assets = content.assets
        return try #require(MemorySite(files: files, assets: content.assetPaths) { assets[$0] }).problems()
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

private enum FixCheck {
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// What a fix writes there are names of checks and templates and the site's own address: not facts of an event.
    static func isConfiguration(_ code: DiagnosticCode) -> Bool {
        ["unknown-check", "unknown-template", "unusable-base-url"].contains(code.name)
    }
}
