import Model

extension PageContext {
    /// What a party asked for and was asked for, and what became of it: "asked for two things: both were refused"; nil
    /// where it did neither.
    package func roleWords(of party: Handle<Party>, in event: Int) -> String? {
        guard let appearance = context.indexes[event].appearances[party] else { return nil }
        let parts = [
            part(appearance.asked, isReceived: false, becameOf(appearance.asked, in: event), in: event),
            part(
                appearance.wasAsked, isReceived: true, answers(of: party, to: appearance.wasAsked, in: event),
                in: event),
        ].compactMap(\.self)
        guard parts.count == 2 else { return parts.first }
        return words(.bothRoles, ["first": parts[0], "second": parts[1].capitalizedFirst])
    }

    /// "asked for two things and made one offer"; of those to whom it was put "was asked for one thing and received six
    /// offers".
    func acts(_ demands: [Int], in event: Int, isReceived: Bool) -> String {
        let entries = site.events[event].entries.demands
        let forms = demands.map { site.form(of: entries[$0]) }
        func counted(_ kinds: [Demand.Form]) -> String? {
            let given = forms.filter(kinds.contains)
            return given.isEmpty ? nil : words.counted(given)
        }
        let asked = forms.count { $0 == .demand || $0 == .request }
        let things = words(
            isReceived ? .wasAskedForThings : .askedForThings, count: asked, ["number": words.number(asked)])
        let others =
            isReceived
            ? [counted([.order, .offer, .proposal]).map { words(.receivedThem, ["acts": $0]) }]
            : [
                counted([.order]).map { words(.gaveThem, ["acts": $0]) },
                counted([.offer, .proposal]).map { words(.madeThem, ["acts": $0]) },
            ]
        let parts = [asked > 0 ? things : nil] + others
        return words.list(parts.compactMap { $0 })
    }

    private func part(_ demands: [Int], isReceived: Bool, _ outcome: String?, in event: Int) -> String? {
        if demands.isEmpty { return nil }
        let acts = acts(demands, in: event, isReceived: isReceived)
        return outcome.map { words(.actsAndOutcome, ["acts": acts, "outcome": $0]) } ?? acts
    }

    /// "both were refused", "one met, one open"; nil where nothing is recorded yet.
    func becameOf(_ demands: [Int], in event: Int) -> String? {
        let statuses = Set(demands.map { context.records[event].statuses[$0] })
        let all = which(demands.count, of: demands.count)
        if statuses == [.refused], context.tally(of: demands, inEvent: event).map(\.word) == [.demandsRefused] {
            return words(.wasRefused, count: demands.count, ["which": all])
        }
        if statuses == [.agreed] { return words(.wereAccepted, count: demands.count, ["which": all]) }
        if statuses == [.met] { return words(.wereMet, count: demands.count, ["which": all]) }
        if statuses == [.open],
            demands.count > 1 || context.tally(of: demands, inEvent: event).map(\.word) == [.demandsOpen]
        {
            return nil
        }
        let standing = context.standingText(of: demands, inEvent: event).uncapitalizedFirst
        // What is counted of one demand are those of whom it was asked.
        return demands.count == 1 && statuses == [.mixed] ? words(.ofThoseAsked, ["answers": standing]) : standing
    }

    /// How a party itself answered: "refused both", "accepted one, complied with one, one has no recorded answer".
    private func answers(of party: Handle<Party>, to demands: [Int], in event: Int) -> String? {
        let record = context.records[event]
        let responses = site.events[event].entries.responses
        var phrases: [(phrase: (String) -> String, count: Int, key: String)] = []
        func count(_ key: String, _ phrase: @escaping (String) -> String) {
            guard let place = phrases.firstIndex(where: { $0.key == key }) else {
                return phrases.append((phrase, 1, key))
            }
            phrases[place].count += 1
        }
        var (silent, settled) = (0, 0)
        var closed: [Int] = []
        for demand in demands {
            let response = record.cells[demand].first { $0.party == party }?.response.map { responses[$0] }
            if let response, response.kindOfResponse.value != .noResponse {
                if record.statuses[demand] == .settled || record.settledParties[demand][party] != nil { settled += 1 }
                if site.contests(response) {
                    count("contested") { self.words(.contestedThem, ["which": $0]) }
                } else if response.takesRefusalBack(in: site.events[event].entries, of: event) {
                    count("refusal-taken-back") { self.words(.tookRefusalBackOf, ["which": $0]) }
                } else {
                    let kind = response.kindOfResponse.value
                    count(kind.rawValue) { self.words.answered(kind, $0) }
                }
            } else if record.statuses[demand].isClosed {
                // Nobody owes an answer to what was taken back, replaced or settled.
                closed.append(demand)
            } else {
                silent += 1
            }
        }
        if silent == demands.count { return words[.noAnswerNote] }
        var parts = phrases.map { $0.phrase(which($0.count, of: demands.count)) }
        if silent > 0 { parts.append(words(.unansweredOf, count: silent, ["which": words.number(silent)])) }
        if !closed.isEmpty { parts.append(context.tallyText(of: closed, inEvent: event)) }
        let answers = parts.joined(separator: words[.listBetween])
        if settled == 0 { return answers }
        return words(.someSettled, count: settled, ["answers": answers, "which": which(settled, of: demands.count)])
    }

    private func which(_ part: Int, of count: Int) -> String {
        part == count ? words.every(count) : words.number(part)
    }
}
