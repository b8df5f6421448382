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

    /// `article:modified_time`, `lastmod`, JSON-LD: the latest day or clock time that is named, as ISO 8601.
    var lastMachineForm: String { lastNamed.machineForm }
}
