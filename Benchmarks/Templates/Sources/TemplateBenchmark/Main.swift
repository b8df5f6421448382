import CAllocations
import Diagnostics
import Foundation
import Mustache
import Stencil
import Templates

/// Renders one page many times with each engine and prints what a page costs: `swift run -c release`. With `--profile`
/// it renders with this engine alone, for a profiler to look at.
@main
enum Main {
    static func main() throws {
        let data = EventData()

        let file = TemplateFile(name: "event.html", text: TextFile(path: "event.html", text: oursTemplate))
        let schema = Schema(pages: [.init("event", file: "event.html", root: PageView.self, "An event.")])
        let loaded = TemplateSet.load(files: [file], schema: schema)
        guard loaded.diagnostics.isEmpty else {
            return print(DiagnosticFormatter(format: .human).text(for: loaded.diagnostics))
        }
        let renderer = loaded.value.renderer()
        let view = PageView(data: data, body: HTML(trusting: Array(data.bodyHTML.utf8)))
        var bytes: [UInt8] = []

        let dictionary = data.dictionary
        let mustache = MustacheLibrary(templates: [
            "page": try MustacheTemplate(string: mustacheTemplate), "tile": try MustacheTemplate(string: mustacheTile),
        ])
        let escapes = Extension()
        escapes.registerFilter("e") { value in String(decoding: HTML(escaping: "\(value ?? "")").bytes, as: UTF8.self) }
        let stencil = Stencil.Environment(extensions: [escapes])
        let stencilPage = stencil.parseForBenchmark(stencilTemplate)

        func ours() {
            bytes.removeAll(keepingCapacity: true)
            _ = renderer.render("event.html", view, at: "event/index.html", into: &bytes)
        }
        if CommandLine.arguments.contains("--profile") {
            for _ in 0..<20_000 { ours() }
            return
        }
        let results = [
            ("this engine", try measure(200) { ours() }),
            ("swift-mustache 2.1.1", try measure(5) { _ = mustache.render(dictionary, withTemplate: "page") }),
            ("Stencil 0.15.1", try measure(1) { _ = try stencilPage.render(dictionary) }),
        ]
        ours()
        let page = String(decoding: bytes, as: UTF8.self)
        check(page, mustache.render(dictionary, withTemplate: "page") ?? "", "swift-mustache")
        check(page, try stencilPage.render(dictionary), "Stencil")

        print("one page of \(bytes.count) bytes, best of five rounds, one core\n")
        for (name, result) in results {
            let ratio = result.time / results[0].1.time
            print(
                name.padding(toLength: 22, withPad: " ", startingAt: 0),
                String(format: "%9.4f ms/page %9d allocations/page %8.1f×", result.time, result.allocations, ratio))
        }
        let start = ContinuousClock.now
        for _ in 0..<20 { _ = TemplateSet.load(files: [file], schema: schema) }
        print("\nloading and checking the template:", (ContinuousClock.now - start) / 20)
    }

    /// Milliseconds a page, and blocks of memory it asks for.
    static func measure(_ pages: Int, _ body: () throws -> Void) throws -> (time: Double, allocations: Int) {
        try body()
        var best = Double.infinity
        var allocations = 0
        for _ in 0..<5 {
            let before = allocation_count()
            let start = ContinuousClock.now
            for _ in 0..<pages { try body() }
            let duration = (ContinuousClock.now - start).components
            allocations = Int(allocation_count() - before) / pages
            let milliseconds = Double(duration.seconds) * 1e3 + Double(duration.attoseconds) / 1e15
            best = min(best, milliseconds / Double(pages))
        }
        return (best, allocations)
    }

    /// All three must print the same page, but for how they spell a quote and what white space their tags leave.
    static func check(_ ours: String, _ theirs: String, _ name: String) {
        func plain(_ page: String) -> String {
            var page = page
            for (spelling, character) in ["&quot;": "&#34;", "&#x27;": "&#39;", "&apos;": "&#39;"] {
                page = page.replacingOccurrences(of: spelling, with: character)
            }
            return page.filter { !$0.isWhitespace }
        }
        if plain(ours) != plain(theirs) {
            print("\(name) prints another page:")
            let pair = zip(plain(ours), plain(theirs)).enumerated().first { $0.element.0 != $0.element.1 }
            let at = pair?.offset ?? 0
            print(plain(ours).dropFirst(max(0, at - 40)).prefix(160))
            print(plain(theirs).dropFirst(max(0, at - 40)).prefix(160))
        }
    }
}

extension Stencil.Environment {
    func parseForBenchmark(_ text: String) -> Template { Template(templateString: text, environment: self) }
}
