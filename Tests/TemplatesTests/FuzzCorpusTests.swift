import Diagnostics
import Foundation
import Templates
import Testing

/// Replays what the fuzzer starts from and what it once found: nothing may crash.
@Suite struct FuzzCorpusTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fuzz/Templates/corpus")

    static let inputs: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func hasInputs() { #expect(Self.inputs.count >= 15) }

    @Test(arguments: inputs) func survives(_ input: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(input)))
        let names = ["page.html", "a.html", "b.html", "c.html"]
        let parts = bytes.split(separator: 0xFF, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        let files = zip(names, parts).map { name, part in
            TemplateFile(name: name, text: TextFile(path: name, bytes: Array(part)))
        }
        let schema = Schema(pages: [.init("page", file: "page.html", root: FuzzRoot.self, "A page.")])
        let loaded = TemplateSet.load(files: files, schema: schema)
        var output: [UInt8] = []
        let faults = loaded.value.render("page.html", FuzzRoot(), at: "x/y.html", into: &output)
        let all = DiagnosticFormatter(format: .human).text(for: loaded.diagnostics + faults)
        if loaded.diagnostics.hasErrors { #expect(!all.isEmpty) }
        if !loaded.diagnostics.hasErrors { #expect(!faults.contains { $0.code == .templateHost }) }
    }
}

/// The names of the fuzz target's page, with the same types.
struct FuzzRoot: TemplateView {
    struct Item: TemplateView {
        var depth: Int
        static let record = RecordType<Item>("item", "An item.")
            .text("name", "A name.") { _ in "<b>\"'&</b>" }
            .optionalText("note", "Sometimes.") { $0.depth % 2 == 0 ? "note" : nil }
            .number("depth", "How deep.") { $0.depth }
            .list("items", "Deeper ones.") { $0.depth < 3 ? [Item(depth: $0.depth + 1)] : [] }
            .optionalRecord("parent", "Sometimes.") { $0.depth > 0 ? Item(depth: $0.depth - 1) : nil }
    }

    static let record = RecordType<FuzzRoot>("root", "A page.")
        .text("t", "Text.") { _ in "javascript:<x>\"'&" }
        .html("h", "Markup.") { _ in HTML("<p>x</p>") }
        .url("u", "A link.") { _ in .site("a/b.html", anchor: "c") }
        .number("n", "A number.") { _ in 3 }
        .decimal("f", "A decimal.") { _ in 0.5 }
        .truth("y", "True.") { _ in true }
        .date("d", "A date.") { _ in CalendarDate(year: 2026, month: 2, day: 27) }
        .record("i", "An item.") { _ in Item(depth: 0) }
        .list("l", "Items.") { _ in [Item(depth: 1), Item(depth: 2)] }
        .texts("w", "Words.") { _ in ["a", "B", "<"] }
        .optionalNumber("o", "Nothing.") { _ in nil }
}
