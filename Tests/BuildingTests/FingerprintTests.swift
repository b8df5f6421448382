import BuildingSupport
import Bytes
import Foundation
import Platform
import Rendering
import Synchronization
import TestSupport
import Testing
import Writing

@testable import Building

/// An event is rendered again if its fingerprint changed. After a change of anything else, an event with the same
/// fingerprint must have the same files: nothing that its pages show may be missing from the fingerprint.
@Suite struct FingerprintTests {
    /// The files of a site that are rendered, and the fingerprints of its events.
    private struct Rendered {
        var keys: [String: ContentHash] = [:]
        /// The files of each event that depend on its fingerprint only.
        var files: [String: [String: [UInt8]]] = [:]
    }

    /// Keeps all files in memory.
    private final class Collector: PageSink {
        let files = Mutex<[String: [UInt8]]>([:])

        func keep(_: String) -> Bool { false }
        func add(_ path: String, _ bytes: [UInt8]) { files.withLock { $0[path] = bytes } }
        func copy(_: String) {}
    }

    /// Several test sites as one site with an event each, and an event without a date.
    private static func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["one-party", "court-case", "inline", "strike"] {
            try folder.copy(FileTree.project + "Tests/SiteTests/Sites/\(name)/content", to: "content/\(name)")
            try FileManager.default.removeItem(atPath: folder.path("content/\(name)/site.md"))
        }
        try folder.write("---\ntitle: All\n---\n", to: "content/site.md")
        try folder.write(
            "---\ntitle: Bare\nsummary: A dispute without dates.\n---\nText.\n", to: "content/bare/event.md")
        try folder.write("---\nname: Union\nkind: union\n---\n", to: "content/bare/parties/union.md")
        try folder.write("---\ntitle: Notes\n---\nNotes.\n", to: "content/bare/notes.md")
        return folder
    }

    /// Nil if the site has errors.
    private static func render(_ folder: TemporaryFolder) throws -> Rendered? {
        var workspace = Workspace(
            Configuration(content: folder.path("content"), templates: FileTree.project + "templates"),
            in: World(now: 1_790_000_000, cores: Cores(jobs: 2)))
        let loaded = try workspace.load(workspace.scan(), Stopwatch(), .silent)
        guard let sources = loaded.value, !loaded.diagnostics.hasErrors else { return nil }
        let site = sources.site.site
        let context = RenderContext(sources.site, sources.theme)
        let keys = eventKeys(of: sources.site, context, sources.theme)
        let collector = Collector()
        _ = try write(
            sources.site.plan, context, sources.theme, keys: keys, after: [:], workspace.world.cores, .silent,
            to: collector)
        let files = collector.files.withLock(\.self)
        var rendered = Rendered()
        for (index, event) in site.events.enumerated() {
            rendered.keys[event.folder] = keys[index]
            let own = sources.site.plan.outputs.filter { $0.inputs == .event(index) }
            rendered.files[event.folder] = Dictionary(
                own.compactMap { output in files[output.path].map { (output.path, $0) } }
            ) { first, _ in first }
        }
        return rendered
    }

    /// Ways to change a document; each returns the new text, or nil if it does not apply.
    private static let changes: [(name: String, change: @Sendable (String) -> String?)] = [
        ("draft", { adding("draft: true", to: $0) }),
        ("no date", { text in text.firstMatch(of: /\ndate: .*/).map { text.replacing($0.output, with: "") } }),
        (
            "a later date",
            { text in text.firstMatch(of: /\ndate: [0-9]+/).map { text.replacing($0.output, with: "\ndate: 2027") } }
        ),
        (
            "a name",
            { text in text.firstMatch(of: /\nname:/).map { text.replacing($0.output, with: "\nname: Renamed") } }
        ),
        (
            "a title",
            { text in text.firstMatch(of: /\ntitle:/).map { text.replacing($0.output, with: "\ntitle: Renamed") } }
        ),
        ("a correction", { adding("corrections: [{date: 2027-01-02, text: Wrong before.}]", to: $0) }),
        ("updated", { adding("updated: 2027-03-04", to: $0) }),
        ("a link", { $0 + "\nSee [the other](event:bare).\n" }),
        ("an own colour", { $0.contains("\nkind: union") ? adding("color: '#225588'", to: $0) : nil }),
        ("gone", { _ in "" }),
    ]

    private static func adding(_ line: String, to text: String) -> String {
        "---\n" + line + "\n" + text.dropFirst("---\n".count)
    }

    @Test func eventsWithTheSameFingerprintHaveTheSameFiles() throws {
        let folder = try Self.site()
        let root = URL(filePath: folder.path("content"))
        let documents = try FileTree.files(below: root).filter { $0.hasSuffix(".md") && $0 != "site.md" }.sorted()
        let before = try #require(try Self.render(folder))
        var random = SeededRandom(state: 12)
        var (compared, changed, reads) = (0, 0, 0)
        for round in 0..<50 {
            let (name, change) = Self.changes[round % Self.changes.count]
            let path = documents[random.below(documents.count)]
            let old = try String(contentsOfFile: folder.path("content/" + path), encoding: .utf8)
            guard let new = change(old) else { continue }
            if new.isEmpty {
                try FileManager.default.removeItem(atPath: folder.path("content/" + path))
            } else {
                try folder.write(new, to: "content/" + path)
            }
            if let after = try Self.render(folder) {
                reads += 1
                for (event, key) in after.keys {
                    guard before.keys[event] == key else {
                        changed += 1
                        continue
                    }
                    compared += 1
                    let (one, other) = (before.files[event] ?? [:], after.files[event] ?? [:])
                    let different = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
                    #expect(different == [], "\(name) of \(path): files of '\(event)'")
                }
            }
            try folder.write(old, to: "content/" + path)
        }
        #expect(reads > 12 && changed > 8 && compared > 30, "\(reads) \(changed) \(compared)")
    }
}
