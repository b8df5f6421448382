import BuildingSupport
import Diagnostics
import Foundation
import Platform
import Rendering
import Synchronization
import TestSupport
import Testing
import Writing

@testable import Building

/// Writing takes linear time, or n log n: sites of many things of one kind, at n, 2n and 4n of it.
///
/// Two measures: how many bytes all files have, which is exact, and the time of rendering on one core.
@Suite(.serialized) struct WriterScalingTests {
    struct Generator: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let count: Int
        let documents: @Sendable (Int) -> [String: String]

        init(_ name: String, _ count: Int = 20, _ documents: @escaping @Sendable (Int) -> [String: String]) {
            testDescription = name
            self.count = count
            self.documents = documents
        }
    }

    // MARK: Sites

    private static func each(_ count: Int, _ separator: String = "", _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined(separator: separator)
    }

    /// The dispute with further entries: lists of `event.md`, by name.
    private static func event(_ lists: [String: String], _ fields: String = "", body: String = "") -> [String: String] {
        var all = [
            "parties": item("id: union, name: Union, kind: union") + item("id: company, name: Company, kind: company"),
            "demands": item("id: pay, title: Pay, from: union, to: company, date: 2026-02-24, sources: [report]"),
            "sources": item("id: report, title: Report, type: report"),
        ]
        for (name, items) in lists { all[name, default: ""] += items }
        let text = all.sorted { $0.key < $1.key }.map { "\($0.key):\n\($0.value)" }.joined()
        return ["event.md": "---\ntitle: Strike\nsummary: More pay.\n\(fields)\(text)---\n\(body)\n"]
    }

    private static func item(_ fields: String) -> String { "  - {\(fields)}\n" }
    private static func items(_ count: Int, _ fields: (Int) -> String) -> String { each(count) { item(fields($0)) } }

    private static func page(_ body: String, _ fields: String = "") -> [String: String] {
        event([:]).merging(["about.md": "---\ntitle: About\n\(fields)---\n\(body)\n"]) { $1 }
    }

    private static func day(_ number: Int) -> String {
        String(format: "20%02d-%02d-%02d", 10 + number / 336 % 80, number / 28 % 12 + 1, number % 28 + 1)
    }

    private static func names(_ count: Int) -> String { "[\(each(count, ", ") { "p\($0)" })]" }
    private static func parties(_ count: Int) -> String {
        items(count) { "id: p\($0), name: Party \($0), kind: union" }
    }
    private static let act = "sources: [report]"

    static let generators: [Generator] = [
        Generator("parties") { event(["parties": parties($0)]) },
        Generator("names of one party", 1500) { count in
            event(["parties": item("id: p, name: P, kind: union, also_known_as: [\(each(count, ", ") { "N\($0)" })]")])
        },
        Generator("people") { count in
            event(["people": items(count) { "id: n\($0), name: N \($0), roles: [{title: T, party: union}]" }])
        },
        Generator("roles of one person", 100) { count in
            let roles = each(count, ", ") { "{title: T\($0), party: union, from: \(day($0)), until: \(day($0))}" }
            return event(["people": item("id: n, name: N, roles: [\(roles)]")])
        },
        Generator("demands") { count in
            event([
                "demands": items(count) {
                    "id: d\($0), title: D \($0), from: union, to: company, date: \(day($0)), \(act)"
                }
            ])
        },
        Generator("demands that follow each other") { count in
            event([
                "demands": items(count) { number in
                    let last = number == 0 ? "pay" : "d\(number - 1)"
                    return
                        "id: d\(number), title: D, from: union, to: company, date: 2026-02-25, follows: \(last), \(act)"
                }
            ])
        },
        Generator("offers that replace each other") { count in
            event([
                "demands": items(count) { number in
                    let last = number == 0 ? "pay" : "d\(number - 1)"
                    return
                        "id: d\(number), title: D, from: union, to: company, date: 2026-02-25, replaces: \(last), \(act)"
                }
            ])
        },
        Generator("parties asked by one demand") { count in
            event([
                "parties": parties(count),
                "demands": item("id: d, title: D, from: union, to: \(names(count)), date: 2026-02-25, \(act)"),
                "responses": items(count) {
                    "id: r\($0), title: R, answers: d, from: p\($0), date: 2026-02-26, kind: refused, \(act)"
                },
            ])
        },
        Generator("answers in a chain") { count in
            event([
                "responses": items(count) { number in
                    let last = number == 0 ? "" : ", replaces: r\(number - 1)"
                    return
                        "id: r\(number), title: R, answers: pay, from: company, date: \(day(6000 + number)), kind: negotiating\(last), \(act)"
                }
            ])
        },
        Generator("grounds of one answer", 150) { count in
            let grounds = each(count, ", ") { "{title: G \($0), kind: law}" }
            return event([
                "responses": item(
                    "id: r, title: R, answers: pay, from: company, date: 2026-02-25, kind: refused, grounds: [\(grounds)], \(act)"
                )
            ])
        },
        Generator("points of one demand", 300) { count in
            let points = each(count, ", ") { "{title: P \($0)}" }
            return event([
                "demands": item(
                    "id: d, title: D, from: union, to: company, date: 2026-02-25, points: [\(points)], \(act)")
            ])
        },
        Generator("deadlines of one demand", 60) { count in
            let list = each(count, ", ") { "{date: \(day(6000 + 2 * $0)), set: \(day(5999 + $0))}" }
            return event([
                "demands": item(
                    "id: d, title: D, from: union, to: company, date: 2026-02-25, deadline: [\(list)], \(act)")
            ])
        },
        Generator("threats") { count in
            event([
                "threats": items(count) {
                    "id: t\($0), title: T, from: union, to: company, kind: strike, date: \(day(6000 + $0)), state: threatened, unless: pay, \(act)"
                }
            ])
        },
        Generator("deeds of one threat", 40) { count in
            event([
                "moments": items(count) { "id: m\($0), title: M, date: \(day(6000 + $0)), kind: action, \(act)" },
                "threats": item(
                    "id: t, title: T, from: union, to: company, kind: strike, date: 2020-02-25, state: imposed, carried_out: [\(each(count, ", ") { "m\($0)" })], \(act)"
                ),
            ])
        },
        Generator("statements of one day") { count in
            event([
                "statements": items(count) {
                    "id: s\($0), speaker: union, date: 2026-02-25, words: No \($0)., medium: speech, about: [demand:pay], \(act)"
                }
            ])
        },
        Generator("statements of many days") { count in
            event([
                "statements": items(count) {
                    "id: s\($0), speaker: union, date: \(day(6000 + $0)), words: No \($0)., medium: speech, \(act)"
                }
            ])
        },
        Generator("moments in one place") { count in
            event([
                "moments": items(count) {
                    "id: m\($0), title: M \($0), date: \(day($0)), kind: meeting, parties: [union], \(act)"
                }
            ])
        },
        Generator("votes", 40) { count in
            event([
                "moments": items(count) {
                    "id: m\($0), title: M \($0), date: \(day($0)), kind: vote, vote: {for: 70, against: 30}, about: [demand:pay], \(act)"
                }
            ])
        },
        Generator("votes of one answer", 60) { count in
            let votes = each(count, ", ") { "{question: Q \($0), for: 70, against: 30}" }
            return event([
                "responses": item(
                    "id: r, title: R, answers: pay, from: company, date: 2026-02-25, kind: refused, vote: [\(votes)], \(act)"
                )
            ])
        },
        Generator("states of one agreement", 100) { count in
            let states = each(count, ", ") { "{state: tentative, date: \(day(6000 + $0))}" }
            return event([
                "moments": item(
                    "id: m, title: M, date: 2020-02-25, kind: agreement, parties: [union, company], state: [\(states)], \(act)"
                )
            ])
        },
        Generator("accounts of one moment", 150) { count in
            let accounts = each(count, ", ") { "{by: party:union, text: It was so \($0).}" }
            return event([
                "moments": item("id: m, title: M, date: 2026-02-25, kind: attack, accounts: [\(accounts)], \(act)")
            ])
        },
        Generator("accounts by many parties") { count in
            let accounts = each(count, ", ") { "{by: party:p\($0), text: So.}" }
            return event([
                "parties": parties(count),
                "moments": item("id: m, title: M, date: 2026-02-25, kind: attack, accounts: [\(accounts)], \(act)"),
            ])
        },
        Generator("sources", 100) { count in
            event([
                "sources": items(count) { "id: s\($0), title: S \($0), type: report, url: 'https://a.example/\($0)'" }
            ])
        },
        Generator("sources of one demand", 60) { count in
            event([
                "sources": items(count) { "id: s\($0), title: S \($0), type: report" },
                "demands": item(
                    "id: d, title: D, from: union, to: company, date: 2026-02-25, sources: [\(each(count, ", ") { "s\($0)" })]"
                ),
            ])
        },
        Generator("terms that name each other", 150) { count in
            event([
                "terms": items(count) { "id: t\($0), name: T \($0), definition: 'Of [](term:t\(($0 + 1) % count)).'" }
            ])
        },
        Generator("phases", 100) { count in
            event(
                [:],
                "phases:\n" + items(count) { "id: ph\($0), title: Phase \($0), from: \(day($0)), until: \(day($0))" })
        },
        Generator("key facts", 400) { count in event([:], "key_facts:\n" + items(count) { "label: L \($0), value: V" })
        },
        Generator("corrections", 300) { count in
            event(
                [:],
                "corrections:\n" + items(count) { "date: \(day(6000 + $0)), kind: correction, text: A figure \($0)." })
        },
        Generator("links to entries", 2000) { page(each($0) { _ in "[a](party:union) " }) },
        Generator("citations", 400) { page(each($0) { _ in "a [@report, p. 4] " }) },
        Generator("citations of many sources", 100) { count in
            event(
                ["sources": items(count) { "id: s\($0), title: S \($0), type: report" }],
                body: each(count) { "A [@s\($0)]. " })
        },
        Generator("headings", 1000) { page(each($0) { "## H \($0)\n\n" }) },
        Generator("headings of the same words", 1000) { page(each($0) { _ in "## Main\n\n" }) },
        Generator("rows of a table", 3000) { page("| a | b |\n|---|---|\n" + each($0) { _ in "| 1 | *2* |\n" }) },
        Generator("old addresses of one page", 200) { count in
            page("", "moved_from: [\(each(count, ", ") { "old/\($0).html" })]\n")
        },
        Generator("pages") { count in
            event([:]).merging(
                Dictionary((0..<count).map { ("p\($0).md", "---\ntitle: P \($0)\n---\n[a](p0.md)\n") }) { $1 }
            ) { $1 }
        },
        Generator("disputes") { count in
            Dictionary(
                (0..<count).map { number in
                    ("e\(number)/event.md", event([:])["event.md"]?.replacing("Strike", with: "Strike \(number)") ?? "")
                }
            ) { $1 }
        },
    ]

    // MARK: Measuring

    private static let only = ProcessInfo.processInfo.environment["ONLY_SCALING"]
    private static let shown = ProcessInfo.processInfo.environment["SHOW_SCALING"]
    private static let scale = shown.flatMap { Int($0) } ?? 1

    private final class Counter: PageSink {
        let bytes = Atomic<Int>(0)

        func keep(_: String) -> Bool { false }
        func add(_: String, _ bytes: [UInt8]) { self.bytes.add(bytes.count, ordering: .relaxed) }
        func copy(_: String) {}
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The bytes of all files, and the seconds that one core needed.
    private func measure(_ documents: [String: String], repeats: Int) throws -> (bytes: Int, seconds: Double) {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: Site\nbase_url: https://example.org/\n---\n", to: "content/site.md")
        for (path, text) in documents { try folder.write(text, to: "content/" + path) }
        var workspace = Workspace(
            Configuration(content: folder.path("content"), templates: FileTree.project + "templates"),
            in: World(now: 1_790_000_000, cores: Cores(jobs: 1)))
        let loaded = try workspace.load(workspace.scan(), Stopwatch(), .silent)
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        let sources = try #require(errors.isEmpty ? loaded.value : nil, "\(errors.prefix(3).map(\.message))")
        var (bytes, seconds) = (0, Double.infinity)
        for _ in 0..<repeats {
            let counter = Counter()
            let start = Self.now()
            let context = RenderContext(sources.site, sources.theme)
            let keys = eventKeys(of: sources.site, context, sources.theme)
            _ = try write(
                sources.site.plan, context, sources.theme, keys: keys, after: [:], workspace.world.cores, .silent,
                to: counter)
            seconds = min(seconds, Self.now() - start)
            bytes = counter.bytes.load(ordering: .relaxed)
        }
        return (bytes, seconds)
    }

    /// Linear time makes the third four times the first and n log n little more; quadratic time makes it sixteen times.
    ///
    /// A busy machine makes some tries slow: what counts is the best of all tries, and they end as soon as one is good.
    /// `SHOW_SCALING=10` prints the figures of ten times as many; `ONLY_SCALING=votes` looks at sites of such a name alone.
    @Test(arguments: generators.filter { only == nil || $0.testDescription.contains(only ?? "") })
    func writesInProportion(_ generator: Generator) throws {
        var best = [Double](repeating: .infinity, count: 3)
        for repeats in [1, 2, 4] {
            let sizes = try [1, 2, 4].map { step in
                try measure(generator.documents(generator.count * step * Self.scale), repeats: repeats)
            }
            let bytes = Double(sizes[2].bytes - sizes[1].bytes) / Double(sizes[1].bytes - sizes[0].bytes)
            #expect(bytes < 2.3, "\(sizes)")
            best = zip(best, sizes).map { min($0, $1.seconds) }
            if Self.shown != nil {
                print("scaling", generator.testDescription, sizes.map(\.bytes), best.map { Int($0 * 1000) })
            }
            if best[2] < max(0.1, best[0] * 9) { return }
        }
        Issue.record("the seconds grow like \(best)")
    }

    @Test func coversAtLeastTwentyKinds() { #expect(Self.generators.count >= 20) }
}
