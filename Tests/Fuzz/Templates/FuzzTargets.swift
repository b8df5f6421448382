import Diagnostics

@testable import Templates

/// Called by the fuzzer with any bytes, and by the tests with the corpus. Nothing may crash or hang, and the guarantees of
/// each stage are checked.
///
/// The input is cut at bytes 0xFF into `page.html` and `a.html`, `b.html`, `c.html`; lexer and parser read each of them.
enum FuzzTarget: String, CaseIterable {
    case lexer, parser, checker, renderer

    func run(_ bytes: [UInt8]) {
        let names = ["page.html", "a.html", "b.html", "c.html"]
        let parts = bytes.split(separator: 0xFF, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        let files = zip(names, parts).map { name, part in
            TemplateFile(name: name, text: TextFile(path: name, bytes: Array(part)))
        }
        switch self {
        case .lexer: for file in files { FuzzTarget.lex(file) }
        case .parser: for file in files { FuzzTarget.parse(file) }
        case .checker: _ = FuzzTarget.load(files)
        case .renderer: FuzzTarget.render(FuzzTarget.load(files), whoseFilesHold: bytes)
        }
    }

    /// Tokens are inside the file, in order if there is no fault, and the last is the end of the file.
    private static func lex(_ file: TemplateFile) {
        var lexer = Lexer(file.text)
        lexer.run()
        let size = file.text.bytes.count
        precondition(lexer.tokens.last?.kind == .end)
        var last = 0
        for token in lexer.tokens {
            let range = token.range.offsets
            precondition(range.upperBound <= size)
            if lexer.diagnostics.isEmpty {
                precondition(range.lowerBound >= last)
                precondition(token.kind != .faulty && (token.kind == .end || !range.isEmpty))
            }
            last = range.upperBound
        }
        show(lexer.diagnostics, within: size)
    }

    /// A broken tree has errors, and all texts are inside the file.
    private static func parse(_ file: TemplateFile) {
        let parsed = Parser.parse(file)
        if parsed.value.isBroken { precondition(parsed.diagnostics.hasErrors) }
        for case .text(let range) in parsed.value.body {
            precondition(range.offsets.upperBound <= file.text.bytes.count)
        }
        show(parsed.diagnostics, within: file.text.bytes.count)
    }

    private static func load(_ files: [TemplateFile]) -> Outcome<TemplateSet> {
        let loaded = TemplateSet.load(files: files, schema: FuzzRoot.schema)
        show(loaded.diagnostics, within: .max)
        // No page is missing without an error.
        precondition(loaded.diagnostics.hasErrors || loaded.value.program.pages["page.html"] != nil)
        return loaded
    }

    /// A page is the same each time, whatever the renderer rendered before, and text never becomes markup.
    private static func render(_ loaded: Outcome<TemplateSet>, whoseFilesHold bytes: [UInt8]) {
        guard !loaded.diagnostics.hasErrors else { return }
        func page(_ path: String, _ renderer: Renderer) -> (bytes: [UInt8], faults: [Diagnostic]) {
            var output: [UInt8] = []
            let faults = renderer.render("page.html", FuzzRoot(), at: path, into: &output)
            return (output, faults)
        }
        let renderer = loaded.value.renderer()
        let first = page("x/y.html", renderer)
        show(first.faults, within: .max)
        precondition(!first.faults.contains { $0.code == .templateHost })
        precondition(page("x/y.html", renderer).bytes == first.bytes)
        // The parts kept from the first page do not change another page.
        for path in ["a/b.html", "x/z.html"] {
            precondition(page(path, renderer).bytes == page(path, loaded.value.renderer()).bytes)
        }
        // Text of the page has `<x7q>` in it, and no template spells that.
        if !holds(bytes, "x7q") { precondition(!holds(first.bytes, "<x7q")) }
    }

    /// Messages can be shown (the first of them: each costs the length of its line), and point into their files.
    private static func show(_ diagnostics: [Diagnostic], within size: Int) {
        let text = DiagnosticFormatter(format: .human).text(for: Array(diagnostics.prefix(20)))
        precondition(text.isEmpty == diagnostics.isEmpty)
        for case let location? in diagnostics.map(\.location) {
            precondition(location.range.offsets.upperBound <= min(size, location.file.bytes.count))
        }
    }

    /// Whether bytes hold a word, in letters of either case.
    private static func holds(_ bytes: [UInt8], _ word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains { start in
            wanted.indices.allSatisfy { place in
                let byte = bytes[start + place]
                return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == wanted[place]
            }
        }
    }
}

/// A page's record with a field of each type.
struct FuzzRoot: TemplateView {
    struct Item: TemplateView {
        var depth: Int
        static let record = RecordType<Item>("item", "An item.")
            .text("name", "A name with markup in it.") { _ in "<x7q>\"'&</b>" }
            .optionalText("note", "Sometimes.") { $0.depth % 2 == 0 ? "note" : nil }
            .number("depth", "How deep.") { $0.depth }
            .list("items", "Deeper ones.") {
                $0.depth < 3 ? [Item(depth: $0.depth + 1), Item(depth: $0.depth + 2)] : []
            }
            .optionalRecord("parent", "Sometimes.") { $0.depth > 0 ? Item(depth: $0.depth - 1) : nil }
    }

    static let record = RecordType<FuzzRoot>("root", "A page.")
        .text("t", "Text.") { _ in "javascript:<x7q>\"'&" }
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
        .sharing("i", "u", "w", "t")

    static let schema = Schema(pages: [.init("page", file: "page.html", root: FuzzRoot.self, "A page.")])
}
