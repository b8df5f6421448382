import Diagnostics
import Reading

/// The fields of each kind, as the vocabulary lists them.
extension EntryReader {
    mutating func readParty(_ fields: inout Fields, _ head: EntryHead) -> Party? {
        let name = fields.requiredText("name")
        let kind = fields.requiredChoice("kind", of: Party.Kind.self)
        var relations: [Party.Relation] = []
        for var item in fields.mappings("relations", of: "relation") {
            let kind = item.requiredChoice("kind", of: Party.Relation.Kind.self)
            let party = item.requiredText("party")
            let sources = sourceUses(&item)
            diagnostics += item.finish()
            if let kind, let party {
                relations.append(Party.Relation(kind: kind, party: Reference(party), sources: sources))
            }
        }
        let shortName = fields.text("short_name")
        let alsoKnownAs = fields.texts("also_known_as")
        let partOf: Reference<Party>? = reference(&fields, "part_of")
        let website = address(&fields, "website")
        let wikidata = wikidataItem(&fields)
        let color = hexColor(&fields, "color")
        guard let name, let kind else { return nil }
        return Party(
            head: head, name: name, shortName: shortName, alsoKnownAs: alsoKnownAs, kindOfParty: kind, partOf: partOf,
            relations: relations, website: website, wikidata: wikidata, color: color)
    }

    mutating func readPerson(_ fields: inout Fields, _ head: EntryHead) -> Person? {
        let name = fields.requiredText("name")
        let alsoKnownAs = fields.texts("also_known_as")
        var roles: [Person.Role] = []
        for var item in fields.mappings("roles", of: "role") {
            let title = item.requiredText("title")
            let party: Reference<Party>? = reference(&item, "party")
            let from = date(&item, "from")
            let until = date(&item, "until")
            diagnostics += item.finish()
            if let title { roles.append(Person.Role(title: title, party: party, from: from, until: until)) }
        }
        let wikidata = wikidataItem(&fields)
        guard let name else { return nil }
        return Person(head: head, name: name, alsoKnownAs: alsoKnownAs, roles: roles, wikidata: wikidata)
    }

    mutating func readDemand(_ fields: inout Fields, _ head: EntryHead) -> Demand? {
        let title = fields.requiredText("title")
        let from: [Reference<Party>] = requiredReferences(&fields, "from")
        let to: [Reference<Party>] = requiredReferences(&fields, "to")
        let date = requiredDate(&fields, "date")
        let words = fields.text("words")
        let statement: Reference<Statement>? = reference(&fields, "statement")
        let deadline = self.date(&fields, "deadline")
        let orderedBy: Reference<Party>? = reference(&fields, "ordered_by")
        let aim = fields.choice("aim", of: Demand.Aim.self)
        let channel = fields.choice("channel", of: Demand.Channel.self)
        let replaces: Reference<Demand>? = reference(&fields, "replaces")
        let withdrawn = self.date(&fields, "withdrawn")
        let status = fields.choice("status", of: Demand.Status.self)
        let reason = fields.text("status_reason")
        if let status, reason == nil {
            incomplete(
                &fields, "status", status.range, "a status that overrides the computed one needs a 'status_reason'")
        }
        guard let title, let date, !from.isEmpty, !to.isEmpty else { return nil }
        return Demand(
            head: head, title: title, from: from, to: to, date: date, words: words, statement: statement,
            deadline: deadline, orderedBy: orderedBy, aim: aim, channel: channel, replaces: replaces,
            withdrawn: withdrawn, statusOverride: status, statusReason: reason)
    }

    mutating func readResponse(_ fields: inout Fields, _ head: EntryHead, _ isInRefusals: Bool) -> Response? {
        let title = fields.requiredText("title")
        let answers: [Reference<Demand>] = requiredReferences(&fields, "answers")
        let from: [Reference<Party>] = requiredReferences(&fields, "from")
        let onBehalfOf: [Reference<Party>] = references(&fields, "on_behalf_of")
        let date = requiredDate(&fields, "date")
        var kind =
            isInRefusals
            ? fields.choice("kind", of: Response.Kind.self) : fields.requiredChoice("kind", of: Response.Kind.self)
        if isInRefusals {
            if let written = kind, !written.value.isRefusal {
                fields.report(
                    Diagnostic(
                        .misplacedDocument, "'\(written.value.rawValue)' is not a refusal",
                        at: TextLocation(file, written.range),
                        hint: "move the entry to 'responses', or make its kind 'refused' or 'refused-for-now'"))
            }
            if kind == nil { kind = Located(.refused, TextRange(at: Int(fields.range.start))) }
        }
        let words = fields.text("words")
        let statements: [Reference<Statement>] = references(&fields, "statement")
        var grounds: [Response.Ground] = []
        for var item in fields.mappings("grounds", of: "ground") {
            let title = item.requiredText("title")
            let kind = item.choice("kind", of: Response.Ground.Kind.self)
            let text = item.text("text").map { inline($0) }
            let sources = sourceUses(&item)
            diagnostics += item.finish()
            if let title { grounds.append(Response.Ground(title: title, kind: kind, text: text, sources: sources)) }
        }
        let counter: Reference<Demand>? = reference(&fields, "counter")
        let replaces: Reference<Response>? = reference(&fields, "replaces")
        let askedOn = self.date(&fields, "asked_on")
        let askedBy = fields.text("asked_by")
        if let kind, kind.value == .noResponse, askedOn == nil || askedBy == nil {
            incomplete(&fields, "kind", kind.range, "a response of kind 'no-response' needs 'asked_on' and 'asked_by'")
        }
        if let kind, kind.value == .reversed, replaces == nil {
            incomplete(
                &fields, "kind", kind.range, "a response of kind 'reversed' needs 'replaces': the answer it reverses")
        }
        guard let title, let date, let kind, !answers.isEmpty, !from.isEmpty else { return nil }
        return Response(
            head: head, title: title, answers: answers, from: from, onBehalfOf: onBehalfOf, date: date,
            kindOfResponse: kind, words: words, statements: statements, grounds: grounds, counter: counter,
            replaces: replaces, askedOn: askedOn, askedBy: askedBy, isInRefusals: kind.value.isRefusal)
    }

