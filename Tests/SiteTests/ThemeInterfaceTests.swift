import Foundation
import TestSupport
import Testing

/// What the default theme's README lists as its interface is what its files have.
@Suite struct ThemeInterfaceTests {
    private static let folder = FileTree.project + "templates/"

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: Self.folder + name, encoding: .utf8)
    }

    @Test func theReadmeListsTheBlocksOfEachTemplate() throws {
        let readme = try text("README.md")
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".html") }
        for name in names {
            let blocks = try text(name).matches(of: /\{%-? block (\w+)/).map { "`\($0.output.1)`" }
            if blocks.isEmpty { continue }
            #expect(readme.contains("| `\(name)` | \(blocks.joined(separator: ", ")) |"), "\(name)")
        }
    }

    @Test func theReadmeListsClassesOfTheStylesheet() throws {
        let readme = try text("README.md")
        let style = try text("assets/style.css")
        let table = try #require(readme.range(of: "| class | for |\n"))
        let end = try #require(readme.range(of: "\n\n", range: table.upperBound..<readme.endIndex))
        let rows = readme[table.upperBound..<end.lowerBound].split(separator: "\n").dropFirst()
        let classes = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`([\w-]+)`/).map { String($0.output.1) }
        }
        #expect(classes.count >= 40)
        for name in classes {
            #expect(style.contains(try Regex("\\.\(name)(?![\\w-])")), "the stylesheet has no '.\(name)'")
        }
    }
}
