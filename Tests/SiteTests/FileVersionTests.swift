import Building
import BuildingSupport
import Bytes
import Foundation
import TestSupport
import Testing

/// Stylesheets, scripts and the search index have addresses that change with their bytes, so that no cache shows old ones
/// with a new page.
@Suite struct FileVersionTests {
    /// The addresses by which a page names stylesheets and scripts.
    private func named(in page: BuiltPage) -> [String] {
        page.links.filter { link in
            let path = link.prefix { $0 != "?" }
            return !link.contains("://") && [".css", ".js"].contains { path.hasSuffix($0) }
        }
    }

    @Test(arguments: TestSite.all)
    func areTheHashOfTheBytes(_ site: TestSite) async throws {
        let built = try await BuiltSites.shared.site(site)
        var seen: Set<String> = []
        for (path, page) in built.pages {
            for link in named(in: page) {
                let parts = link.split(separator: "?v=", maxSplits: 1)
                let file = parts[0].split(separator: "/").filter { $0 != ".." }.joined(separator: "/")
                let bytes = try #require(built.files[file] ?? built.files["assets/" + file], "\(path): \(link)")
                #expect(parts.count == 2, "\(path): \(link)")
                #expect(parts.last.map(String.init) == ContentHash(of: bytes).shortText, "\(path): \(link)")
                seen.insert(file)
            }
        }
        #expect(
            seen.isSuperset(of: ["assets/style.css", "assets/enhance.js", "assets/search.js", "search-index.js"]),
            "\(seen)")
    }

    /// A change of one file changes its own address, on all pages, and no other.
    @Test(arguments: [
        ("theme/assets/style.css", "assets/style.css"), ("theme/assets/enhance.js", "assets/enhance.js"),
        ("theme/assets/search.js", "assets/search.js"), ("content/theme.css", "theme.css"),
    ])
    func changeWithTheirFileAlone(edited: String, address: String) throws {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write("---\ntitle: Harbours\n---\n", to: "content/site.md")
        try folder.write("body { margin: 0 }\n", to: "content/theme.css")
        for event in ["one", "two"] {
            try folder.write(Dispute("demand; refused").event, to: "content/\(event)/event.md")
        }
        func configuration(_ output: String) -> Configuration {
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"), theme: folder.path("theme"),
                output: folder.path(output))
        }
        func addresses() throws -> [String: Set<String>] {
            try folder.contents(of: "public").filter { $0.key.hasSuffix(".html") }
                .mapValues { Set(named(in: BuiltPage($0))) }
        }
        try #require(build(configuration("public")).exitStatus == 0)
        let before = try addresses()
        let text = String(decoding: try Data(contentsOf: URL(filePath: folder.path(edited))), as: UTF8.self)
        try folder.write(text + "\n", to: edited)
        try #require(build(configuration("public")).exitStatus == 0)
        try #require(build(configuration("clean")).exitStatus == 0)
        let (built, clean) = (try folder.contents(of: "public"), try folder.contents(of: "clean"))
        #expect(built == clean, "an incremental build is a clean one")
        let after = try addresses()
        for (path, links) in before {
            let changed = links.subtracting(after[path] ?? [])
            #expect(changed.allSatisfy { $0.contains(address + "?v=") }, "\(path): \(changed)")
            let isNamed = links.contains { $0.contains(address + "?v=") }
            #expect(changed.isEmpty == !isNamed, "\(path): \(changed)")
        }
    }

    @Test func ofTheSearchIndexFollowsWhatIsSearched() throws {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: Harbours\n---\n", to: "content/site.md")
        try folder.write(Dispute("demand; refused").event, to: "content/event.md")
        let configuration = Configuration(
            content: folder.path("content"), templates: FileTree.project + "templates", output: folder.path("public"))
        func version() throws -> String? {
            try named(in: BuiltPage(#require(folder.contents(of: "public")["search.html"])))
                .first { $0.hasPrefix("search-index.js?v=") }
        }
        try #require(build(configuration).exitStatus == 0)
        let first = try #require(try version())
        try folder.write(Dispute("demand; accepted").event, to: "content/event.md")
        try #require(build(configuration).exitStatus == 0)
        #expect(try version() != first)
        try folder.write(Dispute("demand; refused").event, to: "content/event.md")
        try #require(build(configuration).exitStatus == 0)
        #expect(try version() == first)
    }
}
