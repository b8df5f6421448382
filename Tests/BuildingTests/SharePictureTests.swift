import Building
import BuildingSupport
import Diagnostics
import Foundation
import Platform
import TestSupport
import Testing

extension Report {
    /// What the tests are about: the sites have other faults.
    fileprivate var ofPictures: [Diagnostic] {
        diagnostics.filter { ["missing-renderer", "failed-picture"].contains($0.code.name) }
    }
}

/// Cards as PNG, which another program makes: here a script, which does what each test wants.
@Suite struct SharePictureTests {
    /// A site about two events, with a folder of programs.
    private final class Place {
        let folder: TemporaryFolder
        var milliseconds = 20_000

        init(settings: String = "share_pictures: png\nbase_url: https://example.org/\n") throws {
            folder = try TemporaryFolder()
            try folder.write("---\ntitle: Harbours\n\(settings)---\n", to: "content/site.md")
            for event in ["one", "two"] {
                try folder.write(Dispute("demand; refused; statement").event, to: "content/\(event)/event.md")
            }
            try FileManager.default.createDirectory(atPath: folder.path("bin"), withIntermediateDirectories: true)
            try Data(Self.png(width: 1200, height: 630)).write(to: URL(filePath: folder.path("good.png")))
        }

        /// The head and the end of a PNG, which is all that is looked at.
        static func png(width: Int, height: Int) -> [UInt8] {
            func big(_ number: Int) -> [UInt8] { (0..<4).reversed().map { UInt8(number >> ($0 * 8) & 0xFF) } }
            return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + Array("IHDR".utf8) + big(width)
                + big(height) + [8, 2, 0, 0, 0] + big(0) + big(0) + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
        }

        /// Puts a renderer on the path. `$4` is the file that it has to write, `$5` the SVG.
        func install(_ script: String = "cp '%good' \"$4\"", version: String = "1") throws {
            let text = """
                #!/bin/sh
                if [ "$1" = --version ]; then echo "fake \(version)"; exit 0; fi
                echo run >>'\(folder.path("log"))'
                \(script.replacing("%good", with: folder.path("good.png")))
                """
            try folder.write(text + "\n", to: "bin/rsvg-convert")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/rsvg-convert"))
        }

        func workspace() -> Workspace {
            let (bin, milliseconds) = (folder.path("bin"), milliseconds)
            let world = World(
                now: 1_790_000_000, cores: Cores(jobs: 2),
                pictureRenderer: {
                    var renderer = PictureRenderer.onPath("relative:" + bin)
                    renderer?.limits.milliseconds = milliseconds
                    return renderer
                })
            return Workspace(
                Configuration(
                    content: folder.path("content"), templates: FileTree.project + "templates",
                    output: folder.path("public")), in: world)
        }

        func build() -> Report {
            var workspace = workspace()
            return workspace.build()
        }

        var runs: Int {
            (try? String(contentsOfFile: folder.path("log"), encoding: .utf8))?.split(separator: "\n").count ?? 0
        }

        func text(_ path: String) throws -> String {
            try String(contentsOfFile: folder.path("public/" + path), encoding: .utf8)
        }

