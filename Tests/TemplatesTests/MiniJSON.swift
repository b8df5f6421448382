/// JSON of fixtures: integers and decimals are distinguished, which Foundation does not guarantee.
enum MiniJSON {
    case null
    case truth(Bool)
    case int(Int)
    case float(Double)
    case text(String)
    case list([MiniJSON])
    case object([String: MiniJSON])

    subscript(name: String) -> MiniJSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [MiniJSON] { if case .list(let list) = self { list } else { [] } }
    var members: [String: MiniJSON] { if case .object(let members) = self { members } else { [:] } }

    /// Reads valid JSON. For invalid JSON, returns the part that could be read.
    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        self = reader.value()
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        private mutating func skip() {
            while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C || bytes[index] == 0x3A {
                index += 1
            }
        }

        mutating func value() -> MiniJSON {
            skip()
            guard index < bytes.count else { return .null }
            switch bytes[index] {
            case UInt8(ascii: "{"):
                index += 1
                var members: [String: MiniJSON] = [:]
                while true {
                    skip()
                    guard index < bytes.count, bytes[index] != UInt8(ascii: "}") else { break }
                    let name = string()
                    members[name] = value()
                }
                index += 1
                return .object(members)
            case UInt8(ascii: "["):
                index += 1
                var list: [MiniJSON] = []
                while true {
                    skip()
                    guard index < bytes.count, bytes[index] != UInt8(ascii: "]") else { break }
                    list.append(value())
                }
                index += 1
                return .list(list)
            case UInt8(ascii: "\""): return .text(string())
            default:
                let start = index
                while index < bytes.count, !",]} \n\t".utf8.contains(bytes[index]) { index += 1 }
                let word = String(decoding: bytes[start..<index], as: UTF8.self)
                switch word {
                case "true": return .truth(true)
                case "false": return .truth(false)
                case "null": return .null
                default: return Int(word).map { .int($0) } ?? Double(word).map { .float($0) } ?? .null
                }
            }
        }

        private mutating func string() -> String {
            index += 1
            var units: [UInt16] = []
            var start = index
            func flush(_ end: Int, _ units: inout [UInt16]) {
                units += String(decoding: bytes[start..<end], as: UTF8.self).utf16
            }
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                guard bytes[index] == UInt8(ascii: "\\") else {
                    index += 1
                    continue
                }
                flush(index, &units)
                let escape = bytes[index + 1]
                index += 2
                switch escape {
                case UInt8(ascii: "n"): units.append(10)
                case UInt8(ascii: "t"): units.append(9)
                case UInt8(ascii: "r"): units.append(13)
                case UInt8(ascii: "b"): units.append(8)
                case UInt8(ascii: "f"): units.append(12)
                case UInt8(ascii: "u"):
                    units.append(UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16) ?? 0)
                    index += 4
                default: units.append(UInt16(escape))
                }
                start = index
            }
            flush(index, &units)
            index += 1
            return String(decoding: units, as: UTF16.self)
        }
    }
}
