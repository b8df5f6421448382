import Model
import Reading

/// A response on its own page.
package struct ResponseView {
    package let handle: Handle<Response>
    package let page: PageContext

    package init(handle: Handle<Response>, page: PageContext) {
        self.handle = handle
        self.page = page
    }

    package var entry: Response { page.site[handle] }

    /// The fields that it shares with an answer; `asked` are all parties in whose name it answers.
    package var answer: AnswerView {
        answer(earlierIndices)
    }

    /// The answer without those that it replaces.
    package var ownAnswer: AnswerView { answer([]) }

    private func answer(_ earlier: [Int]) -> AnswerView {
        let entry = entry
        let first = entry.answers.targets().first ?? Handle(scope: Int(handle.scope), index: 0)
        return AnswerView(
            demand: first, asked: entry.from.targets(), response: handle, earlierIndices: earlier, page: page)
    }

    /// The answers that this one replaces, newest first.
    private var earlierIndices: [Int] {
        var result: [Int] = []
        var seen: Set<Int> = []
        var current = entry.replaces?.target
        while let handle = current, seen.insert(Int(handle.index)).inserted {
            result.append(Int(handle.index))
            current = page.site[handle].replaces?.target
        }
        return result
    }

    package var onBehalfOf: [PartyView] { page.parties(entry.onBehalfOf) }
    /// Whether a party that answers was itself asked, besides those for which it answers.
    package var answersForItself: Bool { page.site.answersForItself(entry) }
    private func isAsked(_ party: Handle<Party>) -> Bool {
        entry.answers.targets().contains { page.site[$0].to.targets().contains(party) }
    }
    package var demands: [DemandView] { entry.answers.targets().map { DemandView(handle: $0, page: page) } }
    package var replaces: LinkView? { entry.replaces?.target.map { page.link(to: AnyHandle($0)) } }
    package var replacedBy: LinkView? {
        page.context.indexes[Int(handle.scope)].replacedResponses[Int(handle.index)].map {
            page.link(to: AnyHandle(.response, scope: Int(handle.scope), index: $0))
        }
    }
    package var statements: [StatementView] {
        entry.statements.targets().map { StatementView(handle: $0, page: page) }
    }
    package var state: StateView {
        let words = page.context.kindWords(of: entry)
        let sentence: [StateSentence.Piece]
        if let index = page.context.indexes[Int(handle.scope)].replacedResponses[Int(handle.index)] {
            let later = Handle<Response>(scope: Int(handle.scope), index: index)
            let answered = page.site[later].from.targets() + page.site[later].onBehalfOf.targets()
            let (gone, left) = (entry.from + entry.onBehalfOf).targets().reduce(
                into: ([Handle<Party>](), [Handle<Party>]())
            ) {
                if answered.contains($1) { $0.0.append($1) } else if isAsked($1) { $0.1.append($1) }
            }
            func names(_ parties: [Handle<Party>]) -> [StateSentence.Piece] {
                [.text(parties.map(page.party).listed(page.words))]
            }
            let date: [StateSentence.Piece] = [.date(page.site[later].date.value)]
            sentence =
                gone.isEmpty || left.isEmpty
                ? StateSentence.phrase(page.words, .replacedByLater, ["date": date])
                : StateSentence.phrase(
                    page.words, .replacedForSome, ["names": names(gone), "date": date, "others": names(left)])
        } else if let asked = ResponseView.askedWords(entry, in: Int(handle.scope), page: page) {
            sentence = [.text(asked + ".")]
        } else {
            sentence = answeredSentence
        }
        let state = StateSentence(lead: [.text(words)], rest: sentence, mark: entry.kindOfResponse.value.mark)
        return StateView(state: state, event: Int(handle.scope), page: page)
    }
    package var moments: [TimelineItemView] { TimelineItemView.moments(about: AnyHandle(handle), page: page) }
    /// Which demand it answers; of one who was silent only when that was so.
    private var answeredSentence: [StateSentence.Piece] {
        let demands = entry.answers.targets()
        guard isAnswer, let first = demands.first else {
            return StateSentence.phrase(page.words, .asOfThen, ["date": [.date(entry.date.value)]])
        }
        let gaps: KeyValuePairs = [
            "title": page.site[first].title.value,
            "acts": page.words.counted(demands.map { page.site.form(of: page.site[$0]) }),
        ]
        return [.text(page.words(.answerIsTo, count: demands.count, gaps))]
    }
    package var isAnswer: Bool { entry.kindOfResponse.value.isAnswer }
    /// Who made the demands that it answers.
    package var askers: [PartyView] {
        var seen: Set<Handle<Party>> = []
        return entry.answers.targets().flatMap { page.site[$0].from.targets() }.filter { seen.insert($0).inserted }
            .map(page.party)
    }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }

    /// The kind of an answer beside its title; nil where the title is the same word.
    package static func label(of entry: Response, page: PageContext) -> String? {
        let word = page.context.kindWords(of: entry)
        return entry.title.value.lowercased() == word.lowercased() ? nil : word
    }

    /// "Members refuse it (refused)".
    package static func lineWords(of entry: Response, page: PageContext) -> String {
        if label(of: entry, page: page) == nil { return entry.title.value }
        let kind = page.context.inlineKindWords(of: entry)
        return page.words(.answerWithKind, ["title": entry.title.value, "kind": kind])
    }

    package static func quote(of entry: Response, in event: Int, page: PageContext) -> QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statements.first?.target, parties: page.parties(entry.from),
            date: page.date(entry.date.value, of: event), sources: entry.head.sources, page: page)
    }

    /// "Answered by X on its behalf", where none of the parties asked answered itself.
    package static func givenByWords(_ entry: Response, asked: [Handle<Party>], page: PageContext) -> String? {
        let from = entry.from.targets()
        guard entry.kindOfResponse.value.isAnswer, !from.isEmpty, !from.contains(where: asked.contains) else {
            return nil
        }
        let names = from.map(page.party).listed(page.words)
        return page.words(.answeredOnBehalf, count: asked.count, ["names": names])
    }

    package static func askedWords(_ entry: Response, in event: Int, page: PageContext) -> String? {
        guard let date = entry.askedOn, let by = entry.askedBy else { return nil }
        return page.words(
            date.value.isExact ? .askedNoResponse : .askedOnBy,
            [
                "asked": page.date(date.value, of: event).words, "name": by.value,
                "date": page.date(entry.date.value, of: event).words,
            ])
    }

    package static func counter(of entry: Response, page: PageContext) -> LinkView? {
        entry.counter?.target.map { page.link(to: AnyHandle($0)) }
    }
}

extension Response.Kind {
    /// Whether a party answered, as far as is known: not if it was silent.
    var isAnswer: Bool {
        switch self {
        case .noResponse, .declinedToComment, .unknown: false
        default: true
        }
    }
}
