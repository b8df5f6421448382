extension RecordShape {
    private static let separator = " with "

    /// The name of the record type that a refined one comes from.
    static func base(of name: String) -> String {
        name.firstRange(of: separator).map { String(name[..<$0.lowerBound]) } ?? name
    }

    /// The same record of which a field has another type.
    func refined(_ slot: Int, as type: ValueType, mark: String) -> RecordShape {
        let base = RecordShape.base(of: name)
        let known = name == base ? [] : name.dropFirst(base.count + Self.separator.count).components
        let marks = Set(known + [mark]).sorted().joined(separator: ", ")
        var fields = fields
        let old = fields[slot]
        fields[slot] = Field(
            name: old.name, documentation: old.documentation, lazyType: { type }, link: old.link,
            isShared: old.isShared, choices: old.choices)
        return RecordShape(name: base + Self.separator + marks, documentation: documentation, fields: fields)
    }
}

extension Substring {
    fileprivate var components: [String] { split(separator: ", ").map(String.init) }
}
