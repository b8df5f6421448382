import Diagnostics
import TestSupport
import Testing

@testable import Reading

@Suite struct DocumentTests {
    @Test func dividesFrontMatterFromBody() {
        let read = ReadCase("---\ntitle: x\n---\nText ---\n---\n")
        #expect(read.found == [])
        #expect(read.document.hasFrontMatter)
        #expect(read.tree == "{title: x}")
        #expect(read.file.text(in: read.document.body) == "Text ---\n---\n")
    }

    @Test func acceptsByteOrderMarkWindowsLineEndsAndSpacesAfterTheFences() {
        let read = ReadCase("\u{FEFF}---  \r\ntitle: ①é\r\n---\t\r\nText\r\n")
        #expect(read.found == [])
        #expect(read.tree == "{title: é}")
        #expect(read.file.text(in: read.document.body) == "Text\r\n")
        #expect(read.file.position(at: read.marked.offsets[1] ?? 0) == TextPosition(line: 2, column: 8))
    }

    @Test func countsLinesFromTheTopOfTheFileAndColumnsInScalars() {
        let read = ReadCase(yaml: "title: é\nplace: \"日本\"\nx: ü\u{301} @\nbad: @")
        #expect(read.diagnostics.first?.location?.position == TextPosition(line: 5, column: 6))
        let wide = ReadCase(yaml: "a: [\"日本é\", ①@x]")
        #expect(wide.found == ["yaml-needs-quotes@1"])
        #expect(wide.diagnostics.first?.location?.position == TextPosition(line: 2, column: 12))
    }

    @Test func definesFilesWithoutFrontMatterOrWithoutBody() {
        let bare = ReadCase("Just text\n")
        #expect(bare.found == [])
        #expect(!bare.document.hasFrontMatter && bare.tree == "{}")
        #expect(bare.document.body == TextRange(0, 10))
        let fields = ReadCase("---\na: b\n---")
        #expect(fields.found == [] && fields.document.body.offsets.isEmpty)
        let none = ReadCase("---\n---\nText")
        #expect(none.found == [] && none.document.hasFrontMatter && none.tree == "{}")
        #expect(ReadCase("---\n# a comment\n---\n").found == [])
    }

    @Test func refusesAnEmptyFile() {
        #expect(ReadCase("").found == ["empty-document@offset 0"])
        #expect(ReadCase("\u{FEFF}\n \r\n").found == ["empty-document@offset 3"])
    }

    @Test func pointsAtFrontMatterThatIsNotClosed() {
        let read = ReadCase("①---\ntitle: x\n\nText\n")
        #expect(read.found == ["unclosed-front-matter@1"])
        #expect(read.document.frontMatter.isIncomplete && read.document.body.offsets.isEmpty)
        let near = ReadCase("①---\ntitle: x\n②----\nText\n")
        #expect(near.notes == ["perhaps this line was meant to close it@2"])
        #expect(near.mended == "---\ntitle: x\n---\nText\n")
        #expect(ReadCase("---\ntitle: x\n —\nText\n").mended == "---\ntitle: x\n---\nText\n")
    }

    @Test func pointsAtFrontMatterInTheWrongPlace() {
        let late = ReadCase("\n\n①---\ntitle: x\n---\n")
        #expect(late.found == ["misplaced-front-matter@1"])
        #expect(late.afterMending == [])
        #expect(ReadCase("①+++\ntitle = 'x'\n+++\n").found == ["misplaced-front-matter@1"])
        #expect(ReadCase("\n---\n\nA thematic break\n").found == [])
    }

    @Test(arguments: [
        ("①title: x\nto: y\n---\nText\n", "---\ntitle: x\nto: y\n---\nText\n"),
        ("\u{FEFF}①title: x\r\n---\r\n", "\u{FEFF}---\ntitle: x\r\n---\r\n"),
        ("①--\ntitle: x\n---\nText\n", "---\ntitle: x\n---\nText\n"),
        ("①----\r\ntitle:\r\n  x\r\n---\r\n", "---\r\ntitle:\r\n  x\r\n---\r\n"),
        ("①%---\ntitle: x\n---\n", "---\ntitle: x\n---\n"), ("①---:\ntitle: x\n---\n", "---\ntitle: x\n---\n"),
        ("①—\ntitle: x\n---\n", "---\ntitle: x\n---\n"),
        ("---\n①---\ntitle: x\n---\nText\n", "---\ntitle: x\n---\nText\n"),
    ])
    func pointsAtAFenceThatIsMissingOrMisspelt(_ text: String, _ mended: String) {
        let read = ReadCase(text)
        #expect(read.found == ["misplaced-front-matter@1"])
        #expect(read.document.frontMatter.isIncomplete && read.document.body.offsets.isEmpty)
        #expect(read.mended == mended)
        #expect(read.afterMending == [])
    }

