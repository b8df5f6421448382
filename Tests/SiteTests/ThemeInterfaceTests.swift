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

    /// Who upgrades reads there what the theme has, so what is added, renamed or removed is written down.
    @Test func theChangelogListsBlocksAndMacrosAndClasses() throws {
        let changelog = try String(contentsOfFile: FileTree.project + "CHANGELOG.md", encoding: .utf8)
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".html") }
        var count = 0
        for name in names {
            let row = changelog.split(separator: "\n").first { $0.hasPrefix("| `\(name)` |") } ?? ""
            let listed = row.matches(of: /`(\w+)`/).map { String($0.output.1) }
            let defined = try text(name).matches(of: /\{%-? (?:block|macro) (\w+)/).map { String($0.output.1) }
            #expect(Set(listed) == Set(defined), "\(name): \(Set(listed).symmetricDifference(defined))")
            count += defined.count
        }
        #expect(count >= 200)
        let listed = try #require(changelog.range(of: "\nClasses: ")).upperBound
        let paragraph = String(changelog[listed...].prefix(2000))
        for name in try classes() { #expect(paragraph.contains("`\(name)`"), "\(name)") }
    }

    @Test func theReadmeListsClassesOfTheStylesheet() throws {
        let style = try text("assets/style.css")
        let classes = try classes()
        #expect(classes.count >= 40)
        for name in classes {
            #expect(style.contains(try Regex("\\.\(name)(?![\\w-])")), "the stylesheet has no '.\(name)'")
        }
    }

    /// The classes that the README lists.
    private func classes() throws -> [String] {
        let readme = try text("README.md")
        let table = try #require(readme.range(of: "| class | for |\n"))
        let end = try #require(readme.range(of: "\n\n", range: table.upperBound..<readme.endIndex))
        let rows = readme[table.upperBound..<end.lowerBound].split(separator: "\n").dropFirst()
        return rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`([\w-]+)`/).map { String($0.output.1) }
        }
    }
}
