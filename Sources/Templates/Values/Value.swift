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
