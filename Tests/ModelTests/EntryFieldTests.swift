import Diagnostics
import Model
import Reading
import TestSupport
import Testing

/// What a writer is told of the fields of an entry.
@Suite struct EntryFieldTests {
    private func problems(_ path: String, _ frontMatter: String) throws -> [Diagnostic] {
        let file = TextFile(path: path, text: "---\n\(frontMatter)\n---\n")
        let document = parseDocument(file, path: path)
        if path == "site.md" { return document.diagnostics + readSettings(document.value).diagnostics }
        let placement = Placing(paths: ["event.md"]).placement(of: file, path: path).value
        let entries = try readEntries(of: document.value, at: #require(placement), options: MarkdownOptions())
        return document.diagnostics + entries.diagnostics
    }

    @Test(arguments: [
        ("www.example.org/page", "https://www.example.org/page"), ("example.org", "https://example.org"),
        ("javascript:alert(1)", nil), ("example", nil), ("jane@example.org", nil), ("ftp://example.org/", nil),
        ("example.org/a page", nil), ("../example.org", nil),
    ])
    func writesAnAddressInFull(_ text: String, _ full: String?) throws {
        let found = try problems("parties/x.md", "name: X\nkind: union\nwebsite: \(text)")
        #expect(found.map(\.code.name) == ["invalid-address"])
        #expect(found.first?.fixIt?.replacement == full)
        #expect(found.first?.hint == "write it in full, as in '\(full ?? "https://example.org/page")'")
    }

    @Test(arguments: [
        "date: \"\"", "date: ''", "date:", "deadline: \"\"", "embargo: \"\"", "embargo:", "summary: \"\"",
        "draft: \"\"",
        "sources: \"\"", "updated: \"\"", "hold: \"\"", "order: \"\"", "withdrawn:", "channel: ''",
    ])
    func anEmptyValueIsAnError(_ field: String) throws {
        let date = field.hasPrefix("date") ? "" : "date: 2026-02-01\n"
        let found = try problems("demands/x.md", "title: X\nfrom: a\nto: b\n\(date)\(field)")
        #expect(found.map(\.code.name) == ["empty-value"])
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test(arguments: [
        ("2999-01-01T00:00Z", true), ("2999-01-01T00:00:30+02:00", true), ("2999-01-01", false), ("2999", false),
        ("..2999-01-01T00:00Z", false), ("2999-01-01T00:00Z..", false), ("2999-01-01T00:00Z/..", false),
        ("2998-01-01T00:00Z/2999-01-01T00:00Z", false),
    ])
    func anEmbargoIsOneMoment(_ embargo: String, _ isValid: Bool) throws {
        let found = try problems("terms/x.md", "name: X\ndefinition: Y\nembargo: \(embargo)")
        #expect(found.map(\.code.name) == (isValid ? [] : ["no-such-date"]))
    }

    @Test(arguments: [
        ("offers/x.md", "", "offer", []), ("offers/x.md", "form: proposal\n", "proposal", []),
        ("offers/x.md", "form: order\n", "order", ["misplaced-document"]), ("demands/x.md", "", nil, []),
        ("demands/x.md", "form: offer\n", "offer", []),
    ])
    func whatLiesInOffersIsAnOffer(_ path: String, _ form: String, _ expected: String?, _ codes: [String]) throws {
        let file = TextFile(path: path, text: "---\ntitle: X\nfrom: a\nto: b\ndate: 2026\n\(form)---\n")
        let document = parseDocument(file, path: path).value
        let placement = try #require(Placing(paths: ["event.md"]).placement(of: file, path: path).value)
        let read = readEntries(of: document, at: placement, options: MarkdownOptions())
        guard case .entry(let entry as Demand, _) = try #require(read.value.first) else { return #expect(Bool(false)) }
        #expect(entry.form?.value.rawValue == expected)
        #expect(read.diagnostics.map(\.code.name) == codes)
    }

    @Test(arguments: [
        ("speaker: ann", 0), ("speaker: [ann, ben]", 0), ("speaker: unnamed", 1),
        ("speaker: unnamed\ndescribed_as: an official", 1),
        ("speaker: unnamed\ndescribed_as: an official\nwhy_unnamed: not allowed to speak", 0),
        ("speaker: [unnamed, ann]\ndescribed_as: an official\nwhy_unnamed: not allowed to speak", 1),
        ("speaker: ann\ndescribed_as: an official", 1), ("speaker: []", 1), ("", 1),
    ])
    func saysHowASpeakerIsWritten(_ fields: String, _ count: Int) throws {
        let found = try problems("statements/x.md", "date: 2026\nmedium: speech\nwords: We go.\n\(fields)")
        #expect(found.count == count, "\(found.map(\.message))")
        #expect(found.allSatisfy { ["incomplete-entry", "missing-field", "empty-value"].contains($0.code.name) })
    }

    @Test func namesWhatAMissingFieldMayBe() throws {
        let found = try problems("demands/x.md", "title: X\nfrom: a\nto: b\ncorrections: {date: 2026, text: T}")
        #expect(
            found.map(\.hint) == [
                "add 'kind: …', one of: correction, clarification, update, withdrawn, editors-note", "add 'date: …'",
            ])
    }

    /// A hint never leads to the next error: what must be there is not to be left out.
    @Test(arguments: [
        ("kind:", "write one of:"), ("kind: ''", "write one of:"),
        ("kind: ~", "write one of:"), ("name:", "write a value: the field is required"),
        ("summary:", "write a value, or leave the field out"), ("website: ''", "write a value, or leave the field out"),
    ])
    func saysWhetherAnEmptyFieldIsNeeded(_ field: String, _ hint: String) throws {
        let others = ["name: X", "kind: union"].filter { $0.prefix(4) != field.prefix(4) }
        let found = try problems("parties/x.md", (others + [field]).joined(separator: "\n"))
        #expect(found.map(\.code) == [.emptyValue])
        let said = try #require(found.first?.hint)
        #expect(
            hint.hasSuffix(":") ? said.hasPrefix(hint) && said.contains(" company, union,") : said == hint, "\(said)")
    }

