/// Texts that try to become markup, and addresses that try to run code.
enum Hostile {
    static let texts: [String] = markup + specials + scriptEnds + combined + controls + disguises + lookalikes

    private static let markup = [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>", "--><script>alert(1)</script><!--", "<!--", "-->", "--!>", "]]>",
        "<![CDATA[", "<?xml?>", "</p></body></html><script>", "&lt;script&gt;", "&#60;script&#62;", "&quot;&apos;",
        "&&amp;;", "a=b", "<<script>script>", "<svg/onload=alert(1)>", "</svg><script>alert(1)</script>",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">", "<a href=javascript:alert(1)>x</a>",
        "{{ 7 * 7 }}", "{% include 'x' %}", "{# c #}", "<style>@import'x'</style>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0>", "<plaintext>", "<table><td>", "</table>", "<frameset>",
        "</select><script>", "</noscript><script>", "</desc></svg><script>", "<img src=`x`onerror=alert(1)>",
        "x\u{0000}y", "a\nb\r\nc\td", "\u{FEFF}", "<\u{0000}script>", "\u{FFFE}<b>\u{FFFF}", "\u{10FFFF}<b>",
    ]

    /// Every ASCII character that is not a letter or digit, alone and before a tag; and all in one text.
    private static let specials: [String] = {
        let marks = (UInt8(0x20)...0x7E).map { Character(Unicode.Scalar($0)) }.filter { !$0.isLetter && !$0.isNumber }
        return marks.map { "\($0)" } + marks.map { "\($0)<b \($0)>\($0)" } + [String(marks), String(marks.reversed())]
    }()

    private static let scriptEnds: [String] = ["</script>", "</SCRIPT >", "</scr\u{0000}ipt>", "</script", "</script/"]
        .flatMap { [$0, $0 + "<script>alert(1)</script>", "<!--<script>" + $0] }

    /// Marks that join the text before them to one `Character`, scalars that join the text after them, and scalars that
    /// change the writing direction.
    private static let combined: [String] = {
        let after: [Unicode.Scalar] = [
            "\u{0301}", "\u{0308}", "\u{0338}", "\u{20DD}", "\u{05B0}", "\u{093F}", "\u{FE0F}", "\u{200D}", "\u{200C}",
            "\u{1F3FB}", "\u{E0100}", "\u{E0061}",
        ]
        let before: [Unicode.Scalar] = [
            "\u{0600}", "\u{0605}", "\u{06DD}", "\u{070F}", "\u{08E2}", "\u{0D4E}", "\u{110BD}",
        ]
        let turning: [Unicode.Scalar] = [
            "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}",
            "\u{2067}", "\u{2068}", "\u{2069}",
        ]
        return after.map { "<\($0)b>\"\($0) onclick=\"x'\($0) a='&\($0)lt;>\($0)`\($0)" }
            + before.map { "\($0)<b>\($0)\" onclick=\"x\($0)' a='\($0)&lt;\($0)>\($0)`" }
            + turning.map { "\($0)<b\($0)>\($0)\"\($0)'\($0)&\($0)" } + [
                "\u{1F468}\u{200D}\u{1F469}<b>", "\u{FF1C}script\u{FF1E}", "\u{2028}<b>\u{2029}",
                "\u{1F1E9}\u{1F1EA}\"", "e\u{0301}\"\u{0301}'\u{0301}", "\r\u{0301}\n<b>",
            ]
    }()

    /// Every C0 and C1 control except NUL, between characters of markup.
    private static let controls: [String] = (Array(1...0x1F) + Array(0x7F...0x9F)).map { (code: UInt32) in
        let control = Unicode.Scalar(code).map(String.init) ?? ""
        return "\(control)<\(control)b\(control)>\(control)\"\(control)onclick=\(control)'"
    }

    /// Addresses that a browser runs, or opens as a document with the site's rights, in many spellings.
    static let disguises: [String] = {
        let word = Array("javascript:")
        let split = ["\t", "\n", "\r"].flatMap { gap in
            (1..<word.count).map { String(word[..<$0]) + gap + String(word[$0...]) + "alert(1)" }
        }
        let led = (UInt8(1)...0x20).map { "\(Unicode.Scalar($0))javascript:alert(1)" }
        return split + led + [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "JAVASCRIPT:alert(1)", " \u{0001}\t\njavascript:alert(1)",
            "j\na\tv\ra\ns\tc\rr\ni\tp\rt\n:alert(1)", "javascript://%0aalert(1)", "javascript:/*<b>*/alert(1)",
            "javascript:\"'<script>", "vbscript:msgbox(1)", "VbScript:x", "data:text/html,<script>alert(1)</script>",
            "DATA:text/html;base64,PHNjcmlwdD4=", "da\nta:image/svg+xml,<svg onload=alert(1)>", "blob:https://x/y",
            "view-source:x", "jar:x!/", "ms-its:x", "file:///etc/passwd", "feed:javascript:alert(1)",
            "livescript:x", "mocha:x", "filesystem:https://x/y", "about:blank", "x-javascript:alert(1)",
        ]
    }()

    /// Addresses that only look like one of those, or are harmless.
    private static let lookalikes = [
        "javascript&colon;alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "&Tab;javascript:alert(1)",
        "javascript%3Aalert(1)", "%6Aavascript:alert(1)", "//evil.example/x", "/\\evil.example",
        "https://example.org/\"onclick=\"x", "HTTP://example.org", "mailto:a@b.c", "tel:+49", "http:x", "#a", "?a=b",
        "1:2", ":x", "x", "../y", "javascript", "java", "script:alert(1)", "ｊavascript:alert(1)",
        "\u{017F}cript:alert(1)", "javascript\u{00A0}:alert(1)", "\u{00A0}javascript:alert(1)", "a, b 2x, java",
        "javascript\u{0000}:alert(1)", "\u{200B}javascript:alert(1)", "java\u{0000}script:alert(1)",
    ]
}
