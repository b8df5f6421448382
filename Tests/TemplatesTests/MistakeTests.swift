import Diagnostics
import Foundation
import Templates
import Testing

/// Mistakes of theme authors and their messages: golden files, one folder for each mistake.
///
/// `RECORD_GOLDEN=1 swift test` rewrites files that differ, and fails, so that the difference is read.
@Suite struct MistakeTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/mistakes")

    static let mistakes: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test(arguments: mistakes) func saysWhatIsWrong(_ mistake: String) throws {
        let folder = Self.folder.appendingPathComponent(mistake)
        var files: [TemplateFile] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".html") {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            files.append(TemplateFile(name: name, text: TextFile(path: "templates/" + name, bytes: bytes)))
        }
        let schema = Schema(pages: [.init("page", file: "page.html", root: RootView.self, "A page.")])
        let loaded = TemplateSet.load(files: files, schema: schema)
        let given = DiagnosticFormatter(format: .human).text(for: loaded.diagnostics)
        #expect(!loaded.diagnostics.isEmpty)
        let golden = folder.appendingPathComponent("messages.txt")
        let wanted = try? String(contentsOf: golden, encoding: .utf8)
        if wanted != given, ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try given.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(wanted == given)
        let aside = TemplateSet.load(files: files, schema: schema, jobs: 2)
        #expect(DiagnosticFormatter(format: .human).text(for: aside.diagnostics) == wanted)
    }

    @Test func areThirtyAtLeast() { #expect(Self.mistakes.count >= 30) }

    @Test func everyCodeHasAnArticle() {
        let names = DiagnosticCode.templateCodes.map(\.name)
        #expect(Set(names).count == names.count)
        for code in DiagnosticCode.templateCodes { #expect(code.article.count > 60 && !code.title.isEmpty) }
    }
}
