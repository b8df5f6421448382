import Drawing
import Model

/// How an event or a demand stands, in the words that pages, cards, feeds and data share.
package struct StateSentence: Sendable {
    package enum Piece: Sendable {
        case text(String)
        case date(EventDate)
        /// A writer's sentence with its markup, and the same without.
        case passage(Passage, plain: String)
    }

    /// The state itself, without a full stop.
    package let lead: [Piece]
    /// Whole sentences after it; may be empty.
    package let rest: [Piece]
    /// Nil where no one sign says it all.
    package let mark: MarkKind?

    /// All of it as plain text.
    ///
    /// - Parameter date: the words of a date.
    package func text(stop: String = ".", _ date: (EventDate) -> String) -> String {
        let (lead, rest) = (StateSentence.text(lead, date), StateSentence.text(rest, date))
        return rest.isEmpty ? lead + stop : lead + ". " + rest
    }

    package static func text(_ pieces: [Piece], _ date: (EventDate) -> String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .date(let value): text += date(value)
            case .passage(_, let plain): text += plain
            }
        }
    }
}

extension EntryNaming {
    /// The state of an event: the writer's words; else how and when it ended, with its outcome; else what was answered,
    /// and the next deadline.
    package func state(ofEvent event: Int) -> StateSentence {
        StateWriter(context: self, scope: event).ofEvent()
    }

    package func state(of demand: Handle<Demand>) -> StateSentence {
        StateWriter(context: self, scope: Int(demand.scope)).demand(Int(demand.index))
    }

    /// How some demands of an event stand together: "Two refused, one met."
    package func standingText(of demands: [Int], inEvent event: Int) -> String {
        let standing = StateWriter(context: self, scope: event).standing(demands)
        return text(of: StateSentence(lead: standing.lead, rest: [], mark: standing.mark), inEvent: event, stop: "")
    }

    /// How many of some demands of an event stand how, each under the word that says so.
    package func tally(of demands: [Int], inEvent event: Int) -> [(word: Word, count: Int)] {
        StateWriter(context: self, scope: event).tally(demands)
    }

    /// The same in words: "one withdrawn, one replaced".
    package func tallyText(of demands: [Int], inEvent event: Int) -> String {
        let writer = StateWriter(context: self, scope: event)
        return writer.counted(writer.tally(demands)).uncapitalizedFirst
    }

    /// The state of an event as one text: "Refused on 2 February 2026. The deadline is 9 February 2026."
    package func stateText(ofEvent event: Int) -> String { text(of: state(ofEvent: event), inEvent: event) }

    func text(of state: StateSentence, inEvent event: Int, stop: String = ".") -> String {
        let zone = records[event].zone
        return state.text(stop: stop) { $0.words(in: zone, style: .full, language: words.dates) }
    }
}
