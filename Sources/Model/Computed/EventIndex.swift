/// Who did what in one event, looked up from every side; made once for an event, in time linear in its entries.
///
/// All numbers are indices into the event's own lists; lists are in the order of dates.
package final class EventIndex: Sendable {
    /// What one party did and was asked.
    package struct Appearance: Sendable {
        package var asked: [Int] = []
        package var wasAsked: [Int] = []
        package var threats: [Int] = []
        package var threatened: [Int] = []
        package var statements: [Int] = []
        package var responses: [Int] = []
        /// The moments in which it took part.
        package var moments: [TimelineItem] = []
        /// The acts of others that it supports, in the order of kinds.
        package var backed: [AnyHandle] = []

        package init() {}
    }

    /// A quote of an entry that was found in the text kept of a source.
    package struct SourceQuote: Sendable {
        package let words: String
        package let entry: AnyHandle
    }

    /// Everyone whom the event names: who acts, then who speaks, then who is mentioned.
    package let parties: [Handle<Party>]
    /// The place of each among them.
    package let positions: [Handle<Party>: Int]
    package let threatOrder: [Int]
    package let statementOrder: [Int]
    package let responseOrder: [Int]
    /// Place of each demand and threat in its order, from 0, by index.
    package let demandNumbers: [Int]
    package let threatNumbers: [Int]
    package let responseNumbers: [Int]
    package let statementNumbers: [Int]
    package let appearances: [Handle<Party>: Appearance]
    package let statementsByPerson: [Handle<Person>: [Int]]
    /// Statements that say what they are about, by that.
    package let statementsAbout: [AnyHandle: [Int]]
    package let timeline: [TimelineItem]
    /// The threats that were carried out at each moment.
    package let threatsByDeed: [Handle<Moment>: [Handle<Threat>]]
    /// Moments that say what they are about, settle or carry out, by that.
    package let momentsAbout: [AnyHandle: [TimelineItem]]
    /// Entries of the event that name a source, in the order of kinds, then dates.
    package let citedBy: [Handle<Source>: [AnyHandle]]
    package let quotes: [Handle<Source>: [SourceQuote]]
    /// Entries of the event that use a term, in the same order.
    package let termUses: [Handle<Term>: [AnyHandle]]
    /// Statements that are the words of a demand, an answer or a threat, or were made in giving that answer.
    package let statementsWithinActs: Set<Int>
    /// Responses that replace another, by the one replaced.
    package let replacedResponses: [Int: Int]

    package init(_ site: Site, _ record: EventRecord, keptTexts: KeptTexts) {
        let event = record.event
        let entries = site.events[event].entries
        threatOrder = record.order.threats.sortedIndices
        statementsWithinActs = entries.statementsWithinActs
        statementOrder = record.statementOrder
        responseOrder = record.order.responses.sortedIndices
        func numbers(_ order: [Int]) -> [Int] {
            var numbers = [Int](repeating: 0, count: order.count)
            for (place, index) in order.enumerated() { numbers[index] = place }
            return numbers
        }
        demandNumbers = numbers(record.demandOrder)
        threatNumbers = numbers(threatOrder)
        responseNumbers = numbers(responseOrder)
        statementNumbers = numbers(statementOrder)

        var seen = Set(record.actingParties)
        var parties = record.actingParties
        func mention(_ party: Handle<Party>?) {
            if let party, seen.insert(party).inserted { parties.append(party) }
        }
        for index in statementOrder { for speaking in record.speakings[index] { mention(speaking.party) } }
        for moment in entries.moments { for party in moment.parties + moment.by { mention(party.target) } }
        for index in entries.parties.indices { mention(Handle(scope: event, index: index)) }
        self.parties = parties
        var positions: [Handle<Party>: Int] = [:]
        positions.reserveCapacity(parties.count)
        for (position, party) in parties.enumerated() { positions[party] = position }
        self.positions = positions

        var appearances: [Handle<Party>: Appearance] = [:]
        func add(_ references: [Reference<Party>], _ index: Int, _ list: WritableKeyPath<Appearance, [Int]>) {
            for party in Set(references.targets()) {
                appearances[party, default: .init()][keyPath: list].append(index)
            }
        }
        for index in record.demandOrder {
            add(entries.demands[index].from, index, \.asked)
            add(entries.demands[index].to, index, \.wasAsked)
        }
        for index in threatOrder {
            add(entries.threats[index].from, index, \.threats)
            add(entries.threats[index].to, index, \.threatened)
        }
        for index in responseOrder { add(entries.responses[index].from, index, \.responses) }
        var byPerson: [Handle<Person>: [Int]] = [:]
        var about: [AnyHandle: [Int]] = [:]
        for index in statementOrder {
            for party in record.parties(ofStatement: index) {
                appearances[party, default: .init()].statements.append(index)
            }
            for person in Set(record.speakings[index].compactMap(\.person)) {
                byPerson[person, default: []].append(index)
            }
            for target in Set(entries.statements[index].about.targets()) {
                about[target, default: []].append(index)
            }
        }
        timeline = record.timeline(of: site)
        var momentsAbout: [AnyHandle: [TimelineItem]] = [:]
        threatsByDeed = entries.threatsByDeed(in: event)
        for item in timeline {
            guard let handle: Handle<Moment> = item.handle.typed() else { continue }
            let moment = entries.moments[Int(handle.index)]
            for party in Set((moment.parties + moment.by).targets()) {
                appearances[party, default: .init()].moments.append(item)
            }
            for target in moment.subjects.union((threatsByDeed[handle] ?? []).map { AnyHandle($0) }) {
                momentsAbout[target, default: []].append(item)
            }
        }
        entries.forEach { entry, index in
            for party in Set(entry.head.backedBy.targets()) where entry.kind.isAct {
                appearances[party, default: .init()].backed.append(AnyHandle(entry.kind, scope: event, index: index))
            }
        }
        self.momentsAbout = momentsAbout
        self.appearances = appearances
        statementsByPerson = byPerson
        statementsAbout = about
        var replaced: [Int: Int] = [:]
        for index in responseOrder {
            if let old = entries.responses[index].replaces?.target { replaced[Int(old.index)] = index }
        }
        replacedResponses = replaced
        var citations = CitationIndex(site: site, event: event, keptTexts: keptTexts)
        citations.gather(
            demands: record.demandOrder, responses: responseOrder, threats: threatOrder, statements: statementOrder)
        citedBy = citations.citedBy
        quotes = citations.quotes
        termUses = citations.termUses
    }
}

