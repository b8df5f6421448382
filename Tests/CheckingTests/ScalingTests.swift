import Diagnostics
import Foundation
import Testing

/// Reading and checking take linear time, or n log n: sites of one kind of thing, at n, 2n and 4n of it.
@Suite(.serialized) struct ScalingTests {
    struct Generator: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let count: Int
        let documents: @Sendable (Int) -> [String: String]

        init(_ name: String, _ count: Int = 200, _ documents: @escaping @Sendable (Int) -> [String: String]) {
            testDescription = name
            self.count = count
            self.documents = documents
        }
    }

    private static func each(_ count: Int, _ separator: String = "", _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined(separator: separator)
    }

    private static func files(_ count: Int, _ text: (Int) -> (String, String)) -> [String: String] {
        Dictionary((0..<count).map(text)) { first, _ in first }
    }

    private static func page(_ body: String, _ fields: String = "") -> [String: String] {
        ["about.md": "---\ntitle: About\n\(fields)---\n\(body)\n"]
    }

    private static func demand(_ fields: String) -> String {
        "---\ntitle: D\nfrom: union\nto: company\ndate: 2026-02-24\nsources: [report]\n\(fields)---\n"
    }

    static let generators: [Generator] = [
        Generator("parties") { files($0) { ("parties/p-\($0).md", "---\nname: P \($0)\nkind: union\n---\n") } },
        Generator("people") {
            files($0) { ("people/p-\($0).md", "---\nname: P \($0)\nroles: [{title: T, party: union}]\n---\n") }
        },
        Generator("roles of one person", 400) {
            ["people/p.md": "---\nname: P\nroles:\n" + each($0) { "  - {title: T\($0), party: union}\n" } + "---\n"]
        },
        Generator("sources") { files($0) { ("sources/s-\($0).md", "---\ntitle: S \($0)\ntype: report\n---\n") } },
        Generator("demands") { files($0) { ("demands/d-\($0).md", demand("")) } },
        Generator("demands to all parties", 100) { count in
            var all = files(count) { ("parties/p-\($0).md", "---\nname: P \($0)\nkind: union\n---\n") }
            all["demands/d.md"] = demand("").replacing("to: company", with: "to: [\(each(count, ", ") { "p-\($0)" })]")
            return all
        },
        Generator("answers") { count in
            files(count) {
                (
                    "responses/r-\($0).md",
                    "---\ntitle: R\nanswers: pay-rise\nfrom: company\ndate: 2026-02-25\nkind: negotiating\norder: \($0)\nsources: [report]\n---\n"
                )
            }
        },
        Generator("statements of one speaker") { count in
            files(count) {
                (
                    "statements/s-\($0).md",
                    "---\nspeaker: union\ndate: 2026-02-24\nwords: No.\nmedium: speech\nsources: [report]\nabout: [demand:pay-rise]\n---\n"
                )
            }
        },
        Generator("moments") {
            files($0) {
                ("moments/m-\($0).md", "---\ntitle: M \($0)\ndate: 2026-02-24\nkind: meeting\nsources: [report]\n---\n")
            }
        },
        Generator("terms that name each other") { count in
            files(count) {
                (
                    "terms/t-\($0).md",
                    "---\nname: T \($0)\ndefinition: Of [](term:t-\(($0 + 1) % count)).\n---\n"
                )
            }
        },
        Generator("links to entries", 4000) { page(each($0) { _ in "[a](party:union) " }) },
        Generator("dead links on one line", 2000) { page(each($0) { "[a](b-\($0).md) " }) },
        Generator("links to unknown entries", 1000) { page(each($0) { "[a](party:b-\($0)) " }) },
        Generator("citations", 4000) { page(each($0) { _ in "a [@report, p. 4] " }) },
        Generator("unknown citations", 1000) { page(each($0) { "a [@report-\($0)] " }) },
        Generator("headings of the same words", 2000) { page(each($0) { _ in "## Main\n\n" }) },
        Generator("headings and links to them", 1000) { count in
            page(each(count) { "## W \($0)\n\n" } + each(count) { "[a](#w-\($0)) " })
        },
        Generator("links to unknown headings", 500) { count in
            page(each(count) { "## W \($0)\n\n" } + each(count) { "[a](#x-\($0)) " })
        },
        Generator("rows of a table", 2000) { page("| a | b |\n|---|---|\n" + each($0) { _ in "| 1 | *2* |\n" }) },
        Generator("tables one below the other", 500) { page(each($0) { _ in "| a |\n|---|\n| b |\n    code\n" }) },
        Generator("lazy lines behind tables", 500) { page(each($0) { _ in "> | a |\n> |---|\n> | b |\nlazy\n\n" }) },
        Generator("broken markup", 2000) { page(each($0) { _ in "**a ~~b~~ https://x.example [c] (d.md) @e " }) },
        Generator("corrections", 400) {
            page(
                "", "corrections:\n" + each($0) { _ in "  - {date: 2026-02-25, kind: correction, text: A figure.}\n" })
        },
        Generator("unknown fields", 500) { page("", each($0) { "field_\($0): x\n" }) },
        Generator("key facts", 400) { count in
            [
                "event.md": MemorySite.harbourEvent.replacing(
                    "demands:\n",
                    with: "key_facts:\n" + each(count) { "  - {label: L \($0), value: V, sources: [report]}\n" }
                        + "demands:\n")
            ]
        },
        Generator("pages") { files($0) { ("p-\($0).md", "---\ntitle: P\n---\n[a](p-0.md)\n") } },
        Generator("documents in an unknown folder") {
            files($0) { ("demand/d-\($0).md", demand("")) }
        },
    ]

    private func time(_ documents: [String: String]) throws -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        let problems = try MemorySite.harbour(documents).problems()
        _ = DiagnosticFormatter(format: .human).text(for: problems)
        return now() - start
    }

    /// Linear time makes the third four times the first and n log n little more; quadratic time makes it sixteen times.
    ///
    /// A busy machine makes some tries slow: what counts is the best of all tries, and they end as soon as one is good.
    @Test(arguments: generators)
    func takesTimeInProportion(_ generator: Generator) throws {
        var best = [Double](repeating: .infinity, count: 2)
        for _ in 0..<4 {
            best = try zip(best, [1, 4]).map { try min($0, time(generator.documents(generator.count * $1))) }
            if ProcessInfo.processInfo.environment["SHOW_SCALING"] != nil {
                print("scaling", generator.testDescription, best)
            }
            if best[1] < max(0.1, best[0] * 9) { return }
        }
        Issue.record("the seconds grow like \(best)")
    }

    @Test func coversAtLeastTwentyKinds() { #expect(Self.generators.count >= 20) }
}
