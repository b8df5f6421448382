import Diagnostics
import Reading

extension Site {
    /// Looks up every reference of every entry's fields.
    mutating func resolveReferences() {
        for scope in events.indices {
            var visitor = Resolver(index: index, scope: scope)
            events[scope].visitReferences(&visitor)
            events[scope].entries.resolve(&visitor)
        }
        var visitor = Resolver(index: index, scope: -1)
        shared.resolve(&visitor)
        for position in pages.indices {
            visitor = Resolver(index: index, scope: pages[position].event ?? (isOneEvent ? 0 : -1))
            visitor.visit(&pages[position].head)
        }
    }

    /// The scope from which a free page, or the site's introduction, looks up names.
    package func scope(of page: Page) -> Int { page.event ?? (isOneEvent ? 0 : -1) }
}

extension Entries {
    mutating func resolve(_ visitor: inout some ReferenceVisitor) {
        func each<E: Entry>(_ list: inout [E], _ visitor: inout some ReferenceVisitor) {
            for index in list.indices { list[index].visitReferences(&visitor) }
        }
        each(&parties, &visitor)
        each(&people, &visitor)
        each(&demands, &visitor)
        each(&responses, &visitor)
        each(&threats, &visitor)
        each(&statements, &visitor)
        each(&moments, &visitor)
        each(&sources, &visitor)
        each(&terms, &visitor)
    }
}

private struct Resolver: ReferenceVisitor {
    let index: SiteIndex
    let scope: Int

    mutating func visit<Target: Entry>(_ reference: inout Reference<Target>) {
        switch index.find(Target.kind, reference.text, from: scope) {
        case .unresolved: reference.resolution = .unresolved
        case .withheld: reference.resolution = .withheld
        case .found(let handle):
            reference.resolution = .found(Handle(scope: Int(handle.scope), index: Int(handle.index)))
        }
    }

    mutating func visit(_ reference: inout AnyReference) {
        guard let kind = reference.kind else { return }
        reference.resolution = index.find(kind, reference.id, from: scope)
    }
}
