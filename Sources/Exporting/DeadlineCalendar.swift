import Bytes
import Model
import Presenting

/// `deadlines.ics`: the deadlines of demands and threats, for calendars (RFC 5545, RFC 7986). One for each event, and one
/// for a site of several; an event without deadlines has an empty one, since programs may have subscribed to it.
///
/// Nothing in it depends on the clock: DTSTAMP is the record's date. A deadline with a clock time begins at that moment in
/// UTC, and takes half an hour, since many programs hide what takes no time; one without is a whole day, or as many as it
/// may be.
struct DeadlineCalendar {
    private let context: ExportContext
    private let names: UniqueNames
    private let output: PlannedOutput
    private var lines = CalendarWriter()

    /// How long a moment is shown, in seconds.
    private static let shownLength: Int64 = 1_800

    init(_ context: ExportContext, _ output: PlannedOutput) {
        self.context = context
        self.output = output
        names = UniqueNames(context)
    }

    mutating func write() -> [UInt8] {
        let site = context.site
        let scope = site.isOneEvent ? 0 : output.scope
        let title = context.words(
            .deadlinesOf, ["title": scope < 0 ? site.settings.title.value : site.events[scope].title.value])
        lines.line("BEGIN:VCALENDAR")
        lines.line("VERSION:2.0")
        lines.line("PRODID:-//explainer//deadlines//EN")
        lines.line("CALSCALE:GREGORIAN")
        lines.line("METHOD:PUBLISH")
        lines.text("NAME", title)
        lines.text("X-WR-CALNAME", title)
        lines.line("REFRESH-INTERVAL;VALUE=DURATION:P1D")
        lines.line("X-PUBLISHED-TTL:P1D")
        if let address = context.address {
            lines.line("SOURCE;VALUE=URI:" + address.url(of: context.route(of: output)))
        }
        for event in scope < 0 ? Array(site.events.indices) : [scope] {
            for deadline in context.deadlines(ofEvent: event) {
                entry(deadline, context.records[event], namesDispute: scope < 0)
            }
        }
        lines.line("END:VCALENDAR")
        return lines.bytes
    }

    private mutating func entry(_ deadline: Deadline, _ record: EventRecord, namesDispute: Bool) {
        // A calendar has four digits for the year, and no sign.
        guard let name = context.lasting.deadlines[deadline.handle], deadline.date.hasHTMLForm else {
            return
        }
        lines.line("BEGIN:VEVENT")
        lines.text("UID", names.uid(of: name))
        lines.line("DTSTAMP:" + instant(record.date ?? deadline.date, record.zone))
        lines.line("LAST-MODIFIED:" + instant(deadline.changed, record.zone))
        lines.line("SEQUENCE:\(deadline.revision)")
        time(deadline.date, record.zone)
        lines.text("SUMMARY", context.summary(of: deadline))
        let about = context.description(of: deadline, namesDispute: namesDispute)
        if !about.isEmpty { lines.text("DESCRIPTION", about) }
        if let address = context.address { lines.line("URL:" + address.url(of: context.route(of: deadline.handle))) }
        lines.line("STATUS:" + (deadline.isCancelled ? "CANCELLED" : "CONFIRMED"))
        lines.line("TRANSP:TRANSPARENT")
        lines.line("END:VEVENT")
    }

    private func instant(_ date: EventDate, _ zone: ClockZone) -> String {
        MachineDate.basicInstant(date.lastNamed.first.earliest(in: zone))
    }

    /// DTSTART and DTEND. Whole days end before their DTEND.
    private mutating func time(_ date: EventDate, _ zone: ClockZone) {
        let (first, last) = (date.first, date.last)
        if first.hasClock, last.hasClock {
            lines.line("DTSTART:" + MachineDate.basicInstant(first.instant))
            let end = max(last.instant, first.instant + DeadlineCalendar.shownLength)
            lines.line("DTEND:" + MachineDate.basicInstant(end))
            return
        }
        let start = first.firstDay(in: zone)
        let end = max(start, last.lastDay(in: zone))
        lines.line("DTSTART;VALUE=DATE:" + MachineDate.basicDay(start))
        lines.line("DTEND;VALUE=DATE:" + MachineDate.basicDay(CivilDay(number: end.number + 1)))
    }
}

extension ExportType {
    static let deadlines = ExportType(
        OutputKind(
            "deadlines", .calendar, .scopes(name: "deadlines.ics") { site, scope in scope >= 0 || !site.isOneEvent }),
        bytes: { context, output in
            var calendar = DeadlineCalendar(context, output)
            return calendar.write()
        })
}

extension ExportContext {
    /// The bytes of an event's `deadlines.ics`, or of that of a site of several events.
    package func calendar(ofEvent event: Int) -> [UInt8] {
        guard let output = plan.output(ExportType.deadlines.kind, scope: event) else { return [] }
        var calendar = DeadlineCalendar(self, output)
        return calendar.write()
    }
}