    @Test func saysWhatAnEmptyListOfWordsNeeds() throws {
        let found = try problems("demands/x.md", "title: X\nfrom: []\nto: b\ndate: 2026")
        #expect(found.map(\.hint) == ["write a value: the field is required"])
    }

    @Test(arguments: [
        ("parties/x.md", "kind: union\n", true), ("parties/x.md", "\n\nroles: x\n", false),
        ("people/x.md", "\nroles:\n  - title: Chair\n", true), ("people/x.md", "sources: [a]", true),
        ("people/x.md", "Roles: she had many.\n", false), ("people/x.md", "Text.\n\nroles: x\n", false),
        ("people/x.md", "roles:x\n", false), ("people/x.md", "roles", false), ("people/x.md", "roles:", true),
        ("demands/x.md", "from: a\nto: b\n", true), ("event.md", "demands:\n- id: x\n", true),
        ("about.md", "title: x\n", true), ("about.md", "from: x\n", false),
    ])
    func reportsAFieldBelowTheFrontMatter(_ path: String, _ text: String, _ isReported: Bool) throws {
        let file = TextFile(path: path, text: "---\nname: X\n---\n" + text)
        let document = parseDocument(file, path: path).value
        let placement = try #require(Placing(paths: ["event.md", path]).placement(of: file, path: path).value)
        let found = readEntries(of: document, at: placement, options: MarkdownOptions()).diagnostics
            .filter { $0.code == .fieldBelowFrontMatter }
        #expect(found.count == (isReported ? 1 : 0))
        guard let place = found.first?.location else { return }
        #expect(text.contains(file.text(in: place.range) + ":"))
    }

    @Test func saysWhereTheFieldsOfARecordAreListed() throws {
        let found = try problems("sources/x.md", "title: X\ntype: report\narchive: https://example.org/x")
        #expect(found.map(\.message) == ["'archive' of source must be fields of an archive ('key: value'), not text"])
        #expect(found.first?.hint == "'explainer fields archive' says what each is for")
    }

    @Test func reportsOnceThatThereIsNoFrontMatter() throws {
        let file = TextFile(path: "demands/x.md", text: "Just text.\n")
        let document = parseDocument(file, path: "demands/x.md").value
        let placement = Placing(paths: ["event.md"]).placement(of: file, path: "demands/x.md").value
        let found = try readEntries(of: document, at: #require(placement), options: MarkdownOptions()).diagnostics
        #expect(found.map(\.message) == ["this demand has no front matter"])
        #expect(found.first?.hint?.contains("('title', 'from', 'to', 'date')") == true)
    }

    @Test func reportsAllOfAFile() throws {
        let found = try problems("parties/x.md", "name: [X]\nkind: hospital\nwebsite: x\ncolour: blue\nwikidata: x")
        let codes = ["wrong-type", "unknown-value", "invalid-address", "invalid-value", "unknown-field"]
        #expect(found.map(\.code.name) == codes)
    }

    @Test func saysWhatACheckMayBeSetTo() throws {
        let found = try problems("site.md", "title: X\nchecks: {unused-term: ignore}")
        #expect(found.map(\.message) == ["'unused-term' of checks cannot be 'ignore'"])
        #expect(found.first?.hint == "allowed: off, warning, error")
    }

    @Test(arguments: [
        ("Über uns", "ueber-uns"), ("Łódź", "lodz"), ("Ærø", "aeroe"), ("cafe\u{301}", "cafe"),
        ("été 2026", "ete-2026"), ("İzmir", "izmir"), ("ISIK", "isik"), ("Iğdır", "igdir"),
        ("日本", ""), ("A  b--c_", "a-b-c"), ("Straße", "strasse"),
    ])
    func proposesAnIdInPlainLetters(_ text: String, _ id: String) {
        #expect(validID(near: text) == id)
        #expect(id.isEmpty || isValidID(id))
    }
}
