import Checking
import Diagnostics
import Testing

@Suite struct FixingTests {
    private let code = DiagnosticCode("any", .error, title: "Any", article: "Any.")

    private func problem(_ file: TextFile, _ range: Range<Int>, _ replacement: String) -> Diagnostic {
        let place = TextLocation(file, TextRange(range.lowerBound, range.upperBound))
        return Diagnostic(code, "any", at: place, fixIt: FixIt(replacing: place, with: replacement, title: "any"))
    }

    private func text(_ fixed: FixedFile) -> String { String(decoding: fixed.bytes, as: UTF8.self) }

    @Test func makesEditsFromBothEndsOfAFile() {
        let file = TextFile(path: "a.md", text: "one two three")
        let fixed = applyFixIts([problem(file, 8..<13, "3"), problem(file, 0..<3, "ONE")])
        #expect(fixed.map(text) == ["ONE two 3"])
        #expect(fixed.map(\.count) == [2])
        #expect(fixed.first?.edits.map(\.replacement) == ["ONE", "3"])
    }

    @Test func leavesOverlappingEditsForTheNextRun() {
        let file = TextFile(path: "a.md", text: "one two three")
        let fixed = applyFixIts([problem(file, 0..<7, "x"), problem(file, 4..<9, "y")])
        #expect(fixed.map(text) == ["x three"])
        #expect(fixed.map(\.count) == [1])
    }

    @Test func makesNeighbouringEditsBoth() {
        let file = TextFile(path: "a.md", text: "onetwo")
        #expect(applyFixIts([problem(file, 3..<6, "2"), problem(file, 0..<3, "1")]).map(text) == ["12"])
    }

    @Test func makesTheSameEditOnce() {
        let file = TextFile(path: "a.md", text: "one two")
        let fixed = applyFixIts([problem(file, 3..<3, ","), problem(file, 3..<3, ","), problem(file, 3..<3, ";")])
        #expect(fixed.map(text) == ["one, two"])
        #expect(fixed.map(\.count) == [2])
    }

    @Test func givesFilesInTheOrderOfTheirPaths() {
        let files = ["b.md", "a.md", "c.md"].map { TextFile(path: $0, text: "x") }
        #expect(applyFixIts(files.map { problem($0, 0..<1, "y") }).map(\.file.path) == ["a.md", "b.md", "c.md"])
    }

    @Test func givesNothingWhereNothingCanBeMended() {
        let file = TextFile(path: "a.md", text: "x")
        #expect(applyFixIts([Diagnostic(code, "any", at: TextLocation(file, TextRange(at: 0)))]).isEmpty)
    }
}
