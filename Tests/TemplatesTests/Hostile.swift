/// Texts that try to become markup, and addresses that try to run.
enum Hostile {
    static let texts: [String] = markup + combined + addresses

    private static let markup = [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>", "--><script>alert(1)</script><!--", "<!--", "-->", "]]>", "<![CDATA[",
        "</p></body></html><script>", "&lt;script&gt;", "&#60;script&#62;", "&quot;&apos;", "&", "&&amp;;", "<", ">",
        "\"", "'", "`", "=", "a=b", "<<script>script>", "<svg/onload=alert(1)>", "</svg><script>alert(1)</script>",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">", "<a href=javascript:alert(1)>x</a>",
        "{{ 7 * 7 }}", "{% include 'x' %}", "{# c #}", "<style>@import'x'</style>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0>", "<plaintext>", "<table><td>", "</table>", "<frameset>",
        "</select><script>",
        "<img src=`x`onerror=alert(1)>", "x\u{0000}y", "a\nb\r\nc\td", "\u{FEFF}", "<\u{0000}script>",
    ]

    /// Marks that join what stands before them to one `Character`, joiners, and other scripts.
    private static let combined = [
        "<\u{0301}script>", "\"\u{0301} onclick=\"x", "'\u{20DD}", "&\u{0308}lt;", ">\u{FE0F}", "\"\u{200D}",
        "<\u{0600}b>",
        "\u{0600}<b>", "\u{1F468}\u{200D}\u{1F469}<b>", "\u{202E}<b>", "\u{FF1C}script\u{FF1E}", "\u{2028}<b>\u{2029}",
        "\u{1F1E9}\u{1F1EA}\"", "e\u{0301}\"\u{0301}'\u{0301}",
    ]

    static let addresses = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)",
        "java\tscript:alert(1)", "java\nscript:alert(1)", "java\rscript:alert(1)", "javascript\t:alert(1)",
        "\u{0001}javascript:alert(1)", "\u{001F}javascript:alert(1)", "javascript&colon;alert(1)",
        "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "&Tab;javascript:alert(1)", "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>", "blob:https://x/y", "view-source:x", "jar:x!/", "ms-its:x",
        "file:///etc/passwd", "feed:javascript:alert(1)", "javascript://%0aalert(1)", "//evil.example/x",
        "/\\evil.example", "https://example.org/\"onclick=\"x", "HTTP://example.org", "mailto:a@b.c", "tel:+49",
        "http:x",
        "#a", "?a=b", "a:b", "1:2", ":x", "x", "../y", "javascript", "java", "script:alert(1)", "ｊavascript:alert(1)",
        "javascript\u{00A0}:alert(1)", "\u{00A0}javascript:alert(1)", "javascript\u{0000}:alert(1)",
    ]
}
