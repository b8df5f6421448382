import Building
import Editing
import LanguageServer
import Model
import TestSupport
import Testing

@Suite struct CompletionTests {
    private static func items(_ path: String, _ marked: String, capabilities: String = ScriptedClient.capabilities)
        throws -> [Value]
    {
        let folder = try TemporaryFolder()
        var files = ProblemTests.files
        files["people/ada.md"] = "---\nname: Ada Hill\nsummary: She speaks for the union.\n---\n"
        files["site.md"] = files["site.md"]?
            .replacing(
                "---\n", with: "---\nextra_fields: {beat: text, live: truth, photo: file}\n", maxReplacements: 1)
        files["about.md"] = "---\ntitle: About\n---\n"
        for (name, text) in files { try folder.write(text, to: "content/" + name) }
        try folder.write("x", to: "content/images/map.png")
        var client = try ScriptedClient(folder.path("content"), root: folder.path, capabilities: capabilities)
        return try client.ask("textDocument/completion", path, marked: marked)["items"].items
    }

    private static func labels(_ items: [Value]) -> [String] { items.compactMap { $0["label"].text } }

    private static func inserted(_ items: [Value], _ label: String) -> String? {
        items.first { $0["label"].text == label }?["textEdit"]["newText"].text
    }

    // MARK: Fields, in every kind

    private static let documents: [(path: String, placement: Placement)] =
        EntryFolder.all.map { ("\($0.name)/new.md", .entry($0, event: "")) }
        + [("event.md", .event(folder: "")), ("other.md", .page(folder: "")), ("site.md", .settings)]

    @Test(arguments: documents.map(\.path))
    func offersEveryFieldOfTheKind(_ path: String) throws {
        let placement = try #require(Self.documents.first { $0.path == path }?.placement)
        let record = try #require(placement.record)
        let items = try Self.items(path, "---\n①\n---\n")
        #expect(Set(Self.labels(items)) == Set(record.canonicalFields.map(\.name)))
        for field in record.canonicalFields {
            let item = try #require(items.first { $0["label"].text == field.name })
            #expect(item["documentation"]["value"].text?.hasPrefix(field.meaning) == true)
            #expect(item["textEdit"]["newText"].text?.hasPrefix(field.name + ":") == true)
        }
        // Required first, in the order in which editors sort.
        let sorted = items.sorted { ($0["sortText"].text ?? "") < ($1["sortText"].text ?? "") }
        let flags = sorted.map { $0["detail"].text?.hasSuffix(", required") == true }
        #expect(flags == flags.filter { $0 } + flags.filter { !$0 })
        #expect(flags.contains(true))
    }

