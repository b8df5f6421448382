import Model
import Reading

extension Site {
    /// Lets a visitor see every Markdown text of an entry, its body first.
    func visitProse(of handle: AnyHandle, _ visit: (Prose) -> Void) {
        switch handle.kind {
        case .event: events[Int(handle.index)].visitProse(visit)
        case .page: if let body = pages[Int(handle.index)].head.body { visit(body) }
        case .party: handle.typed(Party.self).map { self[$0].visitProse(visit) }
        case .person: handle.typed(Person.self).map { self[$0].visitProse(visit) }
        case .demand: handle.typed(Demand.self).map { self[$0].visitProse(visit) }
        case .response: handle.typed(Response.self).map { self[$0].visitProse(visit) }
        case .threat: handle.typed(Threat.self).map { self[$0].visitProse(visit) }
        case .statement: handle.typed(Statement.self).map { self[$0].visitProse(visit) }
        case .moment: handle.typed(Moment.self).map { self[$0].visitProse(visit) }
        case .source: handle.typed(Source.self).map { self[$0].visitProse(visit) }
        case .term: handle.typed(Term.self).map { self[$0].visitProse(visit) }
        }
    }
}
