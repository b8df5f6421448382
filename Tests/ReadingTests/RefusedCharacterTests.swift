import Testing

@testable import Reading

/// What typed characters may not be, character references and escapes may not make.
@Suite struct RefusedCharacterTests {
    /// References, the code of their problem, or none.
    static let references: [(written: String, code: String?)] = [
        ("&#1;", "control-character"), ("&#8;", "control-character"), ("&#27;", "control-character"),
        ("&#x1F;", "control-character"), ("&#127;", "control-character"), ("&#x80;", "control-character"),
        ("&#159;", "control-character"), ("&#xFFFE;", "control-character"), ("&#xffff;", "control-character"),
        ("&#65534;", "control-character"), ("&#xFDD0;", "control-character"), ("&#x1FFFE;", "control-character"),
        ("&#x10FFFF;", "control-character"), ("&#0;", "control-character"), ("&#xD800;", "control-character"),
        ("&#x110000;", "control-character"), ("&#9999999;", "control-character"),
        ("&#x202A;", "bidirectional-control"), ("&#x202E;", "bidirectional-control"),
        ("&#8238;", "bidirectional-control"),
        ("&#x200B;", "invisible-character"), ("&ZeroWidthSpace;", "invisible-character"),
        ("&InvisibleTimes;", "invisible-character"), ("&#xFEFF;", "invisible-character"),
        ("&#xE0041;", "invisible-character"),
        ("&amp;", nil), ("&#9;", nil), ("&#x2014;", nil), ("&shy;", nil), ("&zwnj;", nil), ("&zwj;", nil),
        ("&rlm;", nil), ("&#x2067;", nil), ("&#xFFFD;", nil), ("&#12345678;", nil), ("&#x;", nil), ("&nothing;", nil),
        ("&#x1F600;", nil), ("&#x200B", nil), ("\\&#8;", nil), ("`&#8;`", nil),
    ]
    static let contexts = [
        "Text ①{} here", "# A ①{} heading", "*a ①{}* b", "- a\n- b ①{}", "> ①{}", "| a | b |\n|---|---|\n| x | ①{} |",
        "![alt ①{}](x.png)", "[a](https://a.example \"t ①{}\")", "one &amp; two ①{} three", "a ①{}, {}",
    ]

    @Test(arguments: references.indices)
    func reportsWhatAReferenceMakes(_ index: Int) {
        let (written, code) = RefusedCharacterTests.references[index]
        for context in RefusedCharacterTests.contexts {
            let isEscaped = written.hasPrefix("\\") || written.hasPrefix("`")
            // In a title, libcmark reads a reference before a backslash.
            if isEscaped, context.contains("\"") || context.hasPrefix("![") { continue }
            let read = ProseCase(context.replacing("{}", with: written))
            let first = read.found.first
            #expect(first == code.map { $0 + "@1" }, "\(context)")
            let count = code == nil ? 0 : context.split(separator: "{}", omittingEmptySubsequences: false).count - 1
            #expect(read.found.count == count, "\(context)")
        }
    }

    @Test func reportsReferencesInAddresses() {
        #expect(ProseCase("[a](https://a.example/&#x202E;b)").found.first?.hasPrefix("bidirectional-control") == true)
        #expect(ProseCase("[a](①https://a.example/&#x7;b)").found.first?.hasPrefix("control-character") == true)
    }

    @Test func deletesAReference() {
        #expect(ProseCase("a&#x200B;b").mended == "ab")
        #expect(ProseCase("a &#9; `&#8;` &#8;b").mended == "a &#9; `&#8;` b")
    }

    @Test func pointsBehindCode() {
        #expect(ProseCase("a & ①&#8; b ②&#8;").found == ["control-character@1", "control-character@2"])
    }

    @Test(
        arguments: [
            ("\\x01", "control-character"), ("\\a", "control-character"), ("\\0", "control-character"),
            ("\\N", "control-character"), ("\\uFFFE", "control-character"), ("\\U0001FFFF", "control-character"),
            ("\\x7f", "control-character"), ("\\u202e", "bidirectional-control"), ("\\u200b", "invisible-character"),
            ("\\uFEFF", "invisible-character"), ("\\u2014", nil), ("\\t", nil), ("\\u200d", nil),
        ] as [(String, String?)])
    func reportsWhatAnEscapeMakes(_ written: String, _ code: String?) {
        for value in ["①\"a\(written)b\"", "①\"é\(written)\""] {
            #expect(ReadCase(yaml: "a: \(value)").found == (code.map { [$0 + "@1"] } ?? []), "\(value)")
        }
    }

    @Test(
        arguments: [0x80, 0x85, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0xFFFFF, 0x10FFFE, 0x10FFFF] as [UInt32])
    func refusesTypedCharacters(_ code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        #expect(ReadCase("abc ①\(Character(scalar))").found == ["control-character@1"])
    }

    @Test func tellsAnEscapeFromATypedCharacter() {
        #expect(ReadCase(yaml: "a: ①\"\u{200B} \\u200b\"").found == ["invisible-character@1"])
        #expect(ReadCase(yaml: "a: \"\u{200B} \\n\"").found == [])
    }
}
