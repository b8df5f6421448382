/// What an expression of a template is worth while a page is rendered.
@usableFromInline package enum Value {
    /// Nothing is there: an optional that is empty, an index out of range. Jinja's undefined.
    case absent
    /// The literal `none`.
    case none
    case text(String)
    /// Text as UTF-8 bytes, for hosts that keep slices of files.
    case utf8([UInt8])
    case html(HTML)
    case url(Address)
    case int(Int)
    case float(Double)
    case truth(Bool)
    case date(CalendarDate)
    case list(ValueList)
    case record(Record)
}

extension Value {
    /// What it costs to walk through the value: 1, more for long texts, and for a list what is in it. A list of lists can
    /// weigh far more than the memory it takes.
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
