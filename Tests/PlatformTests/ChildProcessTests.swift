import Foundation
import Platform
import TestSupport
import Testing

/// Other programs that run within limits.
@Suite struct ChildProcessTests {
    private func run(
        _ line: String, milliseconds: Int = 20_000, change: (inout ChildProcess.Limits) -> Void = { _ in }
    ) throws -> (ending: ChildProcess.Ending, output: String, errors: String) {
        let folder = try TemporaryFolder()
        var limits = ChildProcess.Limits()
        limits.milliseconds = milliseconds
        change(&limits)
        let output = try Disk.createFile(folder.path("out"), in: Disk.workingFolder)
        let errors = try Disk.createFile(folder.path("err"), in: Disk.workingFolder)
        let ending = try ChildProcess.run(
            "/bin/sh", ["-c", line], output: output, errors: errors, limits: limits)
        let text = { try String(contentsOfFile: folder.path($0), encoding: .utf8) }
        return (ending, try text("out"), try text("err"))
    }

    @Test(arguments: [
        ("exit 0", ChildProcess.Ending.exited(0)), ("exit 7", .exited(7)), ("kill -TERM $$", .killed(15)),
    ]) func tellsHowAProgramEnded(_ line: String, _ ending: ChildProcess.Ending) throws {
        #expect(try run(line).ending == ending)
    }

    @Test func keepsWhatItPrints() throws {
        let ran = try run("echo one; echo two >&2")
        #expect(ran.output == "one\n" && ran.errors == "two\n")
    }

    @Test func givesItNoInput() throws {
        #expect(try run("cat; echo end; ulimit -c").output == "end\n0\n")
    }

    @Test func killsItAndWhatItStartedWhenTheTimeIsOver() throws {
        let folder = try TemporaryFolder()
        let start = ContinuousClock.now
        let late = folder.path("late")
        #expect(try run("(sleep 2; touch '\(late)') & sleep 60", milliseconds: 300).ending == .tooSlow)
        #expect(ContinuousClock.now - start < .seconds(10))
        Disk.pause(milliseconds: 2_500)
        #expect(!FileManager.default.fileExists(atPath: late))
    }

    @Test func boundsProcessorTimeAndFiles() throws {
        let busy = try run("while :; do :; done") { $0.seconds = 1 }
        #expect(busy.ending == .killed(Int(SIGXCPU)) || busy.ending == .killed(Int(SIGKILL)), "\(busy.ending)")
        let large = try run("exec cat /dev/zero") { $0.fileSize = 100_000 }
        #expect(large.output.utf8.count == 100_000)
        #expect(large.ending != .exited(0))
    }

    #if os(Linux)
        @Test func boundsMemory() throws {
            let ran = try run("x=a; while :; do x=$x$x; done") { $0.memory = 64 << 20 }
            #expect(ran.ending != .exited(0) && ran.ending != .tooSlow, "\(ran.ending)")
        }
    #endif

    @Test func throwsIfThereIsNoProgram() throws {
        let folder = try TemporaryFolder()
        let output = try Disk.createFile(folder.path("out"), in: Disk.workingFolder)
        #expect(throws: Errno.noSuchFileOrDirectory) {
            try ChildProcess.run(folder.path("nothing"), [], output: output, errors: output)
        }
    }

    @Test func runsManyAtOnce() throws {
        let endings = Cores(jobs: 4).map(Array(0..<40)) { number in
            (try? self.run("exit \(number)"))?.ending
        }
        #expect(endings == (0..<40).map { .exited($0) })
    }
}
