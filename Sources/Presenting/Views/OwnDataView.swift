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

extension PageContext {
    /// The writer's own data of an event, an entry or a page.
    fileprivate func ownData(of handle: AnyHandle) -> [OwnDataView] {
        OwnDataView.items(of: site.head(of: handle).extra)
    }
}

extension EventView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(.event, scope: -1, index: event)) }
}

extension FreePageView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(.page, scope: -1, index: index)) }
}

extension PartyPageView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension PersonPageView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension DemandView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension ResponseView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension ThreatView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension StatementView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension SourceView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}

extension TermView {
    package var extra: [OwnDataView] { page.ownData(of: AnyHandle(handle)) }
}
