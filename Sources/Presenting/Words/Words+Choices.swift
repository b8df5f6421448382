import Model

extension Words {
    package func words(_ kind: EntryKind) -> String { alone(.entryKind, kind.word) }
    /// - Parameter entryKind: the word of a kind, or `refusal`.
    package func words(entryKind: String) -> String { alone(.entryKind, entryKind) }
    package func words(_ kind: Party.Kind) -> String { alone(.partyKind, kind.rawValue) }
    /// The label before the parties that a party stands in a relation to: "Mediates between".
    package func words(_ kind: Party.Relation.Kind, parties: Int) -> String {
        kind == .mediates && parties > 1 ? self[.mediatesBetween] : alone(.relation, kind.rawValue)
    }
    /// The same relation seen from the other party: "Mediator".
    package func inverseWords(_ kind: Party.Relation.Kind, parties: Int) -> String {
        switch kind {
        case .mediates where parties > 1: self[.mediators]
        case .memberOf where parties > 1: self[.members]
        default: alone(.inverseRelation, kind.rawValue)
        }
    }
    package func words(_ kind: Response.Kind) -> String { alone(.responseKind, kind.rawValue) }
    package func inlineWords(_ kind: Response.Kind) -> String { inline(.responseKind, kind.rawValue) }
    package func words(_ status: Demand.Status) -> String { alone(.demandStatus, status.rawValue) }
    package func inlineWords(_ status: Demand.Status) -> String { inline(.demandStatus, status.rawValue) }
    package func words(_ status: Event.Status) -> String { alone(.eventStatus, status.rawValue) }
    package func words(_ aim: Demand.Aim) -> String { alone(.demandAim, aim.rawValue) }
    package func words(_ channel: Demand.Channel) -> String { alone(.demandChannel, channel.rawValue) }
    package func words(_ form: Demand.Form) -> String { alone(.demandForm, form.rawValue) }
    package func inlineWords(_ form: Demand.Form) -> String { inline(.demandForm, form.rawValue) }
    /// "ten demands and two orders"
    package func counted(_ forms: [Demand.Form]) -> String {
        list(
            Demand.Form.allCases.compactMap { form in
                let count = forms.count { $0 == form }
                let word: Word =
                    switch form {
                    case .demand: .countedDemands
                    case .request: .countedRequests
                    case .order: .countedOrders
                    case .offer: .countedOffers
                    case .proposal: .countedProposals
                    }
                return count == 0 ? nil : self(word, count: count, ["number": number(count)])
            })
    }
    /// "requests, orders and proposals", each form once.
    package func plurals(of forms: [Demand.Form]) -> String {
        let given = Set(forms)
        return list(Demand.Form.allCases.filter(given.contains).map { alone(.demandForms, $0.rawValue) })
    }
    package func words(_ kind: Response.Ground.Kind) -> String { alone(.groundKind, kind.rawValue) }
    package func words(_ kind: Threat.Kind) -> String { alone(.threatKind, kind.rawValue) }
    package func words(_ state: Threat.State) -> String { alone(.threatState, state.rawValue) }
    package func inlineWords(_ state: Threat.State) -> String { inline(.threatState, state.rawValue) }
    package func words(_ label: Threat.Label) -> String { alone(.threatLabel, label.rawValue) }
    package func inlineWords(_ label: Threat.Label) -> String { inline(.threatLabel, label.rawValue) }
    package func nounWords(_ label: Threat.Label) -> String { alone(.threatNoun, label.rawValue) }
    package func inlineNounWords(_ label: Threat.Label) -> String { inline(.threatNoun, label.rawValue) }
    package func words(_ state: Moment.State) -> String { alone(.agreementState, state.rawValue) }
    package func inlineWords(_ translation: Statement.Translation) -> String {
        inline(.translation, translation.rawValue)
    }
    package func words(_ act: Statement.Act) -> String { alone(.statementAct, act.rawValue) }
    package func words(_ kind: Moment.Kind) -> String { alone(.momentKind, kind.rawValue) }
    package func words(_ kind: Correction.Kind) -> String { alone(.correctionKind, kind.rawValue) }
    package func words(_ origin: Source.Origin) -> String { alone(.sourceOrigin, origin.rawValue) }
    package func inlineWords(_ origin: Source.Origin) -> String { inline(.sourceOrigin, origin.rawValue) }
    package func words(_ relation: Source.Relation) -> String { alone(.sourceRelation, relation.rawValue) }
    package func inlineWords(_ relation: Source.Relation) -> String { inline(.sourceRelation, relation.rawValue) }
    package func sourceTypeWords(_ type: String) -> String { alone(.sourceType, type) }

    /// The label before a demand's date: "Asked", "Reported".
    package func dateLabel(_ channel: Demand.Channel?) -> String {
        channel.map { alone(.demandDateLabel, $0.rawValue) } ?? self[.asked]
    }

    /// The same within a line; nil if the demand was simply asked.
    package func dateNote(_ channel: Demand.Channel?) -> String? {
        guard let channel, alone(.demandDateLabel, channel.rawValue) != self[.asked] else { return nil }
        return inline(.demandDateLabel, channel.rawValue)
    }

    /// What a party did with some demands: "refused both for now".
    package func answered(_ kind: Response.Kind, _ which: String) -> String {
        alone(.answeredThem, kind.rawValue).replacing("{which}", with: which)
    }

    /// What a date is that stands in a threat.
    package func dateWord(of label: Threat.Label) -> Word {
        switch label {
        case .threatened: .dateInThreat
        case .warned: .dateInWarning
        case .announced: .dateInAnnouncement
        case .saidItWould: .dateGivenBy
        }
    }
    /// The third column of the threat ledger: the act that followed.
    package func doneWords(_ state: Threat.State) -> String {
        state == .threatened ? self[.noActRecorded] : words(state)
    }

    /// The medium with its venue: "post on X", "interview, The Gazette"; a venue that names the medium stands alone: "a
    /// letter to the council".
    package func words(_ medium: Statement.Medium, venue: String?) -> String {
        let name = alone(.medium, medium.rawValue)
        guard let venue else { return name }
        // Padded, so that "report" is not found in "The Reporter".
        if startsWithArticle(venue) { return venue }
        if medium != .other, " \(venue.lowercased()) ".contains(" \(name.lowercased()) ") { return venue }
        return alone(.mediumWithVenue, medium.rawValue).replacing("{venue}", with: venue)
    }

    /// Whether a venue says by itself what it is, as "a telegram to Vienna" does: the word for the medium would contradict
    /// it, or say the same.
    private func startsWithArticle(_ venue: String) -> Bool {
        indefiniteArticles.contains { venue.lowercased().hasPrefix($0 + " ") }
    }

    /// The name of a language by its tag; the tag itself if the language file does not name it.
    package func languageName(_ tag: String) -> String {
        let language = tag.split(separator: "-").first.map { $0.lowercased() } ?? tag
        return label(.language, language)?.alone ?? tag
    }
}
