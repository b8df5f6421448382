import Foundation
import TestSupport
import Testing

/// Options for putting a site online: `--mtimes`, `--work-folder`, `--max-file-size`.
@Suite struct DeployingTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    // MARK: Time stamps

    private func times(_ folder: String = "public") throws -> [String: Date] {
        var times: [String: Date] = [:]
        for path in try place.folder.contents(of: folder).keys {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.folder.path(folder + "/" + path))
            times[path] = attributes[.modificationDate] as? Date
        }
        return times
    }

    private static func day(_ date: Date?) -> String? { date.map { String($0.formatted(.iso8601).prefix(10)) } }

    @Test func givesFilesTheDatesOfTheRecord() throws {
        try place.folder.write("png", to: "content/map.png")
        try place.folder.write(place.text("content/event.md") + "![A map](map.png)\n", to: "content/event.md")
        try #require(place.run("build", "--mtimes", "record").status == 0)
        let first = try times()
        #expect(first.count > 20 && first.allSatisfy { Self.day($0.value) == "2026-01-10" }, "\(first)")
        // The same from nothing, and in another folder: a machine that builds from a fresh copy sends nothing again.
        try #require(place.run("build", "--mtimes", "record", "--output", "other").status == 0)
        #expect(try times("other") == first)
        // An edit changes the times of the files whose bytes it changes, although no date is another one.
        try place.replace("title: Pay dues", "title: Pay duty", in: "content/demands/dues.md")
        let before = try place.folder.contents(of: "public")
        try #require(place.run("build", "--mtimes", "record").status == 0)
        let after = try place.folder.contents(of: "public")
        let second = try times()
        for (path, bytes) in after where path != ".explainer-manifest" {
            #expect((before[path] == bytes) == (first[path] == second[path]), "\(path)")
        }
        #expect(try place.run("verify").status == 0)
        // A build that changes nothing leaves the times; one without the option gives them to what it writes only.
        try #require(place.run("build", "--mtimes", "record").output.contains(" 0 files written") == true)
        #expect(try times() == second)
    }

    @Test func givesThemToFilesOfAnEarlierBuild() throws {
        try #require(place.run("build").status == 0)
        #expect(Self.day(try times()["index.html"]) != "2026-01-10")
        let run = try place.run("build", "--mtimes", "record")
        #expect(run.status == 0 && run.output.contains("0 files written"), "\(run.output)")
        #expect(try times().values.allSatisfy { Self.day($0) == "2026-01-10" })
        #expect(try place.run("build", "--mtimes", "yesterday").status == 2)
    }

    // MARK: The work folder

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: place.folder.path(folder))) ?? []).sorted()
    }

    @Test(arguments: [true, false]) func keepsItsCacheWhereTheUserSays(_ isOption: Bool) throws {
        func run(_ arguments: String...) throws -> ProgramRun {
            let option = isOption ? ["--work-folder", "caches/"] : []
            let variable = isOption ? [:] : ["EXPLAINER_WORK_FOLDER": "caches"]
            return try ProgramRun.of(
                BuiltProducts.explainer, arguments + option, in: URL(filePath: place.folder.path),
                environment: ProcessInfo.processInfo.environment.merging(variable) { $1 })
        }
        try #require(run("build").status == 0)
        #expect(!place.exists(".public.explainer") && names("caches").count == 1)
        #expect(!place.exists("public/.explainer-stage"))
        #expect(try run("build").output.contains("0 files written"))
        // One folder serves several outputs.
        try #require(run("build", "--output", "other").status == 0)
        #expect(names("caches").count == 2)
        #expect(try run("verify").status == 0)
        #expect(names("caches").count == 2, "verify leaves nothing")
        // What is lost is in the cache too.
        try FileManager.default.removeItem(atPath: place.folder.path("content/parties/fishers.md"))
        try place.replace("to: fishers", "to: port", in: "content/demands/dues.md")
        try place.replace("from: port", "from: port\ndraft: true", in: "content/demands/dues.md")
        try #require(run("build").status == 0)
        #expect(try run("list", "--lost").output.contains("parties/fishers.html"))
        #expect(try run("check").output.contains("[lost-address]"))
        try #require(run("clean").status == 0)
        #expect(names("caches").count == 1)
        try #require(run("clean", "--output", "other").status == 0)
        #expect(!place.exists("caches") && !place.exists("public"))
    }

    @Test(arguments: [
        ("public", "the output folder"), ("public/.work", "the output folder"), ("content/.work", "the source folder"),
        ("templates", "the source folder"), ("site/more/.work", "a site that explainer wrote"),
        ("x/../public/y", "the output folder"),
    ]) func refusesAWorkFolderThatIsServedOrRead(_ folder: String, _ words: String) throws {
        try #require(place.run("build", "--output", "site").status == 0)
        let before = try place.folder.contents(of: ".")
        let run = try place.run("build", "--work-folder", folder)
        #expect(run.status == 2 && run.errors.contains(words) && run.errors.contains("hint: "), "\(run.errors)")
        #expect(try place.folder.contents(of: ".") == before)
    }

    /// Outputs whose neighbours readers can ask for: the cache goes where the user keeps caches.
    @Test(arguments: ["www/story", "html/story", "public_html/story", "home/story", "site/story", "site/a/b"])
    func putsNoCacheIntoAServedFolder(_ output: String) throws {
        try place.folder.write("Welcome", to: "home/index.html")
        try #require(place.run("build", "--output", "site").status == 0)
        let folder = output.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(
            atPath: place.folder.path(folder), withIntermediateDirectories: true)
        let before = Set(names(folder))
        let caches = ["XDG_CACHE_HOME": place.folder.path("caches")]
        let run = try place.run("build", "--output", output, environment: caches)
        #expect(run.status == 0, "\(run.errors)")
        #expect(Set(names(folder)) == before.union([String(output.split(separator: "/").last ?? "")]))
        #expect(names("caches/explainer").count == 1)
        let again = try place.run("build", "--output", output, environment: caches)
        #expect(again.output.contains("0 files written"))
        #expect(try place.run("clean", "--output", output, environment: caches).status == 0)
        #expect(names("caches/explainer").isEmpty)
        // Nobody knows where caches may be: no folder is guessed.
        let lost = try place.run("build", "--output", output, environment: ["XDG_CACHE_HOME": "", "HOME": ""])
        #expect(lost.status == 3 && lost.errors.contains("--work-folder"), "\(lost.errors)")
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere")) func saysWhatToDoWherePermissionsStopIt() throws {
        try FileManager.default.createDirectory(atPath: place.folder.path("locked"), withIntermediateDirectories: true)
        chmod(place.folder.path("locked"), 0o555)
        let run = try place.run("build", "--work-folder", "locked/work")
        #expect(
            run.status == 3 && run.errors.contains("hint: ") && run.errors.contains("--work-folder"), "\(run.errors)")
        let output = try place.run("build", "--output", "locked/public")
        #expect(output.status == 3 && output.errors.contains("--work-folder"), "\(output.errors)")
    }

    @Test func saysWhatToDoWhereAFileIsInTheWay() throws {
        try place.folder.write("mine", to: "caches")
        let run = try place.run("build", "--work-folder", "caches")
        #expect(run.status == 3 && run.errors.contains("--work-folder"), "\(run.errors)")
        #expect(try place.text("caches") == "mine")
        #expect(try place.run("build", "--work-folder", "").status == 2)
    }

    /// Renaming works only within a file system: a new site is put in place from another one all the same.
    @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm"))) func worksAcrossFileSystems() throws {
        let folder = "/dev/shm/explainer-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try place.run("build", "--work-folder", folder)
        #expect(first.status == 0, "\(first.errors)")
        #expect(try place.run("build", "--output", "near").status == 0)
        #expect(try place.folder.contents(of: "public") == place.folder.contents(of: "near"))
        #expect(!place.exists("public/.explainer-stage"))
        try place.replace("title: Pay dues", "title: Pay", in: "content/demands/dues.md")
        #expect(try place.run("build", "--work-folder", folder).status == 0)
        #expect(try place.run("verify", "--work-folder", folder).status == 0)
        // A build that fails before it writes leaves no empty folder.
        try FileManager.default.removeItem(atPath: place.folder.path("public"))
        try place.breakContent()
        #expect(try place.run("build", "--work-folder", folder).status == 1)
        #expect(!place.exists("public"))
    }

    // MARK: The largest file

    @Test func readsFilesAsLargeAsTheUserAllows() throws {
        let long = String(repeating: "A long word. ", count: 90_000)
        try place.folder.write("---\ntitle: Long\n---\n\(long)\n", to: "content/long.md")
        #expect(try place.run("check").status == 0)
        for (arguments, environment, isRead) in [
            (["--max-file-size", "1"], [:], false), (["--max-file-size", "2"], [:], true),
            ([], ["EXPLAINER_MAX_FILE_SIZE": "1"], false), ([], ["EXPLAINER_MAX_FILE_SIZE": "2"], true),
            (["--max-file-size", "2"], ["EXPLAINER_MAX_FILE_SIZE": "1"], true),
        ] as [([String], [String: String], Bool)] {
            let run = try ProgramRun.of(
                BuiltProducts.explainer, ["check"] + arguments, in: URL(filePath: place.folder.path),
                environment: ProcessInfo.processInfo.environment.merging(environment) { $1 })
            #expect(run.status == (isRead ? 0 : 1), "\(arguments) \(environment) \(run.output)")
            #expect(run.output.contains("[file-too-large]") == !isRead)
            #expect(isRead || run.output.contains("--max-file-size"))
        }
        for size in ["0", "1025", "x"] { #expect(try place.run("check", "--max-file-size", size).status == 2) }
        #expect(try place.run("check", environment: ["EXPLAINER_MAX_FILE_SIZE": "many"]).status == 2)
        try place.folder.write(String(repeating: "/* x */", count: 200_000), to: "templates/assets/own.css")
        let theme = try place.run("check", "--max-file-size", "1")
        #expect(theme.output.contains("[oversized-theme-file]") && theme.output.contains("larger than 1 MiB"))
        // The cache of a build with another limit is not used.
        try FileManager.default.removeItem(atPath: place.folder.path("templates/assets/own.css"))
        try #require(place.run("build").status == 0)
        #expect(try place.run("build", "--max-file-size", "1").status == 1)
    }
}
