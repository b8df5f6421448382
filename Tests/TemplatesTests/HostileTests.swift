import Diagnostics
import Foundation
import Templates
import Testing

/// Hostile texts through every place of a page. `Fixtures/hostile/check.py` reads the same pages with html5lib, an XML
/// parser and a browser.
@Suite struct HostileTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/hostile/templates")

    /// A page for each file format.
    static let pages = ["page.html", "feed.xml", "notes.txt", "data.json", "table.csv"]

    static let loaded: Outcome<TemplateSet>? = {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return nil }
        let files = names.sorted().compactMap { name -> TemplateFile? in
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return nil }
            return TemplateFile(name: name, text: TextFile(path: name, bytes: [UInt8](data)))
        }
        let schema = Schema(pages: pages.map { .init($0, file: $0, root: RootView.self, "A page.") })
        return TemplateSet.load(files: files, schema: schema)
    }()

    private func page(_ text: String, _ file: String = "page.html") throws -> (bytes: [UInt8], faults: [Diagnostic]) {
        let loaded = try #require(Self.loaded)
        try #require(loaded.diagnostics.isEmpty, "\(DiagnosticFormatter(format: .human).text(for: loaded.diagnostics))")
        var bytes: [UInt8] = []
        let person = PersonView(name: text, url: .site("people/\(text)/index.html", anchor: text))
        let view = RootView(person: person, link: .external(text), text: text)
        let faults = loaded.value.render(file, view, at: "pages/x.html", into: &bytes)
        return (bytes, faults)
    }

    /// A page with a hostile text has as many characters of markup as one with a harmless text.
    @Test(arguments: Hostile.texts) func addsNoMarkup(_ text: String) throws {
        func counts(_ bytes: [UInt8]) -> [Int] { "<>\"'".utf8.map { byte in bytes.count { $0 == byte } } }
        let (bytes, _) = try page(text)
        let harmless = try page("x").bytes
        // The output of `json` has quotes of its own.
        func withoutJSON(_ bytes: [UInt8]) throws -> [UInt8] {
            let text = String(decoding: bytes, as: UTF8.self)
            let start = try #require(text.range(of: "<p id=\"json\">", options: .literal))
            let end = try #require(text.range(of: "</p><p id=\"stripped\">", options: .literal))
            return Array(text[..<start.upperBound].utf8) + Array(text[end.lowerBound...].utf8)
        }
        #expect(try counts(withoutJSON(bytes)) == counts(withoutJSON(harmless)))
    }

    @Test func areManyAndNoTwoTheSame() {
        // By bytes, because some of them are canonically equivalent.
        #expect(Set(Hostile.texts.map { Array($0.utf8) }).count == Hostile.texts.count)
        #expect(Hostile.texts.count > 250)
        #expect(Hostile.disguises.count { $0.lowercased().contains("j") } > 30)
    }

    /// Every place of an address rejects and reports one that runs code.
    @Test(arguments: Hostile.disguises) func refusesWhatRuns(_ address: String) throws {
        let (bytes, faults) = try page(address)
        #expect(faults.contains { $0.code == .forbiddenAddress })
        let text = String(decoding: bytes, as: UTF8.self)
        for place in [
            "<a id=\"link\" href=\"#\">", "<a id=\"link-single\" href='#'>", "<a id=\"link-branch\" href=\"#\">",
            "<a id=\"link-other-branch\" href=\"#\">", "<a id=\"link-inline\" href=\"#\">",
            "<a id=\"link-included\" href=\"#\">", "<a id=\"link-macro\" href=\"#\">",
            "<a id=\"link-external\" href=\"#\">", "src=\"#\" srcset=", "<form action=\"#\">",
            "<button formaction=\"#\"", "<a xlink:href=\"#\">", "<use href=\"#\"/>", "<video poster=\"#\">",
            "<q cite=\"#\">",
        ] {
            #expect(text.contains(place), "\(place)")
        }
    }

    @Test(arguments: ["https://example.org/a?b#c", "mailto:a@b.c", "tel:+49", "../y", "#a", "/x:y", "x?y:z"])
    func letsHarmlessAddressesBe(_ address: String) throws {
        // One link of the page puts "java" before it.
        #expect(try page(address).faults.allSatisfy { $0.message.hasPrefix("the address 'java\(address.prefix(1))") })
    }

    /// Characters that XML cannot represent are replaced.
    @Test func printsWhatXMLCannotHoldAsTheReplacementCharacter() throws {
        let text = "a\u{0001}b\u{000B}\u{FFFE}c\u{FFFF}\t\u{0085}\u{FFFD}"
        let feed = String(decoding: try page(text, "feed.xml").bytes, as: UTF8.self)
        #expect(feed.contains("<plain>a\u{FFFD}b\u{FFFD}\u{FFFD}c\u{FFFD}\t\u{0085}\u{FFFD}</plain>"))
    }

    /// Writes the pages and their texts for `check.py`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["HOSTILE_PAGES"] != nil))
    func writesPagesForAParser() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["HOSTILE_PAGES"]))
        for (name, text) in [("harmless", "harmless")] + Hostile.texts.enumerated().map({ ("\($0)", $1) }) {
            let own = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            for file in Self.pages {
                try Data(try page(text, file).bytes).write(to: own.appendingPathComponent(file))
            }
            try Data(text.utf8).write(to: own.appendingPathComponent("text"))
        }
    }
}
