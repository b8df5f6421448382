extension EventDate {
    /// The date for `<time datetime>`: a year, month, date or global date and time as HTML defines them.
    ///
    /// HTML knows no spans: of two ends the first is given, of `..b` and `../b` the only one. What part is unknown
    /// (`2026-02-XX`) is left away; a clock time keeps the offset it was written with.
    package var machineForm: String { first.text(asMachineForm: true) }

    /// The date as EDTF writes it, brackets included; reading it gives the same date again.
    package var edtf: String {
        let (from, to) = (first.text(), last.text())
        return switch form {
        case .single: from
        case .between: "[\(from)..\(to)]"
        case .onOrBefore: "[..\(to)]"
        case .onOrAfter: "[\(from)..]"
        case .lasted: "\(from)/\(to)"
        case .ongoing: "\(from)/.."
        case .until: "../\(to)"
        }
    }
}

extension DatePoint {
    fileprivate func text(asMachineForm: Bool = false) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(28)
        let (year, month, day) = firstDay.parts
        bytes.append(number: year, width: 4)
        switch precision {
        case .year: break
        case .someMonth: if !asMachineForm { bytes += "-XX".utf8 }
        case .someDayOfYear: if !asMachineForm { bytes += "-XX-XX".utf8 }
        case .month, .someDay, .day, .minute, .second:
            bytes.append(UInt8(ascii: "-"))
            bytes.append(number: month, width: 2)
        }
        if precision == .someDay, !asMachineForm { bytes += "-XX".utf8 }
        if precision == .day || hasClock {
            bytes.append(UInt8(ascii: "-"))
            bytes.append(number: day, width: 2)
        }
        if hasClock { appendClock(to: &bytes) }
        if !asMachineForm, !doubt.isEmpty {
            bytes.append(
                doubt == .approximate ? UInt8(ascii: "~") : doubt == .uncertain ? UInt8(ascii: "?") : UInt8(ascii: "%"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendClock(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "T"))
        bytes.append(number: Int(clock) / 3_600, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(number: Int(clock) / 60 % 60, width: 2)
        if precision == .second {
            bytes.append(UInt8(ascii: ":"))
            bytes.append(number: Int(clock) % 60, width: 2)
        }
        guard offset != 0 else { return bytes.append(UInt8(ascii: "Z")) }
        bytes.append(UInt8(ascii: "+") + (offset < 0 ? 2 : 0))
        bytes.append(number: Int(abs(offset)) / 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(number: Int(abs(offset)) % 60, width: 2)
    }
}

extension [UInt8] {
    /// Appends a number that is not negative in decimal, with leading zeros up to a width.
    fileprivate mutating func append(number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while number / divisor > 9 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }
}
