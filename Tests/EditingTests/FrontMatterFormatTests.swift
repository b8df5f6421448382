import Diagnostics
import Editing
import Foundation
import Model
import Reading
import TestSupport
import Testing

/// Front matter as it is written → as it is formatted. `·` is a space at the end of a line.
@Suite struct FrontMatterFormatTests {
    static let rows: [(written: String, formatted: String)] = [
        ("title: A\nfrom: a\nto: b\ndate: 2026\n", "title: A\nfrom: a\nto: b\ndate: 2026\n"),
        ("date: 2026\nto: b\nfrom: a\ntitle: A\n", "title: A\nfrom: a\nto: b\ndate: 2026\n"),
        ("sources: a\nwords: W\ntitle: A\n", "title: A\nwords: W\nsources: a\n"),
        ("title:    A\nfrom:a: b\n", "title: A\nfrom:a: b\n"),
        ("title:    A\nfrom:  a···\n", "title: A\nfrom: a\n"),
        ("title: A\n\n\nfrom: a\n\n", "title: A\nfrom: a\n"),
        // Lists.
        ("title: A\nsources:\n- a\n- b\n", "title: A\nsources:\n  - a\n  - b\n"),
        ("title: A\nsources:\n    - a\n    - b\n", "title: A\nsources:\n  - a\n  - b\n"),
        (
            "points:\n- title: A\n  text: |\n    x\n\n    y\n- title: B\n",
            "points:\n  - title: A\n    text: |\n      x\n\n      y\n  - title: B\n"
        ),
        ("sources: [ a,  b ]\ntitle: A\n", "title: A\nsources: [ a,  b ]\n"),
        ("sources: [a,\n  b]\ntitle: A\n", "title: A\nsources: [a,\n  b]\n"),
        // Texts of several lines.
        ("words: |\n  a··\n\n  b\ntitle: A\n", "title: A\nwords: |\n  a··\n\n  b\n"),
        ("words: >-\n  a\n  b\ntitle: A\n", "title: A\nwords: >-\n  a\n  b\n"),
        ("words: \"a··\n  b\"\ntitle: A\n", "title: A\nwords: \"a··\n  b\"\n"),
        ("words: a\n  b\ntitle: A\n", "title: A\nwords: a\n  b\n"),
        // Comments.
        ("# about the file\n\nfrom: a\ntitle: A\n", "# about the file\n\ntitle: A\nfrom: a\n"),
        ("# who\nfrom: a\n# what\ntitle: A\n", "# what\ntitle: A\n# who\nfrom: a\n"),
        ("from: a\n\n# what\n# it is\n\ntitle: A\n", "# what\n# it is\ntitle: A\nfrom: a\n"),
        ("from: a\ntitle: A\n# last··\n", "title: A\nfrom: a\n# last··\n"),
        ("from: a\ntitle: A\n#words:\n#main:\n", "title: A\nfrom: a\n#words:\n#main:\n"),
        (
            "sources:\n  - a\n  # not b\n  - c\n  # nor d\ntitle: A\n",
            "title: A\nsources:\n  - a\n  # not b\n  - c\n  # nor d\n"
        ),
        // Unknown fields stay in order behind the others.
        ("zz: 1\naa: 2\ntitle: A\n", "title: A\nzz: 1\naa: 2\n"),
        // Left alone.
        ("{title: A, from: b}\n", "{title: A, from: b}\n"), ("from: a\ntitle: 'x\n", "from: a\ntitle: 'x\n"),
        ("from: a\ntitle: A\nfrom: b\n", "from: a\ntitle: A\nfrom: b\n"), ("", ""), ("# only\n", "# only\n"),
    ]

    private func formatted(_ text: String, _ path: String = "demands/x.md", _ kind: String = "demand") throws -> String
    {
        let document = parseDocument(TextFile(path: path, text: text), path: path).value
        let record = try #require(Vocabulary.record(kind))
        return String(decoding: FrontMatterFormat.formatted(document, as: record), as: UTF8.self)
    }

    @Test(arguments: rows) func formats(_ written: String, _ expected: String) throws {
        for end in ["\n", "\r\n"] {
            for start in ["", "\u{FEFF}"] {
                func file(_ text: String) -> String {
                    (start + "---\n" + text + "---\n\nA *body*  \n\n\n---\nfrom: x\n").replacing("·", with: " ")
                        .replacing("\n", with: end)
                }
                let result = try formatted(file(written))
                #expect(result == file(expected))
                #expect(try formatted(result) == result)
            }
        }
    }

    /// Every document of the project: what it says and its body stay, and formatting twice changes nothing more.
    @Test func changesNothingButTheForm() throws {
        let folders = try FileTree.folders(in: URL(filePath: FileTree.project + "Tests/SiteTests/Sites")).map {
            "Tests/SiteTests/Sites/\($0)/content"
        }
        var count = 0
        for folder in folders + ["content"] {
            let root = URL(filePath: FileTree.project + folder)
            let paths = try FileTree.files(below: root).filter { $0.hasSuffix(".md") }
            let documents = try paths.map { path in
                let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
                return parseDocument(TextFile(path: path, text: text), path: path).value
            }
            for document in ContentNames(documents).documents {
                guard let record = document.placement?.record else { continue }
                let bytes = FrontMatterFormat.formatted(document.document, as: record)
                let again = parseDocument(TextFile(path: document.path, bytes: bytes), path: document.path).value
                #expect(FrontMatterFormat.formatted(again, as: record) == bytes, "\(folder)/\(document.path)")
                #expect(bytes[again.body.offsets] == document.file.bytes[document.document.body.offsets])
                func comments(_ bytes: [UInt8]) -> [String] {
                    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("#") }.map(
                        String.init
                    ).sorted()
                }
                #expect(comments(bytes) == comments(document.file.bytes))
                if bytes != document.file.bytes { count += 1 }
            }
        }
        #expect(count > 10, "the sites have files that are not formatted")
    }
}
