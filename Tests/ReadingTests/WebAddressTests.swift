import Testing

@testable import Reading

@Suite struct WebAddressTests {
    @Test(
        arguments: [
            ("https://example.org/a", nil), ("http://[::1]:8000/", nil), ("https://example.org.", nil),
            ("https://jo@example.org:80/?a=%20#b", nil), ("https://../", "the address names no server"),
            ("https://", "the address names no server"), ("https://:80/", "the address names no server"),
            ("https://.example.org", "the address names no server"), ("https://a..b/", "the address names no server"),
            ("https://[a/", "the address names no server"), ("https://a.example/b|c", "'|' cannot stand in an address"),
            ("https://a.example/b[1]", "'[' cannot stand in an address"),
            ("https://a.example/b c", "a space cannot stand in an address"),
            ("https://a.example/b\tc", "U+0009 cannot stand in an address"),
        ] as [(String, String?)])
    func namesWhatIsWrong(_ text: String, _ message: String?) throws {
        #expect(try #require(WebAddress(text)).fault?.message == message)
    }

    @Test(
        arguments: [
            ("https://a.example/?utm_source=x", "https://a.example/"),
            ("https://a.example/?a=1&utm_medium=x&b=2&fbclid=y#c", "https://a.example/?a=1&b=2#c"),
            ("https://a.example/?GCLID=1#b", "https://a.example/#b"), ("https://a.example/?a=utm_source", nil),
            ("https://a.example/#?utm_source=x", nil), ("https://a.example/", nil), ("https://a.example/?&a", nil),
        ] as [(String, String?)])
    func dropsParametersThatTrack(_ text: String, _ short: String?) {
        #expect(WebAddress(text)?.withoutTracking == short)
    }

    /// RFC 3492 7.1, and names as registries have them.
    @Test(
        arguments: [
            ("https://bücher.example/ü", "https://xn--bcher-kva.example/ü"),
            ("http://münchen.de:80", "http://xn--mnchen-3ya.de:80"),
            ("https://例え.jp/", "https://xn--r8jz45g.jp/"), ("https://Ελλάδα.gr/", "https://xn--hxakic4aa.gr/"),
            ("https://example.org/ü", nil),
        ] as [(String, String?)])
    func writesHostsInASCII(_ text: String, _ ascii: String?) { #expect(WebAddress(text)?.withASCIIHost == ascii) }

    @Test(arguments: [
        ("http://localhost:8000/", true), ("http://127.0.0.1/", true), ("http://[::1]/", true),
        ("https://localhost.example.org/", false), ("https://example.org/", false),
    ])
    func tellsAddressesOfThisMachine(_ text: String, _ isLocal: Bool) { #expect(WebAddress(text)?.isLocal == isLocal) }
}
