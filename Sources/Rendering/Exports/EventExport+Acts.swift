import Model

/// Demands, responses, threats, statements and moments, with what is computed of them.
extension EventExport {
    mutating func writeDemand(_ demand: Demand, _ handle: AnyHandle) {
        let index = Int(handle.index)
        begin(handle, demand.head, name: "title")
        references("from", demand.from)
        references("to", demand.to)
        date("date", demand.date.value)
        json.member("status", record.statuses[index].rawValue)
        json.member("status_reason", demand.statusReason?.value)
        json.member("force", record.isUltimatum(index, in: site) ? "ultimatum" : "demand")
        json.member("words", demand.words?.value)
        reference("statement", demand.statement)
        if let deadline = demand.deadline?.value {
            date("deadline", deadline)
            json.member("deadline_has_passed", record.hasPassed(deadline))
        }
        reference("ordered_by", demand.orderedBy)
        json.member("aim", demand.aim?.value.rawValue)
        json.member("channel", demand.channel?.value.rawValue)
        reference("replaces", demand.replaces)
        json.member("replaced_by", record.replacedBy[index].map { event.entries.demands[$0].head.id })
        date("withdrawn", demand.withdrawn?.value)
        json.member("threats", record.threats[index].map { event.entries.threats[$0].head.id })
        json.member("responses", record.responses[index].map { event.entries.responses[$0].head.id })
        common(demand.head, scope: scope, demand.visitProse)
        json.closeObject()
    }

    mutating func writeResponse(_ response: Response, _ handle: AnyHandle) {
        begin(handle, response.head, name: "title")
        references("answers", response.answers)
        references("from", response.from)
        references("on_behalf_of", response.onBehalfOf)
        date("date", response.date.value)
        json.member("kind", response.kindOfResponse.value.rawValue)
        json.member("words", response.words?.value)
        references("statements", response.statements)
        if !response.grounds.isEmpty {
            json.openArray("grounds")
            for ground in response.grounds {
                json.openObject()
                json.member("title", ground.title.value)
                json.member("kind", ground.kind?.value.rawValue)
                prose("text", ground.text, scope: scope)
                sources(ground.sources)
                json.closeObject()
            }
            json.closeArray()
        }
        reference("counter", response.counter)
        reference("replaces", response.replaces)
        date("asked_on", response.askedOn?.value)
        json.member("asked_by", response.askedBy?.value)
        common(response.head, scope: scope, response.visitProse)
        json.closeObject()
    }

    mutating func writeThreat(_ threat: Threat, _ handle: AnyHandle) {
        begin(handle, threat.head, name: "title")
        references("from", threat.from)
        references("to", threat.to)
        references("unless", threat.unless)
        json.member("kind", threat.kindOfThreat.value.rawValue)
        date("date", threat.date.value)
        json.member("words", threat.words?.value)
        reference("statement", threat.statement)
        json.member("state", threat.state.value.rawValue)
        date("state_date", threat.stateDate?.value)
        if let deadline = threat.deadline?.value {
            date("deadline", deadline)
            json.member("deadline_has_passed", record.hasPassed(deadline))
        }
        reference("term", threat.term)
        common(threat.head, scope: scope, threat.visitProse)
        json.closeObject()
    }

    mutating func writeStatement(_ statement: Statement, _ handle: AnyHandle) {
        let speaking = record.speakings[Int(handle.index)]
        begin(handle, statement.head, name: "title")
        switch statement.speaker.target {
        case .person(let person)?: speaker(AnyHandle(of: person))
        case .party(let party)?: speaker(AnyHandle(of: party))
        case nil: break
        }
        if let party = speaking.party { json.member("for", id(AnyHandle(of: party))) }
        json.member("as", speaking.role)
        date("date", statement.date.value)
        json.member("words", statement.words?.value)
        prose("paraphrase", statement.paraphrase, scope: scope)
        json.member("medium", statement.medium.value.rawValue)
        json.member("venue", statement.venue?.value)
        json.member("act", statement.act?.value.rawValue)
        references("about", statement.about)
        json.member("original_language", statement.originalLanguage?.value)
        common(statement.head, scope: scope, statement.visitProse)
        json.closeObject()
    }

    private mutating func speaker(_ handle: AnyHandle) {
        json.key("speaker")
        entry(handle)
    }

    mutating func writeMoment(_ moment: Moment, _ handle: AnyHandle) {
        begin(handle, moment.head, name: "title")
        date("date", moment.date.value)
        json.member("kind", moment.kindOfMoment.value.rawValue)
        references("parties", moment.parties)
        references("about", moment.about)
        common(moment.head, scope: scope, moment.visitProse)
        json.closeObject()
    }

    // MARK: - What is computed of all

    /// Every demand with everyone who was asked; `response` is absent where no answer is recorded.
    mutating func writeAnswerSheet() {
        json.openArray("answer_sheet")
        for index in record.demandOrder {
            json.openObject()
            json.member("demand", event.entries.demands[index].head.id)
            json.openArray("answers")
            for cell in record.cells[index] {
                json.openObject()
                json.member("party", id(AnyHandle(of: cell.party)))
                if let answer = cell.response {
                    let response = event.entries.responses[answer]
                    json.member("response", response.head.id)
                    json.member("kind", response.kindOfResponse.value.rawValue)
                }
                json.member("earlier", cell.earlier.map { event.entries.responses[$0].head.id })
                json.closeObject()
            }
            json.closeArray()
            json.closeObject()
        }
        json.closeArray()
    }

    mutating func writeTimeline(_ timeline: [TimelineItem]) {
        json.openArray("timeline")
        for item in timeline {
            json.openObject()
            json.member("kind", item.kind.word)
            date("date", item.date)
            json.key("entry")
            entry(item.handle)
            json.member("title", context.name(of: item.handle))
            ids("parties", item.parties.map { AnyHandle(of: $0) })
            json.closeObject()
        }
        json.closeArray()
    }
}

extension TimelineItem.Kind: CaseIterable {
    package static let allCases: [TimelineItem.Kind] = [
        .began, .demand, .threat, .statement, .moment, .response, .withdrawal, .deadline, .outcome, .ended,
    ]

    /// The key that exports use.
    var word: String {
        switch self {
        case .began: "began"
        case .demand: "demand"
        case .threat: "threat"
        case .statement: "statement"
        case .moment: "moment"
        case .response: "response"
        case .withdrawal: "withdrawal"
        case .deadline: "deadline"
        case .outcome: "outcome"
        case .ended: "ended"
        }
    }
}
