import Model
import Reading

/// An item of the writer's own data (`extra`): a member of a mapping, or an item of a list.
package struct OwnDataView {
    /// The member's name; empty for an item of a list.
    package let name: String
    private let node: YAMLNode

    /// The members of a mapping; empty if there is none.
    package static func items(of data: OwnData?) -> [OwnDataView] { data.map { items(of: $0.node) } ?? [] }

    private static func items(of node: YAMLNode) -> [OwnDataView] {
        switch node.kind {
        case .mapping(let entries): entries.map { OwnDataView(name: $0.key.value, node: $0.value) }
        case .sequence(let items): items.map { OwnDataView(name: "", node: $0) }
        case .scalar: []
        }
    }

    /// Its text as written; nil for a mapping or a list.
    package var text: String? {
        if case .scalar(let text, _) = node.kind { text } else { nil }
    }
    /// What is in it, if it is a mapping or a list.
    package var items: [OwnDataView] { OwnDataView.items(of: node) }
}
