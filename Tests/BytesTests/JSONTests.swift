import Bytes
import Testing

@Suite struct JSONTests {
    private func encoded(_ text: String) -> String { String(decoding: JSON.string(text).encoded(), as: UTF8.self) }

    @Test func escapesWhatWouldEndAScript() {
        #expect(
            encoded("</script><!--<script>&") == #""\u003c/script\u003e\u003c!--\u003cscript\u003e\u0026""#)
    }

    @Test func escapesLineSeparatorsAndLeavesTheirNeighboursAlone() {
        #expect(encoded("a\u{2028}b\u{2029}") == #""a\u2028b\u2029""#)
        #expect(encoded("“\u{2027}\u{202A}…”\u{20A8}") == "\"“\u{2027}\u{202A}…”\u{20A8}\"")
    }

    @Test func escapesControlCharactersQuotesAndBackslashes() {
        #expect(encoded("\"\\\n\r\t\u{0}\u{1F}\u{7F}") == #""\"\\\n\r\t\u0000\u001f\u007f""#)
    }

    @Test func keepsTheOrderOfMembersAndLeavesOutWhatIsNil() {
        let json = JSON.members(["b": .number(1), "a": nil, "c": .array([.bool(true), .null])])
        #expect(String(decoding: json.encoded(), as: UTF8.self) == #"{"b":1,"c":[true,null]}"#)
    }

    /// Each byte at each place among sixteen must be escaped as it is alone.
    @Test func escapesTheSameAtEveryPlace() {
        for value in UInt8(0)..<0x80 {
            let scalar = String(Unicode.Scalar(value))
            let alone = encoded(scalar).dropFirst().dropLast()
            for place in 0..<33 {
                let (before, after) = (String(repeating: "x", count: place), String(repeating: "é", count: 33 - place))
                #expect(encoded(before + scalar + after) == "\"" + before + alone + after + "\"")
            }
        }
    }

    @Test func breaksLinesAtEveryLevelWhenIndented() {
        let json = JSON.members([
            "a": .array([.number(1), .array([]), .members([:])]), "b\"": .members(["c": .null]),
        ])
        #expect(
            String(decoding: json.encoded(indent: 2), as: UTF8.self) == """
                {
                  "a": [
                    1,
                    [],
                    {}
                  ],
                  "b\\"": {
                    "c": null
                  }
                }
                """)
    }
}
