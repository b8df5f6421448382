import Drawing
import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

/// Every language file is complete, and says what Swift and templates ask of it.
@Suite struct WordsTests {
    private static let languages = [Words.english]

    /// The values of each closed list that readers see as words.
    private static func values(_ choice: Choice) -> [String] {
        func all<Value: CaseIterable & RawRepresentable<String>>(_: Value.Type) -> [String] {
            Value.allCases.map(\.rawValue)
        }
        return switch choice {
        case .entryKind: EntryKind.allCases.map(\.word) + ["refusal"]
        case .partyKind: all(Party.Kind.self)
        case .relation, .inverseRelation: all(Party.Relation.Kind.self)
        case .responseKind, .answeredThem: all(Response.Kind.self)
        case .eventStatus: all(Event.Status.self)
        case .demandStatus: all(Demand.Status.self)
        case .demandAim: all(Demand.Aim.self)
        case .demandForm, .demandForms: all(Demand.Form.self)
        case .demandChannel, .demandDateLabel: all(Demand.Channel.self)
        case .groundKind: all(Response.Ground.Kind.self)
        case .threatKind: all(Threat.Kind.self)
        case .threatState: all(Threat.State.self)
        case .threatLabel, .threatNoun: all(Threat.Label.self)
        case .agreementState: all(Moment.State.self)
        case .statementAct: all(Statement.Act.self)
        case .medium, .mediumWithVenue: all(Statement.Medium.self)
        case .momentKind: all(Moment.Kind.self)
        case .correctionKind: all(Correction.Kind.self)
        case .sourceType: Source.types
        case .sourceOrigin: all(Source.Origin.self)
        case .sourceRelation, .sourceRelationAdjective: all(Source.Relation.self)
        case .timelineKind: TimelineItemView.kinds
        case .chartSign: all(ChartSign.self)
        case .language: []
        case .translation: all(Statement.Translation.self)
        }
    }

    @Test func everyValueOfAClosedListHasWords() {
        for words in Self.languages {
            for choice in Choice.allCases {
                for value in Self.values(choice) {
                    let label = words.label(choice, value)
                    #expect(label?.alone.isEmpty == false, "\(words.tag): no words for '\(value)' of \(choice)")
                    #expect(label?.inline.isEmpty == false, "\(words.tag): no words for '\(value)' of \(choice)")
                }
            }
        }
    }

    @Test func everyAnswerSaysWhatIsAnswered() {
        for words in Self.languages {
            for kind in Response.Kind.allCases {
                #expect(words.answered(kind, "both").contains("both"), "\(words.tag): \(kind)")
            }
        }
    }

    @Test func everyMediumWithAVenueHasAGapForIt() {
        for words in Self.languages {
            for medium in Self.values(.mediumWithVenue) {
                #expect(words.alone(.mediumWithVenue, medium).contains("{venue}"), "\(words.tag): \(medium)")
            }
        }
        #expect(Words.english.words(.interview, venue: "The Gazette") == "interview, The Gazette")
        #expect(Words.english.words(.interview, venue: nil) == "interview")
    }

    @Test func everyPhraseHasATextAndTheGapsOfEnglish() {
        for words in Self.languages {
            for word in Word.allCases {
                let phrase = words.phrase(word)
                #expect(phrase.forms.allSatisfy { $0.pieces != [.text("")] }, "\(words.tag): \(word) is empty")
                let wanted = Set(Words.english.phrase(word).parameters).subtracting(["count"])
                #expect(Set(phrase.parameters).subtracting(["count"]) == wanted, "\(words.tag): \(word)")
            }
        }
    }

    /// A phrase has a form for each category that its language gives to any number, and for no other.
    @Test func pluralFormsAreThoseOfTheRule() {
        for words in Self.languages {
            let categories = Set((0...1_000).map(words.category)).union([.other])
            for word in Word.allCases where words.phrase(word).hasPlural {
                #expect(Set(words.phrase(word).forms.map(\.category)) == categories, "\(words.tag): \(word)")
            }
        }
    }

    @Test func namesInTemplatesAreDistinct() {
        #expect(Word.copyLink.templateName == "copy_link")
        #expect(Set(Word.allCases.map(\.templateName)).count == Word.allCases.count)
    }

    @Test func fillsGapsInTheLanguagesOwnOrder() {
        let phrase: Phrase = "{b}, {a} {2} {}"
        #expect(phrase.parameters == ["b", "a"])
        #expect(phrase.pieces(for: .one) == [.gap("b"), .text(", "), .gap("a"), .text(" {2} {}")])
        let words = Words.english
        #expect(words(.acts, count: 1) == "1 act")
        #expect(words(.acts, count: 2) == "2 acts")
        #expect(words(.askedForThings, count: 2, ["number": words.number(2)]) == "asked for two things")
        // A name with braces in it is no gap.
        #expect(words(.labelled, ["label": "{title}", "title": "T"]) == "{title}: T")
    }

    @Test(arguments: [
        ([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"),
    ]) func joinsLists(_ items: [String], _ wanted: String) { #expect(Words.english.list(items) == wanted) }

    @Test(arguments: [("de", "German"), ("de-CH", "German"), ("EN-gb", "English"), ("tlh", "tlh")])
    func namesLanguages(_ tag: String, _ wanted: String) { #expect(Words.english.languageName(tag) == wanted) }

    @Test func aDateIsNotedOnlyIfThereIsMoreToSayThanAsked() {
        #expect(Words.english.dateNote(nil) == nil)
        #expect(Words.english.dateNote(.public) == nil)
        #expect(Words.english.dateNote(.court) == "filed")
        #expect(Words.english.dateLabel(.court) == "Filed")
    }
}
