/// The parts of an http or https address, and what is wrong with one (RFC 3986).
package struct WebAddress {
    package struct Fault {
        package let message: String
        package let hint: String
        /// The offsets in the address, as UTF-8, that a fix replaces.
        package let range: Range<Int>
        package let replacement: String?
    }

    private let bytes: [UInt8]
    /// Behind `://`, up to the path.
    private let authority: Range<Int>
    /// Without a user's name, a password and a port.
    private let hostRange: Range<Int>

    /// nil if a text does not begin with `http://` or `https://`.
    package init?(_ text: String) {
        bytes = Array(text.utf8)
        let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        let length = start == "https://" ? 8 : start.hasPrefix("http://") ? 7 : 0
        guard length > 0 else { return nil }
        let end = bytes[length...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
        authority = length..<end
        let host = bytes[authority].lastIndex(of: 0x40).map { $0 + 1 } ?? length
        var hostEnd = end
        if bytes[host..<end].first != 0x5B, let colon = bytes[host..<end].lastIndex(of: 0x3A) {
            hostEnd = colon
        } else if bytes[host..<end].first == 0x5B, let close = bytes[host..<end].firstIndex(of: 0x5D) {
            hostEnd = close + 1
        }
        hostRange = host..<hostEnd
    }

    package var host: String { String(decoding: bytes[hostRange], as: UTF8.self) }
    package var hasUser: Bool { hostRange.lowerBound > authority.lowerBound }
    package var path: String {
        let end = bytes[authority.upperBound...].firstIndex { $0 == 0x3F || $0 == 0x23 } ?? bytes.count
        return String(decoding: bytes[authority.upperBound..<end], as: UTF8.self)
    }

    /// Whether the address is one of this machine: readers cannot open it.
    package var isLocal: Bool {
        let host = self.host.lowercased()
        return host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "[::1]"
            || host == "0.0.0.0"
    }

    /// The first thing that is wrong with it; nil if it can be used.
    package var fault: Fault? { hostFault ?? characterFault }

    package var hostFault: Fault? {
        let host = bytes[hostRange]
        let labels = host.split(separator: 0x2E, omittingEmptySubsequences: false)
        let isNumber = host.first == 0x5B && host.last == 0x5D
        // A name may end with a full stop.
        let isNamed =
            !host.isEmpty && !labels.dropLast().contains(where: \.isEmpty) && !(labels.count == 1 && labels[0].isEmpty)
        if isNumber || isNamed && !host.contains(0x5B) && !host.contains(0x5D) { return nil }
        return Fault(
            message: "the address names no server", hint: "write the server's name, as in 'https://example.org/…'",
            range: hostRange, replacement: nil)
    }

    /// A character that has to be percent-encoded.
    private var characterFault: Fault? {
        guard let place = bytes.indices.first(where: { isForbidden(bytes[$0], at: $0) }) else { return nil }
        let byte = bytes[place]
        let digits = String(byte, radix: 16, uppercase: true)
        let code = "%" + (digits.count < 2 ? "0" : "") + digits
        let name = byte <= 0x20 || byte == 0x7F ? codePoint(UInt32(byte)) : "'\(Character(Unicode.Scalar(byte)))'"
        let isInHost = authority.contains(place)
        return Fault(
            message: "\(byte == 0x20 ? "a space" : name) cannot stand in an address",
            hint: isInHost ? "delete it" : "write '\(code)' for it", range: place..<place + 1,
            replacement: isInHost ? nil : code)
    }

    private func isForbidden(_ byte: UInt8, at place: Int) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, 0x3C, 0x3E, 0x22, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
        case 0x5B, 0x5D: !hostRange.contains(place)
        default: false
        }
    }

    // MARK: Tracking

    /// The address without the parameters by which newsletters and networks follow readers; nil if it has none.
    package var withoutTracking: String? {
        guard let mark = bytes.firstIndex(where: { $0 == 0x3F || $0 == 0x23 }), bytes[mark] == 0x3F else { return nil }
        let end = bytes[mark...].firstIndex(of: 0x23) ?? bytes.count
        let parameters = bytes[(mark + 1)..<end].split(separator: 0x26, omittingEmptySubsequences: false)
        let kept = parameters.filter { parameter in
            let name = String(decoding: parameter.prefix { $0 != 0x3D }, as: UTF8.self).lowercased()
            return !name.hasPrefix("utm_") && !WebAddress.tracking.contains(name)
        }
        guard kept.count < parameters.count else { return nil }
        let query = kept.isEmpty ? [] : [0x3F] + Array(kept.joined(separator: [0x26]))
        return String(decoding: bytes[..<mark] + query + bytes[end...], as: UTF8.self)
    }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "mc_cid", "mc_eid", "igshid", "twclid", "yclid",
        "_ga",
        "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "ttclid", "li_fat_id",
    ]

    // MARK: Names of other scripts

    /// The address with its host as the name system has it (`xn--…`); nil if the host is ASCII already.
    package var withASCIIHost: String? {
        guard bytes[hostRange].contains(where: { $0 >= 0x80 }) else { return nil }
        let labels = host.lowercased().split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.utf8.allSatisfy { $0 < 0x80 }
                ? String(label) : "xn--" + Punycode.encoded(label.unicodeScalars.map(\.value))
        }
        let before = String(decoding: bytes[..<hostRange.lowerBound], as: UTF8.self)
        return before + labels.joined(separator: ".") + String(decoding: bytes[hostRange.upperBound...], as: UTF8.self)
    }
}

/// Punycode (RFC 3492): a label of a host in ASCII.
enum Punycode {
    static func encoded(_ scalars: [UInt32]) -> String {
        var result = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = result.count
        var (handled, delta, bias, last) = (basic, 0, 72, 0x80)
        if basic > 0 { result.append(0x2D) }
        while handled < scalars.count {
            guard let next = scalars.lazy.map({ Int($0) }).filter({ $0 >= last }).min() else { break }
            delta += (next - last) * (handled + 1)
            last = next
            for scalar in scalars.map({ Int($0) }) {
                if scalar < last { delta += 1 }
                guard scalar == last else { continue }
                append(delta, bias, to: &result)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            last += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func append(_ delta: Int, _ bias: Int, to result: inout [UInt8]) {
        var (rest, step) = (delta, 36)
        while true {
            let threshold = step <= bias ? 1 : step >= bias + 26 ? 26 : step - bias
            if rest < threshold { break }
            result.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            step += 36
        }
        result.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26) }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }
}
