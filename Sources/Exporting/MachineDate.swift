import Bytes
import Diagnostics
import Model

/// Dates as the formats of other programs write them.
///
/// RFC 3339, iCalendar and `tag:` URIs know no years before 0: what is earlier is written there as the first day of the
/// year 0, which sorts as it should. ISO 8601 (`append`) has a sign before such years.
enum MachineDate {
    private static let firstDay = CivilDay(year: 0, month: 1, day: 1)

    /// An instant in UTC as RFC 3339 has it: `2026-02-27T22:01:00Z`.
    static func instant(_ seconds: Int64) -> String { text { append(instant: notBeforeYearZero(seconds), to: &$0) } }

    /// An instant in UTC in the basic form that iCalendar has: `20260227T220100Z`.
    static func basicInstant(_ seconds: Int64) -> String {
        text { append(instant: notBeforeYearZero(seconds), isBasic: true, to: &$0) }
    }

    /// A day as RFC 3339 has it: `2026-02-27`.
    static func day(_ day: CivilDay) -> String { text { append(max(day, firstDay), to: &$0) } }

    /// A day in the basic form: `20260227`.
    static func basicDay(_ day: CivilDay) -> String { text { append(max(day, firstDay), isBasic: true, to: &$0) } }

    private static func notBeforeYearZero(_ seconds: Int64) -> Int64 {
        max(seconds, Int64(firstDay.number) * Int64(CivilDay.seconds))
    }

    /// Noon of a day in UTC as RFC 3339 has it.
    static func noon(_ day: CivilDay) -> String { instant(Int64(day.number) * 86_400 + 43_200) }

    private static func text(_ write: (inout ByteBuffer) -> Void) -> String {
        var bytes = ByteBuffer()
        write(&bytes)
        return bytes.string
    }

    /// Appends an instant; in the basic form nothing stands between its parts.
    static func append(instant seconds: Int64, isBasic: Bool = false, to bytes: inout ByteBuffer) {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let clock = Int(seconds - days * 86_400)
        append(CivilDay(number: Int32(clamping: days)), isBasic: isBasic, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        append(clock / 3_600, to: &bytes)
        if !isBasic { bytes.append(UInt8(ascii: ":")) }
        append(clock / 60 % 60, to: &bytes)
        if !isBasic { bytes.append(UInt8(ascii: ":")) }
        append(clock % 60, to: &bytes)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// Appends a day; in the basic form nothing stands between its parts.
    static func append(_ day: CivilDay, isBasic: Bool = false, to bytes: inout ByteBuffer) {
        let (signedYear, month, day) = day.parts
        if signedYear < 0 { bytes.append(UInt8(ascii: "-")) }
        let year = abs(signedYear)
        append(year / 100, to: &bytes)
        append(year % 100, to: &bytes)
        if !isBasic { bytes.append(UInt8(ascii: "-")) }
        append(month, to: &bytes)
        if !isBasic { bytes.append(UInt8(ascii: "-")) }
        append(day, to: &bytes)
    }

    /// Two digits.
    private static func append(_ number: Int, to bytes: inout ByteBuffer) {
        bytes.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

extension EventDate {
    /// The first second that is named, open beginnings not counted.
    func firstNamedInstant(in zone: ClockZone) -> Int64 { first.earliest(in: zone) }

    /// The first day or clock time that is named, as ISO 8601, with seconds: other programs do not read times without.
    var dataForm: String {
        let form = machineForm
        guard first.precision == .minute, let time = form.firstIndex(of: "T") else { return form }
        let end = form.index(time, offsetBy: 6)
        return form[..<end] + ":00" + form[end...]
    }

    /// `article:modified_time`, JSON-LD: the same of the latest day or clock time that is named.
    var lastDataForm: String { lastNamed.dataForm }

    /// `lastmod`: the latest date that is named, as XML Schema has dates and times. Of a year or a month the first day,
    /// which it has surely reached. Nil for years that XML Schema does not have.
    var schemaForm: String? {
        let day = last.hasClock ? CivilDay(number: Int32(clamping: last.instant / 86_400)) : last.firstDay
        guard (1...9_999).contains(day.year) else { return nil }
        return last.hasClock ? MachineDate.instant(last.instant) : MachineDate.day(day)
    }
}
