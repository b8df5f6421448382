import Foundation
import TestSupport
import Testing

/// What the machine does to a run: streams that are full or closed, locks, signals.
@Suite struct EnvironmentTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test(arguments: ["build", "check", "explain", "templates", "--version", "--help", "check --format json"])
    func endsWithStatus3WhenTheStandardOutputIsFull(command: String) throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let run = try place.shell("\"$0\" \(command) >/dev/full")
        #expect(run.status == 3)
        #expect(run.errors == "explainer: cannot write to the standard output: No space left on device\n")
    }

    @Test func endsQuietlyWithItsOwnStatusWhenNobodyReads() throws {
        let run = try place.shell("(sleep 0.2; \"$0\" explain; echo $? >status) | true; cat status")
        #expect(run.output == "0\n" && run.errors.isEmpty)
        try place.breakContent()
        let failing = try place.shell("(sleep 0.2; \"$0\" check; echo $? >status) | true; cat status")
        #expect(failing.output == "1\n" && failing.errors.isEmpty)
    }

    @Test func writesIntoNoFileOfItsOwnWhenTheStandardOutputIsClosed() throws {
        let run = try place.shell("\"$0\" build >&-")
        #expect(run.status == 3)
        #expect(run.errors.contains("cannot write to the standard output"))
        let all = try place.shell("\"$0\" build --verbose <&- >&- 2>&-")
        #expect(all.status == 3)
        for (path, bytes) in try place.folder.contents(of: ".") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Built public"), "\(path)")
        }
    }

    @Test func refusesToBuildBesideAnotherBuild() throws {
        let lock = try place.lock()
        let run = try place.run("build")
        #expect(run.status == 3)
        #expect(run.errors.contains("another build (process 4242) is writing to 'public' [output-in-use]"))
        #expect(!place.exists("public"))
        try lock.close()
        #expect(try place.run("build").status == 0)
    }

    @Test func waitsForAnotherBuildWhenAsked() throws {
        let lock = try place.lock()
        let run = try place.run("build", "--wait") { program in
            #expect(program.says("Waiting for another build"))
            #expect(program.isRunning && !place.exists("public"))
            try lock.close()
        }
        #expect(run.status == 0)
        #expect(run.errors == "Waiting for another build (process 4242) to end.\n")
        #expect(place.exists("public/index.html"))
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func endsAndCleansUpWhenItIsInterrupted(signal: Int32, status: Int32) throws {
        _ = try place.run("build")
        let before = try place.folder.contents(of: "public")
        try place.grow(to: 400)
        let run = try place.run("build", "--jobs", "2") { program in
            #expect(program.waits { staged > 20 }, "nothing was staged")
            program.send(signal)
        }
        #expect(run.status == status)
        #expect(run.errors.hasSuffix("explainer: interrupted\n"))
        #expect(!run.output.contains("Built"))
        #expect(try place.folder.contents(of: "public") == before)
        #expect(staged == 0)
        #expect(try place.run("build").status == 0)
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func endsWhileItWaits(signal: Int32, status: Int32) throws {
        let lock = try place.lock()
        let run = try place.run("build", "--wait") { program in
            #expect(program.says("Waiting"))
            program.send(signal)
        }
        #expect(run.status == status)
        try lock.close()
    }

    /// The program that makes pictures ends with the build, and with what it started.
    @Test(arguments: [(SIGTERM, Int32(143)), (SIGINT, Int32(130)), (SIGKILL, nil)])
    func endsTheProgramsThatItRuns(_ signal: Int32, status: Int32?) throws {
        try place.replace("title: Harbour\n", "title: Harbour\nshare_pictures: png\n", in: "content/site.md")
        let file = place.folder.path("number")
        try place.folder.write(
            "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\necho $$ >'\(file).new'\nmv '\(file).new' '\(file)'\nexec sleep 60\n",
            to: "bin/rsvg-convert")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: place.folder.path("bin/rsvg-convert"))
        let path = place.folder.path("bin") + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        var child: Int32 = 0
        let run = try place.run("build", environment: ["PATH": path]) { program in
            #expect(program.waits(until: { FileManager.default.fileExists(atPath: file) }))
            child = Int32(try place.text("number").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
            program.send(signal)
        }
        #expect(run.status == status && (status != nil || run.signal == SIGKILL))
        #expect(child > 1)
        #if !os(Linux)
            if signal == SIGKILL { return }
        #endif
        // A process that has ended and that nobody has asked for yet is a zombie.
        var isGone = false
        for _ in 0..<500 where !isGone {
            let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
            isGone = kill(child, 0) != 0 || state?.contains(") Z ") == true
            usleep(10_000)
        }
        #expect(isGone, "\(child)")
    }

    @Test func endsWithStatus70WhenItBreaks() throws {
        let lock = try place.lock()
        let run = try place.run("build", "--wait") { program in
            #expect(program.says("Waiting"))
            program.send(SIGILL)
        }
        #expect(run.status == 70)
        #expect(run.errors.contains("please report it"))
        try lock.close()
    }

    /// How many files wait in the stage.
    private var staged: Int {
        (try? place.folder.contents(of: ".public.explainer/stage").keys.count { $0 != ".explainer-stage" }) ?? 0
    }

    /// Runs the program as a user whose number of threads is limited; root's is not.
    @Test(
        .enabled(if: geteuid() == 0, "another user is needed"), arguments: [1, 2, 3, 8], ["build", "check", "verify"])
    func worksWhereTheSystemMakesNoThreads(_ threads: Int, _ command: String) throws {
        let program = place.folder.path("explainer")
        try FileManager.default.copyItem(atPath: BuiltProducts.explainer.path, toPath: program)
        if command == "verify" { #expect(try place.run("build").status == 0) }
        try Self.open(place.folder.path)
        // A number of its own, so that no other test's threads count.
        let user = 60_000 + threads * 10 + command.utf8.count
        let run = try place.shell(
            "chown -R \(user) . && timeout 60 setpriv --reuid=\(user) --clear-groups prlimit --nproc=\(threads) ./explainer \(command) --jobs 4"
        )
        // Where the tools are missing, nothing is shown.
        if run.status == 127 { return }
        #expect(run.status == 0, "\(run.status ?? -1) \(run.errors)")
    }

    /// Lets every user enter a folder.
    private static func open(_ path: String) throws { chmod(path, 0o755) }

    /// Code that is not optimized allocates for each byte that it looks at, which takes for ever near a limit.
    @Test(.disabled(if: BuiltProducts.isDebugBuild), arguments: ["v", "d"])
    func namesTheLimitIfThereIsNoMemory(limit: String) throws {
        try place.grow(to: 300)
        var named = 0
        // With the lowest limits the program is not even loaded, with the highest it works.
        for kilobytes in stride(from: 20_000, through: 220_000, by: 20_000) {
            let run = try place.shell("ulimit -\(limit) \(kilobytes); timeout 120 $0 build --jobs 1")
            #expect(run.status != 70 && run.status != 124, "\(kilobytes): \(run.errors)")
            if run.status == 3 {
                named += 1
                #expect(run.errors.contains("(ulimit -\(limit))"), "\(kilobytes): \(run.errors)")
            }
            if run.status == 0 { break }
        }
        #expect(named > 0)
    }

    @Test func buildsInAFolderWhoseNameIsNotUTF8() throws {
        let run = try place.shell(
            "d=$(printf 'caf\\351'); mkdir \"$d\" && cp -R content templates \"$d\" && cd \"$d\" && $0 build -q && $0 build && $0 verify && $0 check --fix"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("unchanged") && run.output.contains("Verified public"))
        #expect(try place.shell("cd caf* && test -e public/index.html -a -e .public.explainer/lock").status == 0)
    }
}
