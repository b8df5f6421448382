import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// The sites that are built whole: the example, and made-up ones of quite other shapes.
struct TestSite: Sendable, CustomTestStringConvertible {
    let name: String
    let content: String
    /// The site's own templates; the default theme is used beside them.
    let templates: String?

    var testDescription: String { name }

    static let example = TestSite(name: "example", content: FileTree.project + "content", templates: nil)

    static let all: [TestSite] = {
        let folder = FileTree.project + "Tests/SiteTests/Sites"
        let names = (try? FileTree.folders(in: URL(filePath: folder))) ?? []
        return [example]
            + names.map { name in
                let own = "\(folder)/\(name)/templates"
                return TestSite(
                    name: name, content: "\(folder)/\(name)/content",
                    templates: FileManager.default.fileExists(atPath: own) ? own : nil)
            }
    }()

    func configuration(output: String) -> Configuration {
        Configuration(
            content: content, templates: templates ?? FileTree.project + "templates",
            theme: templates == nil ? nil : FileTree.project + "templates", output: output)
    }
}

@Suite struct SiteTests {
    @Test func findsEveryTestSite() {
        #expect(TestSite.all.count >= 7, "the example and at least six others")
    }

    @Test(arguments: TestSite.all)
    func buildsWithoutErrors(_ site: TestSite) throws {
        let folder = try TemporaryFolder()
        let report = build(site.configuration(output: folder.path("public")))
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        #expect(report.errors == 0)
        #expect((report.summary?.written ?? 0) > 10)
    }

    @Test(arguments: TestSite.all)
    func everyLinkAndAnchorResolves(_ site: TestSite) throws {
        let folder = try TemporaryFolder()
        _ = build(site.configuration(output: folder.path("public")))
        let files = try folder.contents(of: "public")
        let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues(BuiltPage.init)
        try #require(pages.count > 10)
        var checked = 0
        for (path, page) in pages where path != "404.html" {
            for link in page.links
            where !link.hasPrefix("https://") && !link.hasPrefix("http://") && !link.hasPrefix("mailto:") {
                checked += 1
                let (target, fragment) = resolved(link, from: path)
                let isFile = files[target] != nil
                #expect(isFile, "\(path) links to \(link)")
                guard let fragment, !fragment.isEmpty, let other = pages[target] else { continue }
                let isThere = other.ids.contains(fragment)
                #expect(isThere, "\(path) links to \(link): no such anchor")
            }
        }
        #expect(checked > 100)
    }

    @Test(arguments: TestSite.all)
    func everyIdStandsOnceOnItsPage(_ site: TestSite) throws {
        let folder = try TemporaryFolder()
        _ = build(site.configuration(output: folder.path("public")))
        for (path, bytes) in try folder.contents(of: "public") where path.hasSuffix(".html") {
            let ids = BuiltPage(bytes).ids
            let repeated = Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys.sorted()
            #expect(repeated.isEmpty, "\(path) repeats \(repeated)")
        }
    }

    @Test(arguments: TestSite.all)
    func oneCoreAndManyGiveTheSameBytes(_ site: TestSite) throws {
        let folder = try TemporaryFolder()
        _ = build(site.configuration(output: folder.path("one")), jobs: 1)
        _ = build(site.configuration(output: folder.path("many")), jobs: 4)
        let one = try folder.contents(of: "one")
        #expect(one.count > 10)
        let isSame = try one == folder.contents(of: "many")
        #expect(isSame)
    }

    @Test(arguments: TestSite.all)
    func aSecondBuildWritesNothing(_ site: TestSite) throws {
        let folder = try TemporaryFolder()
        _ = build(site.configuration(output: folder.path("public")))
        let second = build(site.configuration(output: folder.path("public")))
        #expect(second.summary?.written == 0)
        #expect((second.summary?.unchanged ?? 0) > 10)
    }

    private func resolved(_ link: String, from page: String) -> (path: String, fragment: String?) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil
        let path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
        if path.isEmpty { return (page, fragment) }
        var segments = page.split(separator: "/").dropLast().map(String.init)
        for segment in path.split(separator: "/") {
            if segment == ".." { _ = segments.popLast() } else { segments.append(String(segment)) }
        }
        return (segments.joined(separator: "/"), fragment)
    }
}
