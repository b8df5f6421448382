import Foundation
import TestSupport
import Testing

/// `explainer missing`.
@Suite struct MissingCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func listsQuestionsByKindAndIsNoError() throws {
        try place.replace("date: 2026-01-10", "date: 2026-01-10\ndeadline: 2026-01-20", in: "content/demands/dues.md")
        let run = try place.run("missing")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("The harbour dispute\n\nDeadlines that have passed without an answer (1): "))
        let row =
            "  demand:dues  Pay dues  20 January 2026 has passed; no answer from The fishers  content/demands/dues.md:1\n"
        #expect(run.output.contains(row), "\(run.output)")
        #expect(run.output.contains("  The port     0       0             0               -\n"), "\(run.output)")
    }

    @Test func comparesDeadlinesWithTheDateOfAsOf() throws {
        try place.replace("date: 2026-01-10", "date: 2026-01-10\ndeadline: 2026-01-20", in: "content/demands/dues.md")
        for (date, kind) in [("2026-01-20", "missing-answers"), ("2026-01-21", "past-deadlines")] {
            let run = try place.run("missing", "--as-of", date, "--kind", kind)
            #expect(run.output.contains("demand:dues"), "\(date): \(run.output)")
        }
    }

    @Test func listsAsJSON() throws {
        struct List: Decodable {
            struct Event: Decodable {
                struct Kind: Decodable {
                    struct Item: Decodable {
                        let entry, title, path: String
                        let line: Int
                    }
                    let kind, title, question: String
                    let items: [Item]
                }
                let event: String?
                let questions: [Kind]
                let parties: [[String: JSONValue]]?
            }
            enum JSONValue: Decodable {
                case text(String), number(Int)
                init(from decoder: any Decoder) throws {
                    let container = try decoder.singleValueContainer()
                    if let number = try? container.decode(Int.self) {
                        self = .number(number)
                    } else {
                        self = .text(try container.decode(String.self))
                    }
                }
            }
            let version: Int
            let events: [Event]
        }
        let run = try place.run("missing", "--format", "json")
        let list = try JSONDecoder().decode(List.self, from: Data(run.output.utf8))
        #expect(list.version == 1 && list.events.count == 1 && list.events[0].event == "event")
        #expect(list.events[0].questions.map(\.kind) == ["missing-answers", "demands-without-words"])
        #expect(list.events[0].questions[0].items[0].entry == "demand:dues")
        #expect(list.events[0].parties?.count == 2)
    }

    @Test func showsOneKindOrEvent() throws {
        let run = try place.run("missing", "--kind", "demands-without-words")
        #expect(
            run.output.contains("Demands without their exact words (1)") && !run.output.contains("Room of each party"))
        #expect(try place.run("missing", "--kind", "speakers-without-role").output == "Nothing is missing.\n")
        let kind = try place.run("missing", "--kind", "demand-without-words")
        #expect(kind.status == 2 && kind.errors.contains("Did you mean 'demands-without-words'?"))
        let event = try place.run("missing", "--event", "evnt")
        #expect(event.status == 2 && event.errors.contains("Did you mean 'event'?"))
    }

    @Test func listsWhatCanBeReadOfAContentWithErrors() throws {
        try place.breakContent()
        let run = try place.run("missing")
        #expect(run.status == 0 && run.errors.contains("explainer check"))
        #expect(
            run.output.contains("demands-without-words") || run.output.contains("Demands without their exact words"))
    }
}
