import Testing

@testable import Reading

/// Emphasis and line ends in Chinese, Japanese and Korean text, which has no spaces where CommonMark looks for them.
@Suite struct WideTextTests {
    /// A paragraph and what it becomes.
    @Test(arguments: [
        // Punctuation inside, a letter behind.
        ("**「引用。」**と言った", "<strong>「引用。」</strong>と言った"),
        ("彼は**「引用」**と言った", "彼は<strong>「引用」</strong>と言った"),
        ("他说：**“不行。”**然后走了", "他说：<strong>“不行。”</strong>然后走了"),
        ("**注意：**请看", "<strong>注意：</strong>请看"),
        ("*注意！*请看", "<em>注意！</em>请看"),
        ("**テスト。**Test", "<strong>テスト。</strong>Test"),
        ("これは**（大事）**です", "これは<strong>（大事）</strong>です"),
        ("***強い。***とても", "<em><strong>強い。</strong></em>とても"),
        ("**한국어(韓國語)**는 말이다", "<strong>한국어(韓國語)</strong>는 말이다"),
        ("그는 **“아니다.”**라고 했다", "그는 <strong>“아니다.”</strong>라고 했다"),
        ("**`code`**中文", "<strong><code>code</code></strong>中文"),
        ("中文**[文字](https://example.org/a)**中文", "中文<strong>{web https://example.org/a}文字{/}</strong>中文"),
        ("**第一。**中间**第二。**最后", "<strong>第一。</strong>中间<strong>第二。</strong>最后"),
        // Brackets keep their meaning.
        ("「**強調**」です", "「<strong>強調</strong>」です"),
        ("（*a*）と「*b*」", "（<em>a</em>）と「<em>b</em>」"),
        ("**文「**字**」文**", "<strong>文「<strong>字</strong>」文</strong>"),
        // No emphasis where there was none, and none elsewhere.
        ("5 * 3 = 15。", "5 * 3 = 15。"),
        ("星印は * です", "星印は * です"),
        ("文\\*字。*字", "文*字。*字"),
        ("`文。**字**`。", "<code>文。**字**</code>。"),
        ("a**\"b\"**c", "a**\"b\"**c"),
        // Line ends.
        ("中文\n中文", "中文中文"),
        ("中文。\n**強調**", "中文。<strong>強調</strong>"),
        ("**強調**\n中文", "<strong>強調</strong>中文"),
        ("中文\nABC\n中文", "中文\nABC\n中文"),
        ("한국어\n한국어", "한국어\n한국어"),
        ("中文  \n中文", "中文<br>\n中文"),
    ])
    func isReadAsItsReadersExpect(_ text: String, _ shown: String) {
        let read = ProseCase(text)
        #expect(read.found == [])
        #expect(read.shown == "<p>\(shown)</p>\n")
    }

    @Test func changesNoOtherWriting() {
        let read = ProseCase("①**Note:**text")
        #expect(read.shown == "<p>**Note:**text</p>\n")
        #expect(read.found == ["broken-markup@1"])
    }

    @Test func leavesNoMarkInTablesCodeAndAddresses() {
        let text = "| 題。**強**字 | b |\n|---|---|\n| **「語。」**と | `語。**字` |\n\n[文。*語*](文。*字*.html \"文。*語\")\n\n    語。**字\n"
        let read = ProseCase(text)
        #expect(read.shown.contains("<strong>「語。」</strong>と"))
        #expect(read.shown.unicodeScalars.allSatisfy { $0.value != 0xFDD0 })
    }

    @Test func placesProblemsWhereTheyAre() {
        #expect(ProseCase("**「引用。」**と[x](①javascript:a②)").found == ["link-destination@1"])
    }
}
