import Platform
import Diagnostics
import Reading

extension SiteAssembly {
    /// Looks up every reference of every entry's fields.
    mutating func resolveReferences(_ cores: Cores) {
        let (index, unresolved) = (index, events)
        let resolved = cores.map(unresolved.count) { scope in
            var resolver = ReferenceResolver(index: index, scope: scope)
            var event = unresolved[scope]
            event.resolve(by: &resolver)
            return (event, resolver.others)
        }
        events = resolved.map(\.0)
        linked = resolved.map(\.1)
        var resolver = ReferenceResolver(index: index, scope: -1)
        shared.resolve(by: &resolver)
        for position in pages.indices {
            resolver = ReferenceResolver(index: index, scope: pages[position].event ?? (isOneEvent ? 0 : -1))
            pages[position].head = pages[position].head.resolved(by: &resolver)
            if let event = pages[position].event { linked[event].formUnion(resolver.others) }
        }
    }
}

extension Site {
    /// The scope from which a free page, or the site's introduction, looks up names.
    package func scope(of page: Page) -> Int { page.event ?? (isOneEvent ? 0 : -1) }
}
