import Diagnostics
import Reading
import TestSupport
import Testing

@testable import Model

/// A record made up for these tests, with a field that was renamed and two that were dropped.
private struct Stall: Record {
    var name = Located<String>.absent
    var color: Located<String>?
    var owner: Reference<Party>?
    var sells: [Reference<Term>] = []
    var notes: [Prose] = []
    var open: [Located<EventDate>] = []
    var helpers: [Helper] = []
    var closed: Closing?

    /// A date, or a mapping with more about it.
    struct Closing: Record {
        var date = Located<EventDate>.absent
        var by: Reference<Party>?

        static let record = RecordDeclaration<Self>(
            "closing", "When it closed.", place: "'closed' of a stall",
            shorthand: Shorthand(field: "date", words: "a date", plural: "dates"),
            fields: [Field("date", \.date, "When."), Field("by", \.by, "Who closed it.")])
    }

    struct Helper: Record {
        var person = Reference<Person>.absent
        var since: Located<EventDate>?

        static let record = RecordDeclaration<Self>(
            "helper", "Who helps.", place: "an item of 'helpers'",
            fields: [Field("person", \.person, "Who."), Field("since", \.since, "Since when.", .tellsOfLater)])

        func isLater(than limit: AsOfLimit) -> Bool { since?.isLater(than: limit) ?? false }
    }

    static let record = RecordDeclaration<Self>(
        "stall", "A stall.", place: "stalls/<id>.md",
        fields: [
            Field("name", \.name, "Its name."),
            Field("color", \.color, "Its colour.", form: .color),
            Field("owner", \.owner, "Whose it is."),
            Field("sells", \.sells, "What it sells.", isRequired: true, .needed),
            Field("notes", \.notes, "Notes."),
            Field("open", \.open, "When it is open.", .tellsOfLater),
            Field("helpers", \.helpers, "Who helps.", .tellsOfLater),
            Field("closed", \.closed, "When it closed."),
        ],
        former: [
            .renamed("colour", to: "color"), .dropped("mood", instead: "write it in the text"),
            .dropped("moods", instead: "write them in the text"),
        ])
}

/// What follows from a declaration alone.
@Suite struct DeclarationTests {
    private func read(_ frontMatter: String) -> (stall: Stall, isUsable: Bool, diagnostics: [Diagnostic]) {
        let file = TextFile(path: "x.md", text: "---\n\(frontMatter)\n---\n")
        let document = parseDocument(file, path: "x.md").value
        var fields = Fields(document.frontMatter, in: file, of: "stall")
        var reader = EntryReader(document: document, options: MarkdownOptions())
        var stall = Stall()
        let isUsable = stall.read(&fields, &reader)
        return (stall, isUsable, reader.diagnostics + fields.finish())
    }

    @Test func readsARenamedFieldWithAWarningAndAFix() throws {
        let found = read("name: N\ncolour: \"#0B5CAD\"\nsells: rope")
        #expect(found.isUsable && found.stall.color?.value == "#0b5cad")
        let warning = try #require(found.diagnostics.first)
        #expect(found.diagnostics.count == 1 && warning.code == .formerField && warning.severity == .warning)
        #expect(warning.message == "'colour' of stall is now called 'color'")
        #expect(warning.fixIt?.replacement == "color")
        #expect(warning.fixIt.map { $0.location.file.bytes[$0.location.range.offsets] } == Array("colour".utf8)[...])
    }

    @Test func aFieldWithBothNamesIsAnError() {
        let found = read("name: N\ncolour: \"#0b5cad\"\ncolor: \"#0b5cad\"\nsells: rope")
        #expect(found.diagnostics.map(\.code) == [.unknownField])
    }

    @Test(arguments: [
        ("mood: glad\nname: N\nsells: rope", "mood: glad\n"), ("name: N\nmood: glad\nsells: rope", "mood: glad\n"),
        ("name: N\nmoods: [glad]\nsells: rope", nil), ("{name: N, mood: glad, sells: rope}", nil),
    ])
    func passesOverADroppedField(_ text: String, _ deleted: String?) throws {
        let found = read(text)
        #expect(found.isUsable)
        let warning = try #require(found.diagnostics.first)
        #expect(found.diagnostics.count == 1 && warning.code == .formerField)
        let fix = warning.fixIt.map {
            String(decoding: $0.location.file.bytes[$0.location.range.offsets], as: UTF8.self)
        }
        #expect(fix == deleted && warning.fixIt?.replacement ?? "" == "")
    }

