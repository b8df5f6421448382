import Foundation

/// A mistake in a newsroom's own templates or stylesheets: files that are laid over a small site.
package struct ThemeMistake: CustomStringConvertible, Sendable {
    /// The name of its folder in `Tests/SiteTests/ThemeMistakes`, which says what is wrong.
    package let name: String

    package var description: String { name }
    package var folder: String { Self.folder + name }

    private static let folder = FileTree.project + "Tests/SiteTests/ThemeMistakes/"

    package static let all = ((try? FileTree.folders(in: URL(filePath: folder))) ?? []).map(ThemeMistake.init)

    /// The files with the mistake, by path, in the order of paths.
    package func files() throws -> [(path: String, bytes: [UInt8])] {
        try FileTree.contents(of: folder).filter { $0.key != "messages.txt" }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    /// The site without a mistake, by path.
    package static let site: [(path: String, text: String)] = [
        ("content/site.md", "---\ntitle: Harbour\nextra_fields: {beat: text}\n---\n"),
        (
            "content/event.md",
            """
            ---
            title: The harbour strike
            summary: The dockers ask for more pay.
            extra: {beat: ports}
            parties:
              - {id: union, name: Dockers' union, kind: union}
              - {id: company, name: Harbour company, kind: company}
            demands:
              - id: pay-rise
                title: Raise wages by five percent
                from: union
                to: company
                date: 2026-02-24
                sources: [report]
            sources:
              - {id: report, title: Report on the strike, type: report}
            ---
            """
        ),
        ("content/imprint.md", "---\ntitle: Imprint\n---\nFern Street.\n"),
    ]
}
