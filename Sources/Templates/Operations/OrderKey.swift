/// The key by which elements are ordered and compared.
enum OrderKey: Hashable {
    case nothing
    case text([UInt8])
    case number(Double)
    case integer(Int)
    case truth(Bool)
    case date(Int)

    static func keys(_ values: [Value], isExact: Bool, links: LinkWriter) -> [OrderKey] {
        values.map { value in
            switch value {
            case .int(let number): .integer(number)
            case .float(let number): Int(exactly: number).map { .integer($0) } ?? .number(number)
            case .truth(let truth): .truth(truth)
            case .date(let date): .date(date.orderKey)
            case .text, .utf8, .url, .html:
                .text(Array((isExact ? links.text(value) : PythonText.lowered(links.text(value))).utf8))
            default: .nothing
            }
        }
    }

    /// Negative, zero or positive. UTF-8 bytes have the order of code points.
    static func compare(_ left: OrderKey, _ right: OrderKey) -> Int {
        func three<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }
        switch (left, right) {
        case (.text(let a), .text(let b)):
            return a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
        case (.integer(let a), .integer(let b)): return three(a, b)
        case (.number(let a), .number(let b)): return three(a, b)
        case (.integer(let a), .number(let b)): return three(Double(a), b)
        case (.number(let a), .integer(let b)): return three(a, Double(b))
        case (.truth(let a), .truth(let b)): return three(a ? 1 : 0, b ? 1 : 0)
        case (.date(let a), .date(let b)): return three(a, b)
        default: return 0
        }
    }
}
