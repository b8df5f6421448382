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

    /// The sources that an entry's fields name.
    func sources(of handle: AnyHandle) -> [SourceUse] { read(handle) { $0.sources } }

    func corrections(of handle: AnyHandle) -> [Correction] { read(handle) { $0.corrections } }

    /// Reads something of an entry's head without copying all of the entry.
    @inline(__always)
    private func read<Value>(_ handle: AnyHandle, _ read: (borrowing EntryHead) -> Value) -> Value {
        let (index, scope) = (Int(handle.index), Int(handle.scope))
        switch handle.kind {
        case .event: return read(events[index].head)
        case .page: return read(pages[index].head)
        case .party where scope < 0: return read(shared.parties[index].head)
        case .person where scope < 0: return read(shared.people[index].head)
        case .source where scope < 0: return read(shared.sources[index].head)
        case .term where scope < 0: return read(shared.terms[index].head)
        case .party: return read(events[scope].entries.parties[index].head)
        case .person: return read(events[scope].entries.people[index].head)
        case .source: return read(events[scope].entries.sources[index].head)
        case .term: return read(events[scope].entries.terms[index].head)
        case .demand: return read(events[scope].entries.demands[index].head)
        case .response: return read(events[scope].entries.responses[index].head)
        case .threat: return read(events[scope].entries.threats[index].head)
        case .statement: return read(events[scope].entries.statements[index].head)
        case .moment: return read(events[scope].entries.moments[index].head)
        }
    }
}
