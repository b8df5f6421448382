/// All tests of the language, `x is name`, except `defined` and `undefined`, which the compiler handles.
enum ValueTests {
    static let all: [ValueTest] = [
        number("odd", "An odd number.") { .truth(restOfHalving($0[0]) == 1) },
        number("even", "An even number.") { .truth(restOfHalving($0[0]) == 0) },
        ValueTest(
            "divisibleby", "A number that is divisible by another.", [.init("num", .number, optional: false)],
            takes: "a number", accepts: { input, _ in input == .number }
        ) { frame in
            switch Arithmetic.apply(.remainder, frame[0], frame[1], links: frame.links) {
            case .value(let rest): return .truth(!rest.isTrue)
            case .fault(let message):
                frame.failure = message
                return .absent
            }
        },
        text("lower", "Text in small letters.") { .truth(isCased($0.text(0), \.isUppercase, \.isLowercase)) },
        text("upper", "Text in capitals.") { .truth(isCased($0.text(0), \.isLowercase, \.isUppercase)) },
        ValueTest(
            "empty", "Text or a list that is empty, or an absent value.", takes: "text or a list",
            accepts: { input, _ in
                switch input.unwrapped {
                case .text, .list, .html, .markup, .url, .nothing: true
                default: false
                }
            }
        ) { .truth(!$0[0].isTrue) },
        ValueTest("none", "An absent value, or the literal `none`.", takes: "anything", accepts: { _, _ in true }) {
            switch $0[0] {
            case .none, .absent: .truth(true)
            default: .truth(false)
            }
        },
        ofType("string", "Text.") { if case .text = $0 { true } else { isTextual($0) } },
        ofType("number", "A number.") { value in
            switch value {
            case .int, .float: true
            default: false
            }
        },
        ofType("integer", "A whole number.") { if case .int = $0 { true } else { false } },
        ofType("float", "A decimal number.") { if case .float = $0 { true } else { false } },
        ofType("boolean", "True or false.") { if case .truth = $0 { true } else { false } },
        ofType("true", "True itself.") { if case .truth(true) = $0 { true } else { false } },
        ofType("false", "False itself.") { if case .truth(false) = $0 { true } else { false } },
        ofType("escaped", "Markup.") { if case .html = $0 { true } else { false } },
    ]

    /// Tests that are other names of comparisons.
    static let comparisons: [String: Comparison] = [
        "eq": .equal, "equalto": .equal, "==": .equal, "ne": .notEqual, "!=": .notEqual, "lt": .less, "lessthan": .less,
        "<": .less, "le": .lessEqual, "<=": .lessEqual, "gt": .greater, "greaterthan": .greater, ">": .greater,
        "ge": .greaterEqual, ">=": .greaterEqual, "in": .isIn,
    ]

    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Every name that may follow `is`, for hints.
    static let names: [String] =
        (["defined", "undefined"] + byName.keys + comparisons.keys.filter { $0.first?.isLetter == true })
        .sorted()

    private static func number(
        _ name: String, _ documentation: String, _ function: @escaping Program.Call.Function
    ) -> ValueTest {
        ValueTest(name, documentation, takes: "a number", accepts: { input, _ in input == .number }, function)
    }

    private static func text(
        _ name: String, _ documentation: String, _ function: @escaping Program.Call.Function
    ) -> ValueTest {
        ValueTest(name, documentation, takes: "text", accepts: { input, _ in input.isTextual }, function)
    }

    private static func ofType(
        _ name: String, _ documentation: String, _ holds: @escaping @Sendable (Value) -> Bool
    ) -> ValueTest {
        ValueTest(name, documentation, takes: "anything", accepts: { _, _ in true }) { .truth(holds($0[0])) }
    }

    private static func isTextual(_ value: Value) -> Bool {
        switch value {
        case .text, .utf8, .html, .url: true
        default: false
        }
    }

    /// Python's `value % 2`, which is never negative; nil if it is not a number.
    private static func restOfHalving(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(abs(number % 2))
        case .float(let number): abs(number.truncatingRemainder(dividingBy: 2))
        default: nil
        }
    }

    /// Python's `islower` and `isupper`: at least one letter of the right case, and no letter of the other.
    private static func isCased(
        _ text: String, _ wrong: KeyPath<Unicode.Scalar.Properties, Bool>,
        _ right: KeyPath<Unicode.Scalar.Properties, Bool>
    ) -> Bool {
        var found = false
        for scalar in text.unicodeScalars {
            if scalar.properties[keyPath: wrong] || scalar.properties.generalCategory == .titlecaseLetter {
                return false
            }
            if scalar.properties[keyPath: right] { found = true }
        }
        return found
    }
}
