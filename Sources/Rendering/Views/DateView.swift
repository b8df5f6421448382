import Model
import Templates

/// A date as templates show it: clock times in the event's zone, with UTC in brackets.
struct DateView {
    let date: EventDate
    let zone: ClockZone
    let page: PageContext

    var html: HTML { html(.full) }
    var shortHTML: HTML { html(DateStyle(isShort: true)) }
    var dayHTML: HTML { html(DateStyle(isShort: true, showsYear: false)) }
    var words: String { words(.full) }
    var shortWords: String { words(DateStyle(isShort: true)) }

    /// The short words without UTC, for places with little room.
    func narrowWords(withYear showsYear: Bool) -> String {
        words(showsYear ? .short : .shortWithoutYear)
    }

    var year: Int {
        (date.earliestDay(in: zone) ?? date.latestDay(in: zone))?.parts.year ?? 0
    }

    private func words(_ style: DateStyle) -> String {
        page.cache.words(date, zone, style) { date.words(in: zone, style: style, language: page.words.dates) }
    }

    private func html(_ style: DateStyle) -> HTML {
        page.cache.date(date, zone, style) { written(style) }
    }

    private func written(_ style: DateStyle) -> HTML {
        let language = page.words.dates
        // One point is all in one element.
        if date.form == .single {
            return HTML(trusting: element(date.words(in: zone, style: style, language: language), date))
        }
        let text = date.words(in: zone, style: style, language: language) { words, end in
            String(decoding: element(words, end), as: UTF8.self)
        }
        return HTML(trusting: Array(text.utf8))
    }

    private func element(_ words: String, _ end: EventDate) -> [UInt8] {
        // Words of dates hold nothing that needs escaping but what a language's patterns may bring.
        var writer = HTMLWriter(capacity: 96)
        writer.markup("<time datetime=\"")
        writer.text(end.machineForm)
        writer.markup("\">")
        writer.text(words)
        writer.markup("</time>")
        return writer.bytes
    }
}

/// A deadline, and whether it has passed for certain.
struct DeadlineView {
    let date: DateView
    let hasPassed: Bool
    /// False where a threat takes its demand's.
    let isOwn: Bool

    var words: String { date.page.words(.byDate, ["date": date.words]) }
    var html: HTML {
        var writer = HTMLWriter()
        writer.words(date.page.words, .byDate, ["date": date.html.bytes])
        return HTML(trusting: writer.bytes)
    }
}
