import Diagnostics
import TestSupport
import Testing

/// How problems are printed, row by row: a text with the place marked → the lines under the message.
@Suite struct DiagnosticFormatterTests {
    private static let code = DiagnosticCode("test-problem", .error, title: "A problem", article: "")
    private static let mild = DiagnosticCode("test-warning", .warning, title: "A warning", article: "")

    private func location(_ marked: MarkedText, _ file: TextFile) -> TextLocation {
        let start = marked.offsets[1] ?? 0
        return TextLocation(file, TextRange(start, marked.offsets[2] ?? start))
    }

    private func text(_ diagnostics: [Diagnostic], _ format: DiagnosticFormat = .human, color: Bool = false) -> String {
        DiagnosticFormatter(format: format, usesColor: color).text(for: diagnostics)
    }

    static let excerpts: [(text: String, place: String, code: String, marks: String)] = [
        // One line.
        ("①one② two", "1:1", "1 | one two", "  | ^^^"),
        ("one ①two②", "1:5", "1 | one two", "  |     ^^^"),
        ("one ①two②\n", "1:5", "1 | one two", "  |     ^^^"),
        ("one ①two", "1:5", "1 | one two", "  |     ^"),
        ("one\ntwo ①three②\nfour", "2:5", "2 | two three", "  |     ^^^^^"),
        // A range over several lines is marked on the first.
        ("one ①two\nthree②", "1:5", "1 | one two", "  |     ^^^"),
        // Ends of lines and of the file.
        ("one①", "1:4", "1 | one", "  |    ^"),
        ("one①\n", "1:4", "1 | one", "  |    ^"),
        ("one\n①", "2:1", "2 | ", "  | ^"),
        ("①", "1:1", "1 | ", "  | ^"),
        ("one\n\n①\nfour", "3:1", "3 | ", "  | ^"),
        ("one\r\ntwo ①three②\r\nfour", "2:5", "2 | two three", "  |     ^^^^^"),
        ("one①\r\ntwo", "1:4", "1 | one", "  |    ^"),
        ("one\r①\ntwo", "1:4", "1 | one", "  |    ^"),
        ("one\rtwo ①three②\rfour", "2:5", "2 | two three", "  |     ^^^^^"),
        ("one\r\n①", "2:1", "2 | ", "  | ^"),
        // A byte order mark is no column.
        ("\u{FEFF}one ①two②", "1:5", "1 | one two", "  |     ^^^"),
        // Line numbers of two digits move the marks.
        ("\n\n\n\n\n\n\n\n\none ①two②", "10:5", "10 | one two", "   |     ^^^"),
        // Tabs stay tabs, so that the marks stand under the place at any width of a tab.
        ("\tone\t①two②", "1:6", "1 | \tone\ttwo", "  | \t   \t^^^"),
        // Wide characters take two columns on a terminal, and count as one.
        ("港口：①罷工②。", "1:4", "1 | 港口：罷工。", "  |       ^^^^"),
        ("한국어 ①파업②", "1:5", "1 | 한국어 파업", "  |        ^^^^"),
        ("Ａ①Ｂ②", "1:2", "1 | ＡＢ", "  |   ^^"),
        ("ｱｲ①ｳ②", "1:3", "1 | ｱｲｳ", "  |   ^"),
        ("🚢 ①strike②", "1:3", "1 | 🚢 strike", "  |    ^^^^^^"),
        ("✅ ①done②", "1:3", "1 | ✅ done", "  |    ^^^^"),
        ("🇳🇴 ①Oslo②", "1:4", "1 | 🇳🇴 Oslo", "  |    ^^^^"),
        ("𠀋①𠀋②", "1:2", "1 | 𠀋𠀋", "  |   ^^"),
        // Combining marks and joiners take none.
        ("e\u{301}te\u{301} ①mu\u{302}r②", "1:7", "1 | e\u{301}te\u{301} mu\u{302}r", "  |     ^^^"),
        ("a\u{200B}b ①c②", "1:5", "1 | a\u{200B}b c", "  |    ^"),
        ("שלום ①עולם②", "1:6", "1 | שלום עולם", "  |      ^^^^"),
        // What could drive the terminal is spelled out.
        ("a\u{1B}[31m ①b②", "1:8", "1 | a<U+001B>[31m b", "  |               ^"),
        ("a ①\u{202E}②b", "1:3", "1 | a <U+202E>b", "  |   ^^^^^^^^"),
        ("a\u{0}①b②", "1:3", "1 | a<U+0000>b", "  |          ^"),
    ]

