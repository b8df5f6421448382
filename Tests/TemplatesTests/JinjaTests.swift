import Diagnostics
import Foundation
import Templates
import Testing

/// Templates print the same bytes as in Jinja2. `make_fixtures.py` makes the fixtures.
@Suite struct JinjaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let data: String
        let templates: [String: String]
        let expected: String
        var testDescription: String { name }
    }

    static let groups = [
        "printing", "whitespace", "operators", "conditions", "loops", "setting", "text-filters", "number-filters",
        "list-filters", "tests", "macros", "inheritance", "includes", "random",
    ]

    static func cases(_ group: String) throws -> [Case] { cases(try JinjaWorld.bytes("\(group).cases.json")) }

    private static func cases(_ bytes: [UInt8]) -> [Case] {
        MiniJSON(bytes).list.map { item in
            Case(
                name: item["name"]?.text ?? "", data: item["data"]?.text ?? "",
                templates: (item["templates"]?.members ?? [:]).compactMapValues(\.text),
                expected: item["expected"]?.text ?? "")
        }
    }

    @Test(arguments: groups) func givesTheSameBytesAsJinja(_ group: String) throws {
        let cases = try Self.cases(group)
        #expect(cases.count >= 16)
        try compare(cases)
    }

    /// More cases than the fixtures: `make_fixtures.py --more SEED COUNT FILE`, then `JINJA_CASES=FILE swift test`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["JINJA_CASES"] != nil))
    func givesTheSameBytesAsJinjaForFreshTemplates() throws {
        let path = try #require(ProcessInfo.processInfo.environment["JINJA_CASES"])
        try compare(Self.cases([UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
    }

    private func compare(_ cases: [Case]) throws {
        let world = try JinjaWorld()
        for item in cases {
            let files = item.templates.sorted { $0.key < $1.key }
                .map { TemplateFile(name: $0.key, text: TextFile(path: $0.key, text: $0.value)) }
            let loaded = TemplateSet.load(files: files, schema: world.schema)
            let root = try #require(world.root(item.data))
            var bytes: [UInt8] = []
            let errors = loaded.diagnostics.filter { $0.severity == .error }
            let faults =
                errors.isEmpty
                ? loaded.value.renderer().render("page.html", record: root, at: "page.html", into: &bytes) : errors
            let report = DiagnosticFormatter(format: .human).text(for: faults)
            let given = String(decoding: bytes, as: UTF8.self)
            #expect(
                faults.isEmpty && bytes == Array(item.expected.utf8),
                "\(item.name) \(item.templates)\nwanted: \(item.expected)\ngiven:  \(given)\n\(report)")
        }
    }

    @Test func coversTheLanguage() throws {
        let count = try Self.groups.reduce(0) { try $0 + Self.cases($1).count }
        #expect(count >= 400)
        #expect(try Self.cases("random").count >= 150)
    }
}
