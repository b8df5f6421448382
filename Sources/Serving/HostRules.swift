/// Which names a server answers to. A page of another site can give a name of its own to this machine's address (DNS
/// rebinding), so a request must name the server by one of these.
package struct HostRules: Sendable {
    /// The port that the server listens on.
    package let port: Int
    /// Names in lower case that are allowed besides those of this machine.
    private let names: Set<String>
    /// Whether every IP address is allowed: nobody can give a name to one, and a server for other machines is reached by
    /// addresses that it does not know.
    private let allowsAddresses: Bool

    /// - Parameters:
    ///   - address: the IP address that the server listens on.
    ///   - allowed: further names.
    package init(port: Int, address: String = "127.0.0.1", allowed: [String] = []) {
        self.port = port
        let own = address.contains(":") ? "[\(address.lowercased())]" : address
        names = Set(["localhost", "127.0.0.1", "[::1]", own] + allowed.map { $0.lowercased() })
        allowsAddresses = !HostRules.isLoopback(address)
    }

    /// Whether only programs on this machine can reach an IP address.
    package static func isLoopback(_ address: String) -> Bool {
        address == "::1" || (isIPv4(address) && address.hasPrefix("127."))
    }

    /// Whether the value of a `Host` header names this server.
    package func allows(host: String) -> Bool {
        guard let (name, port) = HostRules.split(host.lowercased()), (port ?? 80) == self.port else { return false }
        if names.contains(name) { return true }
        if name.hasSuffix(".localhost") {
            return name.dropLast(10).split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && label.utf8.allSatisfy(HostRules.isNameByte)
            }
        }
        return allowsAddresses && (name.hasPrefix("[") || HostRules.isIPv4(name))
    }

    /// Whether the value of an `Origin` header is that of this server's own pages.
    package func allows(origin: String) -> Bool {
        let origin = origin.lowercased()
        return origin.hasPrefix("http://") && allows(host: String(origin.dropFirst(7)))
    }

    /// A name and a port; nil if the text has another form.
    private static func split(_ host: String) -> (name: String, port: Int?)? {
        var name = Substring(host)
        var rest = Substring()
        if host.hasPrefix("[") {
            guard let close = host.firstIndex(of: "]") else { return nil }
            name = host[...close]
            rest = host[host.index(after: close)...]
            guard name.utf8.dropFirst().dropLast().allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }) else {
                return nil
            }
        } else if let colon = host.firstIndex(of: ":") {
            name = host[..<colon]
            rest = host[colon...]
        }
        if name.isEmpty { return nil }
        if rest.isEmpty { return (String(name), nil) }
        let digits = rest.dropFirst()
        guard rest.first == ":", !digits.isEmpty, digits.utf8.count <= 5, digits.utf8.allSatisfy(isDigit) else {
            return nil
        }
        return (String(name), Int(digits))
    }

    private static func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(isDigit) && (Int(part) ?? 256) < 256
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
    }
}
