extension ValueType {
    /// The type of a value that has one of two types; nil if they have no type in common.
    static func joined(_ left: ValueType, _ right: ValueType) -> ValueType? {
        if left == right { return left }
        switch (left, right) {
        case (.faulty, _), (_, .faulty): return .faulty
        case (.nothing, let other), (let other, .nothing): return other
        case (.none, .optional), (.optional, .none): return left == .none ? right : left
        case (.none, let other), (let other, .none): return .optional(other)
        case (.optional(let a), .optional(let b)): return joined(a, b).map { $0.madeOptional }
        case (.optional(let a), let b), (let b, .optional(let a)): return joined(a, b).map { $0.madeOptional }
        case (.list(let a), .list(let b)): return joined(a, b).map { .list($0) }
        case (.record(let a), .record(let b)):
            return RecordShape.base(of: a) == RecordShape.base(of: b) ? .record(RecordShape.base(of: a)) : nil
        case (.text, .url), (.url, .text): return .text
        case (.html, .markup), (.markup, .html), (.html, .text), (.text, .html), (.html, .url), (.url, .html):
            return .html
        case (.markup, .text), (.text, .markup), (.markup, .url), (.url, .markup): return .markup
        default: return nil
        }
    }

    var madeOptional: ValueType {
        if case .optional = self { return self }
        return self == .none || self == .faulty ? self : .optional(self)
    }

    /// The type of a value that is present.
    var unwrapped: ValueType {
        if case .optional(let wrapped) = self { return wrapped }
        return self
    }

    var isOptional: Bool {
        if case .optional = self { return true }
        return self == .none
    }

    /// Text, or a type that prints as text.
    var isTextual: Bool { self == .text || self == .url || self == .faulty || self == .nothing }

    var isMarkup: Bool { self == .html || self == .markup }

    /// Whether a parameter of this type accepts a value of another type.
    func accepts(_ other: ValueType) -> Bool {
        if self == other || other == .faulty || other == .nothing || self == .faulty { return true }
        switch (self, other) {
        case (.text, .url), (.html, .markup), (.optional, .none): return true
        case (.optional(let wanted), .optional(let given)): return wanted.accepts(given)
        case (.optional(let wanted), let given): return wanted.accepts(given)
        case (.list(let wanted), .list(let given)): return wanted.accepts(given)
        case (.record(let wanted), .record(let given)): return wanted == RecordShape.base(of: given)
        default: return false
        }
    }

    /// Whether values of both types can be equal.
    func isComparable(with other: ValueType) -> Bool {
        let left = self.unwrapped
        let right = other.unwrapped
        if left == right { return true }
        switch (left, right) {
        case (.faulty, _), (_, .faulty), (.nothing, _), (_, .nothing): return true
        case (.none, _): return other.isOptional
        case (_, .none): return self.isOptional
        case (.text, .url), (.url, .text): return true
        case (.list(let a), .list(let b)): return a.isComparable(with: b)
        case (.record(let a), .record(let b)): return RecordShape.base(of: a) == RecordShape.base(of: b)
        default: return left.isMarkup && right.isMarkup
        }
    }

    /// Whether values of the type can be ordered.
    var isOrdered: Bool {
        switch self {
        case .text, .url, .number, .date, .truth, .faulty, .nothing: true
        default: false
        }
    }

    /// With its article, for messages: "a list", "text".
    var spoken: String {
        switch self {
        case .text: "text"
        case .html, .markup: "html"
        case .url: "a url"
        case .number: "a number"
        case .truth: "true or false"
        case .date: "a date"
        case .list(let element): "a list of \(element)"
        case .optional(let wrapped): "an optional \(wrapped)"
        case .record(let name): "a record '\(name)'"
        case .group: "a group"
        case .none: "none"
        case .nothing: "nothing"
        case .faulty: "unknown"
        }
    }
}
