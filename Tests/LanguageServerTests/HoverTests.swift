import Building
import LanguageServer
import Model
import TestSupport
import Testing

@Suite struct HoverTests {
    private static let files = ProblemTests.files.merging([
        "site.md": "---\ntitle: Harbour\nextra_fields: {beat: text}\n---\n",
        "people/ada.md": "---\nname: Ada Hill\nsummary: She speaks for the union.\n---\n",
        "refusals/no.md":
            "---\ntitle: The firm refuses\nfrom: firm\nanswers: pay\ndate: 2026-05-03\nsources: gazette\n---\nThe firm said no to it.\n",
    ]) { _, own in own }

    private static func hover(_ path: String, _ marked: String, capabilities: String = ScriptedClient.capabilities)
        throws -> Value
    {
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(files, in: folder, capabilities: capabilities)
        return try client.ask("textDocument/hover", path, marked: marked)
    }

    private static let demand = "title: Raise wages\nfrom: union\nto: firm\ndate: 2026-05-01\nsources: gazette\n"

    @Test(arguments: [
        // A field.
        ("demands/pay.md", "---\nti①tle: x\n---\n", ["**title**", "required"]),
        ("demands/pay.md", "---\n①from: x\n---\n", ["**from**"]),
        ("event.md", "---\ndemands:\n  - id: a\n    aim①: meet\n---\n", ["**aim**", "`assist`"]),
        ("event.md", "---\ndemands:\n  - i①d: a\n---\n", ["**id**", "The entry's id."]),
        ("demands/pay.md", "---\nextra: {be①at: x}\n---\n", ["**beat**", "text"]),
        // A value of a closed list.
        ("demands/pay.md", "---\naim: me①et\n---\n", ["**meet**", "mediate"]),
        ("parties/union.md", "---\nname: U\nkind: un①ion # why\n---\n", ["**union**", "trade union"]),
        // A date.
        ("demands/pay.md", "---\ndate: 2026-0①5-01\n---\n", ["1 May 2026"]),
        ("demands/pay.md", "---\ndate: \"2026-05①~\"\n---\n", ["May 2026", "about"]),
        ("demands/pay.md", "---\ndate: [2026-02-23①..2026-02-25]\n---\n", []),
        ("event.md", "---\ndemands:\n  - {id: a, date: 2026-05①, to: b}\n---\n", ["May 2026"]),
        // An entry.
        ("demands/pay.md", "---\nfrom: un①ion\n---\n", ["**Union**", "party `union`", "kind: union"]),
        (
            "demands/pay.md", "---\ntitle: x\n---\nBy [her](person:ad①a).\n",
            ["**Ada Hill**", "She speaks for the union."]
        ),
        ("event.md", "---\ntitle: E\nsummary: S.\n---\nSee [@gaz①ette].\n", ["**The report**", "source `gazette`"]),
        (
            "event.md", "---\ntitle: E\nsummary: S.\n---\n[x](refusals/no①.md)\n",
            ["**The firm refuses**", "The firm said no"]
        ),
        // How it stands.
        (
            "refusals/no.md", "---\ntitle: x\nfrom: firm\nanswers: pa①y\ndate: 2026-05-03\nsources: gazette\n---\n",
            ["**Raise wages**", "from: Union", "to: Firm", "date: 1 May 2026", "`refused`", "Refused"]
        ),
        ("demands/pay.md", "---\n\(demand)stat①us: open\n---\n", ["**status**", "`open`"]),
    ]) func explains(_ path: String, _ marked: String, _ wanted: [String]) throws {
        let text = try Self.hover(path, marked)["contents"]["value"].text ?? ""
        for part in wanted { #expect(text.contains(part), "\(part) in \(text)") }
    }

    /// Every field of every kind is explained by its declaration.
    @Test(arguments: EntryFolder.all.map(\.name))
    func explainsEveryField(_ folder: String) throws {
        let record = try #require(EntryFolder(named: folder).flatMap { Vocabulary.record($0.kind.word) })
        let temporary = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: temporary)
        let fields = record.canonicalFields
        try client.open("\(folder)/new.md", "---\n" + fields.map { "\($0.name):\n" }.joined() + "---\n")
        for (line, field) in fields.enumerated() {
            let text = try client.ask("textDocument/hover", "\(folder)/new.md", at: line + 1, 1)["contents"]["value"]
                .text
            #expect(text?.contains(field.meaning) == true, "\(field.name)")
        }
    }

    @Test func showsTheArticleOfAProblem() throws {
        let text = try Self.hover(
            "demands/pay.md", "---\n\(Self.demand.replacing("from: union", with: "from: uni①on2"))---\n")
        let code = try #require(allCodes.first { $0.name == "unknown-reference" })
        #expect(text["contents"]["value"].text?.contains(code.article) == true)
    }

    @Test func saysNothingWhereThereIsNothing() throws {
        for marked in [
            "---\ntitle: so①me\n---\n", "---\n\(Self.demand)---\nPl①ain.\n", "①", "---\nextra: {own: a①}\n---\n",
        ] {
            let hover = try Self.hover("demands/pay.md", marked)
            let text = hover["contents"]["value"].text ?? ""
            #expect(hover.isNull || text.contains("article") || !text.contains("**title**"), "\(marked): \(text)")
        }
        let folder = try TemporaryFolder()
        var client = try ScriptedClient(Self.files, in: folder)
        #expect(try client.ask("textDocument/hover", "no/such.md", at: 0, 0).isNull)
        #expect(
            try client.request(
                "textDocument/hover", #"{"textDocument":{"uri":"untitled:1"},"position":{"line":0,"character":0}}"#
            ).isNull)
    }

    @Test func aClientWithoutMarkdownGetsPlainText() throws {
        let hover = try Self.hover("demands/pay.md", "---\nfrom: un①ion\n---\n", capabilities: "{}")
        #expect(hover["contents"]["kind"].text == "plaintext")
        #expect(hover["contents"]["value"].text?.contains("*") == false)
        #expect(hover["range"].range == "1:6-1:11")
    }
}
