import Foundation
import TestSupport
import Testing

/// Compares the example and the made-up sites with stored golden files.
///
/// `Golden/<site>` stores the `<main>` element, pictures included, of one page of each kind, the picture to share, and in
/// `hashes.txt` a hash of every file, of pages without the versions of stylesheets and scripts. `RECORD_GOLDEN=1 swift test --filter GoldenTests` rewrites them and then fails, so
/// that no passing run records: read `git diff`, then run the tests without the variable.
@Suite struct GoldenTests {
    private static let folder = FileTree.project + "Tests/SiteTests/Golden/"
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil

    @Test(arguments: TestSite.all)
    func isAsRecorded(_ site: TestSite) async throws {
        let fresh = Golden.files(of: try await BuiltSites.shared.site(site))
        let folder = Self.folder + site.name
        if Self.isRecording {
            try? FileManager.default.removeItem(atPath: folder)
            for (path, bytes) in fresh {
                let file = URL(filePath: folder + "/" + path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
            Issue.record("recorded \(fresh.count) files; run again without RECORD_GOLDEN")
            return
        }
        let golden = (try? FileTree.contents(of: folder)) ?? [:]
        #expect(golden.keys.sorted() == fresh.keys.sorted(), "missing or left over")
        for (path, bytes) in fresh {
            let difference = Golden.difference(of: bytes, from: golden[path] ?? [])
            #expect(difference == nil, "\(path): \(difference ?? "")")
        }
    }

    @Test func noSiteIsLeftOver() throws {
        let folders = try FileTree.folders(in: URL(filePath: Self.folder))
        #expect(folders == TestSite.all.map(\.name).sorted())
    }
}

/// The golden files of a built site.
enum Golden {
    /// A longer `<main>`, in bytes, is stored as a hash only.
    private static let limit = 200_000

    /// Folders of entries: of each, only the first page is stored.
    private static let kinds: Set = [
        "parties", "people", "demands", "offers", "refusals", "responses", "threats", "statements",
    ]

    /// Pages that repeat others or have little content: stored as hashes only.
    private static let hashedOnly: Set = ["404.html", "search.html", "timeline.html"]

    static func files(of site: BuiltSite) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var seen: Set<String> = []
        for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) {
            if path.hasSuffix("card.svg") { files[path] = bytes }
            guard path.hasSuffix(".html") else { continue }
            let names = path.split(separator: "/").map(String.init)
            if hashedOnly.contains(names.last ?? "") || names.contains("embed") { continue }
            let folder = names.dropLast().last ?? ""
            if kinds.contains(folder), !seen.insert(folder).inserted { continue }
            if let main = main(of: bytes), main.count <= limit { files[path] = main }
        }
        let hashes = site.files.filter { $0.key != ".explainer-manifest" }.sorted { $0.key < $1.key }
            .map { "\(hash(of: withoutVersions($0.value, $0.key))) \($0.key)\n" }.joined()
        files["hashes.txt"] = Array(hashes.utf8)
        return files
    }

    /// A page’s `<main>` element.
    private static func main(of page: [UInt8]) -> [UInt8]? {
        let text = String(decoding: page, as: UTF8.self)
        guard let start = text.range(of: "<main"), let end = text.range(of: "</main>") else { return nil }
        return Array((text[start.lowerBound..<end.upperBound] + "\n").utf8)
    }

    /// A page without the versions in its addresses, which differ on all pages if one stylesheet differs.
    private static func withoutVersions(_ bytes: [UInt8], _ path: String) -> [UInt8] {
        guard path.hasSuffix(".html") else { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).replacing(/\?v=[0-9a-f]{8}"/, with: "\"").utf8)
    }

    /// FNV-1a of 64 bits.
    private static func hash(of bytes: [UInt8]) -> String {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Describes the first line in which two texts differ; nil if they are equal.
    static func difference(of fresh: [UInt8], from golden: [UInt8]) -> String? {
        if fresh == golden { return nil }
        let now = fresh.split(separator: 0x0A, omittingEmptySubsequences: false)
        let then = golden.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line =
            zip(now, then).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(now.count, then.count)
        func text(_ lines: [ArraySlice<UInt8>]) -> String {
            lines.indices.contains(line) ? String(decoding: lines[line].prefix(400), as: UTF8.self) : "(no such line)"
        }
        return "line \(line + 1) was \(text(then)) and is \(text(now))"
    }
}
