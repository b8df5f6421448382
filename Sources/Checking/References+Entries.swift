import Model
import Reading

/// An entry whose fields refer to others.
protocol ReferenceHolder: Entry {
    /// Hands over every reference of the entry's own fields; its head's `sources` are noted by the walk.
    func noteReferences(in collector: inout ReferenceCollector)
}

extension Party: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        collector.note(partOf)
        for relation in relations {
            collector.note(relation.party)
            collector.note(relation.sources)
        }
    }
}

extension Person: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        for role in roles { collector.note(role.party) }
    }
}

extension Demand: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        collector.note(from)
        collector.note(to)
        collector.note(statement)
        collector.note(orderedBy)
        collector.note(replaces)
    }
}

extension Response: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        collector.note(answers)
        collector.note(from)
        collector.note(onBehalfOf)
        collector.note(statements)
        collector.note(counter)
        collector.note(replaces)
        for ground in grounds { collector.note(ground.sources) }
    }
}

extension Threat: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        collector.note(from)
        collector.note(to)
        collector.note(unless)
        collector.note(statement)
        collector.note(term)
    }
}

extension Statement: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        switch speaker.target {
        case .person: break
        case .party(let party): collector.mention(AnyHandle(party))
        case nil where speaker.isWithheld: break
        case nil: collector.fault(.unknown(wanted: [.person, .party]), .id, speaker.text, speaker.range)
        }
        collector.note(forParty)
        collector.note(acts: about)
    }
}

extension Moment: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {
        collector.note(parties)
        collector.note(acts: about)
    }
}

extension Source: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {}
}

extension Term: ReferenceHolder {
    func noteReferences(in collector: inout ReferenceCollector) {}
}
