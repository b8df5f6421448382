import Bytes
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

    /// No scalar may hide markup from the escaping by joining it.
    @Test func escapesMarkupWhateverItIsJoinedTo() {
        let joiners = ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{600}", "\u{1F1E6}", "é", "\u{20E3}", ""]
        let marks = ["\"": "&quot;", "<": "&lt;", "&": "&amp;", ">": "&gt;", "'": "&#39;"]
        for joiner in joiners {
            for (mark, reference) in marks {
                for before in ["", joiner, "aaaaaaaaaaaaaaa"] {
                    var writer = HTMLWriter()
                    writer.prose(before + mark + joiner)
                    #expect(String(decoding: writer.bytes, as: UTF8.self) == before + reference + joiner)
                }
            }
        }
    }

    @Test func encodesWhatAURLCannotHold() {
        var writer = HTMLWriter()
        writer.url("https://a.example/é b?c='d'&e=\"f\"#[g]%20<")
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "https://a.example/%C3%A9%20b?c=&#39;d&#39;&amp;e=%22f%22#%5Bg%5D%20%3C")
    }
}
