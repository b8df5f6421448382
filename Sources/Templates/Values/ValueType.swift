/// The type of a value, against which templates are checked.
@usableFromInline package indirect enum ValueType: Sendable, Hashable {
    case text
    /// Markup, printed unescaped between tags only.
    case html
    case url
    /// An integer or a decimal.
    case number
    case truth
    case date
    case list(ValueType)
    /// A value that may be absent. A template must check it before it prints it.
    case optional(ValueType)
    /// A record, by its type's name.
    case record(String)
    /// Markup from a macro or a `set` block of the template.
    case markup
    /// A group of `groupby`: `grouper` and `list`.
    case group(key: ValueType, item: ValueType)
    /// The literal `none`.
    case none
    /// The element of an empty list literal.
    case nothing
    /// The type of a value whose fault was reported. It is accepted everywhere, so one mistake gives one message.
    case faulty
}

extension ValueType: CustomStringConvertible {
    /// The type in messages and the reference: `text`, `[party]`, `date?`.
    @usableFromInline package var description: String {
        switch self {
        case .text: "text"
        case .html, .markup: "html"
        case .url: "url"
        case .number: "number"
        case .truth: "truth"
        case .date: "date"
        case .list(let element): "[\(element)]"
        case .optional(let wrapped): "\(wrapped)?"
        case .record(let name): name
        case .group(let key, let item): "group of \(item) by \(key)"
        case .none: "none"
        case .nothing: "nothing"
        case .faulty: "unknown"
        }
    }
}
