import Building
import Diagnostics
import Serving
import TestSupport
import Testing

/// Files in memory. Notes nothing of the disk.
struct SampleFiles: ServedFiles {
    var files: [String: String] = [
        "index.html": "home", "404.html": "lost", "demands/pay.html": "pay", "event/index.html": "event",
        "assets/style.css": "body {}", "notes a&b.txt": "notes", "søk.html": "search", "site/page.html": "page",
    ]
    var rootPrefix = "/"

    func contains(_ path: String) -> Bool { files[path] != nil }

    func file(at path: String) -> PreviewFile? {
        files[path].map { PreviewFile(bytes: Array($0.utf8), form: path.hasSuffix(".html") ? .page : .asset) }
    }
}

/// What is answered to each request: a table of requests that a development server has been attacked with, and of those
/// that browsers make.
@Suite struct RequestTests {
    private let rules = RequestRules(hosts: HostRules(port: 8400, allowed: ["preview.test"]))

    private func respond(
        _ method: String = "GET", _ target: String, _ headers: [(name: String, value: String)] = [],
        host: String = "localhost:8400", files: SampleFiles? = SampleFiles()
    ) -> WebResponse {
        rules.response(
            to: WebRequest(method, target, [("Host", host)] + headers), from: ServedSite(files: files))
    }

