/// Reads JSON (RFC 8259): exports of reference managers, data in a saved page, what a template printed.
package struct JSONReader {
    private let bytes: [UInt8]
    private var place = 0
    /// Whether control characters in strings are faults.
    private var isStrict = false

    /// The value of a whole text; nil if it is not JSON.
    package static func value(of text: [UInt8]) -> JSON? {
        var reader = JSONReader(bytes: text)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        return reader.place == text.count ? value : nil
    }

    /// The offset at which a text stops being JSON; nil if it is JSON.
    package static func firstFault(of text: [UInt8]) -> Int? {
        var reader = JSONReader(bytes: text)
        reader.isStrict = true
        guard reader.value(depth: 0) != nil else { return reader.place }
        reader.skipSpace()
        return reader.place == text.count ? nil : reader.place
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    private mutating func value(depth: Int) -> JSON? {
        skipSpace()
        guard depth < 64, let byte = next else { return nil }
        switch byte {
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return array(depth)
        case UInt8(ascii: "\""): return string().map(JSON.string)
        case UInt8(ascii: "t"): return takeWord("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return takeWord("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return takeWord("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func object(_ depth: Int) -> JSON? {
        guard take(UInt8(ascii: "{")) else { return nil }
        var members: [JSON.Member] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard let name = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
            members.append(JSON.Member(name, value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func array(_ depth: Int) -> JSON? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var items: [JSON] = []
        if take(UInt8(ascii: "]")) { return .array(items) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            items.append(value)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .array(items) : nil
    }

    /// Numbers with a fraction or an exponent are kept as text: no field needs their value.
    private mutating func number() -> JSON? {
        let start = place
        while let byte = next, "+-.eE0123456789".utf8.contains(byte) { place += 1 }
        if start == place { return nil }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        return Int(text).map(JSON.number) ?? .string(text)
    }

    private mutating func string() -> String? {
        guard next == UInt8(ascii: "\"") else { return nil }
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            place += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                if isStrict, byte < 0x20 { return nil }
                text.append(byte)
                continue
            }
            guard let scalar = escape() else { return nil }
            text += Array(String(scalar).utf8)
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let letter = next else { return nil }
        place += 1
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"):
            guard let unit = unit() else { return nil }
            guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
            guard takeWord("\\u"), let low = self.unit(), (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
            return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        default: return Unicode.Scalar(letter)
        }
    }

    private mutating func unit() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        defer { place += 4 }
        return UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    }
}

extension JSON {
    /// A member of an object; nil if there is none.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A text or a number as text.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number): String(number)
        case .null, .bool, .array, .object: nil
        }
    }

    /// The items of an array; of any other value itself alone.
    package var items: [JSON] { if case .array(let items) = self { items } else { [self] } }
}
