import Bytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Python's operators: integers stay integers except for `/`; `//` and `%` round down.
enum Arithmetic {
    enum Outcome {
        case value(Value)
        case fault(String)
    }

    static func apply(_ kind: ArithmeticOperator, _ left: Value, _ right: Value, links: LinkWriter) -> Outcome {
        switch (left, right) {
        case (.int(let a), .int(let b)): return integers(kind, a, b)
        case (.int(let a), .float(let b)): return floats(kind, Double(a), b)
        case (.float(let a), .int(let b)): return floats(kind, a, Double(b))
        case (.float(let a), .float(let b)): return floats(kind, a, b)
        case (.list(let a), .list(let b)) where kind == .add: return .value(.list(ArrayList(a.array + b.array)))
        case (_, .int(let count)) where kind == .multiply: return repeated(links.text(left), count)
        case (.int(let count), _) where kind == .multiply: return repeated(links.text(right), count)
        default:
            guard kind == .add else { return .value(.absent) }
            return .value(concatenated([left, right], links))
        }
    }

    /// Values joined to one text. If one of them is markup, the result is markup and texts are escaped.
    static func concatenated(_ values: some Collection<Value>, _ links: LinkWriter) -> Value {
        let isMarkup = values.contains { if case .html = $0 { true } else { false } }
        if isMarkup {
            var markup = ByteBuffer()
            for value in values where markup.count <= Limits.text { links.append(markup: value, to: &markup) }
            return .html(HTML(trusting: markup.bytes))
        }
        var text = ""
        for value in values where text.utf8.count <= Limits.text { text += links.text(value) }
        return .text(text)
    }

    private static func repeated(_ text: String, _ count: Int) -> Outcome {
        guard count <= Limits.repetition else { return .fault("'*' repeats text at most \(Limits.repetition) times") }
        guard text.utf8.count * max(0, count) <= Limits.text else { return .fault("this text is too long") }
        return .value(.text(String(repeating: text, count: max(0, count))))
    }

    static var overflow: Outcome { .fault("this number does not fit in 64 bits") }
    private static var division: Outcome { .fault("this divides by zero") }

    private static func checked(_ result: (partialValue: Int, overflow: Bool)) -> Outcome {
        result.overflow ? overflow : .value(.int(result.partialValue))
    }

