import Foundation
import Platform
import Synchronization
import Testing

@testable import Writing

/// Fixed sources: replaced as a whole or not at all, and nothing else is ever in their folder.
@Suite struct SourceReplacementTests {
    let sandbox: Sandbox
    init() throws {
        sandbox = try Sandbox()
        try sandbox.put("content/parties/a.md", "old text")
    }

    private var path: String { sandbox.root.appendingPathComponent("content/parties/a.md").path }

    private func replace(_ probe: (@Sendable () -> Int32)? = nil) throws -> [String] {
        let file = SourceReplacement(
            folder: sandbox.root.appendingPathComponent("content").path, path: "parties/a.md", shown: "content/a.md",
            old: Array("old text".utf8), new: Array("new text, and longer".utf8))
        let options = sandbox.options { options in
            if let probe { options.beforeChange = { change, _ in change == .replaceSource ? probe() : 0 } }
        }
        return try SourceReplacement.write([file], options).flatMap { $0.fault.diagnostics.map(\.message) }
    }

    private var names: [String] {
        FileManager.default.enumerator(atPath: sandbox.root.appendingPathComponent("content").path)?
            .compactMap { $0 as? String }.sorted() ?? []
    }

    @Test(arguments: [1, 2]) func keepsModeOwnerAndNames(links: Int) throws {
        chmod(path, 0o640)
        let isRoot = geteuid() == 0
        if isRoot { chown(path, 12_345, 54_321) }
        let other = sandbox.root.appendingPathComponent("other.md").path
        if links == 2 { link(path, other) }
        #expect(try replace() == [])
        #expect(sandbox.text("content/parties/a.md") == "new text, and longer")
        let state = try Disk.state(of: path)
        #expect(state.permissions == 0o640 && state.links == links)
        if isRoot { #expect(state.owner == 12_345 && state.group == 54_321) }
        if links == 2 { #expect(sandbox.text("other.md") == "new text, and longer") }
        #expect(names == ["parties", "parties/a.md"])
    }

    @Test func hasNothingTemporaryInTheFolderAtAnyTime() throws {
        let (content, seen) = (sandbox.root.appendingPathComponent("content").path, Seen())
        #expect(
            try replace {
                seen.set(FileManager.default.enumerator(atPath: content)?.compactMap { $0 as? String }.sorted() ?? [])
                return EIO
            } == ["cannot write 'content/a.md': Input/output error"])
        #expect(seen.value == ["parties", "parties/a.md"] && names == seen.value)
        #expect(sandbox.text("content/parties/a.md") == "old text")
        #expect(!sandbox.exists(".public.explainer/fixed"))
    }

    @Test(arguments: ["appended", "replaced", "same size"], [1, 2])
    func leavesAFileThatWasChangedMeanwhile(how: String, links: Int) throws {
        let path = path
        if links == 2 { link(path, sandbox.root.appendingPathComponent("other.md").path) }
        let text = how == "same size" ? "OLD TEXT" : "old text and a paragraph"
        let messages = try replace {
            if how == "replaced" { unlink(path) }
            try? Data(text.utf8).write(to: URL(filePath: path))
            return 0
        }
        #expect(messages.count == 1 && messages[0].contains("was changed"))
        #expect(sandbox.text("content/parties/a.md") == text)
    }

    @Test func refusesAReadOnlyFileAndALink() throws {
        chmod(path, 0o444)
        #expect(try replace() == ["cannot write 'content/a.md': Permission denied"])
        try sandbox.remove("content/parties/a.md")
        try sandbox.put("secret.md", "old text")
        try sandbox.link("content/parties/a.md", to: "../../secret.md")
        #expect(try replace().count == 1)
        #expect(sandbox.text("secret.md") == "old text")
    }

    /// A value that a probe sets.
    private final class Seen: Sendable {
        private let names = Mutex([String]())
        var value: [String] { names.withLock(\.self) }
        func set(_ value: [String]) { names.withLock { $0 = value } }
    }
}
