import Model
import Presenting
import Reading

/// Demands, answers, threats and statements. A demand is an AskAction: schema.org's own `Demand` is a wish to buy.
extension LinkedData {
    mutating func writeEntry(_ handle: AnyHandle) {
        let index = Int(handle.index)
        switch handle.kind {
        case .event: writeArticle(index)
        case .party: handle.typed(Party.self).map { writeParty($0, handle) }
        case .person: handle.typed(Person.self).map { writePerson($0, handle) }
        case .demand: handle.typed(Demand.self).map { writeDemand(site[$0], handle) }
        case .response: handle.typed(Response.self).map { writeResponse(site[$0], handle) }
        case .threat: handle.typed(Threat.self).map { writeThreat(site[$0], handle) }
        case .statement: handle.typed(Statement.self).map { writeStatement(site[$0], handle) }
        case .moment, .source, .term, .page: break
        }
    }

    /// A time, for properties that take no days; nil for a date without a clock time.
    private func moment(of date: EventDate) -> String? { date.first.hasClock ? date.dataForm : nil }

    /// Type, id, name and summary.
    private mutating func open(_ type: StaticString, _ handle: AnyHandle, _ summary: String?) {
        json.openObject()
        json.member("@type", literal: type)
        id(of: handle)
        json.member("name", context.name(of: handle))
        json.member("description", summary)
    }

    private mutating func writeDemand(_ demand: Demand, _ handle: AnyHandle) {
        open("AskAction", handle, demand.head.summary?.value)
        parties("agent", demand.from)
        parties("recipient", demand.to)
        json.member("startTime", moment(of: demand.date.value))
        if demand.words != nil || demand.statement?.target != nil {
            quotation("object", demand.words?.value, demand.statement?.target)
        } else {
            json.key("object")
            json.object {
                $0.member("@type", literal: "Thing")
                $0.member("name", demand.title.value)
            }
        }
        let answers = context.records[Int(handle.scope)].responses[Int(handle.index)]
        references("result", answers.map { AnyHandle(.response, scope: Int(handle.scope), index: $0) })
        json.closeObject()
    }

    private mutating func writeResponse(_ response: Response, _ handle: AnyHandle) {
        open("ReplyAction", handle, response.head.summary?.value)
        parties("agent", response.from)
        let demands = response.answers.compactMap(\.target)
        var asking: [Reference<Party>] = []
        for demand in demands {
            for party in site[demand].from where !asking.contains(where: { $0.target == party.target }) {
                asking.append(party)
            }
        }
        parties("recipient", asking)
        references("object", demands.map({ AnyHandle($0) }))
        json.member("startTime", moment(of: response.date.value))
        if response.words != nil || response.statements.first?.target != nil {
            quotation("instrument", response.words?.value, response.statements.first?.target)
        }
        if response.kindOfResponse.value == .noResponse {
            json.member("actionStatus", literal: "https://schema.org/FailedActionStatus")
        }
        if let outcome = outcome(of: response) {
            json.openObject("result")
            json.member("@type", outcome)
            json.member("name", context.kindWords(of: response))
            parties("agent", response.from)
            if outcome == "AskAction" {
                if let counter = response.counter?.target { id(of: AnyHandle(counter)) }
            } else {
                references("object", demands.map({ AnyHandle($0) }))
            }
            json.closeObject()
        }
        json.closeObject()
    }

    /// What an answer amounts to, as an action; nil where it is neither a yes nor a no.
    private func outcome(of response: Response) -> String? {
        let kind = response.kindOfResponse.value
        return switch kind.effect {
        case .refused, .challenged: "RejectAction"
        case .agreed, .agreedWithConditions, .partlyAgreed, .met: "AcceptAction"
        case .talks: kind == .counterOffer ? "AskAction" : nil
        default: nil
        }
    }

    /// schema.org has no word for a threat: it is what one party tells another.
    private mutating func writeThreat(_ threat: Threat, _ handle: AnyHandle) {
        open("CommunicateAction", handle, threat.head.summary?.value)
        parties("agent", threat.from)
        parties("recipient", threat.to)
        json.member("startTime", moment(of: threat.date.value))
        references("about", threat.unless.compactMap(\.target).map({ AnyHandle($0) }))
        if threat.words != nil || threat.statement?.target != nil {
            quotation("object", threat.words?.value, threat.statement?.target)
        }
        json.closeObject()
    }

    private mutating func writeStatement(_ statement: Statement, _ handle: AnyHandle) {
        open(statement.words == nil ? "CreativeWork" : "Quotation", handle, statement.head.summary?.value)
        json.member("text", statement.words?.value)
        json.member("abstract", context.plainText(statement.paraphrase, scope: Int(handle.scope)))
        speaker(handle, isQuoted: statement.words != nil)
        json.member("dateCreated", statement.date.value.dataForm)
        json.member("inLanguage", statement.originalLanguage?.value)
        references("about", statement.about.compactMap(\.target))
        sources("citation", handle)
        json.closeObject()
    }

    /// A quotation inside an act: its own words, else those of a statement.
    private mutating func quotation(_ name: StaticString, _ words: String?, _ statement: Handle<Statement>?) {
        json.openObject(name)
        let said = statement.map { site[$0] }
        let text = words ?? said?.words?.value
        json.member("@type", literal: text == nil ? "CreativeWork" : "Quotation")
        if let statement { id(of: AnyHandle(statement)) }
        json.member("text", text)
        if let statement { speaker(AnyHandle(statement), isQuoted: text != nil) }
        json.member("dateCreated", said?.date.value.dataForm)
        json.closeObject()
    }

    /// Who spoke, and for whom.
    ///
    /// - Parameter isQuoted: whether it is a quotation: no other work is spoken by somebody.
    private mutating func speaker(_ statement: AnyHandle, isQuoted: Bool) {
        let speakings = context.records[Int(statement.scope)].speakings[Int(statement.index)]
        let speakers = speakings.compactMap { speaking in
            speaking.person.map { AnyHandle($0) } ?? speaking.party.map { AnyHandle($0) }
        }
        if speakers.isEmpty { return }
        if isQuoted { references("spokenByCharacter", speakers) }
        json.key("creator")
        if speakers.count > 1 { json.openArray() }
        for speaker in speakers {
            json.openObject()
            id(of: speaker)
            json.closeObject()
        }
        if speakers.count > 1 { json.closeArray() }
        let parties = speakings.filter { $0.person != nil }.compactMap(\.party)
        references(
            "sourceOrganization",
            parties.indices.filter { place in
                !parties[..<place].contains(parties[place])
            }.map { AnyHandle(parties[$0]) })
    }
}
