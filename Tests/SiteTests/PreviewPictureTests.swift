import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// What a page's head says for previews on other sites, of the files as they are.
@Suite struct PreviewPictureTests {
    /// The beginning of a PNG: its signature and header (W3C PNG, 5.2 and 11.2.1).
    private static func picture(width: UInt8, height: UInt8) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
            + [0, 0, 4, width, 0, 0, 2, height, 8, 2, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test func headsSayTheSizeOfThePictureAndTheDates() throws {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour\nbase_url: https://example.org/\nlanguage: en-GB"),
            (
                "event.md",
                "title: The dispute\nsummary: The port wants dues.\nembargo: 2020-02-20T08:00Z\nupdated: 2026-02-27"
            ), ("parties/port.md", "name: The port\nkind: company"),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        try Data(Self.picture(width: 0xB0, height: 0x76)).write(to: URL(filePath: folder.path("content/card.png")))
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
                output: folder.path("public")))
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        let files = try folder.contents(of: "public").mapValues { String(decoding: $0, as: UTF8.self) }
        let page = try #require(files["index.html"])
        for (property, value) in [
            ("og:image", "https://example.org/card.png"), ("og:image:width", "1200"), ("og:image:height", "630"),
            ("og:locale", "en_GB"), ("article:modified_time", "2026-02-27"),
        ] {
            #expect(page.contains("<meta property=\"\(property)\" content=\"\(value)\">"), "\(property)")
        }
        #expect(page.contains("<meta property=\"article:published_time\" content=\"2020-02-20T08:00"))
    }
}
