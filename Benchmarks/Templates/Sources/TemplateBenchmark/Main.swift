import CAllocations
import Diagnostics
import Foundation
import Mustache
import Stencil
import Templates

/// Renders one page many times with each engine and prints what a page costs: `make bench-templates`. With `--profile`
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
        let results = try measure([
            ("this engine", 200, { ours() }),
            ("swift-mustache 2.1.1", 5, { _ = mustache.render(dictionary, withTemplate: "page") }),
            ("Stencil 0.15.1", 1, { _ = try stencilPage.render(dictionary) }),
        ])
        ours()
        let page = String(decoding: bytes, as: UTF8.self)
        check(page, mustache.render(dictionary, withTemplate: "page") ?? "", "swift-mustache")
        check(page, try stencilPage.render(dictionary), "Stencil")

        print("one page of \(bytes.count) bytes, best of nine rounds in turn, processor time of one core\n")
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

    /// Milliseconds of processor time a page, and blocks of memory it asks for: each engine in turn, round after round, so
    /// that a busy machine is busy for all of them.
    static func measure(
        _ engines: [(name: String, pages: Int, body: () throws -> Void)]
    ) throws -> [(String, (time: Double, allocations: Int))] {
        var best = engines.map { ($0.name, (time: Double.infinity, allocations: 0)) }
        for engine in engines { try engine.body() }
        for _ in 0..<9 {
            for (index, engine) in engines.enumerated() {
                let before = allocation_count()
                let start = processorTime()
                for _ in 0..<engine.pages { try engine.body() }
                let time = (processorTime() - start) / Double(engine.pages)
                best[index].1.allocations = Int(allocation_count() - before) / engine.pages
                best[index].1.time = min(best[index].1.time, time)
            }
        }
        return best
    }

    /// Milliseconds that this process has run.
    static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
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
