import Model

extension PageContext {
    /// "asked for two things; refused one".
    package func roleWords(of party: Handle<Party>, in event: Int) -> String? {
        let (record, index) = (context.records[event], context.indexes[event])
        guard let appearance = index.appearances[party] else { return nil }
        let words = words
        func things(_ word: Word, _ count: Int) -> String {
            words(word, count: count, ["number": words.number(count)])
        }
        var parts: [String] = []
        if !appearance.asked.isEmpty { parts.append(things(.askedForThings, appearance.asked.count)) }
        var refused = 0
        var answered = 0
        var accepted = 0
        for demand in appearance.wasAsked {
            guard let cell = record.cells[demand].first(where: { $0.party == party }), let response = cell.response
            else { continue }
            answered += 1
            switch site.events[event].entries.responses[response].kindOfResponse.value {
            case .refused, .refusedForNow: refused += 1
            case .accepted, .complied: accepted += 1
            default: break
            }
        }
        let asked = appearance.wasAsked.count
        if asked > 0 {
            func part(_ count: Int, only: Word, both: Word, all: Word, some: Word) -> String {
                if count == asked, asked <= 2 { return words[asked == 1 ? only : both] }
                if count == asked { return words(all, ["number": words.number(asked)]) }
                return words(some, ["number": words.number(count), "total": words.number(asked)])
            }
            if refused > 0 {
                parts.append(
                    part(refused, only: .refused, both: .refusedBoth, all: .refusedAll, some: .refusedSome))
            } else if accepted > 0 {
                parts.append(
                    part(accepted, only: .accepted, both: .acceptedBoth, all: .acceptedAll, some: .acceptedSome))
            } else {
                parts.append(answered > 0 ? things(.wasAskedForThings, asked) : words[.wasAskedNoAnswer])
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
