import Model
import Reading

/// The members of the writer's own data (`extra`) whose types site.md declares, by their names.
package struct OwnValuesView {
    private let data: OwnData?
    /// The path of the document in which they stand.
    private let document: String
    private let scope: Int
    package let page: PageContext

    /// - Parameter scope: the event in which the document lies; -1 outside events.
    package init(_ data: OwnData?, in document: String, scope: Int, page: PageContext) {
        self.data = data
        self.document = document
        self.scope = scope
        self.page = page
    }

    /// A member's value; nil if it is not written.
    package func value(_ field: ExtraFields.Declared) -> ExtraValue? {
        guard let node = data?[field.name.value] else { return nil }
        return try? ExtraValue.read(node, as: field.kind, in: document).get()
    }

    package func date(_ field: ExtraFields.Declared) -> DateView? {
        guard case .date(let date)? = value(field) else { return nil }
        return page.date(date, of: scope)
    }
}

extension HeadedView {
    /// The members of `extra` by their names.
    package var ownValues: OwnValuesView {
        let head = page.site.head(of: ownHandle)
        let scope = ownHandle.kind == .event ? Int(ownHandle.index) : Int(ownHandle.scope)
        return OwnValuesView(head.extra, in: head.path, scope: scope, page: page)
    }
}
