import Diagnostics
import Testing

@testable import Reading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Inputs that keep a parser busy: refused, or read in linear time. The bounds are generous for slow machines and
/// debug builds; quadratic time would miss them by far.
@Suite(.serialized) struct MarkdownLimitTests {
    /// The time of this thread on a core, so that other tests and programs do not count.
    private func time(_ text: String) -> (seconds: Double, codes: [String]) {
        let file = TextFile(path: "x.md", text: text)
        var start = timespec()
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        let outcome = Markdown.prose(TextRange(0, file.bytes.count), in: file)
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
        return (seconds, Array(Set(outcome.diagnostics.map(\.code.name))).sorted())
    }

    @Test(arguments: ["![[]()", "![[]()`]`", "![[]()\\]", "![x [](y) "])
    func refusesImagesThatNeverClose(_ unit: String) {
        let (seconds, codes) = time(String(repeating: unit, count: 160_000))
        #expect(codes == ["markdown-limit"])
        #expect(seconds < 20)
    }

    @Test func refusesDeepContainers() {
        for mark in ["- ", ">", "> ", "1. ", "* ", "+\t", "- > "] {
            for tail in ["x", "", "\n\n\n", String(repeating: "a*", count: 1000)] {
                #expect(time(String(repeating: mark, count: 101) + tail).codes == ["markdown-limit"], "\(mark)")
            }
        }
        #expect(
            time(String(repeating: "- ", count: 99) + "x" + String(repeating: "\n", count: 800_000)).codes == [
                "markdown-limit"
            ])
        let stairs = (0..<400).map { String(repeating: " ", count: $0 * 2) + "- x" }.joined(separator: "\n")
        #expect(time(stairs).codes == ["markdown-limit"])
    }

    @Test func readsWhatIsAllowedToTheLimit() {
        #expect(time(String(repeating: ">", count: 100) + "x").codes == [])
        #expect(time(String(repeating: "![a](b.png) ", count: 1000)).codes == [])
        #expect(time(String(repeating: "![a](b.png)\n\n", count: 5000)).codes == [])
    }

    @Test(arguments: [
        "[", "![", "[a](", "[a](<b", "*a_", "**a *a ", "a**b", "`a``b", "<a ", "<!--", "<?", "<![CDATA[", "&", "\\",
        "[@a ", "[@a", "[@a; @", "[^", "[^1]", "[](x)", "[@a] ", "|a", "- x\n", "| a |\n", "[x](party:y)", "[]()",
        "[x](&amp;)",
    ])
    func takesLinearTimeForRepeatedMarks(_ unit: String) {
        let short = time(String(repeating: unit, count: 40_000 / unit.utf8.count)).seconds
        let long = time(String(repeating: unit, count: 320_000 / unit.utf8.count)).seconds
        #expect(long < max(1, short * 24), "\(unit): \(short) s, then \(long) s")
        #expect(long < 8)
    }

    @Test func takesLinearTimeForTables() {
        let wide = String(repeating: "| a ", count: 60) + "|\n" + String(repeating: "|---", count: 60) + "|\n"
        #expect(time(wide + String(repeating: "|\n", count: 20_000)).seconds < 40)
        #expect(time(wide + String(repeating: "| a ", count: 60_000)).codes == ["table-shape"])
        #expect(time(String(repeating: "| a |\n|---|\n| [x] |\n\n", count: 10_000) + "[x]: y.md\n").seconds < 40)
        let tooWide = String(repeating: "| a ", count: 200) + "|\n" + String(repeating: "|---", count: 200) + "|\n"
        #expect(time(tooWide).codes == ["table-shape"])
    }

    @Test func walksDeepTreesWithoutRecursion() {
        #expect(time(String(repeating: "*a **a ", count: 25_000)).codes == ["broken-markup"])
        #expect(
            time(String(repeating: "*a **a ", count: 25_000) + String(repeating: "a** a*", count: 25_000)).codes == [])
    }

    @Test func readsManyReferencesInLinearTime() {
        let definitions = (0..<20_000).map { "[a\($0)]: party:x\n" }.joined()
        let uses = (0..<20_000).map { "[a\($0)] " }.joined()
        #expect(time(definitions + "\n" + uses).seconds < 40)
    }

    @Test func keepsNoMoreProblemsThanAnyoneReads() {
        let file = TextFile(path: "x.md", text: String(repeating: "[^1] ", count: 5000))
        let outcome = Markdown.prose(TextRange(0, file.bytes.count), in: file)
        #expect(outcome.diagnostics.count == ProseBuilder.mostProblems)
    }

    @Test func readsTenMegabytesOfProse() {
        #expect(time(String(repeating: "The port said it would not. ", count: 280_000)).seconds < 60)
    }
}
