import Bytes

/// The path of a request: a key of the site's plan.
enum RequestTarget {
    /// Longer targets are rejected, in bytes.
    static let longest = 8_192

    enum Fault: Error, Equatable {
        /// 400: it is not a path, or not a correct one.
        case invalid
        /// 404: it has an encoded slash, which no path of a site has.
        case unknown
        /// 414
        case tooLong
    }

    /// The decoded path in Normalization Form C, without the slash at its start and without the query.
    static func path(of target: String) throws(Fault) -> String {
        let bytes = Array(target.utf8)
        if bytes.count > longest { throw .tooLong }
        guard bytes.first == UInt8(ascii: "/") else { throw .invalid }
        var decoded: [UInt8] = []
        var place = 1
        var hasEncodedSlash = false
        while place < bytes.count, bytes[place] != UInt8(ascii: "?") {
            var byte = bytes[place]
            guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#"), byte != UInt8(ascii: "\\") else {
                throw .invalid
            }
            if byte == UInt8(ascii: "%") {
                guard place + 2 < bytes.count, let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
                else { throw .invalid }
                byte = high << 4 | low
                if byte < 0x20 || byte == 0x7F { throw .invalid }
                if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { hasEncodedSlash = true }
                place += 2
            }
            decoded.append(byte)
            place += 1
        }
        if bytes[place...].contains(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "#") }) { throw .invalid }
        guard let path = String(validating: decoded, as: UTF8.self) else { throw .invalid }
        if hasEncodedSlash { throw .unknown }
        return path.composed
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
