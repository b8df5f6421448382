import Foundation
import TestSupport

/// A folder with a small site in it, where the program is run as people run it.
final class Workplace {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "templates")
        for (path, text) in Workplace.site { try folder.write(text, to: "content/" + path) }
    }

    private static let site: KeyValuePairs = [
        "site.md": "---\ntitle: Harbour\n---\nA dispute about a harbour.\n",
        "event.md": "---\ntitle: The harbour dispute\nsummary: The port wants dues.\n---\nThe port wants dues.\n",
        "parties/port.md": "---\nname: The port\nkind: company\n---\n",
        "parties/fishers.md": "---\nname: The fishers\nkind: union\n---\n",
        "sources/letter.md": "---\ntitle: A letter of the port\ntype: letter\n---\n",
        "demands/dues.md":
            "---\ntitle: Pay dues\nfrom: port\nto: fishers\ndate: 2026-01-10\nsources: [letter]\n---\n",
    ]

    /// A fault that one edit mends.
    func breakContent() throws { try replace("to: fishers", "to: fisher", in: "content/demands/dues.md") }

    /// A warning: an act without a source (and a source that nobody cites then).
    func makeDubious() throws { try replace("sources: [letter]\n", "", in: "content/demands/dues.md") }

    func replace(_ old: String, _ new: String, in path: String) throws {
        try folder.write(text(path).replacing(old, with: new), to: path)
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path(path))), as: UTF8.self)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(path)) }

    func run(
        _ arguments: String..., environment: [String: String] = [:], started: (RunningProgram) throws -> Void = { _ in }
    ) throws -> ProgramRun {
        try ProgramRun.of(
            BuiltProducts.explainer, arguments, in: URL(filePath: folder.path),
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, started: started)
    }

    /// Runs a line of shell in which `$0` is the program.
    func shell(_ line: String) throws -> ProgramRun {
        try ProgramRun.of(
            URL(filePath: "/bin/bash"), ["-c", line, BuiltProducts.explainer.path],
            in: URL(filePath: folder.path))
    }

    /// Holds the lock of the output folder `public` as another build would, for as long as the value is kept.
    func lock() throws -> FileHandle {
        try folder.write("*\n", to: ".public.explainer/.gitignore")
        try folder.write("4242\n", to: ".public.explainer/lock")
        let handle = try FileHandle(forUpdating: URL(filePath: folder.path(".public.explainer/lock")))
        flock(handle.fileDescriptor, LOCK_EX)
        return handle
    }

    /// Adds so many pages that a build takes a while.
    func grow(to count: Int) throws {
        let words = String(repeating: "The fishers answered at length, and the port did not. ", count: 40)
        for number in 1...count {
            try folder.write("---\nname: Person \(number)\n---\n\(words)\n", to: "content/people/person-\(number).md")
        }
    }
}