extension Moment {
    /// What it is about, and the demands that it settles.
    fileprivate var subjects: Set<AnyHandle> {
        let demands = fields.settles.targets() + fields.points.compactMap { $0.demand?.target }
        return Set(fields.about.targets()).union(demands.map { AnyHandle($0) })
    }
}

extension Entries {
    /// The threats of an event that were carried out, by the moment at which they were.
    fileprivate func threatsByDeed(in event: Int) -> [Handle<Moment>: [Handle<Threat>]] {
        var result: [Handle<Moment>: [Handle<Threat>]] = [:]
        for (index, threat) in threats.enumerated() {
            for moment in threat.carriedOut.compactMap(\.moment.target) {
                result[moment, default: []].append(Handle(scope: event, index: index))
            }
        }
        return result
    }

    /// Statements whose words stand as those of a demand, an answer or a threat.
    var quotedStatements: Set<Int> {
        let targets =
            demands.map { $0.statement?.target } + responses.map { $0.statements.first?.target }
            + threats.map { $0.statement?.target }
        return Set(targets.compactMap { $0.map { Int($0.index) } })
    }

    /// The same, and what else was said in giving an answer, on the answer's date.
    fileprivate var statementsWithinActs: Set<Int> {
        responses.reduce(into: quotedStatements) { result, response in
            for target in response.statements.targets()
            where statements[Int(target.index)].date.value == response.date.value {
                result.insert(Int(target.index))
            }
        }
    }
}
