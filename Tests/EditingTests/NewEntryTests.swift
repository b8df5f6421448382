import Diagnostics
import Editing
import Model
import Reading
import TestSupport
import Testing

/// What is written for a new entry.
@Suite struct NewEntryTests {
    private static let names: ContentNames = {
        let texts = [
            "event.md": "---\ntitle: E\nsummary: S\n---\n", "demands/pay.md": "---\ntitle: P\n---\n",
            "parties/port.md": "---\nname: Port\n---\n", "parties/union.md": "---\nname: Union\n---\n",
            "people/ann.md": "---\nname: Ann\n---\n", "site.md": "---\ntitle: S\n---\n",
        ]
        return ContentNames(
            texts.keys.sorted().map { parseDocument(TextFile(path: $0, text: texts[$0] ?? ""), path: $0).value })
    }()

    private func entry(_ word: String, _ values: [(String, String)]) throws -> NewEntry {
        let kind = try #require(NewEntry.Kind(word: word))
        var entry = try #require(NewEntry(kind, id: "x", event: kind == .event ? nil : ""))
        for (name, value) in values { #expect(entry.set(name, to: value) == nil) }
        return entry
    }

    /// How values are written, field by field.
    static let values: [(kind: String, field: String, values: [String], lines: String)] = [
        ("demand", "title", ["Raise wages"], "title: Raise wages"),
        ("demand", "title", ["Pay: now"], "title: \"Pay: now\""),
        ("demand", "title", ["\"No\""], "title: \"\\\"No\\\"\""),
        ("demand", "title", ["- a"], "title: \"- a\""), ("demand", "title", ["a #1"], "title: \"a #1\""),
        ("demand", "title", ["a\nb"], "title: \"a\\nb\""), ("demand", "title", ["null"], "title: \"null\""),
        ("demand", "title", ["~"], "title: \"~\""), ("demand", "title", ["no"], "title: no"),
        ("demand", "from", ["union"], "from: union"), ("demand", "from", ["union,port"], "from: [union, port]"),
        ("demand", "from", ["union", "port"], "from: [union, port]"), ("demand", "main", ["true"], "main: true"),
        ("demand", "date", ["2026-02"], "date: 2026-02"), ("demand", "date", ["2026~"], "date: 2026~"),
        ("demand", "deadline", ["2026-05-10T16:00+02:00"], "deadline: 2026-05-10T16:00+02:00"),
        ("demand", "sources", ["a, b"], "sources: [a, b]"),
        ("demand", "points", ["One, and more"], "points:\n  - title: One, and more"),
        ("demand", "points", ["One", "Two: x"], "points:\n  - title: One\n  - title: \"Two: x\""),
        ("demand", "points", ["{title: One, text: T}"], "points: {title: One, text: T}"),
        ("refusal", "grounds", ["A", "{title: B, kind: law}"], "grounds:\n  - title: A\n  - {title: B, kind: law}"),
        ("statement", "about", ["demand:pay"], "about: demand:pay"),
        ("source", "authors", ["Lind, Mara"], "authors: Lind, Mara"),
        ("source", "authors", ["Lind, Mara", "Jo"], "authors: [\"Lind, Mara\", Jo]"),
        ("party", "color", ["#0b5cad"], "color: \"#0b5cad\""),
        ("page", "template", ["a.html"], "template: a.html"), ("event", "zone", ["Europe/Oslo"], "zone: Europe/Oslo"),
    ]

    @Test(arguments: values)
    func writesValues(_ kind: String, _ field: String, _ values: [String], _ lines: String) throws {
        let text = try entry(kind, values.map { (field, $0) }).text(Self.names, hasComments: false)
        #expect(text.contains("\n\(lines)\n"), "\(text)")
    }

    /// Any text comes back as it was.
    @Test func writesEveryTextSoThatItIsReadAgain() throws {
        let pieces = [
            "a", " ", ":", "#", "-", "'", "\"", "\\", "{", "}", "[", "]", ",", "é", "“", "\n", "\t", "%", "@", "&", "*",
            "!", "|", ">", "?", "0", "~", "null",
        ]
        var random = SeededRandom(state: 7)
        for _ in 0..<3_000 {
            let title = (0...random.below(6)).map { _ in
                pieces[random.below(pieces.count)]
            }.joined()
            var entry = try #require(NewEntry(.entry(.refusals), id: "x", event: ""))
            guard entry.set("title", to: title) == nil else { continue }
            let text = entry.text(Self.names, hasComments: true)
            let document = parseDocument(TextFile(path: "refusals/x.md", text: text), path: "refusals/x.md")
            #expect(document.value.frontMatter.value(of: "title")?.text?.value == title, "\(text)")
        }
    }

    /// Whatever the kind: without values, all that is wrong is what must be filled in; every field is there.
    @Test(arguments: NewEntry.Kind.words) func writesEveryKind(_ word: String) throws {
        let entry = try entry(word, [])
        let text = entry.text(Self.names, hasComments: true)
        #expect(entry.problems(in: text, displayPath: "x.md").isEmpty)
        for field in entry.fields { #expect(text.contains(field.name), "\(field.name)") }
        for field in entry.lacking { #expect(text.contains("# \(field.meaning)\n"), "\(field.name)") }
        // Each comment that is made a field is one that the kind has.
        let uncommented = text.replacing(/\n#([a-z_]+:)\n/) { "\n\($0.1) zzz\n" }
        let unknown = entry.problems(in: uncommented, displayPath: "x.md").filter { $0.code == .unknownField }
        #expect(unknown.isEmpty, "\(unknown.map(\.message))")
        #expect(text.contains("\n---\n"))
    }

    @Test func offersWhatExists() throws {
        let text = try entry("demand", [("title", "Pay")]).text(Self.names, hasComments: true)
        #expect(
            text.hasPrefix(
                "---\ntitle: Pay\n# Who asks.\n# One of: port, union\nfrom:\n# Who is asked.\n# One of: port, union\nto:\n"
            ))
        #expect(
            text.contains(
                "# In which form it was made; else a demand, and in 'offers' an offer.\n# One of: demand, request, order, offer, proposal\n#form:\n"
            ))
        let statement = try entry("statement", []).text(Self.names, hasComments: true)
        #expect(statement.contains("# One of: ann, port, union\nspeaker:\n"))
        #expect(statement.contains("\nwords:\n") && statement.contains("#paraphrase:\n"))
    }

    @Test func doesNotAskForTheKindOfARefusal() throws {
        #expect(try entry("refusal", []).lacking.map(\.name) == ["title", "answers", "from", "date"])
        #expect(try entry("response", []).lacking.map(\.name) == ["title", "answers", "from", "date", "kind"])
        #expect(try entry("statement", [("paraphrase", "So")]).lacking.map(\.name) == ["speaker", "date", "medium"])
    }

    static let faults: [(kind: String, field: String, values: [String], message: String)] = [
        ("demand", "titel", ["x"], "a demand has no field 'titel'; did you mean 'title'?"),
        ("demand", "title", ["x", "y"], "'title' takes one value"), ("demand", "title", [""], "'title' is empty"),
        ("demand", "from", [" , "], "'from' is empty"), ("event", "demands", ["x"], "an event has no field 'demands'"),
    ]

    @Test(arguments: faults)
    func refusesWhatNoFieldTakes(_ kind: String, _ field: String, _ values: [String], _ message: String) throws {
        var entry = try entry(kind, [])
        let faults = values.compactMap { entry.set(field, to: $0) }
        #expect(faults.count == 1 && faults.first?.hasPrefix(message) == true, "\(faults)")
    }

    @Test(arguments: [
        ("kind", "purple", "purple"), ("date", "tomorrow", "tomorrow"), ("date", "2026-02-30", "February 2026"),
    ])
    func reportsValuesThatAreWrong(_ field: String, _ value: String, _ word: String) throws {
        let entry = try entry("response", [(field, value)])
        let problems = entry.problems(
            in: entry.text(Self.names, hasComments: true), displayPath: "content/responses/x.md")
        #expect(problems.count == 1 && problems[0].message.contains(word))
    }

    @Test func tellsWhichNamesAreNotThereYet() throws {
        let entry = try entry("demand", [("from", "unoin"), ("to", "port"), ("sources", "gazette")])
        let text = entry.text(Self.names, hasComments: true)
        #expect(
            entry.unknownNames(in: text, Self.names) == [
                "there is no party 'unoin' yet; did you mean 'union'?", "there is no source 'gazette' yet",
            ])
    }

    static let ids: [(title: String, id: String)] = [
        ("Raise wages by six per cent", "raise-wages-by-six-per-cent"), ("Über «Straßen»!", "ueber-strassen"),
        (
            "A demand whose title is longer than any address should ever be",
            "a-demand-whose-title-is-longer-than-any-address"
        ),
        ("I don't see — they’re ‘closed’", "i-dont-see-theyre-closed"), ("l'accord", "laccord"),
        (String(repeating: "a", count: 90), String(repeating: "a", count: 48)), ("…", ""),
    ]

    @Test(arguments: ids) func makesAnIDFromATitle(_ title: String, _ id: String) {
        #expect(NewEntry.id(from: title) == id)
    }
}
