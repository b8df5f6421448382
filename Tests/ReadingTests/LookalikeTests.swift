import Diagnostics
import Testing

@testable import Reading

/// Characters that look right and are not: the message names the character and its place, and after its fix nothing is
/// reported.
@Suite struct LookalikeTests {
    @Test(arguments: [
        ("---\ntitle:\u{A0}X\n---\n", "U+00A0", "2:7"), ("---\ntitle: \u{A0}X\n---\n", "U+00A0", "2:8"),
        ("---\ntitle:\u{202F}X\n---\n", "U+202F", "2:7"), ("---\ntitle:\u{3000}X\n---\n", "U+3000", "2:7"),
        ("---\ntitle:\u{2003}X\n---\n", "U+2003", "2:7"),
        ("---\nlist:\n\u{A0}\u{A0}- a\n---\n", "U+00A0", "3:1"), ("---\nlist:\n \u{A0}- a\n---\n", "U+00A0", "3:2"),
        ("---\nlist:\n  - a: 1\n \u{A0} \u{A0}b: 2\n---\n", "U+00A0", "4:2"),
        ("---\ntitle：X\n---\n", "U+FF1A", "2:6"), ("---\ntitle： X\n---\n", "U+FF1A", "2:6"),
        ("---\nlist:\n  - name：X\n---\n", "U+FF1A", "3:9"),
        ("---\ntitle: “Strike: day two”\n---\n", "U+201C", "2:8"), ("---\nkind: “union”\n---\n", "U+201C", "2:7"),
        ("---\nkind: „union“\n---\n", "U+201E", "2:7"), ("---\ndate: ‘2026-02-24’\n---\n", "U+2018", "2:7"),
        ("---\ntitle: a\u{2028}b\n---\n", "U+2028", "2:9"), ("---\ntitle: a\n---\nb\u{2029}c\n", "U+2029", "4:2"),
        ("---\ntitle: X\n—-\nText\n", "closed", "1:1"), ("---\ntitle: X\n–––\nText\n", "closed", "1:1"),
        ("---\ntitle: X\n—-\nText\n\n---\n\nMore\n", "dashes", "3:1"),
        ("---\rtitle: X\r---\rText\rmore\r", "carriage return", "1:4"),
        ("---\ntitle: X\n---\nText\rmore\n", "carriage return", "4:5"),
    ])
    func areNamedAndFixed(_ text: String, _ word: String, _ place: String) throws {
        var bytes = Array(text.utf8)
        let file = TextFile(path: "x.md", bytes: bytes)
        let problems = parseDocument(file, path: "x.md").diagnostics
        let first = try #require(problems.first)
        #expect(problems.count == 1, "\(problems.map(\.message))")
        #expect(first.message.contains(word), "\(first.message)")
        let position = file.position(at: Int(first.location?.range.start ?? 0))
        #expect("\(position.line):\(position.column)" == place)
        let edit = try #require(first.fixIt)
        bytes.replaceSubrange(edit.location.range.offsets, with: Array(edit.replacement.utf8))
        let left = parseDocument(TextFile(path: "x.md", bytes: bytes), path: "x.md")
        #expect(left.diagnostics.isEmpty, "\(left.diagnostics.map(\.message))")
        #expect(left.value.hasFrontMatter)
    }

    @Test(arguments: [
        "---\ntitle: “Enough is enough”\n---\n", "---\nwords: |\n  \u{A0}a\n  name：b\n---\n\u{A0}x：y\n",
        "---\ntitle: A\u{A0}B\n---\n—\n",
    ])
    func areTextWhereTheyAreMeant(_ text: String) {
        let problems = parseDocument(TextFile(path: "x.md", text: text), path: "x.md").diagnostics
        #expect(problems.map(\.message) == [])
    }

    @Test(arguments: [
        Array("PK\u{3}\u{4}\u{14}\0\u{6}\0".utf8), Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3],
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], (0..<4000).map { UInt8(truncatingIfNeeded: $0 * 7 % 256) },
    ])
    func filesThatAreNotTextAreOneErrorWithoutAFix(_ bytes: [UInt8]) {
        let problems = parseDocument(TextFile(path: "x.md", bytes: bytes), path: "x.md").diagnostics
        #expect(problems.map(\.code) == [.notText])
        #expect(problems.allSatisfy { $0.fixIt == nil })
    }

    @Test(arguments: [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n", 1), ("a\n<<<<<<< HEAD\nb\n", 1),
        ("a\n>>>>>>> theirs\nb\n", 1),
        ("<<<<<<< HEAD\na\n||||||| base\nc\n=======\nb\n>>>>>>> x\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", 2),
        ("---\ntitle: X\n<<<<<<< HEAD\nsummary: a\n=======\nsummary: b\n>>>>>>> theirs\n---\n", 1),
        ("Heading\n=======\n", 0), (">>>>>>>\n> quote\n", 0), (" <<<<<<< HEAD\n", 0), ("<<<<<<<<< HEAD\n", 0),
    ])
    func conflictsAreErrors(_ text: String, _ count: Int) {
        let problems = parseDocument(TextFile(path: "x.md", text: text), path: "x.md").diagnostics
        #expect(problems.map(\.code) == Array(repeating: .conflictMarker, count: count))
    }
}
