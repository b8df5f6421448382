#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Filters {
    static let numberFilters: [Filter] = [
        .number("abs", "Without its sign.") { frame in
            switch frame[0] {
            case .int(let number):
                guard number != Int.min else { return overflow(&frame) }
                return .int(abs(number))
            case .float(let number): return .float(abs(number))
            default: return frame[0]
            }
        },
        .number(
            "round", "Rounded to some decimals; the method is `common`, `ceil` or `floor`.",
            [.init("precision", .number), .init("method", .text)]
        ) { frame in
            let precision = frame.integer(1, standard: 0)
            let method = frame.isGiven(2) ? frame.text(2) : "common"
            guard method == "common" || method == "ceil" || method == "floor" else {
                frame.failure = "'round' has the methods 'common', 'ceil' and 'floor', not '\(method)'"
                return .absent
            }
            return rounded(frame[0], precision, method, &frame)
        },
        Filter(
            "int", "As an integer; the default if it is not a number.",
            [.init("default", .number), .init("base", .number)],
            takes: "a number or text", typing: { input, _ in input.isTextual || input == .number ? .number : nil }
        ) { frame in
            switch frame[0] {
            case .int: return frame[0]
            case .float(let number):
                guard number.isFinite else { return .int(frame.integer(1, standard: 0)) }
                return Int(exactly: number.rounded(.towardZero)).map { .int($0) } ?? overflow(&frame)
            default:
                let text = withPlainDigits(PythonText.trimmed(frame.text(0), PythonText.isSpace))
                let base = frame.integer(2, standard: 10)
                if let number = parseInt(text, base: base) { return .int(number) }
                if isLargeInteger(text, base: base) { return overflow(&frame) }
                if let number = parseFloat(text), number.isFinite {
                    return Int(exactly: number.rounded(.towardZero)).map { .int($0) } ?? overflow(&frame)
                }
                return frame.isGiven(1) ? frame[1] : .int(0)
            }
        },
        Filter(
            "float", "As a decimal number; the default if it is not a number.", [.init("default", .number)],
            takes: "a number or text", typing: { input, _ in input.isTextual || input == .number ? .number : nil }
        ) { frame in
            switch frame[0] {
            case .int(let number): return .float(Double(number))
            case .float: return frame[0]
            default:
                let text = withPlainDigits(PythonText.trimmed(frame.text(0), PythonText.isSpace))
                if let number = parseFloat(text) { return .float(number) }
                return frame.isGiven(1) ? frame[1] : .float(0)
            }
        },
        .number(
            "plural",
            "One word for 1, another for all other numbers: `{{ n }} {{ n|plural(\"demand\", \"demands\") }}`.",
            [.init("one", .text), .init("many", .text)], gives: .text
        ) { frame in
            let isOne: Bool
            switch frame[0] {
            case .int(let number): isOne = number == 1
            case .float(let number): isOne = number == 1
            default: isOne = false
            }
            if isOne { return .text(frame.isGiven(1) ? frame.text(1) : "") }
            return .text(frame.isGiven(2) ? frame.text(2) : "s")
        },
    ]

    private static func overflow(_ frame: inout CallFrame) -> Value {
        frame.failure = "this number does not fit in 64 bits"
        return .absent
    }

    private static func rounded(
        _ value: Value, _ precision: Int, _ method: String, _ frame: inout CallFrame
    ) -> Value {
        let number: Double
        switch value {
        case .int(let integer):
            if method == "common" { return roundedInteger(integer, precision, &frame) }
            number = Double(integer)
        case .float(let float): number = float
        default: return .absent
        }
        guard number.isFinite else {
            if method == "common", precision != 0 || number.isNaN { return .float(number) }
            return overflow(&frame)
        }
        if method == "common" { return .float(roundedDecimal(number, precision)) }
        let scale = precision >= 0 ? tenTo(precision) : 1 / tenTo(-precision)
        return .float((number * scale).rounded(method == "ceil" ? .up : .down) / scale)
    }

    private static func tenTo(_ power: Int) -> Double {
        (0..<min(power, 400)).reduce(1.0) { result, _ in result * 10 }
    }

    /// Python's `round` of an integer: half to even at a power of ten.
    private static func roundedInteger(_ number: Int, _ precision: Int, _ frame: inout CallFrame) -> Value {
        guard precision < 0 else { return .int(number) }
        guard precision >= -18 else { return .int(0) }
        let unit = (0..<(-precision)).reduce(1) { result, _ in result * 10 }
        var quotient = number / unit
        let rest = abs(number % unit)
        let half = unit / 2
        if rest > half || (rest == half && quotient % 2 != 0) { quotient += number < 0 ? -1 : 1 }
        let (result, overflows) = quotient.multipliedReportingOverflow(by: unit)
        return overflows ? overflow(&frame) : .int(result)
    }

    /// Python's `round` of a float: the exact binary value rounded half to even at a decimal, which C's `printf` does.
    private static func roundedDecimal(_ number: Double, _ precision: Int) -> Double {
        if precision == 0 { return number.rounded(.toNearestOrEven) }
        if precision > 22 + 308 { return number }
        if precision < 0 {
            guard precision > -309 else { return number.sign == .minus ? -0.0 : 0 }
            let unit = tenTo(-precision)
            return (number / unit).rounded(.toNearestOrEven) * unit
        }
        var buffer = [CChar](repeating: 0, count: 720)
        let length = withVaList([Int32(precision), number]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
        guard length > 0, Int(length) < buffer.count else { return number }
        return Double(String(decoding: buffer[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)) ?? number
    }

    /// The text with the digits of every script as 0 to 9, as Python reads them.
    static func withPlainDigits(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                result.append(Unicode.Scalar(UInt8(48 + Int(value))))
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Python's `int(text, base)`; nil also where it does not fit.
    static func parseInt(_ text: String, base: Int) -> Int? {
        integerDigits(text, base: base).flatMap { Int($0, radix: base) }
    }

    /// Whether the text is an integer that does not fit.
    private static func isLargeInteger(_ text: String, base: Int) -> Bool {
        guard let digits = integerDigits(text, base: base), Int(digits, radix: base) == nil else { return false }
        let body = digits.first == "-" ? digits.dropFirst() : Substring(digits)
        return !body.isEmpty && body.allSatisfy { Int(String($0), radix: base) != nil }
    }

    /// A sign and the digits without prefix and underscores, not yet known to be digits of the base.
    private static func integerDigits(_ text: String, base: Int) -> String? {
        guard base >= 2, base <= 36 else { return nil }
        var body = Substring(text)
        var sign = ""
        if let first = body.first, first == "-" || first == "+" {
            sign = first == "-" ? "-" : ""
            body = body.dropFirst()
        }
        let prefix = body.prefix(2).lowercased()
        if (base == 16 && prefix == "0x") || (base == 8 && prefix == "0o") || (base == 2 && prefix == "0b") {
            body = body.dropFirst(2)
            if body.first == "_" { body = body.dropFirst() }
        }
        guard let plain = withoutUnderscores(body), let first = plain.utf8.first, first != UInt8(ascii: "-"),
            first != UInt8(ascii: "+")
        else { return nil }
        return sign + plain
    }

    /// Underscores are allowed between digits only.
    private static func withoutUnderscores(_ text: Substring) -> String? {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
            guard index > 0, index + 1 < bytes.count, isNameByte(bytes[index - 1]), bytes[index - 1] != byte,
                isNameByte(bytes[index + 1]), bytes[index + 1] != byte
            else { return nil }
        }
        return String(text.filter { $0 != "_" })
    }

    /// Python's `float(text)`.
    static func parseFloat(_ text: String) -> Double? {
        switch text.lowercased() {
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        case "nan", "+nan", "-nan": return .nan
        default: break
        }
        guard text.utf8.allSatisfy({ isDigit($0) || "+-.eE_".utf8.contains($0) }),
            text.utf8.contains(where: isDigit), let plain = withoutUnderscores(Substring(text))
        else { return nil }
        return Double(plain)
    }
}

extension Filter {
    static func number(
        _ name: String, _ documentation: String, _ parameters: [Parameter] = [], gives: ValueType = .number,
        _ function: @escaping Program.Call.Function
    ) -> Filter {
        Filter(
            name, documentation, parameters, takes: "a number",
            typing: { input, _ in input == .number || input == .faulty ? gives : nil }, function)
    }
}
