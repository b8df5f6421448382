import Model
import Reading

/// Who spoke, in which role at that date, for whom.
package struct SpeakerView {
    package let name: String
    /// Nil for somebody unnamed.
    package let route: Route?
    package let role: String?
    package let party: PartyView?
    /// The role, if it is known that it was held at that date.
    package var roleThen: String?
    /// The party in which `role` is held.
    package var office: PartyView?

    /// Whose office the role is: the party's short name; nil if the role names the party, or a place does so already.
    package var officeOf: String? {
        guard let office, let role, !office.party.isNamed(inRole: role) else { return nil }
        return office.shortName
    }
    /// The same if they spoke for another party.
    package var otherOffice: String? { office?.handle == party?.handle ? nil : officeOf }

    /// The same without the office's party, for a place where only that party stands.
    fileprivate func beside(_ shown: [Handle<Party>]) -> SpeakerView {
        var copy = self
        if let office, shown == [office.handle] { copy.office = nil }
        return copy
    }
}

extension SpeakerView {
    /// Nil where the speaker is not published.
    fileprivate init?(_ speaker: SpeakerReference, _ speaking: Speaking, in entry: Statement, page: PageContext) {
        let party = speaking.party.map(page.party)
        switch speaker.target {
        case .person(let person):
            self.init(
                name: page.site[person].displayName, route: page.route(of: AnyHandle(person)), role: speaking.role,
                party: party, roleThen: speaking.roleHasDates ? speaking.role : nil,
                office: speaking.roleParty.map(page.party))
        case .party(let handle):
            self.init(
                name: page.site[handle].displayName, route: page.route(of: AnyHandle(handle)),
                role: entry.asRole?.value, party: party)
        case nil:
            guard speaker.isUnnamed, let name = entry.describedAs?.value else { return nil }
            let reason = entry.whyUnnamed.map { page.words(.unnamedFor, ["reason": $0.value]) }
            self.init(name: name.capitalizedFirst, route: nil, role: reason, party: party)
        }
    }
}

extension QuoteView {
    /// Who said it, for a place that names some parties already: empty where just these said it as such.
    package func speakers(beside shown: [Handle<Party>]) -> [SpeakerView] {
        if !speakers.isEmpty {
            return speakingParties.isEmpty || Set(speakingParties) != Set(shown)
                ? speakers.map { $0.beside(shown) } : []
        }
        guard parties.count == 1, shown != [parties[0].handle] else { return [] }
        return [SpeakerView(name: parties[0].shortName, route: parties[0].route, role: nil, party: parties[0])]
    }

    /// Who said it, with their roles, to tell whether two quotes have the same speakers.
    package var speakerLine: String {
        date.page.words.list(speakers.map { [$0.name, $0.role].compactMap { $0 }.joined(separator: " ") })
    }

    /// By whose account an act is known, where these words are those of others than who acted: "by the account of Ada
    /// Fern"; nil where they are of those who acted.
    package func accountWords(beside actors: [Handle<Party>]) -> String? {
        guard !speakers.isEmpty, Set(parties.map(\.handle)).isDisjoint(with: actors) else { return nil }
        return date.page.words(.byAccountOf, ["names": speakerNames])
    }

    /// Whether these are the very words of an act: untranslated, said by those who acted and on the day on which they did.
    package func isVerbatim(of parties: [Handle<Party>], _ day: EventDate) -> Bool {
        words != nil && translationWords == nil && date.date == day
            && (self.parties.isEmpty || !Set(self.parties.map(\.handle)).isDisjoint(with: parties))
    }

    /// Who said it, in plain text: "Ann and Ben"; empty where no statement tells.
    package var speakerNames: String { date.page.words.list(speakers.map(\.name)) }
}

/// What someone said, with what its caption needs.
package struct QuoteView {
    package let words: String?
    package let paraphrase: Passage?
    /// Who spoke; empty where no statement tells.
    package let speakers: [SpeakerView]
    /// The speakers, where they are parties as such.
    let speakingParties: [Handle<Party>]
    package let parties: [PartyView]
    package let date: DateView
    package let mediumWords: String?
    /// The statement's page.
    package let route: Route?
    /// The address of the first source of the statement that has one.
    package let sourceURL: String?
    /// That `words` are a translation, whose, and from what: "our translation from German".
    package let translationWords: String?
    /// The words in the language in which they were said, and its BCP 47 tag.
    package let original: String?
    package let originalLanguage: String?
    package let sources: [SourceUse]

    /// The words of a statement.
    package init(statement: Handle<Statement>, page: PageContext, words: String? = nil, sources: [SourceUse]? = nil) {
        let entry = page.site[statement]
        let speakings = page.context.records[Int(statement.scope)].speakings[Int(statement.index)]
        self.words = words ?? entry.words?.value
        paraphrase = self.words == nil ? Passage(entry.paraphrase, of: entry.head) : nil
        speakers = zip(entry.speakers, speakings).compactMap { SpeakerView($0, $1, in: entry, page: page) }
        let asSuch: [Handle<Party>] = entry.speakers.compactMap {
            if case .party(let party) = $0.target { party } else { nil }
        }
        speakingParties = asSuch.count == speakers.count ? asSuch : []
        sourceURL = entry.head.sources.firstNonNil { $0.source.target.flatMap { page.site[$0].url?.value } }
        parties = page.context.records[Int(statement.scope)].parties(ofStatement: Int(statement.index))
            .map(page.party)
        date = page.date(entry.date.value, of: Int(statement.scope))
        mediumWords = page.words.words(entry.medium.value, venue: entry.venue?.value)
        route = page.route(of: AnyHandle(statement))
        translationWords = page.words.translation(of: entry)
        original = entry.original?.value
        originalLanguage = entry.originalLanguage?.value
        self.sources = sources ?? entry.head.sources
    }

    /// The words of an act: its own, else those of its statement; nil where it has neither. What is known of the words is
    /// known from the sources of the statement; from the act's only where it has none.
    package init?(
        words: String?, statement: Handle<Statement>?, parties: [PartyView], date: DateView, sources: [SourceUse],
        page: PageContext
    ) {
        if let statement {
            let own = page.site[statement].head.sources
            self.init(statement: statement, page: page, words: words, sources: own.isEmpty ? sources : own)
            return
        }
        guard let words else { return nil }
        self.init(words: words, parties: parties, date: date, sources: sources)
    }

    private init(words: String, parties: [PartyView], date: DateView, sources: [SourceUse]) {
        self.words = words
        paraphrase = nil
        speakers = []
        speakingParties = []
        sourceURL = nil
        self.parties = parties
        self.date = date
        mediumWords = nil
        route = nil
        translationWords = nil
        original = nil
        originalLanguage = nil
        self.sources = sources
    }
}

extension Words {
    /// That a statement's words are a translation, whose, and from what; nil if they are not one.
    fileprivate func translation(of statement: Statement) -> String? {
        let language = statement.originalLanguage.map { languageName($0.value) }
        switch (statement.translation.map { inlineWords($0.value) }, language) {
        case (let whose?, let language?):
            return self(.translatedFrom, ["translation": whose, "language": language])
        case (let whose?, nil): return whose
        case (nil, let language?): return self(.originallyIn, ["language": language])
        case (nil, nil): return statement.original == nil ? nil : self[.translated]
        }
    }
}

extension Array {
    /// The first value that is made of an element.
    fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self { if let value = transform(element) { return value } }
        return nil
    }
}
