import Bytes

/// Writes addresses as links of a page, and values as text.
struct LinkWriter {
    /// The page's own path from the site's root.
    let page: String
    let style: LinkStyle
    /// Counts links that may differ between pages of one folder.
    let log: LinkLog

    /// The URL of an address, not escaped for HTML.
    func written(_ address: Address) -> String {
        if case .external(let url) = address { return url }
        var output = ByteBuffer()
        append(address, to: &output)
        return output.string
    }

    /// Appends the URL of an address, not escaped for HTML.
    private func append(_ address: Address, to output: inout ByteBuffer) {
        switch address {
        case .external(let url): output.append(url)
        case .page(let path): Address.append(path, anchor: nil, on: page, style, to: &output)
        case .place(let place):
            if case .relative = style, place.anchor != nil { log.anchors += 1 }
            Address.append(place.path, version: place.version, anchor: place.anchor, on: page, style, to: &output)
        }
    }

    /// Appends the URL of an address, escaped for HTML.
    func append(escaping address: Address, to output: inout ByteBuffer) {
        switch (address, style) {
        case (.external(let url), _): output.append(url, escaping: .allNumbered)
        case (_, .absolute): output.append(written(address), escaping: .allNumbered)
        // An encoded path has nothing to escape.
        case (_, .relative): append(address, to: &output)
        }
    }

    /// Appends a value as markup: text escaped, markup as it is.
    func append(markup value: Value, to output: inout ByteBuffer) {
        if case .html(let html) = value {
            output.append(html.bytes)
        } else {
            output.append(text(value), escaping: .allNumbered)
        }
    }

    /// The printed form of a value, not escaped.
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

/// Counts the links of a page to anchors. Links from the pages of one folder to one file are the same, except for links
/// to an anchor: on the page itself they are the anchor only.
final class LinkLog {
    var anchors = 0
}

/// Numbers in Python's notation.
enum PythonNumber {
    /// `repr` of a float: the shortest digits that parse as the same number, with an exponent from 1e16 on and below
    /// 1e-4.
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
