import Bytes
import Model
import Presenting

/// Names that no other site's things have, for feeds and calendars, whose readers tell things apart by them.
///
/// They are made of days, kinds and ids, not of titles, paths or places in a list, so that they stay when a page moves or
/// is renamed, when a site grows from one event to several, and when more is added.
struct UniqueNames {
    private let address: SiteAddress?

    init(_ context: ExportContext) { address = context.address }

    /// An absolute URI: a `tag:` URI (RFC 4151) of the site's host and the thing's day. Without a host to speak for,
    /// a `urn:uuid:` (RFC 9562, version 8) made of the thing.
    func uri(of thing: LastingName) -> String {
        guard let address, let host = address.host else { return "urn:uuid:" + uuid(thing.dated) }
        return "tag:\(host),\(MachineDate.day(thing.day)):\(address.folder)\(percentEncoded(thing.name))"
    }

    /// A calendar's UID: the thing at the site's host, else a UUID.
    func uid(of thing: LastingName) -> String {
        guard let address, let host = address.host else { return uuid(thing.dated) }
        var bytes = Array(address.folder.utf8.dropFirst()) + Array(thing.dated.utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "/") { bytes[index] = UInt8(ascii: ".") }
        return String(decoding: bytes, as: UTF8.self) + "@" + host
    }

    /// A UUID of version 8, whose bits are a hash (FNV-1a, 128 bits) of the thing.
    private func uuid(_ thing: String) -> String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
        for byte in thing.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
        var bytes = (0..<16).map { UInt8(truncatingIfNeeded: hash >> UInt128(120 - 8 * $0)) }
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            for digit in [byte >> 4, byte & 15] {
                text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