    mutating func readThreat(_ fields: inout Fields, _ head: EntryHead) -> Threat? {
        let title = fields.requiredText("title")
        let from: [Reference<Party>] = requiredReferences(&fields, "from")
        let to: [Reference<Party>] = requiredReferences(&fields, "to")
        let unless: [Reference<Demand>] = references(&fields, "unless")
        let kind = fields.requiredChoice("kind", of: Threat.Kind.self)
        let date = requiredDate(&fields, "date")
        let words = fields.text("words")
        let statement: Reference<Statement>? = reference(&fields, "statement")
        let state = fields.requiredChoice("state", of: Threat.State.self)
        let stateDate = self.date(&fields, "state_date")
        let deadline = self.date(&fields, "deadline")
        let term: Reference<Term>? = reference(&fields, "term")
        guard let title, let date, let kind, let state, !from.isEmpty, !to.isEmpty else { return nil }
        return Threat(
            head: head, title: title, from: from, to: to, unless: unless, kindOfThreat: kind, date: date, words: words,
            statement: statement, state: state, stateDate: stateDate, deadline: deadline, term: term)
    }

    mutating func readStatement(_ fields: inout Fields, _ head: EntryHead) -> Statement? {
        let speaker = fields.requiredText("speaker")
        let forParty: Reference<Party>? = reference(&fields, "for")
        let asRole = fields.text("as")
        let date = requiredDate(&fields, "date")
        let words = fields.text("words")
        let paraphrase = fields.text("paraphrase").map { inline($0) }
        let medium = fields.requiredChoice("medium", of: Statement.Medium.self)
        let venue = fields.text("venue")
        let act = fields.choice("act", of: Statement.Act.self)
        let about = fields.texts("about").map { AnyReference($0) }
        let originalLanguage = languageTag(&fields, "original_language")
        let title = fields.text("title")
        if words == nil, paraphrase == nil, !fields.has("words"), !fields.has("paraphrase") {
            fields.report(
                Diagnostic(
                    .missingWords, "this statement has neither 'words' nor a 'paraphrase'",
                    at: TextLocation(file, TextRange(at: Int(fields.range.start))),
                    hint: "quote it in 'words', or say it in your own in 'paraphrase'"))
        }
        guard let speaker, let date, let medium, words != nil || paraphrase != nil else { return nil }
        return Statement(
            head: head, speaker: SpeakerReference(speaker), forParty: forParty, asRole: asRole, date: date,
            words: words, paraphrase: paraphrase, medium: medium, venue: venue, act: act, about: about,
            originalLanguage: originalLanguage, title: title)
    }

    mutating func readMoment(_ fields: inout Fields, _ head: EntryHead) -> Moment? {
        let title = fields.requiredText("title")
        let date = requiredDate(&fields, "date")
        let kind = fields.requiredChoice("kind", of: Moment.Kind.self)
        let parties: [Reference<Party>] = references(&fields, "parties")
        let about = fields.texts("about").map { AnyReference($0) }
        guard let title, let date, let kind else { return nil }
        return Moment(head: head, title: title, date: date, kindOfMoment: kind, parties: parties, about: about)
    }

    mutating func readTerm(_ fields: inout Fields, _ head: EntryHead) -> Term? {
        let name = fields.requiredText("name")
        let alsoKnownAs = fields.texts("also_known_as")
        let definition = fields.requiredText("definition").map { inline($0) }
        guard let name, let definition else { return nil }
        return Term(head: head, name: name, alsoKnownAs: alsoKnownAs, definition: definition)
    }

    mutating func readPage(folder: String?) {
        var fields = Fields(document.frontMatter, in: file, of: "page")
        let id = Placing.id(ofDocument: document.path)
        let head = readHead(&fields, id: Located(id, TextRange(at: 0)))
        let title = fields.requiredText("title")
        diagnostics += fields.finish()
        guard let title else {
            entries.append(.unusable(.page, id: id, folder: folder))
            return
        }
        entries.append(.page(Page(head: head, title: title, event: nil), folder: folder))
    }

    mutating func incomplete(_ fields: inout Fields, _ name: String, _ range: TextRange, _ message: String) {
        fields.report(Diagnostic(.incompleteEntry, message, at: TextLocation(file, range)))
    }
}
