import Foundation
import TestSupport
import Testing

/// `explainer format`.
@Suite struct FormatCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    private let written =
        "---\ndate:   2026-01-10\nsources:\n- letter\n# who\nfrom: port\nto: fishers\ntitle: Pay dues\n---\nText.  \n"
    private let formatted =
        "---\ntitle: Pay dues\n# who\nfrom: port\nto: fishers\ndate: 2026-01-10\nsources:\n  - letter\n---\nText.  \n"

    @Test func formatsAllFilesOrThoseNamed() throws {
        try place.folder.write(written, to: "content/demands/dues.md")
        let other = try place.run("format", "content/event.md")
        #expect(other.status == 0 && other.output.isEmpty)
        let run = try place.run("format")
        #expect(run.status == 0 && run.output == "content/demands/dues.md: formatted\n")
        #expect(try place.text("content/demands/dues.md") == formatted)
        #expect(try place.run("format").output.isEmpty)
    }

    @Test func namesWhatWouldChange() throws {
        try place.folder.write(written, to: "content/demands/dues.md")
        let run = try place.run("format", "--check")
        #expect(run.status == 1 && run.output == "content/demands/dues.md: not formatted\n")
        #expect(try place.text("content/demands/dues.md") == written)
        #expect(try place.run("format", "content/nowhere.md").status == 2)
    }
}
