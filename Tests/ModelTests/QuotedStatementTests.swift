import Diagnostics
import Model
import Reading
import TestSupport
import Testing

/// Blockquotes that are statements, and those that are not.
@Suite struct QuotedStatementTests {
    private func read(_ body: String, path: String = "demands/pay.md") -> Outcome<[ReadEntry]> {
        let text = "---\ntitle: Pay\nfrom: a\nto: b\ndate: 2026-05-02\n---\n" + body
        let document = parseDocument(TextFile(path: path, text: text), path: path).value
        let placing = Placing(paths: ["event.md", path].sorted())
        guard let place = placing.placement(of: document.file, path: path).value else { return Outcome([]) }
        return readEntries(of: document, at: place, options: MarkdownOptions())
    }

    /// `id: speakers, medium, day: words (sources)`
    private func statements(_ entries: [ReadEntry]) -> [String] {
        entries.compactMap { entry in
            guard case .entry(let entry, _) = entry, let statement = entry as? Statement else { return nil }
            let speakers = statement.speakers.map(\.text).joined(separator: "+")
            let sources = statement.head.sources.map { $0.source.text + ($0.at.map { " at \($0)" } ?? "") }
            let date = statement.date.value.machineForm
            return
                "\(statement.id): \(speakers), \(statement.medium.value.rawValue), \(date): \(statement.words?.value ?? "") (\(sources.joined(separator: ", ")))"
        }
    }

    static let rows: [(body: String, statement: String)] = [
        (
            "> We ask.\n> — @ann, letter, 2026-05-02 [@gazette, p. 3]",
            "pay-quote-2026-05-02: ann, letter, 2026-05-02: We ask. (gazette at p. 3)"
        ),
        ("> We ask.\n>\n> — @ann, letter, 2026-05-02", "pay-quote-2026-05-02: ann, letter, 2026-05-02: We ask. ()"),
        (
            "> We ask\n> for more.\n> -- @ann, press-conference, 2026-05 [@a; @b]",
            "pay-quote-2026-05: ann, press-conference, 2026-05: We ask for more. (a, b)"
        ),
        ("> “We ask.”\n> – @ann, @a, speech, 2026~", "pay-quote-2026: ann+a, speech, 2026: We ask. ()"),
        (
            "> *We* ask `now`.\n>\n> And again.\n> —@ann, speech, 2026 [@a].",
            "pay-quote-2026: ann, speech, 2026: We ask now.\nAnd again. (a)"
        ),
        ("> We ask.\n> ― @ann, speech, 2026", "pay-quote-2026: ann, speech, 2026: We ask. ()"),
        ("> We ask.\n> ---  @ann, speech, 2026", "pay-quote-2026: ann, speech, 2026: We ask. ()"),
        ("> We ask.\n> —   @ann, speech, 2026 [@a]", "pay-quote-2026: ann, speech, 2026: We ask. (a)"),
        ("> „Ja“ und „Nein“\n> — @ann, speech, 2026", "pay-quote-2026: ann, speech, 2026: „Ja“ und „Nein“ ()"),
        ("> We ask\n— @ann, letter, 2026-05-02", "pay-quote-2026-05-02: ann, letter, 2026-05-02: We ask ()"),
        (
            "> We ask.\n> — @ann, letter, 2026-05-02\n> [@gazette]",
            "pay-quote-2026-05-02: ann, letter, 2026-05-02: We ask. (gazette)"
        ),
    ]

    @Test(arguments: rows) func readsAQuoteAsAStatement(_ body: String, _ expected: String) {
        for path in ["demands/pay.md", "pay.md", "parties/pay.md"] {
            let text = path == "parties/pay.md" ? body : body
            let read = read("Before.\n\n" + text + "\n\nAfter [@x].\n", path: path)
            #expect(statements(read.value) == [expected], "\(path): \(read.diagnostics.map(\.message))")
        }
    }

