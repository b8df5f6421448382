import Checking
import Diagnostics
import TestSupport
import Testing

/// Every hint of the cases leads somewhere: whoever follows it to the letter has a clean run, or is asked for something
/// that only the writer knows.
@Suite struct HintTests {
    private func problems(_ content: ContentFolder) throws -> [Diagnostic] {
        try #require(MemorySite(content)).problems()
    }

    /// The content of a case after somebody followed its hint.
    private func followed(_ hint: FollowedHint, _ content: ContentFolder) throws -> ContentFolder {
        var content = content
        for edit in hint.edits {
            guard let old = edit.old else {
                content.replace(edit.path, with: edit.new)
                continue
            }
            let before = try #require(content.texts[edit.path]?.text)
            try #require(before.contains(old), "\(edit.path) has no '\(old)'")
            content.replace(edit.path, with: before.replacing(old, with: edit.new ?? ""))
        }
        return content
    }

    @Test(arguments: FollowedHint.all.indices) func leadsToACleanRun(_ number: Int) throws {
        let hint = FollowedHint.all[number]
        let example = try #require(CheckCase.all.first { $0.name == hint.example })
        let left = try problems(followed(hint, example.content()))
        #expect(
            left.allSatisfy { $0.code.name != example.code && hint.leaves.contains($0.code.name) },
            "\(DiagnosticFormatter(format: .human).text(for: left))")
    }

    /// Each word that a hint quotes stands in what changes when it is followed.
    @Test(arguments: CheckCase.all) func isFollowedWordByWord(_ example: CheckCase) throws {
        let content = try example.content()
        var after = [try example.fixed()]
        for hint in FollowedHint.all where hint.example == example.name { after.append(try followed(hint, content)) }
        var words: Set<String> = FollowedHint.explained[example.name] ?? []
        // The folder's own name, in paths.
        words.insert("content")
        for other in after {
            for path in Set(content.allPaths + other.allPaths) {
                words.formUnion(changedWords(path, content.texts[path]?.text, other.texts[path]?.text))
            }
        }
        for hint in try Set(problems(content).compactMap(\.hint)) {
            for quoted in Self.quoted(hint) {
                let missing = Self.words(quoted).filter { !words.contains($0) }
                #expect(missing.isEmpty, "nothing follows '\(quoted)' of the hint: \(hint)")
            }
        }
    }

    /// A hint that gives several ways is followed in each of them.
    @Test(arguments: CheckCase.all) func isFollowedInEveryWay(_ example: CheckCase) throws {
        let hints = try problems(example.content()).compactMap(\.hint)
        let ways = hints.map { 1 + $0.matches(of: #/, or | or |; if not, /#).count }.max() ?? 1
        let followed = 1 + FollowedHint.all.count { $0.example == example.name }
        #expect(followed >= ways, "\(hints)")
    }

    private func changedWords(_ path: String, _ old: String?, _ new: String?) -> Set<String> {
        guard old != new else { return [] }
        func lines(_ text: String?) -> [Substring] { text?.split(separator: "\n") ?? [] }
        let change = lines(new).difference(from: lines(old))
        return Set(
            change.flatMap { step in
                switch step {
                case .insert(_, let line, _), .remove(_, let line, _): Self.words(String(line))
                }
            } + Self.words(path))
    }

    /// What stands between single quotes that are no apostrophes.
    private static func quoted(_ hint: String) -> [String] {
        hint.matches(of: /(?:^|[^\p{L}\p{N}])'([^']+)'/).map { String($0.output.1) }
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }
}
