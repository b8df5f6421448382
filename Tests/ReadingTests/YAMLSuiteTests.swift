import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The mappings of the YAML test suite: each has the suite's value, or a message.
@Suite struct YAMLSuiteTests {
    private struct Example: Decodable {
        let id: String
        let name: String
        let yaml: String
        let isValid: Bool
        /// Without anchors, aliases and tags, which front matter does not have.
        let usesOnlyFields: Bool
        let value: String
    }

    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Suites")

    private func examples() throws -> [Example] {
        try JSONDecoder().decode(
            [Example].self, from: Data(contentsOf: folder.appending(path: "yaml-mappings.json")))
    }

    private func read(_ text: String) -> (value: String, diagnostics: [Diagnostic]) {
        let file = TextFile(path: "x.md", text: text)
        let outcome = YAML.parse(TextRange(0, file.bytes.count), in: file)
        return (shown(outcome.value), outcome.diagnostics.inOrder())
    }

    private func shown(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar(let text, _): "‹\(text)›"
        case .sequence(let items): "[" + items.map(shown).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "‹\($0.key.value)›: \(shown($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    @Test func hasTheValueOfTheSuiteOrAMessage() throws {
        let examples = try examples()
        #expect(examples.count == 122)
        var (equal, refused) = (0, 0)
        var table = ""
        for example in examples {
            let (value, diagnostics) = read(example.yaml)
            let formatter = DiagnosticFormatter(format: .short)
            if diagnostics.hasErrors {
                refused += 1
                table +=
                    "\(example.id) \(example.isValid ? "valid" : "invalid")\n"
                    + formatter.text(for: diagnostics).replacing("x.md:", with: "  ")
            } else {
                equal += 1
                table += "\(example.id) accepted\n"
                #expect(example.isValid, "\(example.id) is not valid: \(example.yaml)")
                #expect(value == example.value, "\(example.id): \(example.yaml)")
            }
        }
        #expect(
            try SuiteCount(
                "yaml-test-suite, mappings", all: examples.count, equal: equal, refused: refused, different: 0
            ).isDocumented())
        let file = folder.appending(path: "yaml-mappings.txt")
        if ProcessInfo.processInfo.environment["EXPLAINER_RECORD"] != nil {
            try Data("\(equal) accepted, \(refused) refused\n\n\(table)".utf8).write(to: file)
            Issue.record("recorded; run again without EXPLAINER_RECORD")
            return
        }
        #expect("\(equal) accepted, \(refused) refused\n\n\(table)" == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test(arguments: [
        ("{ ?foo: 1 }", "yaml-needs-quotes 1:3"), ("a: { ?foo: 1, b: 2 }", "yaml-needs-quotes 1:6"),
        ("a: 1\n\t\nb: 2", "yaml-tab 2:1"), ("a: [{b: 1} {c: 2}]", "yaml-unclosed 1:12"),
        ("a:\n  - [\"b\" \"c\"]", "yaml-unclosed 2:10"), ("a: [\n  {b: 1}\n  {c: 2}\n  ]", "yaml-unclosed 3:3"),
    ])
    func namesThePlaceOf(_ yaml: String, _ expected: String) {
        let (_, diagnostics) = read(yaml)
        let found = diagnostics.map { problem -> String in
            let place = problem.location.map { $0.file.position(at: Int($0.range.start)) }
            return "\(problem.code.name) \(place?.line ?? 0):\(place?.column ?? 0)"
        }
        #expect(found.first == expected)
    }
}