    /// Every field with a closed list offers its values with their meanings, and nothing else.
    @Test(arguments: documents.map(\.path))
    func offersEveryValueOfAClosedList(_ path: String) throws {
        let placement = try #require(Self.documents.first { $0.path == path }?.placement)
        for field in try #require(placement.record).canonicalFields where !field.shape.values.isEmpty {
            let items = try Self.items(path, "---\n\(field.name): ①\n---\n")
            #expect(Self.labels(items) == field.shape.values.map(\.name), "\(field.name)")
            #expect(items.map { $0["detail"].text ?? "" } == field.shape.values.map(\.meaning))
        }
    }

    @Test(arguments: [
        // Fields that are there are not offered again.
        ("demands/pay.md", "---\ntitle: x\n①\nfrom: union\n---\n", ["to", "date"], ["title", "from"]),
        // Records, by their own fields.
        ("people/ada.md", "---\nname: Ada\nroles:\n  - ①\n---\n", ["title"], ["name", "moved_from"]),
        ("people/ada.md", "---\nname: Ada\nroles:\n  - title: x\n    ①\n---\n", ["party"], ["title", "name"]),
        ("site.md", "---\npublisher: {①\n---\n", ["name", "kind"], ["title"]),
        // Lists of event.md.
        (
            "event.md", "---\ntitle: x\ndemands:\n  - ①\n---\n", ["id", "title", "body", "summary", "new demand"],
            ["state"]
        ),
        ("event.md", "---\nrefusals:\n  - id: a\n    ①\n---\n", ["answers", "kind"], ["id", "new refusal"]),
        ("event.md", "---\nsources:\n  - ①\n---\n", ["gazette", "at", "title", "new source"], []),
        // Ids of the right kind.
        ("demands/pay.md", "---\nfrom: ①\n---\n", ["union", "firm"], ["ada", "gazette", "pay"]),
        ("demands/pay.md", "---\nfrom: [union, f①\n---\n", ["firm"], ["gazette"]),
        ("demands/pay.md", "---\nfrom:\n  - ①\n---\n", ["firm"], ["gazette", "title"]),
        ("responses/no.md", "---\nanswers: ①\n---\n", ["pay"], ["union"]),
        ("demands/pay.md", "---\nsources: g①\n---\n", ["gazette"], ["union"]),
        ("demands/pay.md", "---\naccounts:\n  - by: ①\n---\n", ["party:", "person:", "source:"], ["demand:"]),
        ("demands/pay.md", "---\naccounts:\n  - by: party:①\n---\n", ["party:union", "party:firm"], ["party:ada"]),
        ("site.md", "---\nnavigation:\n  - title: A\n    to: ①\n---\n", ["about"], ["union"]),
        // Checks.
        ("site.md", "---\nchecks:\n  ①\n---\n", ["unused-term", "unsourced-act"], ["title", "unknown-reference"]),
        ("site.md", "---\nchecks:\n  unused-term: ①\n---\n", ["off", "warning", "error"], []),
        ("demands/pay.md", "---\ndraft: ①\n---\n", ["true", "false"], []),
        // The writer's own data, as site.md declares it.
        ("demands/pay.md", "---\nextra:\n  ①\n---\n", ["beat", "live", "photo"], ["title"]),
        ("demands/pay.md", "---\nextra: {beat: x, ①\n---\n", ["live", "photo"], ["beat"]),
        ("event.md", "---\ndemands:\n  - id: a\n    extra:\n      ①\n---\n", ["beat"], ["title"]),
        ("demands/pay.md", "---\nextra:\n  live: ①\n---\n", ["true", "false"], []),
        ("demands/pay.md", "---\nextra:\n  photo: ①\n---\n", ["../images/map.png"], ["../about.md"]),
        ("site.md", "---\nextra_fields:\n  ①\n---\n", [], ["unused-term"]),
        ("site.md", "---\nextra_fields:\n  beat: ①\n---\n", ["text", "date", "file"], ["off"]),
        // Texts.
        ("demands/pay.md", "---\ntitle: x\n---\nSee [@①", ["gazette"], ["union", "ada"]),
        ("demands/pay.md", "---\ntitle: x\n---\nSee [@gazette, p. 3; @g①]", ["gazette"], ["union"]),
        (
            "demands/pay.md", "---\ntitle: x\n---\nBy [the union](①",
            ["party:", "demand:", "refusal:", "../images/map.png"], []
        ),
        ("demands/pay.md", "---\ntitle: x\n---\nBy [the union](party:u①)", ["party:union"], ["party:ada"]),
        ("demands/pay.md", "---\ntitle: x\n---\n## One part\n\n[x](#①)", ["#one-part"], ["party:"]),
        ("demands/pay.md", "---\ntitle: x\n---\n[x](../①)", ["../parties/union.md", "../about.md"], []),
        (
            "demands/pay.md", "---\ntitle: x\n---\n![A map](①)", ["../images/map.png"],
            ["../parties/union.md", "party:"]
        ),
        ("demands/pay.md", "---\ntitle: x\n---\n> Words.\n> — @a①", ["ada", "union"], ["gazette"]),
        ("event.md", "---\ntitle: x\noutcome: See [@①\n---\n", ["gazette"], []),
        ("event.md", "---\ntitle: x\noutcome: |\n  See [x](party:①\n---\n", ["party:firm"], []),
    ]) func offers(_ path: String, _ marked: String, _ wanted: [String], _ unwanted: [String]) throws {
        let labels = Set(Self.labels(try Self.items(path, marked)))
        #expect(Set(wanted).subtracting(labels) == [], "of \(labels.sorted())")
        #expect(Set(unwanted).intersection(labels) == [])
    }

    @Test(arguments: [
        "---\ntitle: A text ①\n---\n", "---\nextra:\n  own: ①\n---\n", "---\nno_such: ①\n---\n",
        "---\ntitle: x\n---\nPlain ①",
        "---\ntitle: x\n---\nmail@①", "---\ntitle: x\n---\n[x](https://①",
    ]) func offersNothing(_ marked: String) throws {
        #expect(Self.labels(try Self.items("demands/pay.md", marked)) == [])
    }

    @Test func idsHaveTheirTitleAndSummary() throws {
        let items = try Self.items("statements/s.md", "---\nspeaker: ①\n---\n")
        let ada = try #require(items.first { $0["label"].text == "ada" })
        #expect(ada["detail"].text == "Ada Hill (person)")
        #expect(ada["documentation"]["value"].text == "She speaks for the union.")
    }

    @Test func replacesWhatIsTyped() throws {
        let items = try Self.items("demands/pay.md", "---\nfrom: un①\n---\n")
        #expect(items.first?["textEdit"]["range"].range == "1:6-1:8")
        let typed = try Self.items("demands/pay.md", "---\ntitle: x\n---\n[x](party:un①)")
        #expect(typed.first?["textEdit"]["range"].range == "3:4-3:12")
        // The colon is there already.
        let renamed = try Self.items("demands/pay.md", "---\nfr①: union\n---\n")
        #expect(Self.inserted(renamed, "from") == "from")
        #expect(Self.inserted(try Self.items("demands/pay.md", "---\nfr①\n---\n"), "from") == "from: ")
        #expect(Self.inserted(try Self.items("people/ada.md", "---\nro①\n---\n"), "roles") == "roles:\n  - ")
    }

    // MARK: Whole entries

    @Test(arguments: documents.filter { !$0.path.hasPrefix("event") }.map(\.path))
    func anEmptyDocumentBecomesAnEntry(_ path: String) throws {
        for start in ["①", "---①"] where !(start == "---①" && path == "site.md") {
            let item = try #require(try Self.items(path, start).first)
            #expect(item["kind"].number == 15 && item["insertTextFormat"].number == 2)
            let text = try #require(item["textEdit"]["newText"].text)
            #expect(text.hasPrefix("---\n") && text.hasSuffix("---\n\n$0"))
            #expect(item["textEdit"]["range"].range.hasPrefix("0:0-"))
            let record = try #require(Self.documents.first { $0.path == path }?.placement.record)
            for field in record.fields
            where field.isRequired && !(path.hasPrefix("refusals") && field.isImpliedByRefusals) {
                #expect(text.contains("\n\(field.name): ${"), "\(field.name)")
            }
        }
    }

    @Test func aClientWithoutSnippetsGetsNone() throws {
        let item = try #require(try Self.items("demands/new.md", "①", capabilities: "{}").first)
        #expect(item["insertTextFormat"].number == 1)
        #expect(item["textEdit"]["newText"].text?.contains("$") == false)
    }

    @Test func anItemHasTheFieldsThatItMustHave() throws {
        let items = try Self.items("event.md", "---\ndemands:\n  - ①\n---\n")
        let text = try #require(Self.inserted(items, "new demand"))
        #expect(text.hasPrefix("id: ${1:text}\n  title: ${2:"))
    }

    // MARK: Several events

    @Test func namesOtherEventsBehindTheirFolder() throws {
        let folder = try TemporaryFolder()
        let event = "---\ntitle: E\nsummary: S.\n---\n"
        let demand = "---\ntitle: D\nfrom: a\nto: a\ndate: 2026-01-01\n---\n"
        var client = try ScriptedClient(
            [
                "site.md": "---\ntitle: S\n---\n", "one/event.md": event, "two/event.md": event,
                "one/demands/d-one.md": demand, "two/demands/d-two.md": demand,
                "parties/a.md": "---\nname: A\nkind: company\n---\n",
            ], in: folder)
        func labels(_ path: String, _ marked: String) throws -> [String] {
            Self.labels(try client.ask("textDocument/completion", path, marked: marked)["items"].items)
        }
        #expect(try labels("one/event.md", "---\ntitle: E\nsummary: S.\n---\n[x](demand:①)") == ["demand:d-one"])
        #expect(
            try labels("one/event.md", "---\ntitle: E\nsummary: S.\n---\n[x](demand:two/①)") == ["demand:two/d-two"])
        #expect(try labels("site.md", "---\ntitle: S\n---\n[x](demand:①)") == ["demand:one/d-one", "demand:two/d-two"])
        #expect(
            try labels("one/event.md", "---\ntitle: E\nsummary: S.\n---\n[x](event:①)") == ["event:one", "event:two"])
    }
}