        func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.path("public/" + path)) }
    }

    private static let image = "<meta property=\"og:image\" content=\"https://example.org/"

    @Test func areMadeForEventsAndNamedByTheirPages() throws {
        let place = try Place()
        try place.install()
        let report = place.build()
        #expect(report.exitStatus == 0 && report.ofPictures.isEmpty, "\(report.ofPictures.map(\.message))")
        #expect(place.runs == 2)
        for page in ["one/index.html", "one/demands/d1.html", "one/statements/s1.html"] {
            let head = try place.text(page)
            #expect(head.contains(Self.image + "one/card.png\">"), "\(page)")
            #expect(
                head.contains("og:image:width\" content=\"1200\"") && head.contains("og:image:height\" content=\"630\"")
            )
            #expect(head.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
        }
        #expect(try !place.text("index.html").contains("og:image"))
        #expect(try !place.text("sitemap.xml").contains(".png"))
        #expect(place.exists("two/card.png"))
    }

    @Test func areMadeOfQuotesWhereOthersMayShowThem() throws {
        let place = try Place(settings: "share_pictures: png\nbase_url: https://example.org/\nembeds: true\n")
        try place.install()
        #expect(place.build().exitStatus == 0)
        #expect(try place.text("one/statements/s1.html").contains(Self.image + "one/embed/statement-s1.png\">"))
        #expect(try place.text("one/index.html").contains(Self.image + "one/card.png\">"))
        #expect(place.exists("one/embed/statement-s1.png"))
    }

    /// The bytes of a site must not depend on what a machine happens to have.
    @Test func areNotMadeUnlessTheSiteAsksForThem() throws {
        for settings in ["", "share_pictures: svg\n"] {
            let place = try Place(settings: settings + "base_url: https://example.org/\n")
            try place.install()
            #expect(place.build().ofPictures.isEmpty)
            #expect(place.runs == 0 && !place.exists("one/card.png"))
            #expect(try !place.text("one/index.html").contains("og:image"))
        }
    }

    @Test func areKeptUntilTheirCardOrTheProgramChanges() throws {
        let place = try Place()
        try place.install()
        _ = place.build()
        _ = place.build()
        #expect(place.runs == 2, "nothing changed")
        try place.folder.write(
            Dispute("demand; refused; statement").event.replacing("title: ", with: "title: New "),
            to: "content/one/event.md")
        #expect(place.build().exitStatus == 0)
        #expect(place.runs == 3, "one card changed")
        #expect(try place.text("two/index.html").contains("two/card.png"))
        try place.install(version: "2")
        _ = place.build()
        #expect(place.runs == 5, "another version")
        try FileManager.default.removeItem(atPath: place.folder.path("public/two/card.png"))
        _ = place.build()
        #expect(place.runs == 6, "one is gone")
        #expect(place.exists("two/card.png"))
    }

    @Test func areMissedOnceWithoutAProgramAndMadeWhenItIsThere() throws {
        let place = try Place()
        for _ in 1...2 {
            let report = place.build()
            #expect(report.exitStatus == 0)
            #expect(report.ofPictures.map(\.code.name) == ["missing-renderer"])
            #expect(report.ofPictures.first?.hint?.contains("librsvg2-bin") == true)
            #expect(!place.exists("one/card.png"))
        }
        #expect(try !place.text("one/index.html").contains("og:image"))
        var checking = place.workspace()
        #expect(checking.check().ofPictures.map(\.code.name) == ["missing-renderer"])
        try place.install()
        #expect(place.build().ofPictures.isEmpty)
        #expect(try place.text("one/index.html").contains(Self.image + "one/card.png\">"))
        // And gone again with it.
        try FileManager.default.removeItem(atPath: place.folder.path("bin/rsvg-convert"))
        #expect(place.build().ofPictures.map(\.code.name) == ["missing-renderer"])
        #expect(try !place.text("one/index.html").contains("og:image"))
        #expect(!place.exists("one/card.png"))
    }

    static let failures: [(name: String, script: String, reason: String)] = [
        ("fails", "printf 'no \\033[31mfont\\n' >&2; exit 3", "no [31mfont"),
        ("fails in silence", "exit 3", "it ended with status 3"), ("writes nothing", "true", "it wrote no file"),
        ("writes something else", "echo hello >\"$4\"", "is not a PNG of 1200 × 630"),
        ("writes the half", "head -c 30 '%good' >\"$4\"", "is not a PNG of 1200 × 630"),
        ("hangs", "sleep 60", "it took more than"),
        ("hangs in a program of its own", "sh -c 'sleep 60; true' & wait", "it took more than"),
        ("writes without end", "cat /dev/zero >\"$4\"; exit $?", "it "),
        ("dies", "kill -SEGV $$", "it was ended by signal 11"),
    ]

    @Test(arguments: failures)
    func failuresAreWarningsAndPagesNameNoPicture(_ failure: (name: String, script: String, reason: String)) throws {
        let place = try Place()
        if failure.reason == "it took more than" { place.milliseconds = 1_000 }
        try place.install(failure.script)
        let start = ContinuousClock.now
        let report = place.build()
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(report.exitStatus == 0)
        #expect(report.ofPictures.map(\.code.name) == ["failed-picture", "failed-picture"])
        for diagnostic in report.ofPictures {
            #expect(diagnostic.message.contains(failure.reason), "\(diagnostic.message)")
            #expect(!diagnostic.message.contains("\u{1B}"))
        }
        #expect(try !place.text("one/index.html").contains("og:image"))
        #expect(!place.exists("one/card.png"))
        // The next build tries again, although nothing changed.
        let runs = place.runs
        place.milliseconds = 20_000
        try place.install()
        #expect(place.build().ofPictures.isEmpty)
        #expect(place.runs == runs + 2 && place.exists("one/card.png"))
    }

    @Test func threeFailuresAreEnough() throws {
        let place = try Place()
        for number in 1...12 {
            try place.folder.write(Dispute("demand; refused").event, to: "content/more-\(number)/event.md")
        }
        try place.install("exit 1")
        let report = place.build()
        #expect(report.exitStatus == 0)
        #expect((3...4).contains(place.runs) && (3...4).contains(report.ofPictures.count))
    }

    @Test func oneThatTheWriterGaveIsNotReplaced() throws {
        let place = try Place()
        try place.folder.write("mine", to: "content/one/card.jpg")
        try place.install()
        #expect(place.build().exitStatus == 0)
        #expect(place.runs == 1 && !place.exists("one/card.png"))
        #expect(try place.text("one/index.html").contains(Self.image + "one/card.jpg\">"))
    }

    @Test func theProgramGetsNoInputAndNoFilesOfThisOne() throws {
        let place = try Place()
        let (input, files) = (place.folder.path("input"), place.folder.path("files"))
        try place.install("wc -c >'\(input)'; ls /proc/self/fd | wc -l >'\(files)'; cp '%good' \"$4\"")
        #expect(place.build().ofPictures.isEmpty)
        let read = { (path: String) in
            try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        #expect(try read(input) == "0")
        #if os(Linux)
            // The three standard streams, and the folder that `ls` reads.
            #expect(try read(files) == "4")
        #endif
    }

    @Test func aPreviewHasNone() throws {
        let place = try Place()
        try place.install()
        var workspace = place.workspace()
        let site = try #require(workspace.refresh(.everything).site)
        #expect(site.contains("one/card.svg") && !site.contains("one/card.png"))
        #expect(site.file(at: "one/card.png") == nil)
        #expect(place.runs == 0)
    }

    @Test func areInTheListOfFiles() throws {
        let place = try Place()
        try place.install()
        var workspace = place.workspace()
        let listing = try #require(workspace.list().listing)
        #expect(listing.plan.outputs.map(\.path).contains("one/card.png"))
        #expect(place.runs == 0)
    }

    @Test(arguments: ["", "bin", ".", ":", "/nowhere"])
    func programsAreNotSearchedInTheFolderOfTheSite(_ path: String) {
        #expect(PictureRenderer.onPath(path) == nil)
    }
}
