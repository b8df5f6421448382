import Model

extension QuestionKind {
    static let speakersWithoutRole = QuestionKind(
        "speakers-without-role", "Statements by people without a role",
        "In which role did they speak at that date ('roles' of the person, or 'for' and 'as')?"
    ) { context in
        guard let record = context.record else { return [] }
        return context.entries.statements.indices.compactMap { index in
            let people = record.speakings[index].filter(\.hasNoRole).compactMap(\.person)
            if people.isEmpty { return nil }
            let names = people.map { context.site[$0].displayName }.joined(separator: ", ")
            return context.question(.statement, index, names)
        }
    }

    static let oneSidedAccounts = QuestionKind(
        "one-sided-accounts", "Accounts of one side only", "What do the others say happened?"
    ) { context in
        guard let record = context.record else { return [] }
        var questions: [Question] = []
        func ask(_ entry: AnyHandle, _ date: EventDate?) {
            let sides = context.sides(ofAccountsOf: entry, date)
            guard sides.count == 1, let side = sides.first, side.kind != .source else { return }
            let concerned = entry.kind == .event ? record.actingParties : context.parties(concernedBy: entry)
            let others = concerned.filter { AnyHandle($0) != side }
            if others.isEmpty { return }
            let name = side.typed(Party.self).map { context.names([$0]) } ?? context.site.displayName(of: side)
            questions.append(context.question(entry, "only \(name); not \(context.names(others))"))
        }
        ask(AnyHandle(.event, scope: -1, index: record.event), record.date)
        context.entries.forEach { entry, index in
            ask(AnyHandle(entry.kind, scope: record.event, index: index), entry.knownSince ?? record.date)
        }
        return questions
    }
}

extension QuestionContext {
    /// The parties that an entry names, or that a demand which it names is from or to.
    fileprivate func parties(concernedBy entry: AnyHandle) -> [Handle<Party>] {
        var parties: [Handle<Party>] = []
        func add(_ found: [Handle<Party>]) {
            for party in found where !parties.contains(party) { parties.append(party) }
        }
        entries.list(of: entry.kind)[Int(entry.index)].visitFieldReferences { reference in
            guard let target = reference.resolution.found else { return }
            if let party: Handle<Party> = target.typed() { add([party]) }
            if let demand: Handle<Demand> = target.typed() { add((site[demand].from + site[demand].to).targets()) }
        }
        return parties
    }

    /// Whose accounts an entry has: parties, people who spoke for none, and sources.
    fileprivate func sides(ofAccountsOf entry: AnyHandle, _ date: EventDate?) -> [AnyHandle] {
        var sides: [AnyHandle] = []
        for account in site.head(of: entry).accounts {
            guard let witness = account.by.target else { continue }
            let side = party(of: witness, at: date).map { AnyHandle($0) } ?? witness
            if !sides.contains(side) { sides.append(side) }
        }
        return sides
    }

    /// The party for which a witness speaks: itself, or that of a person's role.
    func party(of witness: AnyHandle, at date: EventDate?) -> Handle<Party>? {
        if let party: Handle<Party> = witness.typed() { return party }
        guard let person: Handle<Person> = witness.typed(), let record, let date else { return nil }
        let role = site.role(of: person, at: date, preferring: Set(record.actingParties), zone: record.zone)
        return role?.party?.target
    }
}
