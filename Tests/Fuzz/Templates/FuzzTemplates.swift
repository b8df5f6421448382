import Diagnostics
import Templates

/// The fuzz target: any bytes as templates. Nothing may crash, hang, or print what the template did not write.
///
/// The input is cut at bytes 0xFF into `page.html` and `a.html`, `b.html`, …; `run.sh` says how it is built.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzWorld.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// A page's record with a field of each type.
enum FuzzWorld {
    struct Item: TemplateView {
        var depth: Int
        static let record = RecordType<Item>("item", "An item.")
            .text("name", "A name with markup in it.") { _ in "<b>\"'&</b>" }
            .optionalText("note", "Sometimes.") { $0.depth % 2 == 0 ? "note" : nil }
            .number("depth", "How deep.") { $0.depth }
            .list("items", "Deeper ones.") {
                $0.depth < 3 ? [Item(depth: $0.depth + 1), Item(depth: $0.depth + 2)] : []
            }
            .optionalRecord("parent", "Sometimes.") { $0.depth > 0 ? Item(depth: $0.depth - 1) : nil }
    }

    struct Root: TemplateView {
        static let record = RecordType<Root>("root", "A page.")
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

    static let schema = Schema(pages: [.init("page", file: "page.html", root: Root.self, "A page.")])

    static func run(_ bytes: [UInt8]) {
        let names = ["page.html", "a.html", "b.html", "c.html"]
        let parts = bytes.split(separator: 0xFF, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        let files = zip(names, parts).map { name, part in
            TemplateFile(name: name, text: TextFile(path: name, bytes: Array(part)))
        }
        let loaded = TemplateSet.load(files: files, schema: schema)
        // Every message can be shown.
        let text = DiagnosticFormatter(format: .human).text(for: loaded.diagnostics)
        precondition(text.isEmpty == loaded.diagnostics.isEmpty)
        var output: [UInt8] = []
        let faults = loaded.value.render("page.html", Root(), at: "x/y.html", into: &output)
        _ = DiagnosticFormatter(format: .human).text(for: faults)
        if !loaded.diagnostics.hasErrors { precondition(!faults.contains { $0.code == .templateHost }) }
    }
}
