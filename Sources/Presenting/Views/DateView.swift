import Model

/// A date as templates show it: clock times in the event's zone, with UTC in brackets.
package struct DateView {
    package let date: EventDate
    package let zone: ClockZone
    package let page: PageContext

    package init(date: EventDate, zone: ClockZone, page: PageContext) {
        self.date = date
        self.zone = zone
        self.page = page
    }

    package var words: String { words(.full) }
    package var shortWords: String { words(DateStyle(isShort: true)) }

    /// The words without a preposition, in lists: "21 to 29 March 2016".
    package var spanWords: String { words(DateStyle(isSpan: true)) }

    /// The short words without UTC, for places with little room.
    package func narrowWords(withYear showsYear: Bool) -> String {
        words(showsYear ? .short : .shortWithoutYear)
    }

    package var year: Int {
        (date.earliestDay(in: zone) ?? date.latestDay(in: zone))?.parts.year ?? 0
    }

    private func words(_ style: DateStyle) -> String {
        page.cache.words(date, zone, style) { date.words(in: zone, style: style, language: page.words.dates) }
    }
}

/// A deadline, and whether it has passed for certain.
package struct DeadlineView {
    package let date: DateView
    package let hasPassed: Bool
    /// False where a threat takes its demand's.
    package let isOwn: Bool

    package var words: String { date.page.words(.byDate, ["date": date.words]) }
}
