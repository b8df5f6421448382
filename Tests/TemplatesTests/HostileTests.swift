import Diagnostics
import Foundation
import Templates
import Testing

/// Hostile texts through every place of a page. `Fixtures/hostile/check.py` reads the pages with real HTML parsers.
@Suite struct HostileTests {
    static let template = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/hostile/contexts.html")

    private func page(_ text: String) throws -> (bytes: [UInt8], faults: [Diagnostic]) {
        let file = TextFile(path: "contexts.html", bytes: [UInt8](try Data(contentsOf: Self.template)))
        let schema = Schema(pages: [.init("page", file: "contexts.html", root: RootView.self, "A page.")])
        let loaded = TemplateSet.load(files: [TemplateFile(name: "contexts.html", text: file)], schema: schema)
        try #require(loaded.diagnostics.isEmpty, "\(DiagnosticFormatter(format: .human).text(for: loaded.diagnostics))")
        var bytes: [UInt8] = []
        let person = PersonView(name: text, url: .site("people/\(text)/index.html", anchor: text))
        let view = RootView(person: person, link: .external(text), text: text)
        let faults = loaded.value.render("contexts.html", view, at: "pages/x.html", into: &bytes)
        return (bytes, faults)
    }

    /// A page with a text has as many of each character that makes markup as one with a harmless text.
    @Test(arguments: Hostile.texts) func addsNoMarkup(_ text: String) throws {
        func counts(_ bytes: [UInt8]) -> [Int] { "<>\"'".utf8.map { byte in bytes.count { $0 == byte } } }
        let (bytes, _) = try page(text)
        let harmless = try page("x").bytes
        // What `json` prints stands between tags and has quotes of its own.
        func withoutJSON(_ bytes: [UInt8]) -> [UInt8] {
            let text = String(decoding: bytes, as: UTF8.self)
            guard let start = text.range(of: "<p id=\"json\">"), let end = text.range(of: "</p><p id=\"stripped\">")
            else {
                return bytes
            }
            return Array(text[..<start.upperBound].utf8) + Array(text[end.lowerBound...].utf8)
        }
        #expect(counts(withoutJSON(bytes)) == counts(withoutJSON(harmless)))
    }

    @Test func refusesSchemesThatRunCode() throws {
        for text in Hostile.addresses.prefix(10) {
            let faults = try page(text).faults
            #expect(faults.contains { $0.code == .unsafeAddress }, "\(text.debugDescription)")
        }
        for text in ["https://example.org/a?b#c", "mailto:a@b.c", "tel:+49", "../y", "#a", "/x:y", "x?y:z"] {
            #expect(try page(text).faults.isEmpty, "\(text)")
        }
    }

    /// Writes the pages for `check.py`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["HOSTILE_PAGES"] != nil))
    func writesPagesForAParser() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["HOSTILE_PAGES"]))
        try Data(try page("x").bytes).write(to: folder.appendingPathComponent("harmless.html"))
        for (index, text) in Hostile.texts.enumerated() {
            try Data(try page(text).bytes).write(to: folder.appendingPathComponent("\(index).html"))
            try Data(text.utf8).write(to: folder.appendingPathComponent("\(index).txt"))
        }
    }
}
