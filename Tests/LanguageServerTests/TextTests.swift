import Diagnostics
import LanguageServer
import TestSupport
import Testing

@Suite struct TextTests {
    private static let samples = [
        "", "a", "a\nb\n", "a\r\nb\rc\n", "\u{FEFF}a\nb", "ä\u{1F600}x\n\u{1F600}", "e\u{301}\n\n\n",
        String(repeating: "a\u{1F600}", count: 1_200) + "\nend",
    ]

    @Test(arguments: samples, [PositionEncoding.utf8, .utf16, .utf32])
    func offsetsSurviveTheWay(_ text: String, _ encoding: PositionEncoding) {
        let table = LineTable(Array(text.utf8), encoding)
        var offset = text.hasPrefix("\u{FEFF}") ? 3 : 0
        for scalar in text.unicodeScalars.dropFirst(offset == 3 ? 1 : 0) {
            let position = table.position(at: offset)
            // Between CR and LF there is no position of its own.
            if !(scalar == "\n" && offset > 0 && table.bytes[offset - 1] == 0x0D) {
                #expect(table.offset(of: position) == offset, "\(position)")
            }
            offset += String(scalar).utf8.count
        }
        #expect(table.offset(of: table.position(at: offset)) == offset)
    }

    @Test func countsUnitsOfTheEncoding() {
        let text = "\u{FEFF}ä\u{1F600}x\r\ny"
        let place = text.utf8.count - 4
        for (encoding, wanted) in [(PositionEncoding.utf8, 6), (.utf16, 3), (.utf32, 2)] {
            let table = LineTable(Array(text.utf8), encoding)
            #expect(table.position(at: place) == LSP.Position(line: 0, character: wanted))
            #expect(table.offset(of: LSP.Position(line: 0, character: wanted)) == place)
            #expect(table.position(at: text.utf8.count) == LSP.Position(line: 1, character: 1))
        }
    }

    @Test func positionsOutsideOfTheTextAreItsEnds() {
        let table = LineTable(Array("ab\ncd".utf8), .utf16)
        for (line, character, wanted) in [
            (0, 99, 2), (9, 0, 5), (1, 99, 5), (-1, 0, 0), (0, -3, 0), (Int.max, Int.max, 5), (Int.min, Int.min, 0),
        ] {
            #expect(table.offset(of: LSP.Position(line: line, character: character)) == wanted)
        }
        // Not into the middle of a character.
        #expect(LineTable(Array("\u{1F600}".utf8), .utf16).offset(of: LSP.Position(line: 0, character: 1)) == 0)
        #expect(LineTable(Array("ä".utf8), .utf8).offset(of: LSP.Position(line: 0, character: 1)) == 2)
    }

    /// The same text as when every change is made on the text itself.
    @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32])
    func incrementalChangesGiveTheText(_ encoding: PositionEncoding) {
        var random = SeededRandom(state: 7)
        let pieces = ["", "a", "\n", "\r\n", "ä", "\u{1F600}", "one\ntwo\n", "---\n"]
        var text = "---\ntitle: Ä\n---\nText \u{1F600}.\n"
        var document = OpenDocument(uri: "file:///a", version: 1, text: text, encoding)
        for version in 2..<400 {
            let scalars = Array(text.unicodeScalars)
            let (one, two) = (random.below(scalars.count + 1), random.below(scalars.count + 1))
            var (first, last) = (min(one, two), min(max(one, two), min(one, two) + 9))
            // A position cannot stand between CR and LF.
            if first > 0, first < scalars.count, scalars[first] == "\n", scalars[first - 1] == "\r" { first -= 1 }
            if last > 0, last < scalars.count, scalars[last] == "\n", scalars[last - 1] == "\r" { last -= 1 }
            last = max(first, last)
            func string(_ slice: ArraySlice<Unicode.Scalar>) -> String {
                String(String.UnicodeScalarView(slice))
            }
            let new = pieces[random.below(pieces.count)]
            let table = LineTable(Array(text.utf8), encoding)
            let range = LSP.Range(
                start: table.position(at: string(scalars[..<first]).utf8.count),
                end: table.position(at: string(scalars[..<last]).utf8.count))
            document.apply([LSP.ContentChange(range: range, text: new)], version: version)
            text = string(scalars[..<first]) + new + string(scalars[last...])
            #expect(String(decoding: document.bytes, as: UTF8.self) == text)
            #expect(document.version == version)
        }
    }

    @Test(arguments: [
        ("file:///a/b.md", "/a/b.md"), ("file://localhost/a", "/a"), ("FILE:///a", "/a"),
        ("file:///a%20b/%C3%A4.md", "/a b/ä.md"), ("file:///a/../b/./c", "/b/c"), ("file:///../../a", "/a"),
        ("file:///a#x", "/a"), ("http://a/b", nil), ("file://host/a", nil), ("file:///a%zz", nil), ("file:///a%2", nil),
        ("file:///%00", nil), ("file:///%FF", nil), ("untitled:1", nil), ("", nil),
    ]) func readsAddresses(_ uri: String, _ path: String?) { #expect(FileURI.path(uri) == path) }

    @Test func addressesAreReadBack() {
        for path in ["/a", "/a b/ä#?%.md", "/x/\u{1F600}"] { #expect(FileURI.path(FileURI.uri(path)) == path) }
    }
}
