import Diagnostics
import Foundation
import Model
import Reading
import TestSupport
import Testing

/// What is declared of each record is what reading it does.
@Suite struct FieldGuideTests {
    /// Where the reader meets each group: a document's path, and the front matter round the group's own fields.
    private static func document(of group: String) -> (path: String, before: String) {
        switch group {
        case "site": ("site.md", "")
        case "publisher", "policies": ("site.md", "\(group):\n  ")
        case "navigation item": ("site.md", "navigation:\n- ")
        case "event": ("event.md", "")
        case "key fact": ("event.md", "key_facts:\n- ")
        case "page": ("about.md", "")
        case "paged list": ("about.md", "paged:\n  ")
        case "author": ("event.md", "authors:\n- ")
        case "relation": ("parties/x.md", "relations:\n- ")
        case "other name": ("parties/x.md", "also_known_as:\n- ")
        case "role": ("people/x.md", "roles:\n- ")
        case "photo": ("people/x.md", "photo:\n  ")
        case "ground": ("responses/x.md", "grounds:\n- ")
        case "deadline": ("demands/x.md", "deadline:\n- ")
        case "withdrawal": ("demands/x.md", "withdrawn:\n  ")
        case "point": ("demands/x.md", "points:\n- ")
        case "vote": ("responses/x.md", "vote:\n- ")
        case "deed": ("threats/x.md", "carried_out:\n- ")
        case "agreement state": ("moments/x.md", "state:\n- ")
        case "agreed point": ("moments/x.md", "points:\n- ")
        case "phase": ("event.md", "phases:\n- ")
        case "archive": ("sources/x.md", "archive:\n  ")
        case "source reference": ("terms/x.md", "sources:\n- ")
        case "account": ("terms/x.md", "accounts:\n- ")
        case "correction": ("terms/x.md", "corrections:\n- ")
        default: ((EntryKind(referenceWord: group)?.folder ?? "?") + "/x.md", "")
        }
    }

    /// What is said of a group's own fields when these are the only ones.
    private static func problems(_ group: RecordDescription, _ field: String) -> [Diagnostic] {
        let (path, before) = document(of: group.name)
        let file = TextFile(path: path, text: "---\n\(before)\(field)\n---\n")
        let document = parseDocument(file, path: path).value
        if path == "site.md" { return readSettings(document).diagnostics }
        let placing = Placing(paths: ["event.md", path].sorted())
        guard let place = placing.placement(of: file, path: path).value else { return [] }
        return readEntries(of: document, at: place, options: MarkdownOptions()).diagnostics
    }

    private static func fields(_ group: RecordDescription) -> [FieldDescription] {
        group.fields
            + (group.isEntry
                ? Vocabulary.common.filter { common in !group.fields.contains { $0.name == common.name } } : [])
    }

    @Test(arguments: Vocabulary.records.map(\.name))
    func namesTheFieldsThatAreRead(_ name: String) throws {
        let group = try #require(Vocabulary.record(name))
        let found = Self.problems(group, "qqqqqqqqqqqqqqq: x")
        let unknown = try #require(found.first { $0.code == .unknownField })
        #expect(unknown.message == "\(group.name) has no field 'qqqqqqqqqqqqqqq'")
        let names = Self.fields(group).map(\.name).sorted().joined(separator: ", ")
        #expect(unknown.hint == "its fields are: \(names); 'explainer fields \(group.name)' says what each is for")
    }

    @Test(arguments: Vocabulary.records.map(\.name))
    func saysWhichFieldsMustBeThere(_ name: String) throws {
        let group = try #require(Vocabulary.record(name))
        let missing = Self.problems(group, "qqqqqqqqqqqqqqq: x").filter { $0.code == .missingField }
        let ofGroup = missing.map(\.message).filter { $0.hasPrefix(group.name + " has no ") }
        // Of fields of which one is needed, the last is asked for.
        let required = group.fields.filter(\.isRequired).map(\.name) + (group.name == "author" ? ["name"] : [])
        #expect(Set(ofGroup) == Set(required.map { "\(group.name) has no '\($0)'" }))
    }

