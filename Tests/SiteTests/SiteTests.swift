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
    func buildsWithoutErrors(_ site: TestSite) async throws {
        let built = try await BuiltSites.shared.site(site)
        #expect(built.exitStatus == 0, "\(built.messages)")
        #expect(built.errors == 0)
        #expect(built.written > 10)
    }

    @Test(arguments: TestSite.all)
    func everyLinkAndAnchorResolves(_ site: TestSite) async throws {
        let built = try await BuiltSites.shared.site(site)
        let (files, pages) = (built.files, built.pages)
        try #require(pages.count > 10)
        var checked = 0
        for (path, page) in pages where path != "404.html" {
            for link in page.links
            where !link.hasPrefix("https://") && !link.hasPrefix("http://") && !link.hasPrefix("mailto:") {
                checked += 1
                if link.hasPrefix("webcal://") {
                    #expect(files.keys.contains { link.hasSuffix("/" + $0) }, "\(path) links to \(link)")
                    continue
                }
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
    func everyIdStandsOnceOnItsPage(_ site: TestSite) async throws {
        for (path, page) in try await BuiltSites.shared.site(site).pages {
            let repeated = Dictionary(grouping: page.ids, by: \.self).filter { $1.count > 1 }.keys.sorted()
            #expect(repeated.isEmpty, "\(path) repeats \(repeated)")
        }
    }

    /// What an event, a party or a free page names for all of it is listed without a number in the text.
    @Test(arguments: TestSite.all)
    func anEntrysPageListsNoSourceThatItDoesNotCite(_ site: TestSite) async throws {
        let pages = try await BuiltSites.shared.site(site).pages
        let folders = ["demands", "refusals", "responses", "threats", "statements", "people", "parties"]
        var listed = 0
        for (path, page) in pages where folders.contains(where: { path.contains($0 + "/") }) {
            let targets = Set(page.links)
            for id in page.ids where id.hasPrefix("source-") {
                listed += 1
                #expect(targets.contains("#" + id), "\(path): \(id)")
            }
        }
        #expect(listed > 0)
    }

    @Test(arguments: TestSite.all)
    func oneCoreAndTwoGiveTheSameBytes(_ site: TestSite) async throws {
        let two = try await BuiltSites.shared.site(site).files
        let isSame = try BuiltSite(site, jobs: 1).files == two
        #expect(isSame)
    }

    @Test(arguments: TestSite.all)
    func everyFileIsValidUTF8(_ site: TestSite) async throws {
        for (path, bytes) in try await BuiltSites.shared.site(site).files
        where !path.hasSuffix(".png") && !path.hasSuffix(".jpg") {
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect(isValid, "\(path)")
        }
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
        // What follows the question mark is the file's version.
        let address = String(parts[0].prefix { $0 != "?" })
        let path = address.removingPercentEncoding ?? address
        if path.isEmpty { return (page, fragment) }
        var segments = page.split(separator: "/").dropLast().map(String.init)
        for segment in path.split(separator: "/") {
            if segment == ".." { _ = segments.popLast() } else { segments.append(String(segment)) }
        }
        return (segments.joined(separator: "/"), fragment)
    }
}
