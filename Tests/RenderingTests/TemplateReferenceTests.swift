import Foundation
import Rendering
import Templates
import TestSupport
import Testing

/// `templates/REFERENCE.md` says what the program says.
///
/// `RECORD_GOLDEN=1 swift test` rewrites the page where it differs, and fails, so that somebody reads it.
@Suite struct TemplateReferenceTests {
    private static let page = URL(fileURLWithPath: FileTree.project + "templates/REFERENCE.md")

    @Test func thePageSaysWhatTheProgramSays() throws {
        let given = siteReference.markdown
        let kept = (try? String(contentsOf: Self.page, encoding: .utf8)) ?? ""
        if kept != given, ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try given.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let differing = zip(
            kept.split(separator: "\n", omittingEmptySubsequences: false),
            given.split(separator: "\n", omittingEmptySubsequences: false)
        ).first { $0 != $1 }
        #expect(
            kept == given,
            "the page is out of date\nkept: \(differing?.0 ?? "")\nmade: \(differing?.1 ?? "")")
    }

    @Test func namesEveryPageRecordFilterAndTest() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        for kind in siteSchema.pages { #expect(page.contains("### `\(kind.file)`\n\n\(kind.documentation)")) }
        for record in siteSchema.records {
            for field in record.namedFields {
                #expect(page.contains("| `\(field.name)` | `\(field.type)` | \(field.documentation)"), "\(record.name)")
                #expect(!field.documentation.isEmpty)
            }
        }
        for heading in ["## Filters", "## Tests", "## Left out of Jinja"] { #expect(page.contains("\n\(heading)\n")) }
    }
}