    @Test(arguments: ["—", "–", "―", "--", "---", "— ", "-- "]) func showsOneDashHoweverItIsTyped(_ dash: String) throws
    {
        let found = read("> We ask.\n> \(dash)@ann, letter, 2026\n").value
        let demand = try #require(
            found.lazy.compactMap { entry -> Demand? in
                if case .entry(let entry, _) = entry { entry as? Demand } else { nil }
            }.first)
        let prose = try #require(demand.head.body)
        let texts = prose.nodes.compactMap { node -> String? in
            if case .text(let range) = node.content { String(decoding: prose.text(range), as: UTF8.self) } else { nil }
        }
        #expect(texts.prefix(2) == ["We ask.", "— "], "\(texts)")
    }

    @Test func numbersSeveralOfADay() {
        let quote = "> We ask.\n> — @ann, letter, 2026-05-02\n\n"
        let found = statements(read(quote + quote).value)
        #expect(found.map { $0.prefix { $0 != ":" } } == ["pay-quote-2026-05-02", "pay-quote-2026-05-02-2"])
    }

    static let quotes = [
        "> We ask.", "> We ask.\n> — Ann", "> We ask.\n> — [Ann](person:ann), 2026", "> We — @ann, letter, 2026-05-02",
        "> — @ann, letter, 2026-05-02\n> We ask.", "— @ann, letter, 2026-05-02",
        "- > We ask.\n  > — @ann, letter, 2026",
        "> We ask.\n> — @ann, letter, 2026 and *more*", "> [@a]", "> We ask.\n> — Ann Lee, Letters, 1603",
        "> We ask.\n> — Ann Lee, letter", "> We ask.\n> - a day, a night", "> We ask:\n>\n> - @ann",
    ]

    @Test(arguments: quotes) func leavesOtherQuotesAlone(_ body: String) {
        let read = read(body + "\n")
        #expect(statements(read.value).isEmpty && read.diagnostics.isEmpty, "\(read.diagnostics.map(\.message))")
    }

    static let faults: [(body: String, code: DiagnosticCode, marked: String)] = [
        ("> We ask.\n> — @ann", .attributionForm, "@ann"),
        ("> We ask.\n> — @ann, letter", .attributionForm, "@ann, letter"),
        ("> We ask.\n> — @, letter, 2026", .attributionForm, "@, letter, 2026"),
        ("> We ask.\n> — @ann, letter, 2026, page 3", .attributionForm, "@ann, letter, 2026, page 3"),
        ("> — @ann, letter, 2026", .attributionForm, "@ann, letter, 2026"),
        ("> We ask.\n> — Ann Lee, letter, 2026-05-02 [@a]", .attributionForm, "Ann Lee, letter, 2026-05-02"),
        ("> We ask.\n> - @ann, letter, 2026 [@a]", .attributionForm, "@ann, letter, 2026"),
        ("> We ask.\n> * Ann Lee, letter, 2026", .attributionForm, "Ann Lee, letter, 2026"),
        ("> We ask.\n> — @ann, leter, 2026", .unknownValue, "leter"),
        ("> We ask.\n> — @ann, letter, 2026-02-30", .noSuchDate, "2026-02-30"),
    ]

    @Test(arguments: faults) func reportsALineThatSaysTooLittle(
        _ body: String, _ code: DiagnosticCode, _ marked: String
    ) throws {
        let read = read(body + "\n")
        let problem = try #require(read.diagnostics.first)
        #expect(read.diagnostics.count == 1 && problem.code == code, "\(read.diagnostics.map(\.message))")
        let place = try #require(problem.location)
        #expect(place.file.text(in: place.range) == marked)
        #expect(statements(read.value).isEmpty)
    }

    @Test func reportsAQuoteOutsideOfEveryEvent() throws {
        let path = "about.md"
        let text = "---\ntitle: About\n---\n> We ask.\n> — @ann, letter, 2026\n"
        let document = parseDocument(TextFile(path: path, text: text), path: path).value
        let read = readEntries(of: document, at: .page(folder: nil), options: MarkdownOptions())
        #expect(read.diagnostics.map(\.code) == [.attributionForm])
    }

    /// What is left out takes the quotes of its text with it.
    @Test(arguments: [
        ("draft: true", true), ("embargo: 2099-01-01T00:00Z", true), ("from: c", true), ("aim: meet", false),
    ])
    func leavesOutTheQuotesOfWhatIsLeftOut(_ line: String, _ isOut: Bool) throws {
        let from = line.hasPrefix("from") ? "" : "from: a\n"
        let texts = [
            (
                "demands/pay.md",
                "---\ntitle: Pay\n\(from)to: b\ndate: 2026-05-02\n\(line)\n---\n> We ask.\n> — @a, letter, 2026\n"
            ),
            (
                "event.md",
                "---\ntitle: E\nsummary: S\nparties:\n- {id: a, name: A, kind: union}\n- {id: b, name: B, kind: union}\n- {id: c, name: C, kind: union, draft: true}\n---\n"
            ), ("site.md", "---\ntitle: S\n---\n"),
        ]
        let placing = Placing(paths: texts.map(\.0))
        let documents = texts.map { parseDocument(TextFile(path: $0.0, text: $0.1), path: $0.0).value }
        let entries = documents.flatMap { document -> [ReadEntry] in
            guard let place = placing.placement(of: document.file, path: document.path).value else { return [] }
            return readEntries(of: document, at: place, options: MarkdownOptions()).value
        }
        let site = assembleSite(
            settings: readSettings(documents[2]).value, placing: placing, entries: entries, assets: [],
            options: PublishingOptions(now: 1_772_000_000)
        ).value
        #expect(site.events[0].entries.statements.isEmpty == isOut)
        #expect(site.withheld.contains { $0.kind == .statement && $0.name == "pay-quote-2026" } == isOut)
    }

    /// The tree stays a tree: each node's end is right, and targets are in the order of nodes.
    @Test func keepsTheRestOfTheTextAsItIs() throws {
        let body =
            "# A [b](party:x)\n\n> *We* [ask](term:t).\n> — @ann, letter, 2026-05-02 [@gazette]\n\nAfter [c](party:y) [@z].\n\n## Last\n"
        let found = read(body).value
        let demand = try #require(
            found.lazy.compactMap { entry -> Demand? in
                if case .entry(let entry, _) = entry { entry as? Demand } else { nil }
            }.first)
        let prose = try #require(demand.head.body)
        var order: [Int] = []
        for (index, node) in prose.nodes.enumerated() {
            #expect(node.end > index && node.end <= prose.nodes.count)
            switch node.content {
            case .link(let number), .citation(let number), .image(let number): order.append(Int(number))
            default: break
            }
        }
        #expect(order == Array(prose.targets.indices))
        #expect(prose.references.map(\.id) == ["x", "t", "pay-quote-2026-05-02", "y"])
        #expect(prose.citations.map(\.id) == ["gazette", "z"])
        #expect(prose.headings.map(\.text) == ["A b", "Last"])
    }
}