    private static func integers(_ kind: ArithmeticOperator, _ a: Int, _ b: Int) -> Outcome {
        switch kind {
        case .add: return checked(a.addingReportingOverflow(b))
        case .subtract: return checked(a.subtractingReportingOverflow(b))
        case .multiply: return checked(a.multipliedReportingOverflow(by: b))
        case .divide: return b == 0 ? division : .value(.float(quotient(a, b)))
        case .floorDivide:
            guard b != 0 else { return division }
            let (quotient, overflows) = a.dividedReportingOverflow(by: b)
            guard !overflows else { return overflow }
            return .value(.int(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient))
        case .remainder:
            guard b != 0 else { return division }
            guard b != -1 else { return .value(.int(0)) }
            let rest = a % b
            return .value(.int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest))
        case .power: return power(a, b)
        }
    }

    /// The quotient of two integers, rounded once: not all integers beyond 2^53 are doubles.
    private static func quotient(_ a: Int, _ b: Int) -> Double {
        if let left = Double(exactly: a), let right = Double(exactly: b) { return left / right }
        let left = UInt64(a.magnitude)
        let right = UInt64(b.magnitude)
        guard left > 0 else { return 0 }
        // Shifted so that the quotient has 62 or 63 bits; the last bit represents the remainder.
        let shift = 62 + left.leadingZeroBitCount - right.leadingZeroBitCount
        let high = shift >= 64 ? left << UInt64(shift - 64) : left >> UInt64(64 - shift)
        let low = shift >= 64 ? 0 : left << UInt64(shift)
        let (whole, rest) = right.dividingFullWidth((high, low))
        let rounded = Double(sign: .plus, exponent: -shift, significand: Double(whole | (rest == 0 ? 0 : 1)))
        return (a < 0) == (b < 0) ? rounded : -rounded
    }

    private static func power(_ base: Int, _ exponent: Int) -> Outcome {
        guard exponent >= 0 else {
            guard base != 0 else { return division }
            let result = power(base, -exponent)
            if case .value(.int(let number)) = result { return .value(.float(1 / Double(number))) }
            return result
        }
        if base == 0 || base == 1 { return .value(.int(exponent == 0 ? 1 : base)) }
        if base == -1 { return .value(.int(exponent % 2 == 0 ? 1 : -1)) }
        guard exponent < 64 else { return overflow }
        var result = 1
        for _ in 0..<exponent {
            let (product, overflows) = result.multipliedReportingOverflow(by: base)
            if overflows { return overflow }
            result = product
        }
        return .value(.int(result))
    }

    private static func floats(_ kind: ArithmeticOperator, _ a: Double, _ b: Double) -> Outcome {
        switch kind {
        case .add: return .value(.float(a + b))
        case .subtract: return .value(.float(a - b))
        case .multiply: return .value(.float(a * b))
        case .divide: return b == 0 ? division : .value(.float(a / b))
        case .floorDivide:
            guard b != 0 else { return division }
            let rest = a.truncatingRemainder(dividingBy: b)
            let quotient = (a - rest) / b - (rest != 0 && (b < 0) != (rest < 0) ? 1 : 0)
            if quotient == 0 { return .value(.float((a / b).sign == .minus ? -0.0 : 0.0)) }
            let floor = quotient.rounded(.down)
            return .value(.float(quotient - floor > 0.5 ? floor + 1 : floor))
        case .remainder: return b == 0 ? division : .value(.float(flooredRemainder(a, b)))
        case .power:
            guard let result = floatPower(a, b) else { return .fault("this power is not a real number") }
            return .value(.float(result))
        }
    }

    /// C's `pow`; nil for the root of a negative number and for negative powers of zero.
    private static func floatPower(_ base: Double, _ exponent: Double) -> Double? {
        if base == 0, exponent < 0 { return nil }
        let result = pow(base, exponent)
        return result.isNaN && !base.isNaN && !exponent.isNaN
            || (result.isInfinite && base.isFinite && exponent.isFinite)
            ? nil : result
    }

    private static func flooredRemainder(_ a: Double, _ b: Double) -> Double {
        let rest = a.truncatingRemainder(dividingBy: b)
        if rest == 0 { return b < 0 ? -0.0 : 0.0 }
        return (rest < 0) != (b < 0) ? rest + b : rest
    }
}

/// Python's comparisons, for values of comparable types.
enum Comparing {
    static func isEqual(_ left: Value, _ right: Value, _ links: LinkWriter) -> Bool {
        switch (left, right) {
        case (.absent, .absent), (.none, .none), (.absent, .none), (.none, .absent): return true
        // Texts are compared by bytes: Python ignores canonical equivalence.
        case (.text(let a), .text(let b)): return isSame(a, b)
        case (.int(let a), .int(let b)): return a == b
        case (.int(let a), .float(let b)), (.float(let b), .int(let a)): return Int(exactly: b) == a
        case (.float(let a), .float(let b)): return a == b
        case (.truth(let a), .truth(let b)): return a == b
        case (.date(let a), .date(let b)): return a == b
        case (.list(let a), .list(let b)):
            guard a.count == b.count else { return false }
            return (0..<a.count).allSatisfy { isEqual(a.element(at: $0), b.element(at: $0), links) }
        case (.record(let a), .record(let b)): return a === b
        default:
            guard isText(left), isText(right) else { return false }
            return isSame(links.text(left), links.text(right))
        }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.withSpan { left in right.withSpan { left.count == $0.count && left.contains($0, at: 0) } }
    }

    private static func isText(_ value: Value) -> Bool {
        switch value {
        case .text, .utf8, .html, .url: true
        default: false
        }
    }

    /// Negative, zero or positive; nil for NaN.
    static func order(_ left: Value, _ right: Value, _ links: LinkWriter) -> Int? {
        if case .float(let number) = left, number.isNaN { return nil }
        if case .float(let number) = right, number.isNaN { return nil }
        let keys = OrderKey.keys([left, right], isExact: true, links: links)
        return OrderKey.compare(keys[0], keys[1])
    }

    static func contains(_ container: Value, _ value: Value, _ links: LinkWriter) -> Bool {
        if case .list(let list) = container {
            return (0..<list.count).contains { isEqual(list.element(at: $0), value, links) }
        }
        return links.text(container).withSpan { text in
            links.text(value).withSpan { wanted in
                (0...max(0, text.count - wanted.count)).contains { text.contains(wanted, at: $0) }
            }
        }
    }
}
