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
    private var staged: Int { (try? place.folder.contents(of: ".public.explainer/stage").count) ?? 0 }
}
