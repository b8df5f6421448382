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

/// A view of something that a writer can give data of their own to: an event, an entry or a free page.
package protocol OwnDataHolder: SendableMetatype {
    var ownHandle: AnyHandle { get }
    var page: PageContext { get }
}

extension OwnDataHolder {
    /// The writer's own data.
    package var extra: [OwnDataView] { OwnDataView.items(of: page.site.head(of: ownHandle).extra) }
}

extension EventView: OwnDataHolder {
    package var ownHandle: AnyHandle { AnyHandle(.event, scope: -1, index: event) }
}

extension FreePageView: OwnDataHolder {
    package var ownHandle: AnyHandle { AnyHandle(.page, scope: -1, index: index) }
}

extension PartyPageView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension PersonPageView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension DemandView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension ResponseView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension ThreatView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension StatementView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension SourceView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension TermView: OwnDataHolder { package var ownHandle: AnyHandle { AnyHandle(handle) } }