    @Test(arguments: [
        "note: the union\n\nText\n", "Text\n---\ntitle: x\n", "----\n\ntitle: x\n---\n", "---\n---\nText: x\n",
        "---\n---\ntitle: x\n", "--\ntitle\n---\n", "http://example.org\n---\n",
    ])
    func leavesTextThatIsNoFrontMatterAlone(_ text: String) {
        #expect(ReadCase(text).found == [])
    }

    @Test func refusesBytesThatAreNotUTF8() {
        let faults: [(bytes: [UInt8], place: UInt32)] = [
            ([0x61, 0xFF, 0x62, 0x63], 1), ([0x61, 0x62, 0xC3], 2), ([0x61, 0x62, 0xED, 0xA0, 0x80], 2),
            ([0x61, 0x62, 0xC0, 0x80], 2), ([0x61, 0x62, 0xE0, 0x80, 0x80], 2),
            ([0x61, 0x62, 0xF4, 0x90, 0x80, 0x80], 2),
            (Array(repeating: 0x61, count: 40) + [0xE2, 0x82], 40),
        ]
        for (bytes, place) in faults {
            let outcome = parseDocument(TextFile(path: "x.md", bytes: bytes), path: "x.md")
            #expect(outcome.diagnostics.map(\.code) == [.invalidUTF8])
            #expect(outcome.diagnostics.first?.location?.range.start == place)
            #expect(outcome.value.frontMatter.isIncomplete && outcome.value.body.offsets.isEmpty)
        }
        #expect(
            parseDocument(TextFile(path: "x.md", bytes: [0x61, 0xFF, 0x62]), path: "x.md").diagnostics.first?.message
                == "invalid UTF-8 byte 0xff")
    }

    @Test func showsWhereEveryInvalidByteIs() {
        let bytes = Array("a?b\n?c\n??d\n".utf8).map { $0 == UInt8(ascii: "?") ? 0xE9 : $0 }
        let problems = parseDocument(TextFile(path: "x.md", bytes: bytes), path: "x.md").diagnostics
        #expect(problems.map { $0.location?.range.start } == [1])
        #expect(problems.first?.notes.map { $0.location?.range.start } == [4, 7])
        let many = Array(repeating: [0xE9, 0x61] as [UInt8], count: 30).flatMap(\.self)
        let notes = parseDocument(TextFile(path: "x.md", bytes: many), path: "x.md").diagnostics.first?.notes ?? []
        #expect(notes.count == 10)
        #expect(notes.last?.message == "20 more such bytes follow in this file")
    }

    @Test func acceptsEveryScalarAtEveryAlignment() {
        let scalars = "\u{A0}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFD}é日👩‍👧"
        for count in 0..<17 {
            #expect(ReadCase(String(repeating: "a", count: count) + scalars).found == [])
        }
    }

    @Test func refusesControlCharactersAndLoneCarriageReturns() {
        #expect(ReadCase("a①\u{0}b").found == ["control-character@1"])
        #expect(ReadCase("abcdefghijklmnopqrst①\u{8}").found == ["control-character@1"])
        #expect(ReadCase("abc①\u{7F}").mended == "abc")
        #expect(ReadCase("abc①\u{FFFE}").found == ["control-character@1"])
        #expect(ReadCase("---①\ra: b②\r---③\r").found.first == "lone-carriage-return@1")
        #expect(ReadCase("tab\there\r\n").found == [])
    }

    @Test func warnsOfCharactersThatReorderText() {
        let read = ReadCase("---\na: b\n---\nx ①\u{202E}y\n")
        #expect(read.found == ["bidirectional-control@1"])
        #expect(read.diagnostics.first?.severity == .warning)
        #expect(read.document.body.offsets.count > 0)
    }

    @Test func recognisesUTF16() {
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x2D, 0, 0x2D, 0], [0, 0x2D, 0, 0x2D],
        ] {
            let outcome = parseDocument(TextFile(path: "x.md", bytes: bytes), path: "x.md")
            #expect(outcome.diagnostics.map(\.message) == ["the file looks like UTF-16"])
        }
    }

    @Test func refusesWhatIsTooLarge() {
        let long = [UInt8](repeating: 0x61, count: Reading.largestText + 1)
        #expect(
            parseDocument(TextFile(path: "x.md", bytes: long), path: "x.md").diagnostics.map(\.code) == [.fileTooLarge])
        let front = "①---\na: " + String(repeating: "x", count: Reading.largestFrontMatter) + "\n---\n"
        #expect(ReadCase(front).found == ["front-matter-too-large@1"])
    }
}
