import Model

/// The words that pages use for the vocabulary's closed lists, and the sentences put together from them.
///
/// One table a language; English is built in. Templates print these, and test the keys beside them.
package struct Words: Sendable {
    package let dates: DateLanguage

    package static let english = Words(dates: .english)
}

extension Words {
    /// A key of a closed list as words: `refused-for-now` becomes "Refused for now".
    func sentenceCase(_ key: String) -> String {
        var bytes = Array(key.utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "-") { bytes[index] = 0x20 }
        if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { bytes[0] = first - 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words with a capital first letter.
    func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

    /// The same in lower case: "refused for now".
    func lowerCase(_ key: String) -> String {
        String(decoding: key.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self)
    }

    package func words(_ kind: EntryKind) -> String { sentenceCase(kind.word) }

    package func words(_ kind: Party.Kind) -> String {
        switch kind {
        case .ngo: "Non-governmental organisation"
        case .unknown: "Party"
        default: sentenceCase(kind.rawValue)
        }
    }

    package func words(_ kind: Party.Relation.Kind) -> String {
        switch kind {
        case .owns: "owns"
        case .partOwns: "owns a part of"
        case .funds: "funds"
        case .backs: "backs"
        case .memberOf: "is a member of"
        case .supplies: "supplies"
        case .regulates: "regulates"
        case .represents: "represents"
        case .alliedWith: "is allied with"
        case .other: "is related to"
        }
    }

    /// The same relation told from the other side.
    package func inverseWords(_ kind: Party.Relation.Kind) -> String {
        switch kind {
        case .owns: "is owned by"
        case .partOwns: "is owned in part by"
        case .funds: "is funded by"
        case .backs: "is backed by"
        case .memberOf: "has as a member"
        case .supplies: "is supplied by"
        case .regulates: "is regulated by"
        case .represents: "is represented by"
        case .alliedWith: "is allied with"
        case .other: "is related to"
        }
    }

    package func words(_ kind: Response.Kind) -> String {
        switch kind {
        case .noResponse: "Did not respond"
        case .unknown: "Answer not known"
        default: sentenceCase(kind.rawValue)
        }
    }

    package var noAnswer: String { "No answer recorded" }
    package var notAsked: String { "Not asked" }

    package func words(_ status: Demand.Status) -> String { sentenceCase(status.rawValue) }
    package func words(_ status: Event.Status) -> String { sentenceCase(status.rawValue) }

    package func words(_ aim: Demand.Aim) -> String {
        switch aim {
        case .assist: "to give help"
        case .change: "to change something"
        case .yield: "to give something up or stop"
        case .meet: "to meet or talk"
        }
    }

    package func words(_ channel: Demand.Channel) -> String {
        switch channel {
        case .public: "in public"
        case .private: "in private"
        case .reported: "as reported"
        case .leaked: "as leaked"
        case .court: "in court"
        }
    }

    /// What stands before a demand's date.
    package func dateLabel(_ channel: Demand.Channel?) -> String {
        switch channel {
        case .reported: "Reported"
        case .leaked: "Leaked"
        case .court: "Filed"
        case .public, .private, nil: "Asked"
        }
    }

    package func words(_ kind: Response.Ground.Kind) -> String { kind.rawValue }
    package func words(_ kind: Threat.Kind) -> String { sentenceCase(kind.rawValue) }

    package func words(_ state: Threat.State) -> String {
        switch state {
        case .imposed: "Carried out"
        case .partlyImposed: "Partly carried out"
        case .unknown: "Not known"
        default: sentenceCase(state.rawValue)
        }
    }

    /// The third column of the threat ledger: what was done.
    package func doneWords(_ state: Threat.State) -> String {
        state == .threatened ? "No act recorded" : words(state)
    }

    package func words(_ act: Statement.Act) -> String { act.rawValue }

    /// The medium with its venue: "post on X", "interview with The Gazette".
    package func words(_ medium: Statement.Medium, venue: String?) -> String {
        let plain: String
        let join: String
        switch medium {
        case .socialPost: (plain, join) = ("post", " on ")
        case .blogPost: (plain, join) = ("blog post", " on ")
        case .pressRelease: (plain, join) = ("press release", ", ")
        case .courtFiling: (plain, join) = ("court filing", ", ")
        case .interview: (plain, join) = ("interview", " with ")
        case .broadcast: (plain, join) = ("broadcast", " on ")
        case .hearing, .speech: (plain, join) = (medium.rawValue, ", ")
        case .other: (plain, join) = ("statement", ", ")
        default: (plain, join) = (lowerCase(medium.rawValue), ", ")
        }
        return venue.map { plain + join + $0 } ?? plain
    }

    package func words(_ kind: Moment.Kind) -> String { kind.rawValue }

    package func words(_ kind: Correction.Kind) -> String {
        kind == .editorsNote ? "Editor’s note" : sentenceCase(kind.rawValue)
    }

    package func words(_ origin: Source.Origin) -> String { sentenceCase(origin.rawValue) }
    package func words(_ relation: Source.Relation) -> String { sentenceCase(relation.rawValue) + " source" }

    package func sourceTypeWords(_ type: String) -> String {
        switch type {
        case "article-newspaper": "Newspaper article"
        case "article-magazine": "Magazine article"
        case "article-journal": "Journal article"
        case "paper-conference": "Conference paper"
        case "post-weblog": "Blog post"
        case "webpage": "Web page"
        case "review-book": "Book review"
        case "entry-dictionary": "Dictionary entry"
        case "entry-encyclopedia": "Encyclopedia entry"
        default: sentenceCase(type)
        }
    }

    /// "A, B and C".
    package func list(_ items: [String]) -> String {
        switch items.count {
        case 0: ""
        case 1: items[0]
        default: items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
        }
    }

    /// Small numbers as words: "two"; from eleven on as digits.
    package func number(_ value: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return words.indices.contains(value) ? words[value] : String(value)
    }

    /// "one thing", "two things".
    package func things(_ count: Int) -> String { number(count) + (count == 1 ? " thing" : " things") }
}
