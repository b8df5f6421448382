/// The id of an entry, typed by what it names: lower-case ASCII letters, digits and single hyphens.
package struct Name<Target>: Hashable, Comparable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Whether a text can be an id: lower-case ASCII letters, digits and single hyphens, not at either end.
package func isValidID(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var last = UInt8(ascii: "-")
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where last != UInt8(ascii: "-"): break
            default: return false
            }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }
}

/// The nearest valid id to a text, for hints: other characters become hyphens. Empty where nothing is left.
package func validID(near text: String) -> String {
    var bytes: [UInt8] = []
    for byte in plainLetters(text.lowercased()).utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
        default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
        }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}

/// The id that an entry goes by: what is written, or where that is none the nearest valid one, so that what refers to
/// the entry is led to an id that it can keep.
func usableID(_ text: String) -> String {
    if isValidID(text) { return text }
    let near = validID(near: text)
    return near.isEmpty ? text : near
}
