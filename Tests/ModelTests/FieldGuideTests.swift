import Diagnostics
import Foundation
import Model
import Reading
import TestSupport
import Testing

/// The guide for writers says what the readers read: each group is read with it in the hand.
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
        case "relation": ("parties/x.md", "relations:\n- ")
        case "role": ("people/x.md", "roles:\n- ")
        case "ground": ("responses/x.md", "grounds:\n- ")
        case "archive": ("sources/x.md", "archive:\n  ")
        case "source reference": ("terms/x.md", "sources:\n- ")
        case "correction": ("terms/x.md", "corrections:\n- ")
        default: ((EntryKind(referenceWord: group)?.folder ?? "?") + "/x.md", "")
        }
    }

    /// What is said of a group's own fields when these are the only ones.
    private static func problems(_ group: FieldGuide.Group, _ field: String) -> [Diagnostic] {
        let (path, before) = document(of: group.name)
        let file = TextFile(path: path, text: "---\n\(before)\(field)\n---\n")
        let document = parseDocument(file, path: path).value
        if path == "site.md" { return readSettings(document).diagnostics }
        let placing = Placing(paths: ["event.md", path].sorted())
        guard let place = placing.placement(of: file, path: path).value else { return [] }
        return readEntries(of: document, at: place, options: MarkdownOptions()).diagnostics
    }

    private static func fields(_ group: FieldGuide.Group) -> [FieldGuide.Field] {
        group.fields
            + (group.isEntry
                ? FieldGuide.common.filter { common in !group.fields.contains { $0.name == common.name } } : [])
    }

    @Test(arguments: FieldGuide.groups.map(\.name))
    func namesTheFieldsThatAreRead(_ name: String) throws {
        let group = try #require(FieldGuide.group(name))
        let found = Self.problems(group, "qqqqqqqqqqqqqqq: x")
        let unknown = try #require(found.first { $0.code == .unknownField })
        #expect(unknown.message == "\(group.name) has no field 'qqqqqqqqqqqqqqq'")
        let names = Self.fields(group).map(\.name).sorted().joined(separator: ", ")
        #expect(unknown.hint == "its fields are: \(names); 'explainer fields \(group.name)' says what each is for")
    }

    @Test(arguments: FieldGuide.groups.map(\.name))
    func saysWhichFieldsMustBeThere(_ name: String) throws {
        let group = try #require(FieldGuide.group(name))
        let missing = Self.problems(group, "qqqqqqqqqqqqqqq: x").filter { $0.code == .missingField }
        let ofGroup = missing.map(\.message).filter { $0.hasPrefix(group.name + " has no ") }
        #expect(Set(ofGroup) == Set(group.fields.filter(\.isRequired).map { "\(group.name) has no '\($0.name)'" }))
    }

    @Test(arguments: FieldGuide.groups.map(\.name))
    func listsWhatAClosedListAllows(_ name: String) throws {
        let group = try #require(FieldGuide.group(name))
        for field in Self.fields(group) {
            let said = Self.problems(group, "\(field.name): qqqqqqqqqqqqqqq").first { $0.code == .unknownValue }
            let allowed = field.choices.isEmpty ? nil : "allowed: " + field.choices.joined(separator: ", ")
            #expect(said?.hint == allowed, "\(field.name)")
        }
    }

    @Test(arguments: FieldGuide.groups.map(\.name))
    func saysWhichFieldsAreDatesAndAddresses(_ name: String) throws {
        let group = try #require(FieldGuide.group(name))
        for field in Self.fields(group) {
            let codes = Set(Self.problems(group, "\(field.name): qqqqqqqqqqqqqqq").map(\.code.name))
            #expect(codes.contains("no-such-date") == field.form.hasPrefix("date"), "\(field.name)")
            #expect(codes.contains("invalid-address") == (field.form == "address"), "\(field.name)")
            #expect(codes.contains("unknown-zone") == (field.form == "time zone"), "\(field.name)")
            #expect(codes.contains("invalid-language") == (field.form == "language tag"), "\(field.name)")
        }
    }

    @Test(arguments: FieldGuide.groups.map(\.name))
    func saysWhichFieldsHoldRecords(_ name: String) throws {
        let group = try #require(FieldGuide.group(name))
        for field in Self.fields(group) {
            let form = field.form
            let said = Self.problems(group, "\(field.name): qqqqqqqqqqqqqqq").first {
                $0.message.contains("must be fields of a")
            }
            let isRecord = form.hasPrefix("records of") || form.hasPrefix("a record of") || form == "list"
            #expect((said != nil) == isRecord, "\(field.name)")
            guard let match = form.firstMatch(of: /records? of '([a-z ]+)'/) else { continue }
            let record = String(match.output.1)
            #expect(FieldGuide.groups.contains { $0.name == record }, "\(form)")
            if isRecord { #expect(said?.message.contains(" \(record) ('key") == true, "\(field.name)") }
        }
    }

    @Test func findsGroupsByTheirNameAndTheirFolder() {
        #expect(FieldGuide.group("demand")?.name == "demand")
        #expect(FieldGuide.group("parties")?.name == "party")
        #expect(FieldGuide.group("refusals")?.name == "response" && FieldGuide.group("refusal")?.name == "response")
        #expect(FieldGuide.group("key fact")?.name == "key fact")
        #expect(FieldGuide.group("frobs") == nil)
    }

    @Test func everyKindHasAGroup() {
        for kind in EntryKind.allCases { #expect(FieldGuide.group(kind.word) != nil, "\(kind)") }
    }

    /// Printed by `explainer fields --format markdown`.
    @Test func thePageForWritersIsWhatTheGuideSays() throws {
        let page = try String(contentsOfFile: FileTree.project + "Sources/Model/Guide/FIELDS.md", encoding: .utf8)
        let isSame = page == FieldGuide.markdown
        #expect(isSame, "print it anew: explainer fields --format markdown > Sources/Model/Guide/FIELDS.md")
    }
}