    @Test(arguments: excerpts)
    func marksThePlace(_ text: String, _ place: String, _ code: String, _ marks: String) {
        let marked = MarkedText(text)
        let problem = Diagnostic(Self.code, "it is wrong", at: location(marked, marked.file("a.md")))
        #expect(
            self.text([problem]) == "a.md:\(place): error: it is wrong [test-problem]\n \(code)\n \(marks)\n")
        #expect(self.text([problem], .short) == "a.md:\(place): error: it is wrong [test-problem]\n")
    }

    /// The place that the formatter prints is the one that the file gives.
    @Test(arguments: excerpts) func countsAsTheFileDoes(_ text: String, _ place: String, _: String, _: String) {
        let marked = MarkedText(text)
        let position = location(marked, marked.file("a.md")).position
        #expect("\(position.line):\(position.column)" == place)
    }

    /// A long line is cut to what surrounds the place.
    static let cuts: [(before: Int, marked: Int, behind: Int, code: String, marks: String)] = [
        (0, 3, 10, "AAAbbbbbbbbbb", "^^^"),
        (
            90, 3, 10, String(repeating: "a", count: 90) + "AAA" + String(repeating: "b", count: 10),
            String(repeating: " ", count: 90) + "^^^"
        ),
        (
            91, 3, 10, "…" + String(repeating: "a", count: 60) + "AAA" + String(repeating: "b", count: 10),
            String(repeating: " ", count: 61) + "^^^"
        ),
        (0, 3, 147, "AAA" + String(repeating: "b", count: 147), "^^^"),
        (0, 3, 148, "AAA" + String(repeating: "b", count: 147) + "…", "^^^"),
        (
            5000, 3, 5000, "…" + String(repeating: "a", count: 60) + "AAA" + String(repeating: "b", count: 87) + "…",
            String(repeating: " ", count: 61) + "^^^"
        ),
        (0, 200, 0, String(repeating: "A", count: 150) + "…", String(repeating: "^", count: 150)),
        (
            5000, 200, 0, "…" + String(repeating: "a", count: 60) + String(repeating: "A", count: 90) + "…",
            String(repeating: " ", count: 61) + String(repeating: "^", count: 90)
        ),
    ]

    @Test(arguments: cuts)
    func cutsLongLines(_ before: Int, _ marked: Int, _ behind: Int, _ code: String, _ marks: String) {
        let line =
            String(repeating: "a", count: before) + String(repeating: "A", count: marked)
            + String(repeating: "b", count: behind)
        let file = TextFile(path: "a.md", text: "first\n\(line)\nlast\n")
        let start = 6 + before
        let problem = Diagnostic(
            Self.code, "it is wrong", at: TextLocation(file, TextRange(start, start + marked)))
        #expect(
            text([problem])
                == "a.md:2:\(before + 1): error: it is wrong [test-problem]\n 2 | \(code)\n   | \(marks)\n")
    }

    @Test func cutsBetweenCharactersAndNotBetweenBytes() {
        let file = TextFile(path: "a.md", text: String(repeating: "é", count: 5000))
        let problem = Diagnostic(Self.code, "it is wrong", at: TextLocation(file, TextRange(4000, 4002)))
        #expect(
            text([problem])
                == "a.md:1:2001: error: it is wrong [test-problem]\n 1 | …\(String(repeating: "é", count: 150))…\n"
                + "   | \(String(repeating: " ", count: 61))^\n")
    }

    @Test func printsManyProblemsOfOneLineInTheirOrder() {
        let file = TextFile(path: "a.md", text: "one two three\n")
        func problem(_ range: Range<Int>, _ message: String) -> Diagnostic {
            Diagnostic(Self.code, message, at: TextLocation(file, TextRange(range.lowerBound, range.upperBound)))
        }
        let problems = [problem(8..<13, "c"), problem(0..<3, "a"), problem(4..<7, "b"), problem(0..<3, "a")]
        #expect(
            text(problems) == """
                a.md:1:1: error: a [test-problem]
                 1 | one two three
                   | ^^^

                a.md:1:5: error: b [test-problem]
                 1 | one two three
                   |     ^^^

                a.md:1:9: error: c [test-problem]
                 1 | one two three
                   |         ^^^^^

                """)
    }

    /// Each problem costs what is shown of its line, and not the line: a page of one line must not take minutes.
    @Test(.timeLimit(.minutes(1)), arguments: DiagnosticFormat.allCases)
    func printsManyProblemsOfALongLine(_ format: DiagnosticFormat) {
        let file = TextFile(path: "a.md", text: String(repeating: "x ", count: 500_000))
        let problems = (0..<3_000).map { index in
            Diagnostic(
                Self.code, "it is wrong",
                at: TextLocation(file, TextRange(index * 300, index * 300 + 1)))
        }
        let lines = text(problems, format).split(separator: "\n")
        #expect(lines.count >= 3_000)
        let last =
            switch format {
            case .human, .short: "a.md:1:899701: error: it is wrong [test-problem]"
            case .github:
                "::error file=a.md,line=1,endLine=1,col=899701,endColumn=899702,title=test-problem::it is wrong"
            case .json: "      \"column\": 899701,"
            case .sarif: "                  \"startColumn\": 899701,"
            }
        #expect(lines.contains { $0.contains(last.drop { $0 == " " }) }, "\(lines.suffix(40))")
    }

    @Test func printsNotesHintAndFix() {
        let marked = MarkedText("id: ①one②\nid: two\n")
        let file = marked.file("a.md")
        let place = location(marked, file)
        let problem = Diagnostic(
            Self.code, "'one' is written twice", at: TextLocation(file, TextRange(12, 15)),
            notes: [.init("first here", at: place), .init("a remark")], hint: "take one out",
            fixIt: FixIt(replacing: place, with: "three", title: "replace 'one' with 'three'"))
        let wanted = """
            a.md:2:5: error: 'one' is written twice [test-problem]
             2 | id: two
               |     ^^^
            a.md:1:5: note: first here
             1 | id: one
               |     ~~~
              = note: a remark
              = hint: take one out
              = fix: replace 'one' with 'three' (explainer check --fix)

            """
        #expect(text([problem]) == wanted)
        #expect(text([problem], .short) == "a.md:2:5: error: 'one' is written twice [test-problem]\n")
    }

    @Test func printsProblemsWithoutAPlace() {
        let problems = [
            Diagnostic(Self.mild, "it is late", at: nil),
            Diagnostic(Self.code, "it cannot be read", at: nil, path: "content/a\u{1B}.md"),
        ]
        #expect(
            text(problems) == """
                warning: it is late [test-warning]

                content/a<U+001B>.md: error: it cannot be read [test-problem]

                """)
        #expect(text([]) == "")
        #expect(text([], .short) == "")
    }

    @Test func colorsOnlyWhereItMay() {
        let marked = MarkedText("①one②")
        let place = location(marked, marked.file("a.md"))
        let problems = [
            Diagnostic(
                Self.code, "wrong", at: place, notes: [.init("so")], hint: "mend it",
                fixIt: FixIt(replacing: place, with: "", title: "take it out")), Diagnostic(Self.mild, "odd", at: nil),
        ]
        let plain = text(problems)
        #expect(!plain.contains("\u{1B}"))
        let colored = text(problems, color: true)
        #expect(colored.contains("\u{1B}[1ma.md:1:1\u{1B}[0m: \u{1B}[1;31merror\u{1B}[0m: wrong"))
        #expect(colored.contains("\u{1B}[1;33mwarning\u{1B}[0m: odd"))
        #expect(colored.contains("   | \u{1B}[1;31m^^^\u{1B}[0m\n"))
        #expect(colored.contains("\u{1B}[1;36mnote\u{1B}[0m: so"))
        #expect(colored.contains("\u{1B}[1;32mhint\u{1B}[0m: mend it"))
        #expect(colored.contains("\u{1B}[1;32mfix\u{1B}[0m: take it out"))
        let stripped = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(stripped == plain)
    }

    @Test func givesThePlacesAsData() {
        let marked = MarkedText("one\n港口 ①罷工②")
        let problem = Diagnostic(Self.code, "it is wrong", at: location(marked, marked.file("a.md")))
        #expect(
            text([problem], .json) == """
                {
                  "version": 1,
                  "diagnostics": [
                    {
                      "severity": "error",
                      "code": "test-problem",
                      "message": "it is wrong",
                      "path": "a.md",
                      "range": {
                        "line": 2,
                        "column": 4,
                        "end_line": 2,
                        "end_column": 6,
                        "offset": 11,
                        "length": 6
                      }
                    }
                  ]
                }

                """)
        #expect(text([], .json).contains("\"diagnostics\": []"))
    }

    // MARK: Many problems

    private func repeated(_ count: Int) -> [Diagnostic] {
        let file = TextFile(path: "a.md", text: String(repeating: "x\n", count: count))
        return (0..<count).map { line in
            Diagnostic(Self.mild, "same", at: TextLocation(file, TextRange(2 * line, 2 * line + 1)), hint: "do this")
        }
    }

    @Test func printsTheSameWarningOnceWithItsPlaces() {
        let shown = text(repeated(50))
        #expect(shown.components("warning: same") == 1)
        #expect(shown.contains("a.md:1:1: warning: same [test-warning]"))
        #expect(shown.contains("a.md:2:1: note: also here") && shown.contains("a.md:3:1: note: also here"))
        #expect(!shown.contains("a.md:4:1"))
        #expect(shown.contains("note: the same at 50 places, 47 of them not shown (--verbose shows all)"))
        #expect(text(repeated(3)).components("warning: same") == 3)
        let all = DiagnosticFormatter(format: .human, showsAllPlaces: true).text(for: repeated(50))
        #expect(all.components("warning: same") == 50)
        #expect(text(repeated(50), .short).components("warning: same") == 50)
        #expect(text(repeated(50), .json).components("\"same\"") == 50)
    }

    @Test func printsErrorsLastOnATerminal() {
        let file = TextFile(path: "a.md", text: "x\ny\n")
        let error = Diagnostic(Self.code, "wrong", at: TextLocation(file, TextRange(0, 1)))
        let shown = text(repeated(5) + [error])
        #expect(shown.hasSuffix("a.md:1:1: error: wrong [test-problem]\n 1 | x\n   | ^\n"))
    }
}

extension String {
    /// How often another text is in this one.
    fileprivate func components(_ other: String) -> Int { ranges(of: other).count }
}