    private func text(_ response: WebResponse) -> String {
        guard case .bytes(let bytes) = response.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func header(_ name: String, _ response: WebResponse) -> String? {
        let values = response.headers.filter { $0.name == name }.map(\.value)
        #expect(values.count < 2)
        return values.first
    }

    /// An address that nobody has is in no answer, so that no markup in it is read as such.
    @Test func echoesNoAddress() {
        for target in ["/%3Cscript%3Ealert(1)%3C/script%3E", "/a?<script>", "/%22onload=%22x", "/event%3Cb%3E/"] {
            for files in [SampleFiles(), nil, SampleFiles(files: ["index.html": "home"])] {
                let response = respond("GET", target, files: files)
                #expect(response.status >= 400)
                let shown = text(response) + response.headers.map { $0.name + $0.value }.joined()
                #expect(!shown.contains("alert") && !shown.contains("onload") && !shown.contains("<b>"), "\(shown)")
            }
        }
    }

    // MARK: Paths

    @Test(arguments: [
        ("/", 200), ("/index.html", 200), ("/?x=1", 200), ("/demands/pay.html?a=%zz", 200), ("/event/", 200),
        ("/event", 301), ("/assets/style.css", 200), ("/notes%20a&b.txt", 200), ("/s%C3%B8k.html", 200),
        ("/404.html", 404), ("/nothing", 404), ("/nothing/", 404), ("/demands", 404), ("/demands/", 404),
        // Out of the site.
        ("/../../etc/passwd", 404), ("/..", 404), ("/%2e%2e%2fetc/passwd", 404), ("/..%2fetc%2fpasswd", 404),
        ("/.%2e/etc/passwd", 404), ("/%252e%252e/etc/passwd", 404), ("/..%5cetc", 404), ("/..%255cetc", 404),
        ("/demands/../index.html", 404), ("/./index.html", 404), ("//index.html", 404), ("//evil.test/", 404),
        ("/demands%2fpay.html", 404), ("/event/index.html/", 404), ("/site-secret/page.html", 404),
        ("/sitepage.html", 404), ("/INDEX.HTML", 404), ("/Demands/pay.html", 404), ("/etc/passwd", 404),
        ("/.git/config", 404), ("/content/site.md", 404), ("/_explainer/nothing", 404), ("/_explainer/../x", 404),
        // Not a path.
        ("index.html", 400), ("", 400), ("http://localhost:8400/", 400), ("https://evil.test/", 400), ("*", 400),
        ("localhost:8400", 400), ("/#top", 400), ("/index.html#top", 400), ("/?x#y", 400), ("/a b", 400),
        ("/\\..\\etc", 400), ("/%", 400), ("/%4", 400), ("/%zz", 400), ("/%00", 400), ("/index.html%00.png", 400),
        ("/%ff", 400), ("/%c3", 400), ("/%0d%0aSet-Cookie:x", 400), ("/%7f", 400), ("/\u{0}", 400), ("/é", 400),
        ("/%ed%a0%80", 400), ("/%c0%ae%c0%ae/", 400),
    ])
    func answersATarget(target: String, status: Int) {
        for method in ["GET", "HEAD"] {
            let response = respond(method, target)
            #expect(response.status == status)
            if status == 301 { #expect(header("Location", response) == "/event/") }
        }
    }

    @Test func answersALongAddressWithoutReadingIt() {
        #expect(respond("/" + String(repeating: "a", count: 8_191)).status == 404)
        #expect(respond("/" + String(repeating: "a", count: 8_192)).status == 414)
        #expect(respond("/" + String(repeating: "%41", count: 400_000)).status == 414)
    }

    private func respond(_ target: String) -> WebResponse { respond("GET", target) }

    @Test func findsAbsoluteLinksOfASiteInASubfolder() {
        var files = SampleFiles()
        files.rootPrefix = "/story/"
        for target in ["/story/", "/story/index.html", "/story/event/", "/story/assets/style.css", "/"] {
            #expect(respond("GET", target, files: files).status == 200, "\(target)")
        }
        #expect(respond("GET", "/storyindex.html", files: files).status == 404)
    }

    // MARK: Bodies

    @Test func addsOneScriptToPagesAndNothingElse() {
        let page = text(respond("/"))
        #expect(page.hasPrefix("home<script src=\"/_explainer/preview.js\" data-page=\""))
        #expect(page.split(separator: "<script").count == 2)
        #expect(text(respond("/assets/style.css")) == "body {}")
        #expect(text(respond("/notes%20a&b.txt")) == "notes")
        #expect(text(respond("/nowhere")).hasPrefix("lost<script"))
    }

    @Test func givesAPageADigestThatFollowsItsBytes() {
        let digest = header("Explainer-Page", respond("/"))
        #expect(digest != nil && text(respond("/")).contains("data-page=\"\(digest ?? "")\""))
        var files = SampleFiles()
        files.files["index.html"] = "home, changed"
        #expect(header("Explainer-Page", respond("GET", "/", files: files)) != digest)
    }

    @Test func showsAPageThatReloadsBeforeThereIsASite() {
        let response = respond("GET", "/demands/pay.html", files: nil)
        #expect(response.status == 503 && text(response).contains("<script src=\"/_explainer/preview.js\""))
        #expect(respond("GET", "/_explainer/preview.js", files: nil).status == 200)
        #expect(respond("GET", "/_explainer/problems", files: nil).status == 200)
    }

    @Test(arguments: [
        ("/_explainer/preview.js", "text/javascript; charset=utf-8"), ("/_explainer/problems", "application/json"),
        ("/_explainer/stream.js", "text/javascript; charset=utf-8"), ("/", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"), ("/_explainer/events", "text/event-stream"),
    ])
    func namesTheType(target: String, type: String) {
        #expect(header("Content-Type", respond(target)) == type)
    }

    // MARK: Headers

    @Test(arguments: [
        "/", "/nothing", "/event", "/_explainer/events", "/_explainer/problems", "/assets/style.css", "/%00", "x",
    ])
    func storesAndSharesNothing(target: String) {
        for (method, headers) in [
            ("GET", []), ("POST", []), ("GET", [("Origin", "http://localhost:8400")]),
            ("GET", [("Origin", "https://evil.test")]), ("OPTIONS", [("Access-Control-Request-Method", "GET")]),
        ] as [(String, [(name: String, value: String)])] {
            let response = respond(method, target, headers)
            #expect(header("Cache-Control", response) == "no-store")
            #expect(header("X-Content-Type-Options", response) == "nosniff")
            #expect(header("Cross-Origin-Resource-Policy", response) == "same-origin")
            let names = response.headers.map { $0.name.lowercased() }
            #expect(!names.contains { $0.hasPrefix("access-control") || $0 == "etag" || $0 == "last-modified" })
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "", "FOO"])
    func allowsOnlyReading(method: String) {
        let response = respond(method, "/")
        #expect(response.status == 405 && header("Allow", response) == "GET, HEAD")
    }

    @Test func usesNoHostInItsAnswers() {
        for target in ["/", "/event", "/nothing", "/_explainer/preview.js"] {
            let response = respond("GET", target, host: "preview.test:8400")
            #expect(!text(response).contains("preview.test"))
            #expect(!response.headers.contains { $0.value.contains("preview.test") })
        }
    }

    // MARK: Other sites

    @Test(arguments: [
        ("localhost:8400", true), ("LOCALHOST:8400", true), ("harbour.localhost:8400", true), ("127.0.0.1:8400", true),
        ("[::1]:8400", true), ("preview.test:8400", true), ("localhost", false), ("localhost:80", false),
        ("localhost:8401", false), ("localhost:084000", false), ("evil.test", false), ("evil.test:8400", false),
        ("localhost.evil.test:8400", false), ("127.0.0.1.evil.test:8400", false), ("localhost.:8400", false),
        (".localhost:8400", false), ("a..localhost:8400", false), ("a b.localhost:8400", false),
        ("evil-localhost:8400", false), ("192.168.1.5:8400", false), ("0.0.0.0:8400", false), ("[::]:8400", false),
        ("127.0.0.2:8400", false), ("2130706433:8400", false), ("localhost:8400:8400", false), ("", false),
        (":8400", false), ("[::1:8400", false), ("[::1]8400", false), ("localhost:8400/", false),
        ("localhost:8400@evil.test", false), ("user@localhost:8400", false), ("localhost:", false),
        ("localhost:+8400", false), ("xn--localhost:8400", false), ("localhost\u{0}:8400", false),
    ])
    func answersToItsOwnNamesOnly(host: String, isAllowed: Bool) {
        #expect(respond("GET", "/", host: host).status == (isAllowed ? 200 : 403))
        let origin = respond("GET", "/", [("Origin", "http://" + host)])
        #expect(origin.status == (isAllowed ? 200 : 403))
    }

    @Test func needsOneHost() {
        for hosts in [[], ["localhost:8400", "localhost:8400"], ["localhost:8400", "evil.test"]] {
            let headers = hosts.map { (name: "host", value: $0) }
            let response = rules.response(
                to: WebRequest("GET", "/", headers), from: ServedSite(files: SampleFiles()))
            #expect(response.status == 400)
        }
    }

    @Test(arguments: [
        "null", "https://localhost:8400", "http://evil.test", "http://192.168.1.5:8400", "http://127.0.0.1:8401",
        "http://127.0.0.1", "file://", "", "http://", "chrome-extension://abc", "http://localhost:8400 http://x",
    ])
    func rejectsOtherOrigins(origin: String) {
        for target in ["/", "/_explainer/events", "/_explainer/problems"] {
            #expect(respond("GET", target, [("Origin", origin)]).status == 403)
            // One of two is enough.
            let two: [(name: String, value: String)] = [("Origin", "http://localhost:8400"), ("origin", origin)]
            #expect(respond("GET", target, two).status == 403)
        }
    }

    @Test(arguments: [
        ("none", "navigate", "document", 200), ("same-origin", "no-cors", "script", 200),
        ("same-origin", "cors", "empty", 200), ("cross-site", "navigate", "document", 200),
        ("same-site", "navigate", "document", 200), ("cross-site", "no-cors", "script", 403),
        ("cross-site", "no-cors", "image", 403), ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "embed", 403), ("same-site", "no-cors", "script", 403),
        ("cross-site", "cors", "empty", 403), ("cross-site", "websocket", "websocket", 403),
        ("", "no-cors", "script", 403), ("cross-site", "", "", 403),
    ])
    func servesOtherSitesANavigationOnly(site: String, mode: String, destination: String, status: Int) {
        let response = respond(
            "GET", "/", [("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination)])
        #expect(response.status == status)
    }

    @Test func allowsAddressesOnlyIfOtherMachinesAreServed() {
        let open = HostRules(port: 8400, address: "0.0.0.0")
        #expect(open.allows(host: "192.168.1.5:8400") && open.allows(host: "[fe80::1]:8400"))
        #expect(!open.allows(host: "evil.test:8400") && !open.allows(host: "192.168.1.5.evil.test:8400"))
        let one = HostRules(port: 80, address: "127.0.0.2")
        #expect(one.allows(host: "127.0.0.2") && one.allows(host: "localhost:80") && !one.allows(host: "10.0.0.1"))
        #expect(HostRules.isLoopback("127.8.9.1") && HostRules.isLoopback("::1") && !HostRules.isLoopback("127.evil"))
    }

    // MARK: Any input

    @Test func answersAnyRequest() {
        var random = SeededRandom(state: 13)
        let pieces = [
            "/", "..", ".", "%2e", "%2f", "%5c", "%00", "%", "%f", "\\", "?", "#", "index.html", "event", "assets",
            "style.css", "_explainer", "events", "\u{0}", "\n", "\r", "é", "\u{FFFD}", "localhost", ":8400", "[::1]",
            "@",
            "http://", " ", ";", "%ff", "%c3%b8", "*", String(repeating: "x", count: 3_000),
        ]
        func text() -> String { (0..<random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined() }
        let names = [
            "Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Range", "If-None-Match", "",
        ]
        let site = ServedSite(files: SampleFiles())
        var statuses: [Int: Int] = [:]
        for _ in 0..<40_000 {
            var headers: [(name: String, value: String)] = [("Host", "localhost:8400")]
            if random.below(2) == 0 { headers = [] }
            for _ in 0..<random.below(4) { headers.append((names[random.below(names.count)], text())) }
            let target = random.below(4) == 0 ? text() : "/" + text()
            let response = rules.response(
                to: WebRequest(["GET", "HEAD", "POST", text()][random.below(4)], target, headers), from: site)
            statuses[response.status, default: 0] += 1
            #expect(response.headers.contains { $0.name == "Cache-Control" && $0.value == "no-store" })
            for (name, value) in response.headers {
                #expect(!(name + value).unicodeScalars.contains { $0.value < 0x20 }, "\(name): \(value)")
            }
        }
        #expect(Set(statuses.keys).isSubset(of: [200, 301, 400, 403, 404, 405, 414]), "\(statuses)")
        #expect(statuses.count >= 6, "\(statuses)")
    }
}
