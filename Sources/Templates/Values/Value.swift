/// The value of an expression while a page is rendered.
@usableFromInline package enum Value {
    /// No value: an empty optional or an index out of range. Jinja's undefined.
    case absent
    /// The literal `none`.
    case none
    case text(String)
    /// Text as UTF-8 bytes, for hosts that have slices of files.
    case utf8([UInt8])
    case html(HTML)
    case url(Address)
    case int(Int)
    case float(Double)
    case truth(Bool)
    case date(CalendarDate)
    case list(ValueList)
    case record(TemplateRecord)
}

extension Value {
    /// The cost of iterating over the value: 1, more for long texts, and the sum of the elements for a list. A list
    /// that contains one list several times weighs more than its memory.
    var weight: Int {
        switch self {
        case .text(let text): 1 + text.utf8.count / 16
        case .utf8(let bytes): 1 + bytes.count / 16
        case .html(let html): 1 + html.bytes.count / 16
        case .list(let list): 1 + list.weight
        default: 1
        }
    }
}
