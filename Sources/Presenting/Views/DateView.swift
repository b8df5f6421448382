import Model

/// A date as templates show it. Clock times are told in UTC; where that differs, `localWords` adds the event's zone.
package struct DateView {
    package let date: EventDate
    package let page: PageContext

    /// The zone in which pages tell it.
    package var zone: ClockZone { date.hasClock ? .utc : page.site.zone(ofScope: page.event ?? -1) }

    package var words: String { words(.full) }
    package var shortWords: String { words(DateStyle(isShort: true)) }
    package var dayWords: String { words(.shortWithoutYear) }

    /// "17:01, New York time"; nil for what has no clock time, or where the zone is UTC.
    package var localWords: String? {
        let local = page.site.zone(ofScope: page.event ?? -1)
        guard !local.isUTC, let clock = date.clockWords(in: local) else { return nil }
        let place = clock.placeOrOffset
        if clock.day == clock.utcDay { return page.words(.localTime, ["time": clock.time, "place": place]) }
        let day = EventDate(day: clock.day).words(in: local, style: .withoutYear, language: page.words.dates)
        return page.words(.localTimeOnDay, ["time": clock.time, "day": day, "place": place])
    }

    package var year: Int {
        (date.earliestDay(in: zone) ?? date.latestDay(in: zone))?.parts.year ?? 0
    }

    private func words(_ style: DateStyle) -> String {
        page.cache.words(date, style) { date.words(in: zone, style: style, language: page.words.dates) }
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
