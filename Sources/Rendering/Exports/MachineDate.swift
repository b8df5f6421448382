import Model

/// Dates as the formats of other programs write them.
enum MachineDate {
    /// An instant in UTC as RFC 3339 has it: `2026-02-27T22:01:00Z`.
    static func instant(_ seconds: Int64) -> String { text(seconds, isBasic: false) }

    /// An instant in UTC in the basic form that iCalendar has: `20260227T220100Z`.
    static func basicInstant(_ seconds: Int64) -> String { text(seconds, isBasic: true) }

    /// A day: `2026-02-27`.
    static func day(_ day: CivilDay) -> String {
        var bytes: [UInt8] = []
        append(day, UInt8(ascii: "-"), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A day in the basic form: `20260227`.
    static func basicDay(_ day: CivilDay) -> String {
        var bytes: [UInt8] = []
        append(day, nil, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func text(_ seconds: Int64, isBasic: Bool) -> String {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let clock = Int(seconds - days * 86_400)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20)
        append(CivilDay(number: Int32(clamping: days)), isBasic ? nil : UInt8(ascii: "-"), to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        for (place, part) in [clock / 3_600, clock / 60 % 60, clock % 60].enumerated() {
            if place > 0, !isBasic { bytes.append(UInt8(ascii: ":")) }
            append(part, to: &bytes)
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ day: CivilDay, _ separator: UInt8?, to bytes: inout [UInt8]) {
        let (year, month, day) = day.parts
        append(year / 100, to: &bytes)
        append(year % 100, to: &bytes)
        if let separator { bytes.append(separator) }
        append(month, to: &bytes)
        if let separator { bytes.append(separator) }
        append(day, to: &bytes)
    }

    /// Two digits.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
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
