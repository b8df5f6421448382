import Foundation
import TestSupport
import Testing

/// Unsafe code stays in a short list of files: Bytes, Platform, the doors to libcmark and libyaml, the template machine.
///
/// Both the list and the number may shrink; whoever lets them grow says in the commit why it is worth it to users.
@Suite struct UnsafeCodeTests {
    private static let files: Set<String> = [
        "Bytes/ByteBuffer.swift", "Bytes/ByteBuffer+Pointers.swift", "Bytes/Span+Bytes.swift",
        "Model/Vocabulary/Field.swift", "Platform/Cores.swift", "Platform/Disk+Bytes.swift", "Platform/Disk+Trees.swift",
        "Reading/ByteSearch.swift", "Reading/MarkdownTree.swift", "Reading/YAML.swift",
        "Templates/Operations/Registers.swift", "Templates/Values/TemplateRecord.swift",
        "Templates/Values/ValueList.swift",
    ]
    /// Lines of code that mention it, in all files together.
    private static let lines = 52

    /// Lines of code of each source file, without comments and without what string literals hold.
    private static let sources: [String: [String]] = {
        let files = (try? FileTree.contents(of: FileTree.project + "Sources")) ?? [:]
        return files.filter { $0.key.hasSuffix(".swift") }.mapValues { bytes in
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
                .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
                .map { $0.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"") }
        }
    }()

    private static func lines(_ pattern: Regex<Substring>) -> [String: Int] {
        sources.mapValues { $0.count { $0.contains(pattern) } }.filter { $0.value > 0 }
    }

    @Test func staysInTheFilesOfTheList() {
        let found = Self.lines(/[Uu]nsafe/)
        #expect(Set(found.keys).subtracting(Self.files).sorted() == [], "unsafe code outside the list")
        #expect(Self.files.subtracting(found.keys).sorted() == [], "on the list without unsafe code")
    }

    @Test func doesNotGrow() {
        let count = Self.lines(/[Uu]nsafe/).values.reduce(0, +)
        #expect(count <= Self.lines, "more unsafe code than before")
        #expect(count >= Self.lines, "less unsafe code than before: lower the number")
    }

    @Test func onlyTheTemplateEngineTurnsExclusivityChecksOff() {
        let files = Self.lines(/@exclusivity\(unchecked\)/).keys
        #expect(files.filter { !$0.hasPrefix("Templates/") } == [])
    }

    @Test func noBuildHasFlagsThatItHides() throws {
        let package = try String(contentsOfFile: FileTree.project + "Package.swift", encoding: .utf8)
        #expect(!package.contains("unsafeFlags") && !package.contains("from: \""))
        let makefile = try String(contentsOfFile: FileTree.project + "Makefile", encoding: .utf8)
        #expect(!makefile.contains("-Xfrontend") && !makefile.contains("-Xcc"))
    }
}
