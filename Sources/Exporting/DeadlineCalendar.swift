import Bytes
import Model
import Presenting

/// `deadlines.ics`: the deadlines of an event's demands and threats, for calendars (RFC 5545).
///
/// Nothing in it depends on the clock: DTSTAMP is the record's date. A deadline with a clock time is that moment in
/// UTC; one without is a whole day, or as many as it may be. One whose demand was withdrawn or replaced is CANCELLED,
/// so that calendars that have it cross it out.
struct DeadlineCalendar {
    private let context: ExportContext
    private let record: EventRecord
    private let event: Event
    private let names: UniqueNames
    private var lines = CalendarWriter()

    init(_ context: ExportContext, event: Int) {
        self.context = context
        record = context.records[event]
        self.event = context.site.events[event]
        names = UniqueNames(context)
    }

    /// Nil where the event has no deadline.
    mutating func write() -> [UInt8]? {
        let entries = event.entries
        let threats = entries.threats.indices.filter { entries.threats[$0].deadline != nil }
        let demands = record.demandOrder.filter { entries.demands[$0].deadline != nil }
        if demands.isEmpty, threats.isEmpty { return nil }
        lines.line("BEGIN:VCALENDAR")
        lines.line("VERSION:2.0")
        lines.line("PRODID:-//explainer//deadlines//EN")
        lines.line("CALSCALE:GREGORIAN")
        lines.line("METHOD:PUBLISH")
        lines.text("NAME", event.title.value)
        lines.text("X-WR-CALNAME", event.title.value)
        for index in demands {
            let demand = entries.demands[index]
            // What was taken back after its deadline had a deadline all the same.
            let isGone = record.statuses[index] == .withdrawn || record.statuses[index] == .replaced
            let gone = isGone ? record.statusDate(of: index, in: context.site) : nil
            let isEarlier = gone.flatMap { gone in
                demand.deadline.map { !gone.isCertainlyAfter($0.value, in: record.zone) }
            }
            entry(
                AnyHandle(.demand, scope: record.event, index: index), demand.deadline?.value, demand.head,
                isCancelled: isGone && isEarlier ?? true)
        }
        for index in threats {
            let threat = entries.threats[index]
            entry(
                AnyHandle(.threat, scope: record.event, index: index), threat.deadline?.value, threat.head,
                isCancelled: threat.state.value == .withdrawn)
        }
        lines.line("END:VCALENDAR")
        return lines.bytes
    }

    private mutating func entry(_ handle: AnyHandle, _ date: EventDate?, _ head: EntryHead, isCancelled: Bool) {
        // iCalendar has no years before 1.
        guard let date, date.hasHTMLForm else { return }
        lines.line("BEGIN:VEVENT")
        lines.text("UID", names.uid(of: context.thing(handle) + "/deadline"))
        let stamp = MachineDate.basicInstant((record.date ?? date).lastNamed.first.earliest(in: record.zone))
        lines.line("DTSTAMP:" + stamp)
        lines.line("LAST-MODIFIED:" + stamp)
        time(date)
        lines.text("SUMMARY", context.words(.deadlineOf, ["title": context.name(of: handle)]))
        let words = date.words(in: record.zone, language: context.words.dates)
        lines.text("DESCRIPTION", [words, head.summary?.value].compactMap { $0 }.joined(separator: "\n"))
        if let address = context.address { lines.line("URL:" + address.url(of: context.route(of: handle))) }
        lines.line("STATUS:" + (isCancelled ? "CANCELLED" : "CONFIRMED"))
        lines.line("TRANSP:TRANSPARENT")
        lines.line("END:VEVENT")
    }

    /// DTSTART, and DTEND where it is no single moment. Whole days end before their DTEND.
    private mutating func time(_ date: EventDate) {
        let (first, last) = (date.first, date.last)
        if first.hasClock, last.hasClock {
            lines.line("DTSTART:" + MachineDate.basicInstant(first.instant))
            if last.instant > first.instant { lines.line("DTEND:" + MachineDate.basicInstant(last.instant)) }
            return
        }
        let start = first.firstDay(in: record.zone)
        let end = max(start, last.lastDay(in: record.zone))
        lines.line("DTSTART;VALUE=DATE:" + MachineDate.basicDay(start))
        lines.line("DTEND;VALUE=DATE:" + MachineDate.basicDay(CivilDay(number: end.number + 1)))
    }
}

extension ExportType {
    static let deadlines = ExportType(
        OutputKind(
            "deadlines", .calendar,
            .scopes(name: "deadlines.ics") { site, scope in
                let entries = site.entries(of: scope)
                return entries.demands.contains { $0.deadline != nil }
                    || entries.threats.contains { $0.deadline != nil }
            }), bytes: { context, output in context.calendar(ofEvent: output.scope) ?? [] })
}

extension ExportContext {
    /// The bytes of an event's `deadlines.ics`; nil where it has no deadline.
    package func calendar(ofEvent event: Int) -> [UInt8]? {
        var calendar = DeadlineCalendar(self, event: event)
        return calendar.write()
    }
}
