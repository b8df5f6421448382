import Bytes
import Diagnostics

extension EventDate {
    /// The date in ISO 8601: a year, month, date or date and time, as `<time datetime>` has it.
    ///
    /// HTML knows no years before 1 (see `hasHTMLForm`) and no spans: of two ends the first is given, of `..b` and `../b` the only one. What part is unknown
    /// (`2026-02-XX`) is left away; a clock time keeps the offset it was written with.
    package var machineForm: String {
        var text = ByteBuffer()
        first.append(to: &text, asMachineForm: true)
        return text.string
    }

    /// Whether `<time datetime>` can hold the machine form.
    package var hasHTMLForm: Bool { first.firstDay.year > 0 }

    /// The date as EDTF writes it, brackets included; reading it gives the same date again.
    package var edtf: String {
        var text = ByteBuffer()
        appendEDTF(to: &text)
        return text.string
    }

    /// Appends the date as EDTF writes it: ASCII without quotation marks and backslashes.
    package func appendEDTF(to text: inout ByteBuffer) {
        switch form {
        case .single: return first.append(to: &text)
        case .between, .onOrBefore, .onOrAfter: text.append(UInt8(ascii: "["))
        case .lasted, .ongoing, .until: break
        }
        if isOpenAtStart { text.append(literal: "..") } else { first.append(to: &text) }
        if isDuration { text.append(UInt8(ascii: "/")) } else if form == .between { text.append(literal: "..") }
        if isOpenAtEnd { text.append(literal: "..") } else { last.append(to: &text) }
        if !isDuration { text.append(UInt8(ascii: "]")) }
    }
}

extension DatePoint {
    fileprivate func append(to text: inout ByteBuffer, asMachineForm: Bool = false) {
        let (year, month, day) = firstDay.parts
        text.append(number: year, width: 4)
        switch precision {
        case .year: break
        case .someMonth: if !asMachineForm { text.append(literal: "-XX") }
        case .someDayOfYear: if !asMachineForm { text.append(literal: "-XX-XX") }
        case .month, .someDay, .day, .minute, .second:
            text.append(UInt8(ascii: "-"))
            text.append(number: month, width: 2)
        }
        if precision == .someDay, !asMachineForm { text.append(literal: "-XX") }
        if precision == .day || hasClock {
            text.append(UInt8(ascii: "-"))
            text.append(number: day, width: 2)
        }
        if hasClock { appendClock(to: &text) }
        if !asMachineForm, !doubt.isEmpty {
            text.append(literal: doubt == .approximate ? "~" : doubt == .uncertain ? "?" : "%")
        }
    }

    private func appendClock(to text: inout ByteBuffer) {
        text.append(UInt8(ascii: "T"))
        text.append(number: Int(clock) / 3_600, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(number: Int(clock) / 60 % 60, width: 2)
        if precision == .second {
            text.append(UInt8(ascii: ":"))
            text.append(number: Int(clock) % 60, width: 2)
        }
        guard offset != 0 else { return text.append(UInt8(ascii: "Z")) }
        text.append(literal: offset < 0 ? "-" : "+")
        text.append(number: Int(abs(offset)) / 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(number: Int(abs(offset)) % 60, width: 2)
    }
}
