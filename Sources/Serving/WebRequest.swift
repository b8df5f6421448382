/// The head of an HTTP request. Its body is never read.
package struct WebRequest: Sendable {
    package let method: String
    /// As it was sent: `/demands/pay.html?x=1`.
    package let target: String
    package let headers: [(name: String, value: String)]

    package init(_ method: String, _ target: String, _ headers: [(name: String, value: String)]) {
        self.method = method
        self.target = target
        self.headers = headers
    }

    /// Every value of a header, whose name is in lower case.
    func values(_ name: String) -> [String] {
        headers.filter { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }.map(\.value)
    }
}

/// A response.
package struct WebResponse: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// The stream that says when something changed; it stays open.
        case stream
    }

    package let status: Int
    package var headers: [(name: String, value: String)]
    package let body: Body

    init(_ status: Int, _ type: String, _ bytes: [UInt8], _ more: [(name: String, value: String)] = []) {
        self.init(status, [("Content-Type", type), ("Content-Length", String(bytes.count))] + more, .bytes(bytes))
    }

    /// A sentence for people.
    init(_ status: Int, _ text: String, _ more: [(name: String, value: String)] = []) {
        self.init(status, "text/plain; charset=utf-8", Array((text + "\n").utf8), more)
    }

    init(_ status: Int, _ headers: [(name: String, value: String)], _ body: Body) {
        self.status = status
        // Nothing is stored by a browser, used as another type, or read or framed by the page of another site. No header
        // allows another origin anything.
        self.headers =
            headers + [
                ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
                ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "SAMEORIGIN"),
                ("Referrer-Policy", "no-referrer"),
            ]
        self.body = body
    }
}
