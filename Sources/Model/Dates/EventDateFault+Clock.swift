extension DateFaultFinder {
    /// What is wrong with what follows a whole day: the clock time and its offset.
    func clockFault(_ range: Range<Int>) -> EventDateFault? {
        var scan = NumberScan(bytes, range)
        let joined = scan.take("T")
        if !joined {
            guard scan.take("t") || scan.take(" ") || scan.take("_") else { return nil }
            guard startsWithDigit(scan.at..<range.upperBound) else { return nil }
        }
        let clock = scan.at
        guard let hour = scan.number(), scan.take(":"), let minute = scan.number() else {
            return EventDateFault(
                "a clock time needs hours and minutes", at: clock..<max(scan.at, clock),
                hint: "write it as 2026-02-26T17:01-05:00")
        }
        var second: Int?
        if scan.take(":") { second = scan.number() ?? 60 }
        let clockEnd = scan.at
        if let fault = numbersFault(hour, minute, second, at: clock..<clockEnd) { return fault }
        if scan.take(".") || scan.take(",") {
            _ = scan.number()
            return EventDateFault("clock times are read to the second", at: clockEnd..<scan.at, hint: "leave this away")
        }
        if !joined {
            return EventDateFault(
                "a clock time follows its date after a 'T'", at: range.lowerBound..<range.lowerBound + 1,
                replacement: "T")
        }
        return offsetFault(scan.at..<range.upperBound, clock: clock..<clockEnd)
    }

    private func startsWithDigit(_ range: Range<Int>) -> Bool { bytes[range].first.map { $0 &- 48 < 10 } ?? false }

    private func numbersFault(_ hour: Int, _ minute: Int, _ second: Int?, at range: Range<Int>) -> EventDateFault? {
        if hour == 24, minute == 0, second ?? 0 == 0 {
            return EventDateFault(
                "no such time: a day ends where the next begins", at: range, hint: "write 00:00 of the next day")
        }
        if hour > 23 { return EventDateFault("no such time: hours run from 00 to 23", at: range) }
        if minute > 59 { return EventDateFault("no such time: minutes run from 00 to 59", at: range) }
        if let second, second > 59 { return EventDateFault("no such time: seconds run from 00 to 59", at: range) }
        let wanted = second == nil ? 5 : 8
        if range.count != wanted {
            let parts = [hour, minute] + (second.map { [$0] } ?? [])
            return EventDateFault(
                "hours and minutes need two digits", at: range,
                replacement: parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":"))
        }
        return nil
    }

    private func offsetFault(_ range: Range<Int>, clock: Range<Int>) -> EventDateFault? {
        let written = text(trimmed(range))
        if written.isEmpty {
            let time = text(clock)
            return EventDateFault(
                "a clock time needs its offset from UTC", at: clock,
                hint: "write '\(time)Z' for UTC, or '\(time)-05:00' where clocks are five hours behind it")
        }
        if ["z", "UTC", "GMT", "utc", "gmt"].contains(written) {
            return EventDateFault("UTC is written as 'Z' behind a clock time", at: range, replacement: "Z")
        }
        let lowered = written.lowercased()
        if lowered.hasPrefix("am") || lowered.hasPrefix("pm") || lowered.hasPrefix("a.m") || lowered.hasPrefix("p.m") {
            return EventDateFault("hours run from 00 to 23, without am and pm", at: range)
        }
        var scan = NumberScan(bytes, range)
        let sign = scan.take("+") ? "+" : scan.take("-") || scan.take("\u{2212}") ? "-" : nil
        guard let sign else {
            return EventDateFault(
                "'\(written)' is not an offset from UTC", at: range,
                hint: "write the hours and minutes, such as '-05:00'; names of zones do not say whether it is summer")
        }
        let start = scan.at
        guard var hours = scan.number() else { return nil }
        var minutes = 0
        if scan.at - start > 2 {
            (hours, minutes) = (hours / 100, hours % 100)
        } else if scan.take(":") {
            minutes = scan.number() ?? 60
        }
        guard scan.isAtEnd else { return nil }
        guard hours * 60 + minutes <= 14 * 60, minutes < 60 else {
            return EventDateFault("no place on Earth is more than 14 hours from UTC", at: range)
        }
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return EventDateFault(
            "an offset needs two digits each for hours and minutes", at: range,
            replacement: sign + padded(hours) + ":" + padded(minutes))
    }
}
