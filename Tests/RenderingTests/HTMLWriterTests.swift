import Rendering
import TestSupport
import Testing

@Suite struct HTMLWriterTests {
    private func escaped(_ text: String) -> String {
        var writer = HTMLWriter()
        writer.text(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Each byte at each place among sixteen must be escaped as it is alone.
    @Test func escapesTheSameAtEveryPlace() {
        let marks: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&#34;", "'": "&#39;"]
        for value in UInt8(0)..<0x80 {
            let character = Character(Unicode.Scalar(value))
            for place in 0..<33 {
                let before = String(repeating: "x", count: place)
                let after = String(repeating: "é", count: 33 - place)
                let expected = before + (marks[character] ?? String(character)) + after
                #expect(escaped(before + String(character) + after) == expected)
            }
        }
    }

    @Test func escapesMarksThatFollowOneAnother() {
        #expect(escaped("<<a href='x'>\"&&") == "&lt;&lt;a href=&#39;x&#39;&gt;&#34;&amp;&amp;")
    }
}