    @Test func findsEveryReferenceAndProseWithoutBeingTold() {
        let stall = read("name: N\nowner: a\nsells: [b, c]\nnotes: [one, two]\nhelpers: [{person: d}, {person: e}]")
            .stall
        var found: [String] = []
        stall.visitReferences { found.append("\($0.kinds[0].word) \($0.id)") }
        #expect(found == ["party a", "term b", "term c", "person d", "person e"])
        var texts = 0
        stall.visitProse { _ in texts += 1 }
        #expect(texts == 2)
        #expect(Stall.holdsReferences && Stall.holdsProse && !Stall.Helper.holdsProse)
    }

    @Test func aRequiredListOfWhichNothingCanBeReadMakesTheRecordUnusable() {
        #expect(!read("name: N").isUsable && !read("name: N\nsells: []").isUsable)
        #expect(!read("name: N\nsells: [[rope]]").isUsable && read("name: N\nsells: [[rope], tar]").isUsable)
    }

    @Test func forgetsWhatCameLater() throws {
        var stall = read("name: N\nsells: rope\nopen: [2025, 2027]\nhelpers: [{person: a, since: 2027}, {person: b}]")
            .stall
        stall.forget(after: AsOfLimit(try #require(EventDate("2026-06")), in: .utc))
        #expect(stall.open.count == 1 && stall.helpers.map(\.person.text) == ["b"])
    }

    @Test func readsAValueThatIsShortForARecord() throws {
        let short = read("name: N\nsells: rope\nclosed: 2026-03")
        #expect(short.diagnostics.isEmpty && short.stall.closed?.date.value == EventDate("2026-03"))
        let long = read("name: N\nsells: rope\nclosed: {date: 2026-03, by: city}")
        #expect(long.diagnostics.isEmpty && long.stall.closed?.by?.text == "city")
        let wrong = read("name: N\nsells: rope\nclosed: soon")
        #expect(wrong.diagnostics.map(\.code) == [.noSuchDate] && wrong.stall.closed == nil)
        let list = read("name: N\nsells: rope\nclosed: [[2026]]")
        #expect(
            list.diagnostics.map(\.message) == [
                "'closed' of stall must be a date, or a mapping with 'date' and 'by', not a list"
            ])
    }

    @Test func saysWhatIsWrittenInEachField() {
        let forms = Stall.record.description.fields.map(\.shape.words)
        let expected = [
            "text", "colour", "a party's id", "ids of terms", "list: Markdown", "list: date", "records of 'helper'",
            "a date, or a record of 'closing'",
        ]
        #expect(forms == expected)
        #expect(Stall.record.description.fields.filter(\.isRequired).map(\.name) == ["name", "sells"])
    }

    @Test(arguments: [("2", "newer-format"), ("0", "invalid-value"), ("one", "invalid-value"), ("1", nil)])
    func readsContentOfItsOwnFormatOnly(_ format: String, _ code: String?) {
        let file = TextFile(path: "site.md", text: "---\ntitle: T\nformat: \(format)\n---\n")
        let found = readSettings(parseDocument(file, path: "site.md").value).diagnostics
        #expect(found.map(\.code.name) == (code.map { [$0] } ?? []))
    }

    @Test func everyRecordOfTheVocabularyHasFieldsOfDifferentNames() {
        for record in Vocabulary.records {
            let names = record.fields.map(\.name) + (record.isEntry ? Vocabulary.common.map(\.name) : [])
            let twice = Set(names.filter { name in names.filter { $0 == name }.count > 1 })
            #expect(twice == (record.name == "event" ? ["summary"] : []), "\(record.name)")
            for field in record.fields {
                #expect(field.meaning.hasSuffix(".") || field.meaning.hasSuffix("'."), "\(field.name)")
            }
        }
        #expect(Set(Vocabulary.records.map(\.name)).count == Vocabulary.records.count)
    }
}
