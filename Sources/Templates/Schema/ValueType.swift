/// The type of a value as templates are checked against it.
@usableFromInline package indirect enum ValueType: Sendable, Hashable {
    case text
    /// Markup that prints as it is between tags, and nowhere else.
    case html
    case url
    /// An integer or a decimal.
    case number
    case truth
    case date
    case list(ValueType)
    /// A value that may be absent: a template must ask before it prints it.
    case optional(ValueType)
    /// A record, by its type's name.
    case record(String)
    /// Markup that a macro or a block `set` of this template made.
    case markup
    /// What `groupby` makes: `grouper` and `list`.
    case group(key: ValueType, item: ValueType)
    /// The literal `none`.
    case none
    /// The element of a list that has none.
    case nothing
    /// Where a fault was reported already: fits everywhere, so that one mistake makes one message.
    case faulty
}

extension ValueType: CustomStringConvertible {
    /// As messages and the reference write it: `text`, `[party]`, `date?`.
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
