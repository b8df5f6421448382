import Testing

@testable import Model

/// Every word of a closed list has a meaning that a writer can choose by.
@Suite struct MeaningTests {
    struct Word: Sendable, CustomTestStringConvertible {
        let list: String
        let value: String
        let meaning: String
        var testDescription: String { "\(list) \(value)" }
    }

    private static let lists: [[Word]] = [
        words("party", Party.Kind.allCases, \.meaning),
        words("relation", Party.Relation.Kind.allCases, \.meaning),
        words("aim", Demand.Aim.allCases, \.meaning),
        words("channel", Demand.Channel.allCases, \.meaning),
        words("demand's status", Demand.Status.allCases, \.meaning),
        words("response", Response.Kind.allCases, \.meaning),
        words("ground", Response.Ground.Kind.allCases, \.meaning),
        words("threat", Threat.Kind.allCases, \.meaning),
        words("threat's state", Threat.State.allCases, \.meaning),
        words("medium", Statement.Medium.allCases, \.meaning),
        words("act", Statement.Act.allCases, \.meaning),
        words("moment", Moment.Kind.allCases, \.meaning),
        words("origin", Source.Origin.allCases, \.meaning),
        words("relation of a source", Source.Relation.allCases, \.meaning),
        words("event's status", Event.Status.allCases, \.meaning),
        words("correction", Correction.Kind.allCases, \.meaning),
        words("check's level", SiteSettings.CheckLevel.allCases, \.meaning),
        words("policy", SiteSettings.Policy.allCases, \.meaning),
        Source.types.map { Word(list: "source", value: $0, meaning: Source.meaning(ofSourceType: $0) ?? "") },
    ]

    private static func words<Value: RawRepresentable>(
        _ list: String, _ values: [Value], _ meaning: (Value) -> String
    ) -> [Word] where Value.RawValue == String {
        values.map { Word(list: list, value: $0.rawValue, meaning: meaning($0)) }
    }

    @Test(arguments: lists.joined())
    func isOneSentenceWithAnExample(_ word: Word) {
        #expect(word.meaning.contains(": "), "an example stands behind a colon")
        #expect(word.meaning.hasSuffix(".") || word.meaning.hasSuffix("\"") || word.meaning.hasSuffix("'."))
        #expect(word.meaning.first?.isUppercase == true)
        #expect((30...120).contains(word.meaning.count), "\(word.meaning.count) characters")
        #expect(!word.meaning.contains("\n"))
    }

    @Test func noTwoWordsOfAListMeanTheSame() {
        for list in Self.lists {
            let meanings = list.map(\.meaning)
            #expect(Set(meanings).count == meanings.count, "\(list.first?.list ?? "")")
        }
    }

    @Test func anUnknownTypeOfSourceHasNoMeaning() { #expect(Source.meaning(ofSourceType: "rumour") == nil) }
}
