import Foundation
import TestSupport
import Testing

@testable import Writing

/// Outputs that are refused before anything is touched, and the lock.
@Suite struct OutputFolderTests {
    let sandbox: Sandbox
    init() throws {
        sandbox = try Sandbox()
        try sandbox.put("project/content/event.md", "x")
        try sandbox.put("project/templates/page.html", "x")
    }

    private func path(_ name: String) -> String { sandbox.root.appendingPathComponent(name).path }

    private func refusal(_ output: String) throws -> String? {
        let before = try sandbox.snapshot("")
        defer { #expect((try? sandbox.snapshot("")) == before) }
        do throws(WriteFault) {
            _ = try WriteSession.open(
                WriteOptions(
                    output: output, sources: [path("project/content"), path("project/templates")],
                    surroundings: [path("project")]))
            return nil
        } catch {
            #expect(error.exitStatus == 2)
            guard case .forbiddenOutput(_, let reason) = error else { return "\(error)" }
            return reason
        }
    }

    @Test(arguments: [
        ("", "its name is empty"), ("/", "it is the root of the disk"), ("//", "it is the root of the disk"),
        (".", "it is the folder that the command runs in"), ("./", "it is the folder that the command runs in"),
        ("..", "it holds the folder that the command runs in"), ("a\u{0}b", "its name holds a zero byte"),
        ("no/such/folder", "the folder it is to be made in does not exist"),
    ])
    func refusesFoldersThatAreNoSite(output: String, reason: String) throws {
        #expect(try refusal(output)?.hasPrefix(reason) == true)
    }

    @Test(arguments: [
        ("project", "it holds the source folder"), ("", "it holds the"),
        ("project/content", "it is the source folder"), ("project/content/", "it is the source folder"),
        ("project/content/public", "it lies in the source folder"),
        ("project/templates/a", "it lies in the source folder"), ("project/templates", "it is the source folder"),
        ("project/content/../content/./x", "it lies in the source folder"), ("alias", "it is the source folder"),
        ("alias/x", "it lies in the source folder"), ("file", "it is a file"), ("dangling", "it is a link that leads"),
        ("project/content/../..", "it holds the"),
    ])
    func refusesTheSourcesAndWhatHoldsThem(output: String, reason: String) throws {
        try sandbox.link("alias", to: "project/content")
        try sandbox.link("dangling", to: "nowhere")
        try sandbox.put("file", "x")
        let refusal = try refusal(path(output))
        #expect(
            refusal?.contains(reason) == true || refusal?.contains("it is the project") == true, "\(refusal ?? "none")")
    }

    @Test func refusesTheHomeFolder() throws {
        let home = try #require(ProcessInfo.processInfo.environment["HOME"])
        #expect(try refusal(home) == "it is the home folder")
        #expect(try refusal(home + "/..")?.hasPrefix("it ") == true)
    }

    @Test(arguments: ["project/public", "site", "project/contents"])
    func acceptsAFolderOfItsOwn(output: String) throws {
        let session = try WriteSession.open(
            WriteOptions(
                output: path(output), sources: [path("project/content")], surroundings: [path("project")]))
        session.abandon()
    }

    @Test func refusesASecondBuildAndNamesTheFirst() throws {
        let first = try WriteSession.open(sandbox.options())
        #expect(throws: WriteFault.self) { try WriteSession.open(sandbox.options()) }
        do throws(WriteFault) { _ = try WriteSession.open(sandbox.options()) } catch {
            #expect(error.exitStatus == 3)
            #expect(
                error.diagnostics.map(\.message) == [
                    "another build (process \(getpid())) is writing to '\(sandbox.output.path)'"
                ])
        }
        first.abandon()
        let second = try WriteSession.open(sandbox.options())
        _ = try second.commit()
        _ = try WriteSession.open(sandbox.options())
    }

    @Test func waitsForTheFirstBuildWhenAsked() async throws {
        let first = try WriteSession.open(sandbox.options())
        try first.add("index.html", Array("one".utf8))
        let waiting = AsyncStream<Int32?>.makeStream()
        let options = sandbox.options {
            $0.wait = true
            $0.willWait = { waiting.continuation.yield($0) }
        }
        let second = Task.detached {
            let session = try WriteSession.open(options)
            try session.add("index.html", Array("two".utf8))
            return try session.commit()
        }
        for await owner in waiting.stream {
            #expect(owner == getpid())
            break
        }
        _ = try first.commit()
        #expect(try await second.value.changed == ["index.html"])
        #expect(sandbox.text("public/index.html") == "two")
    }

    @Test func locksAnewWhenTheWorkFolderWasDeleted() throws {
        let first = try WriteSession.open(sandbox.options())
        try sandbox.remove(".public.explainer")
        let second = try WriteSession.open(sandbox.options())
        try second.add("index.html", Array("two".utf8))
        #expect(throws: WriteFault.self) { try first.add("index.html", Array("one".utf8)) }
        #expect(try second.commit().written == 1)
    }

    @Test func findsOutBeforeRenderingThatItCannotWrite() throws {
        // A file where the work folder is to be fails for root too, whom permissions do not stop.
        try sandbox.put(".public.explainer", "in the way")
        do throws(WriteFault) {
            _ = try WriteSession.open(sandbox.options())
            Issue.record("opened")
        } catch {
            #expect(error.exitStatus == 3)
            #expect(error.diagnostics.first?.message.hasSuffix("Not a directory") == true)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func findsOutBeforeRenderingThatTheDiskIsReadOnly() throws {
        try sandbox.build(["index.html": "home"])
        let root = sandbox.root.path
        guard try ProgramRun.of(URL(fileURLWithPath: "/bin/mount"), ["--bind", root, root]).status == 0 else { return }
        defer { _ = try? ProgramRun.of(URL(fileURLWithPath: "/bin/umount"), [root]) }
        let remount = ["-o", "remount,bind,ro", root]
        guard try ProgramRun.of(URL(fileURLWithPath: "/bin/mount"), remount).status == 0 else { return }
        do throws(WriteFault) {
            _ = try WriteSession.open(sandbox.options())
            Issue.record("opened")
        } catch {
            #expect(error.exitStatus == 3)
            #expect(error.diagnostics.first?.message.hasSuffix("Read-only file system") == true)
        }
    }

    @Test func abandonsEverySessionOfTheProcess() throws {
        let session = try WriteSession.open(sandbox.options())
        try session.add("index.html", Array("x".utf8))
        // Not `abandonAll`, which would reach into tests that run beside this one.
        session.abandon()
        session.abandon()
        #expect(sandbox.isTidy)
        do throws(WriteFault) { _ = try session.commit() } catch { #expect(error.exitStatus == 130) }
    }
}
