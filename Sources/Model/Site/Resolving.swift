import Platform
import Diagnostics
import Reading

extension SiteAssembly {
    /// Looks up every reference of every entry's fields.
    mutating func resolveReferences(_ cores: Cores) {
        let (index, unresolved) = (index, events)
        let resolved = cores.map(unresolved.count) { scope in
            var resolver = Resolver(index: index, scope: scope)
            var event = unresolved[scope]
            event.resolve(by: &resolver)
            event.entries.resolve(by: &resolver)
            return (event, resolver.others)
        }
        events = resolved.map(\.0)
        linked = resolved.map(\.1)
        var resolver = Resolver(index: index, scope: -1)
        shared.resolve(by: &resolver)
        for position in pages.indices {
            resolver = Resolver(index: index, scope: pages[position].event ?? (isOneEvent ? 0 : -1))
            pages[position].head = resolver.resolved(pages[position].head)
            if let event = pages[position].event { linked[event].formUnion(resolver.others) }
        }
    }
}

extension Site {
    /// The scope from which a free page, or the site's introduction, looks up names.
    package func scope(of page: Page) -> Int { page.event ?? (isOneEvent ? 0 : -1) }
}

extension Entries {
    mutating func resolve(by resolver: inout some EntryResolver) {
        func each<E: Entry>(_ list: inout [E], _ resolver: inout some EntryResolver) {
            for index in list.indices { list[index] = list[index].resolved(by: &resolver) }
        }
        each(&parties, &resolver)
        each(&people, &resolver)
        each(&demands, &resolver)
        each(&responses, &resolver)
        each(&threats, &resolver)
        each(&statements, &resolver)
        each(&moments, &resolver)
        each(&sources, &resolver)
        each(&terms, &resolver)
    }
}

private struct Resolver: EntryResolver {
    let index: SiteIndex
    let scope: Int
    /// Other events that something was found in.
    var others: Set<Int> = []

    mutating func resolved<Target: Entry>(_ reference: Reference<Target>) -> Reference<Target> {
        var reference = reference
        switch index.find(Target.kind, reference.text, from: scope) {
        case .unresolved: reference.resolution = .unresolved
        case .withheld: reference.resolution = .withheld
        case .found(let handle):
            reference.resolution = .found(Handle(scope: Int(handle.scope), index: Int(handle.index)))
            if handle.scope >= 0, Int(handle.scope) != scope { others.insert(Int(handle.scope)) }
        }
        return reference
    }

    mutating func resolved(_ reference: AnyReference) -> AnyReference {
        guard let kind = reference.kind else { return reference }
        var reference = reference
        reference.resolution = index.find(kind, reference.id, from: scope)
        if let event = reference.resolution.found?.event, event != scope { others.insert(event) }
        return reference
    }
}
