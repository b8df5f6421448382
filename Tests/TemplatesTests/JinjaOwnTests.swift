import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing

/// Every template of Jinja's own tests prints the same bytes as in Jinja, or is refused with a message.
@Suite struct JinjaOwnTests {
    @Test func agreesWithJinjaOrRefuses() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/jinja-tests")
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "renderings.json")))
        let world = try JinjaWorld()
        let root = try #require(world.root("full"))
        var (same, refused) = (0, 0)
        for item in MiniJSON(bytes).list {
            let templates = (item["templates"]?.members ?? [:]).compactMapValues(\.text)
            let files = templates.sorted { $0.key < $1.key }
                .map { TemplateFile(name: $0.key, text: TextFile(path: $0.key, text: $0.value)) }
            let loaded = TemplateSet.load(files: files, schema: world.schema)
            if loaded.diagnostics.contains(where: { $0.severity == .error }) {
                refused += 1
                continue
            }
            var output: [UInt8] = []
            let faults = loaded.value.renderer().render(
                "page.html", record: root, at: "page.html", into: &output)
            if !faults.isEmpty {
                refused += 1
                continue
            }
            same += 1
            let expected = item["expected"]?.text ?? ""
            #expect(
                output == Array(expected.utf8),
                "\(item["name"]?.text ?? "") \(templates)\nwanted: \(expected)\ngiven:  \(String(decoding: output, as: UTF8.self))"
            )
        }
        #expect(same + refused > 250)
        #expect(
            try SuiteCount(
                "Jinja 3.1.6, its own tests", all: same + refused, equal: same, refused: refused, different: 0
            ).isDocumented())
        // Most of the others use names, methods or objects of Python that no template of this engine can have.
        #expect(same >= 160, "\(same) agree, \(refused) are refused")
    }
}
