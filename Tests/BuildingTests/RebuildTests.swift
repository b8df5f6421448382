@testable import Building
import BuildingSupport
import Foundation
import Platform
import TestSupport
import Testing

@Suite struct RebuildTests {
    private func configuration(_ folder: TemporaryFolder, output: String) -> Configuration {
        Configuration(
            content: folder.path("content"), templates: folder.path("templates"), theme: folder.path("theme"),
            output: folder.path(output))
    }

    /// How many edits a run makes: 500 where that is asked for (`make test-rebuild`), else what a test run has time for.
    private static let edits = ProcessInfo.processInfo.environment["REBUILD_EDITS"].flatMap { Int($0) } ?? 24

    /// What a build reports, without the addresses of builds before it, which a clean build has none of.
    private func messages(_ report: Report) -> [String] {
        report.diagnostics.filter { $0.code.name != "lost-address" }.map(\.message)
    }

    @Test(arguments: [1, 2] as [UInt64])
    func buildsAfterEveryEditWhatACleanBuildMakes(seed: UInt64) throws {
        var edits = try RandomEdits(seed: seed)
        let folder = edits.folder
        var builds = 0
        for _ in 0..<(RebuildTests.edits / 2) {
            try edits.save()
            let before = edits
            let edit = try edits.edit()
            let report = build(configuration(folder, output: "public"))
            let clean = build(configuration(folder, output: "clean"))
            try #require(report.exitStatus == clean.exitStatus, "\(edit): \(report.diagnostics.map(\.message))")
            try #require(
                messages(report) == messages(clean), "the same problems after \(edit)"
            )
            if clean.exitStatus != 0 {
                // Both refuse it for the same reason; the next edit starts from what was.
                try edits.restore()
                edits = before.continuing(edits)
            } else {
                builds += 1
                try #require(report.withheld.count == clean.withheld.count)
                let again = build(configuration(folder, output: "public"))
                try #require(messages(again) == messages(clean))
                try #require(again.withheld.count == clean.withheld.count)
                let built = try folder.contents(of: "public")
                let wanted = try folder.contents(of: "clean")
                let differing = Set(built.keys).union(wanted.keys).filter { built[$0] != wanted[$0] }.sorted()
                try #require(differing.isEmpty, "\(edit): \(differing)")
                try FileManager.default.removeItem(atPath: folder.path("clean"))
                try? FileManager.default.removeItem(atPath: folder.path(".clean.explainer"))
            }
        }
        #expect(builds > RebuildTests.edits * 3 / 8, "most edits leave a site that builds")
    }

    @Test func leavesEverythingWhereNothingChanged() throws {
        let folder = try RandomEdits(seed: 3).folder
        let first = build(configuration(folder, output: "public"))
        try #require(first.exitStatus == 0 && first.diagnostics.isEmpty, "\(first.diagnostics.map(\.message))")
        let second = build(configuration(folder, output: "public"))
        #expect(second.exitStatus == 0)
        #expect(second.documents == first.documents)
        #expect(second.summary?.written == 0)
        #expect(second.summary?.unchanged == first.summary?.written)
    }

    @Test func rendersOnlyTheEventThatChanged() throws {
        let folder = try RandomEdits(seed: 4).folder
        _ = build(configuration(folder, output: "public"))
        try folder.write("---\nname: Union of one\nkind: union\n---\n", to: "content/one/parties/union.md")
        let report = build(configuration(folder, output: "public"))
        let demandPages = report.templates.first { $0.template == "demand.html" }?.pages
        #expect(demandPages == 1, "the demands of the other two are kept")
    }

    @Test func removesWhatIsNoLongerPlannedAndKeepsTheRest() throws {
        let folder = try RandomEdits(seed: 10).folder
        let demand = "---\ntitle: Pay\nfrom: union\nto: council\ndate: 2026-03-01\nsources: [gazette]\n"
        try folder.write(
            demand + "deadline: 2026-04-01\nmoved_from: old/pay.html\n---\n", to: "content/one/demands/pay.md")
        let settings = configuration(folder, output: "public")
        try #require(build(settings).exitStatus == 0)
        func paths() throws -> Set<String> { Set(try folder.contents(of: "public").keys.filter { !$0.hasPrefix(".") }) }
        // The calendar stays, empty: whoever subscribed to it learns that nothing is due.
        let gone: Set = ["old/pay.html"]
        #expect(try gone.isSubset(of: paths()))
        try folder.write(demand + "---\n", to: "content/one/demands/pay.md")
        let before = try paths()
        let report = build(settings)
        #expect(Set(report.summary?.removed ?? []) == gone)
        #expect(try paths() == before.subtracting(gone))
        #expect(try paths() == Set(#require(list(settings).listing).plan.outputs.map(\.path)))
        let pages = report.templates.first { $0.template == "demand.html" }?.pages
        #expect(pages == 1, "pages of events that did not change are kept")
    }

    @Test func seesWhatAPageOfAnEventTakesFromAnother() throws {
        let folder = try RandomEdits(seed: 9).folder
        func source(_ title: String) throws {
            try folder.write("---\ntitle: \(title)\ntype: letter\n---\n", to: "content/two/sources/letter.md")
        }
        try source("A letter")
        try folder.write(
            "---\ntitle: Notes\nsources: [two/letter]\n---\nText.\n", to: "content/one/notes.md")
        try #require(build(configuration(folder, output: "public")).exitStatus == 0)
        try source("Another letter")
        _ = build(configuration(folder, output: "public"))
        let page = try folder.contents(of: "public")["one/notes.html"].map { String(decoding: $0, as: UTF8.self) }
        #expect(page?.contains("Another letter") == true)
    }

    @Test(arguments: ["", "nonsense", "explainer-memory 1\n" + String(repeating: "0", count: 64)])
    func survivesWhateverHappensToWhatIsRemembered(text: String) throws {
        let folder = try RandomEdits(seed: 5).folder
        _ = build(configuration(folder, output: "public"))
        let wanted = try folder.contents(of: "public")
        try folder.write(text, to: ".public.explainer/memory")
        try folder.write(text, to: ".public.explainer/hints")
        #expect(build(configuration(folder, output: "public")).exitStatus == 0)
        #expect(try folder.contents(of: "public") == wanted)
    }

    @Test func makesAnewWhatWasDeletedFromTheOutput() throws {
        let folder = try RandomEdits(seed: 6).folder
        _ = build(configuration(folder, output: "public"))
        let wanted = try folder.contents(of: "public")
        try FileManager.default.removeItem(atPath: folder.path("public/two/index.html"))
        let report = build(configuration(folder, output: "public"))
        #expect(report.summary?.created == ["two/index.html"])
        #expect(try folder.contents(of: "public") == wanted)
    }

    @Test func makesEverythingAnewForOtherSettings() throws {
        let folder = try RandomEdits(seed: 7).folder
        _ = build(configuration(folder, output: "public"))
        var other = configuration(folder, output: "public")
        other.program = "another version"
        let report = build(other)
        #expect(report.templates.first { $0.template == "demand.html" }?.pages == 3)
    }

    @Test func seesAnEditThatKeepsSizeAndTime() throws {
        let folder = try RandomEdits(seed: 8).folder
        let path = folder.path("content/one/parties/union.md")
        let past = Date(timeIntervalSince1970: 1_700_000_000)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path)
        _ = build(configuration(folder, output: "public"))
        try folder.write("---\nname: Union ONE\nkind: union\n---\n", to: "content/one/parties/union.md")
        let report = build(configuration(folder, output: "public"))
        #expect((report.summary?.changed.count ?? 0) > 0, "an edit made in the moment of the build is seen")
    }

    /// A file edited in place, whose size and time of change are what they were: only the time of the change of its state
    /// tells, or its bytes if that is not older than the last build.
    @Test(arguments: [true, false]) func seesAnEditInPlaceThatKeepsSizeAndTime(isSettled: Bool) throws {
        let folder = try RandomEdits(seed: 21).folder
        let settings = configuration(folder, output: "public")
        let now = World.systemTime() + (isSettled ? 10_000_000_000 : 0)
        func build() -> Report {
            var workspace = Workspace(
                settings, in: World(now: 1_790_000_000, cores: Cores(jobs: 2), fileTime: { now }))
            return workspace.build()
        }
        try #require(build().exitStatus == 0)
        let path = folder.path("content/two/demands/pay.md")
        let date = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        let file = try FileHandle(forUpdating: URL(filePath: path))
        let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(text.replacing("title: Pay", with: "title: Pie").utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        #expect(build().summary?.changed.contains("two/demands/pay.html") == true)
    }

    @Test func mentionsADiscardedCache() throws {
        let folder = try RandomEdits(seed: 22).folder
        let settings = configuration(folder, output: "public")
        #expect(!build(settings).hasDiscardedCache)
        try folder.write("nonsense", to: ".public.explainer/memory")
        #expect(build(settings).hasDiscardedCache)
        try folder.write("---\nname: Dues\ndefinition: What they pay.\n---\n", to: "content/terms/dues.md")
        #expect(!build(settings).hasDiscardedCache)
    }

    /// Lengths and offsets at the edges of 64 bits, which only a forged cache has.
    @Test func readsNoMoreThanACacheHas() {
        for length in [Int.max, .max - 7, .max / 2, 1 << 40, 9, -1, .min] {
            var writer = MemoryWriter()
            writer.number(length)
            writer.number(0)
            let bytes = writer.bytes
            var reader = MemoryReader(bytes: bytes)
            #expect(reader.text() == nil)
            reader = MemoryReader(bytes: bytes)
            #expect(reader.list { $0.number() } == nil)
            #expect(BuildMemory(encoded: bytes) == nil)
        }
    }
}
