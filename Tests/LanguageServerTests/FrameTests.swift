import LanguageServer
import TestSupport
import Testing

@Suite struct FrameTests {
    private static func read(_ pieces: [String]) -> [FrameReader.Frame] {
        var reader = FrameReader()
        return pieces.flatMap { piece in
            reader.append(Array(piece.utf8))
            var frames: [FrameReader.Frame] = []
            while let frame = reader.next() { frames.append(frame) }
            return frames
        }
    }

    private static func content(_ text: String) -> FrameReader.Frame { .content(Array(text.utf8)) }

    @Test(arguments: [
        ("Content-Length: 2\r\n\r\n{}", ["{}"]),
        ("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", ["{}", "[1]"]),
        ("content-length:2\r\n\r\n{}", ["{}"]),
        ("Content-Length: 2 \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}", ["{}"]),
        ("Content-Type: application/vscode-jsonrpc; charset=\"utf8\"\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
        ("X-Other: 1\r\nContent-Length: 0\r\n\r\n", [""]),
        ("Content-Length: 4\r\n\r\n\"ü\"", ["\"ü\""]),
        ("Content-Length: 5\r\n\r\n{}", []),
        ("Content-Length: 2\r\n", []),
    ]) func readsWholeFrames(_ text: String, _ wanted: [String]) {
        #expect(Self.read([text]) == wanted.map(Self.content))
        // However the bytes arrive.
        #expect(Self.read(text.unicodeScalars.map { String($0) }) == wanted.map(Self.content))
    }

    @Test(arguments: [
        ("Content-Length: x\r\n\r\n", "Content-Length is not a number"),
        ("Content-Length: -1\r\n\r\n", "Content-Length is not a number"),
        ("Content-Length: +2\r\n\r\n", "Content-Length is not a number"),
        ("Content-Length: 99999999999999999999\r\n\r\n", "Content-Length is not a number"),
        ("Content-Length:\r\n\r\n", "Content-Length is not a number"),
        ("Other: 2\r\n\r\n", "the header has no Content-Length"),
        ("\r\n\r\n", "the header has no Content-Length"),
        ("Content-Length 2\r\n\r\n", "the header has a line without a colon"),
        ("Content-Length: 2\r\nContent-Type: text; charset=latin1\r\n\r\n", "the content is not in UTF-8"),
        (String(repeating: "x", count: 4_096) + "\r\n\r\n", "the header has no end"),
    ]) func passesOverBrokenFrames(_ broken: String, _ fault: String) {
        let next = "Content-Length: 2\r\n\r\n{}"
        let frames = Self.read([broken + next])
        #expect(frames.first == .fault(fault))
        #expect(frames.last == Self.content("{}"))
    }

    @Test func skipsAContentThatIsTooLarge() {
        var reader = FrameReader()
        let size = FrameReader.largestContent + 1
        reader.append(Array("Content-Length: \(size)\r\n\r\n".utf8))
        guard case .fault? = reader.next() else { return #expect(Bool(false), "no fault") }
        var left = size
        while left > 0 {
            let count = min(left, 8 << 20)
            reader.append([UInt8](repeating: 0x20, count: count))
            #expect(reader.next() == nil)
            left -= count
        }
        reader.append(frame(Array("{}".utf8)))
        #expect(reader.next() == Self.content("{}"))
    }

    @Test func framesAreReadBack() {
        var reader = FrameReader()
        for text in ["", "{}", "\"\u{1F600}\""] {
            reader.append(frame(Array(text.utf8)))
            #expect(reader.next() == Self.content(text))
        }
    }

    // MARK: Messages

    @Test(arguments: [
        ("{", -32700), ("", -32700), ("nul", -32700), ("\u{FEFF}{", -32700), ("{\"a\":}", -32700),
        ("[]", -32600), ("1", -32600), ("null", -32600), ("{}", -32600), ("{\"id\":1}", -32600),
        ("{\"method\":1}", -32600), ("{\"id\":1.5,\"method\":\"a\"}", -32600), ("{\"id\":[],\"method\":\"a\"}", -32600),
        ("{\"id\":null,\"method\":\"a\"}", -32600), ("[{\"id\":1,\"method\":\"a\"}]", -32600),
    ]) func rejectsWhatIsNotAMessage(_ json: String, _ code: Int) {
        guard case .invalid(let error) = Message(Array(json.utf8)) else {
            return #expect(Bool(false), "\(json) is a message")
        }
        #expect(error.code.rawValue == code, "\(json)")
    }

    @Test func rejectsDeepNesting() {
        let deep = String(repeating: "[", count: 100_000)
        guard case .invalid = Message(Array(deep.utf8)) else { return #expect(Bool(false), "a message") }
        let closed = "{\"id\":1,\"method\":\"a\",\"params\":" + deep + String(repeating: "]", count: 100_000) + "}"
        guard case .invalid = Message(Array(closed.utf8)) else { return #expect(Bool(false), "a message") }
    }

    @Test func tellsKindsOfMessagesApart() {
        if case .request(.number(3), "a", _) = Message(Array("{\"id\":3,\"method\":\"a\"}".utf8)) {
        } else {
            Issue.record("a request by number")
        }
        if case .request(.string("x"), "a", _) = Message(Array("{\"id\":\"x\",\"method\":\"a\"}".utf8)) {
        } else {
            Issue.record("a request by text")
        }
        if case .notification("a", _) = Message(Array("{\"method\":\"a\"}".utf8)) {
        } else {
            Issue.record("a notification")
        }
        for json in ["{\"id\":1,\"result\":null}", "{\"id\":null,\"error\":{\"code\":1,\"message\":\"\"}}"] {
            if case .response = Message(Array(json.utf8)) {} else { Issue.record("\(json) is a response") }
        }
    }
}
