import Building
import BuildingSupport
import Foundation
import Model
import TestSupport
import Testing

/// Entries of the test sites are withheld at random: nothing of them may be in any file of the output.
@Suite struct WithholdingTests {
    private static let seeds = TestSite.all.flatMap { site in (0..<3).map { (site, $0) } }

    /// The content of a site in a folder of its own, and its entries' documents.
    private func copy(_ site: TestSite) throws -> (folder: TemporaryFolder, documents: [String]) {
        let folder = try TemporaryFolder()
        try folder.copy(site.content, to: "content")
        let documents = try FileTree.files(below: URL(filePath: folder.path("content"))).filter {
            $0.hasSuffix(".md") && !$0.hasSuffix("site.md") && !$0.hasSuffix("event.md")
        }
        return (folder, documents)
    }

    /// Lists the whole content folder as published: of it, only what is withheld stays behind.
    private func publishEverything(in folder: TemporaryFolder) throws {
        let settings = try String(contentsOfFile: folder.path("content/site.md"), encoding: .utf8)
        if settings.contains("\npublish:") { return }
        try folder.write("---\npublish: [/]\n" + settings.dropFirst(4), to: "content/site.md")
    }

    /// Gives an entry a name, a picture, a linked file and, if it is a source, a kept text that are found again.
    private func mark(_ path: String, _ line: String?, in folder: TemporaryFolder) throws {
        let file = "content/" + path
        var text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
        let name = "zq" + path.filter(\.isLetter)
        if let title = text.firstMatch(of: /\n(title|name): ([A-Z][^\n:"'#]*)\n/) {
            text.replaceSubrange(title.range, with: "\n\(title.1): \(title.2) zqtitle\n")
        }
        let isSource = path.contains("sources/") && !text.contains("\ntext:")
        let fields = (line.map { $0 + "\n" } ?? "") + (isSource ? "text: \(name).txt\n" : "")
        text = "---\n" + fields + text.dropFirst(4) + "\n![zqalternative](\(name).png) [zqlink](\(name).pdf)\n"
        try folder.write(text, to: file)
        let below = file.split(separator: "/").dropLast().joined(separator: "/")
        for ending in ["png", "pdf", "txt"] where ending != "txt" || isSource {
            try folder.write("zqbytes", to: "\(below)/\(name).\(ending)")
        }
    }

    /// - Returns: the files of the output that have something of what is withheld; nil if the site cannot be built
    ///   without it, as where a link without a text names it.
    private func leaks(
        _ site: TestSite, _ folder: TemporaryFolder, asOf: EventDate? = nil
    ) throws -> [String]? {
        var configuration = site.configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        configuration.asOf = asOf
        guard build(configuration).exitStatus == 0 else { return nil }
        return try folder.contents(of: "public").filter { path, bytes in
            path.contains("zq") || String(decoding: bytes, as: UTF8.self).contains("zq")
        }.keys.sorted()
    }

    @Test func draftsAndEmbargoedEntriesAreInNoFile() throws {
        var built = 0
        for (site, seed) in Self.seeds {
            var random = SeededRandom(state: UInt64(seed) &* 7_919 &+ UInt64(site.name.utf8.count))
            let (folder, documents) = try copy(site)
            if documents.isEmpty { continue }
            if seed == 1 { try publishEverything(in: folder) }
            for _ in 0..<(1 + seed) {
                let path = documents[Int(random.next() % UInt64(documents.count))]
                let text = try String(contentsOfFile: folder.path("content/" + path), encoding: .utf8)
                if text.contains("zq") { continue }
                let line = random.next() % 2 == 0 ? "draft: true" : "embargo: 2999-01-01T00:00Z"
                try mark(path, line, in: folder)
            }
            guard let leaks = try leaks(site, folder) else { continue }
            built += 1
            #expect(leaks == [], "\(site.name), seed \(seed)")
        }
        #expect(built > Self.seeds.count / 2)
    }

    @Test func laterEntriesAreInNoFile() throws {
        var built = 0
        for (site, seed) in Self.seeds where seed < 2 {
            var random = SeededRandom(state: UInt64(seed) &* 104_729 &+ UInt64(site.name.utf8.count))
            let (folder, documents) = try copy(site)
            var dated: [(path: String, day: String)] = []
            for path in documents {
                let text = try String(contentsOfFile: folder.path("content/" + path), encoding: .utf8)
                if let date = text.firstMatch(of: /\n(date|published): "?(\d\d\d\d-\d\d-\d\d)/) {
                    dated.append((path, String(date.2)))
                }
            }
            if dated.isEmpty { continue }
            if seed == 1 { try publishEverything(in: folder) }
            let day = dated[Int(random.next() % UInt64(dated.count))].day
            for (path, date) in dated where date > day {
                // A clock time just after midnight may be on the day before in the event's zone.
                let next = EventDate(day).map { $0.latest(in: .utc) + 86_400 } ?? 0
                if let date = EventDate(date), date.earliest(in: .utc) > next { try mark(path, nil, in: folder) }
            }
            guard let leaks = try leaks(site, folder, asOf: EventDate.parse(day).get()) else { continue }
            built += 1
            #expect(leaks == [], "\(site.name) as of \(day)")
        }
        #expect(built > 4)
    }

    /// Of a site with several events, one is withheld with everything in its folder, also with what no document names.
    @Test(arguments: ["draft: true", "embargo: 2999-01-01T00:00Z"], [true, false])
    func aWithheldEventIsInNoFile(line: String, publishesEverything: Bool) throws {
        let folder = try TemporaryFolder()
        let sites = TestSite.all.filter { ["court-case", "one-party", "strike"].contains($0.name) }
        try #require(sites.count == 3)
        for site in sites {
            try folder.copy(site.content, to: "content/" + site.name)
            try FileManager.default.removeItem(atPath: folder.path("content/\(site.name)/site.md"))
        }
        try folder.write("---\ntitle: All\n---\n", to: "content/site.md")
        if publishesEverything { try publishEverything(in: folder) }
        let withheld = URL(filePath: folder.path("content/strike"))
        for path in try FileTree.files(below: withheld) where path.hasSuffix(".md") {
            try mark("strike/" + path, path == "event.md" ? line : nil, in: folder)
        }
        for name in ["card.png", "zqnotes.pdf", "sources/zqtext.txt"] {
            try folder.write("zqbytes", to: "content/strike/" + name)
        }
        var configuration = sites[0].configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        let report = build(configuration)
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        let leaks = try folder.contents(of: "public").filter { path, bytes in
            path.contains("zq") || String(decoding: bytes, as: UTF8.self).contains("zq")
        }
        #expect(leaks.keys.sorted() == [])
        #expect(try folder.contents(of: "public")["one-party/index.html"] != nil)
    }
}
