/// Writes addresses as a page's links, and values as text.
struct LinkWriter {
    /// The page's own path from the site's root.
    let page: String
    let style: LinkStyle
    /// Counts links that two pages of one folder may write differently.
    let log: LinkLog

    /// The URL of an address, not escaped for HTML.
    func written(_ address: Address) -> String {
        var bytes: [UInt8] = []
        write(address) { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the URL of an address piece by piece, not escaped for HTML.
    func write(_ address: Address, _ put: Address.Put) {
        switch address {
        case .external(var url): url.withUTF8(put)
        case .page(let path): Address.write(path, anchor: nil, on: page, style, put)
        case .place(let place):
            if case .relative = style { log.anchors += 1 }
            Address.write(place.path, anchor: place.anchor, on: page, style, put)
        }
    }

    /// A value as text, as it prints before it is escaped.
    func text(_ value: Value) -> String {
        switch value {
        case .absent: ""
        case .none: "None"
        case .text(let text): text
        case .utf8(let bytes): String(decoding: bytes, as: UTF8.self)
        case .html(let html): String(decoding: html.bytes, as: UTF8.self)
        case .url(let address): written(address)
        case .int(let number): String(number)
        case .float(let number): PythonNumber.text(number)
        case .truth(let truth): truth ? "True" : "False"
        case .date(let date): date.iso
        case .list, .record: ""
        }
    }
}

/// What a page has written of links. All links of pages in one folder to one file are the same, but those to an anchor:
/// on the page itself they are the anchor alone.
final class LinkLog {
    var anchors = 0
}

/// Numbers as Python writes them.
enum PythonNumber {
    /// `repr` of a float: the shortest digits that read back as the same number, with an exponent from 1e16 on and
    /// below 1e-4.
    static func text(_ number: Double) -> String {
        guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
        if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
        var digits: [UInt8] = []
        var exponent = 0
        var point: Int?
        let written = abs(number).description.utf8
        var index = written.startIndex
        while index < written.endIndex {
            let byte = written[index]
            index = written.index(after: index)
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(String(Substring(written[index...]))) ?? 0
                break
            } else {
                digits.append(byte)
            }
        }
        // The number is 0.d1d2d3… times ten to the power of `scale`.
        var scale = (point ?? digits.count) + exponent
        while digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            scale -= 1
        }
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        if scale > 16 || scale < -3 {
            result.append(digits[0])
            if digits.count > 1 {
                result.append(UInt8(ascii: "."))
                result += digits[1...]
            }
            let power = scale - 1
            result += Array("e\(power < 0 ? "-" : "+")\(abs(power) < 10 ? "0" : "")\(abs(power))".utf8)
        } else if scale <= 0 {
            result += Array("0.".utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: -scale) + digits
        } else {
            let whole = digits.prefix(scale)
            result += whole + [UInt8](repeating: UInt8(ascii: "0"), count: scale - whole.count)
            result.append(UInt8(ascii: "."))
            let rest = digits.dropFirst(scale)
            result += rest.isEmpty ? [UInt8(ascii: "0")] : Array(rest)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
