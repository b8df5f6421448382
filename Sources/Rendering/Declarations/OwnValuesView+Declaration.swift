import Model
import Presenting
import Templates

extension OwnValuesView {
    /// The record of the members that a site declares.
    package static func record(of fields: ExtraFields) -> RecordType<OwnValuesView> {
        var record = RecordType<OwnValuesView>(
            name, "The writer's own data, by the names that `extra_fields` declares.")
        for field in fields.declared { record = record.member(field) }
        return record
    }

    static let name = "extra"

    /// What the checker says of a name that is not declared.
    package static let hint = "declare it in site.md, as in 'extra_fields: {beat: text}'"
}

extension RecordType<OwnValuesView> {
    fileprivate func member(_ field: ExtraFields.Declared) -> RecordType {
        let name = field.name.value
        let documentation = "`\(name)` of `extra`."
        switch field.kind {
        case .text:
            return optionalText(name, documentation) {
                if case .text(let text)? = $0.value(field) { text } else { nil }
            }
        case .number:
            return self.field(name, .optional(.number), documentation) { view in
                switch view.value(field) {
                case .integer(let number)?: .int(number)
                case .decimal(let number)?: .float(number)
                default: .absent
                }
            }
        case .truth:
            return optionalTruth(name, documentation) {
                if case .truth(let truth)? = $0.value(field) { truth } else { nil }
            }
        case .date: return optionalRecord(name, documentation) { $0.date(field) }
        case .url:
            return optionalURL(name, documentation) {
                if case .url(let url)? = $0.value(field) { .external(url) } else { nil }
            }
        case .file:
            return optionalURL(name, documentation) {
                if case .file(let path)? = $0.value(field) { .site(path) } else { nil }
            }
        case .list:
            return texts(name, documentation) { if case .list(let texts)? = $0.value(field) { texts } else { [] } }
        }
    }
}

extension RecordType {
    /// Adds the list `extra`, whose declared members can be named after a dot.
    package func ownData(
        _ name: String, _ documentation: String, _ items: @escaping @Sendable (Root) -> [OwnDataView],
        _ values: @escaping @Sendable (Root) -> OwnValuesView
    ) -> RecordType {
        self.list(name, documentation, items).naming(name, .record(OwnValuesView.name)) { root in
            let view = values(root)
            return view.page.ownValues.map { .record($0.of(view)) } ?? .absent
        }
    }
}
