import Model

extension EntryKind {
    /// "a party", "an event".
    var withArticle: String { (self == .event ? "an " : "a ") + word }
}

extension [EntryKind] {
    /// "a party, a person or a source".
    var orList: String {
        let names = map(\.withArticle)
        return names.dropLast().joined(separator: ", ") + (names.count > 1 ? " or " : "") + (names.last ?? "")
    }
}

extension Sequence where Element == String {
    /// "'a', 'b' and 'c'"; at most six names, then how many more.
    var quotedList: String {
        let names = map { "'\($0)'" }
        if names.count > 6 { return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more" }
        return names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
    }
}
