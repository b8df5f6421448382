import Diagnostics
import Model
import Presenting

/// What questions are found from: the record of one event, or, without one, the entries that all events share.
struct QuestionContext: Sendable {
    let site: Site
    /// Nil for the entries that all events share.
    let record: EventRecord?
    let texts: KeptTexts
    /// Today, or the date of `--as-of`, in seconds since 1970 UTC.
    let now: @Sendable (ClockZone) -> Int64

    var scope: Int { record?.event ?? -1 }
    var entries: Entries { site.entries(of: scope) }
    var zone: ClockZone { site.zone(ofScope: scope) }

    func question(_ kind: EntryKind, _ index: Int, _ detail: String = "") -> Question {
        question(AnyHandle(kind, scope: scope, index: index), detail)
    }

    func question(_ entry: AnyHandle, _ detail: String = "") -> Question {
        let head = site.head(of: entry)
        return Question(
            entry: entry, name: "\(entry.kind.word):\(head.id)", title: title(of: entry), detail: detail,
            location: head.location(head.idRange))
    }

    private func title(of entry: AnyHandle) -> String {
        guard entry.kind == .statement, let record else { return site.displayName(of: entry) }
        return site.statementTitle(Int(entry.index), record, .english)
    }

    /// Whether a date has passed in every reading of it.
    func hasPassed(_ date: EventDate) -> Bool { date.latest(in: zone) < now(zone) }

    /// A date as messages show it: without the no-break spaces that pages have.
    func words(_ date: EventDate) -> String {
        date.words(in: zone, language: Words.english.dates).replacing("\u{A0}", with: " ")
    }

    /// "Dock union and Port".
    func names(_ parties: [Handle<Party>]) -> String { Words.english.list(parties.map { site[$0].briefName }) }
}