    @Test(arguments: Vocabulary.records.map(\.name))
    func listsWhatAClosedListAllows(_ name: String) throws {
        let group = try #require(Vocabulary.record(name))
        for field in Self.fields(group) {
            let said = Self.problems(group, "\(field.name): qqqqqqqqqqqqqqq").first { $0.code == .unknownValue }
            let allowed =
                field.shape.values.isEmpty ? nil : "allowed: " + field.shape.values.map(\.name).joined(separator: ", ")
            #expect(said?.hint == allowed, "\(field.name)")
        }
    }

    /// The last line of each text names a command that explains the words of a list.
    @Test(arguments: Vocabulary.records.map(\.name))
    func saysHowToReadTheMeaningOfWords(_ name: String) throws {
        let record = try #require(Vocabulary.record(name))
        let text = FieldGuide.text(of: record, width: 200)
        let explained = record.fields.filter { field in field.shape.values.contains { !$0.meaning.isEmpty } }
        let named = text.firstMatch(of: /'explainer fields (.+)\.([a-z_]+)' says what each word means/)
        #expect((named == nil) == explained.isEmpty)
        if let named { #expect(named.1 == name && explained.contains { $0.name == named.2 }) }
    }

    @Test(arguments: Vocabulary.records.map(\.name))
    func saysWhichFieldsAreDatesAndAddresses(_ name: String) throws {
        let group = try #require(Vocabulary.record(name))
        for field in Self.fields(group) {
            let codes = Set(Self.problems(group, "\(field.name): qqqqqqqqqqqqqqq").map(\.code.name))
            #expect(codes.contains("no-such-date") == field.shape.words.contains(/^(a )?date/), "\(field.name)")
            #expect(codes.contains("invalid-address") == field.shape.words.contains(/^address/), "\(field.name)")
            #expect(codes.contains("unknown-zone") == (field.shape.words == "time zone"), "\(field.name)")
            #expect(codes.contains("invalid-language") == (field.shape.words == "language tag"), "\(field.name)")
        }
    }

    @Test(arguments: Vocabulary.records.map(\.name))
    func saysWhichFieldsHoldRecords(_ name: String) throws {
        let group = try #require(Vocabulary.record(name))
        for field in Self.fields(group) {
            let form = field.shape.words
            let said = Self.problems(group, "\(field.name): qqqqqqqqqqqqqqq").first {
                $0.message.contains("must be fields of a")
            }
            let isRecord = form.hasPrefix("records of") || form.hasPrefix("a record of") || form == "list"
            #expect((said != nil) == isRecord, "\(field.name)")
            guard let match = form.firstMatch(of: /records? of '([a-z ]+)'/) else { continue }
            let record = String(match.output.1)
            #expect(Vocabulary.records.contains { $0.name == record }, "\(form)")
            if isRecord { #expect(said?.message.contains(" \(record) ('key") == true, "\(field.name)") }
        }
    }

    @Test func findsGroupsByTheirNameAndTheirFolder() {
        #expect(Vocabulary.record("demand")?.name == "demand")
        #expect(Vocabulary.record("parties")?.name == "party")
        #expect(Vocabulary.record("offers")?.name == "demand" && Vocabulary.record("offer")?.name == "demand")
        #expect(Vocabulary.record("refusals")?.name == "response" && Vocabulary.record("refusal")?.name == "response")
        #expect(Vocabulary.record("key fact")?.name == "key fact")
        #expect(Vocabulary.record("frobs") == nil)
    }

    @Test func everyKindHasAGroup() {
        for kind in EntryKind.allCases { #expect(Vocabulary.record(kind.word) != nil, "\(kind)") }
    }

    /// The page of the documentation is front matter, and what `explainer fields --format markdown` prints below its title.
    @Test func thePageForWritersIsWhatTheGuideSays() throws {
        let page = try String(contentsOfFile: FileTree.project + "docs/content/fields.md", encoding: .utf8)
        let heading = "# What a writer may write\n\n"
        #expect(FieldGuide.markdown.hasPrefix(heading))
        let isSame = page.hasSuffix("\n---\n" + FieldGuide.markdown.dropFirst(heading.count))
        #expect(isSame, "print it again: make fields")
    }
}
