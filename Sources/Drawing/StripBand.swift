import Bytes

/// A day of the narrow strip, with what happened on it.
struct StripBand {
    struct Row {
        let words: StripWords
        let link: String?
        let mark: MarkKind
        /// The one party whose tile stands beside it.
        let party: Int?
        let extent: StripItem.Extent
        let isSoft: Bool
        /// How many deadlines of one moment and one name it stands for; none where it is another kind of item.
        var deadlineCount = 0
        var isDeadline: Bool { deadlineCount > 0 }
        /// Civil seconds; what has an open start comes first.
        let second: Int
    }

    /// Days since 1 January 1970; nil for the band of what has an open start.
    let day: Int?
    /// Days are left out before it.
    let isAfterBreak: Bool
    var label: String
    var rows: [Row] = []

    func isAfter(_ end: RecordEnd) -> Bool { day.map { $0 > end.day } ?? false }
}

extension StripBand {
    /// The days on which something begins, and those on which doubt ends; up to three empty days between are shown too.
    static func bands(of strip: TimelineStrip) -> [StripBand] {
        var rows = strip.items.indices.map { row(of: strip.items[$0], strip.words[$0], in: strip) }
        for mark in DeadlineMark.merged(strip.deadlines) { rows += Self.rows(of: mark) }
        // Stable: entries of one day stay in the order of the timeline, deadlines after what came before them.
        let order = rows.indices.sorted { one, other in
            let days = (rows[one].day ?? Int.min, rows[other].day ?? Int.min)
            if days.0 != days.1 { return days.0 < days.1 }
            let isDated = rows[one].extent.isClock && rows[other].extent.isClock
            if isDated, rows[one].second != rows[other].second { return rows[one].second < rows[other].second }
            return one < other
        }
        let ends = strip.items.compactMap { item -> Int? in
            guard item.extent.isBracket, let until = item.extent.bounds.until else { return nil }
            return until.flooredQuotient(by: CivilDay.seconds) - 1
        }
        let days = Set(rows.compactMap(\.day) + ends).sorted()
        var bands: [StripBand] = []
        if rows.contains(where: { $0.day == nil }) {
            bands.append(StripBand(day: nil, isAfterBreak: false, label: ""))
        }
        var last: Int?
        // Years are only said where there is more than one.
        let years = [days.first, days.last].compactMap { $0.map { CivilDay($0).year } }
        var lastYear = years.first == years.last ? years.first : nil
        for day in days {
            if let last, day - last <= 4 {
                for empty in (last + 1)..<day {
                    bands.append(named(empty, isAfterBreak: false, &lastYear, strip.labels))
                }
            }
            bands.append(named(day, isAfterBreak: last.map { day - $0 > 4 } ?? false, &lastYear, strip.labels))
            last = day
        }
        var index = 0
        for place in order where !bands.isEmpty {
            while index < bands.count - 1, bands[index].day != rows[place].day { index += 1 }
            bands[index].rows.append(rows[place])
        }
        return bands
    }

    /// A row for each name of the deadlines of one moment.
    private static func rows(of mark: DeadlineMark) -> [Row] {
        var rows: [Row] = []
        var titles: [String] = []
        for deadline in mark.deadlines {
            if let same = titles.firstIndex(of: deadline.title) {
                rows[same].deadlineCount += 1
            } else {
                rows.append(row(of: deadline, at: mark.second))
                titles.append(deadline.title)
            }
        }
        return rows
    }

    /// A band with its day, and with the year where it is another than in the band before.
    private static func named(
        _ day: Int, isAfterBreak: Bool, _ lastYear: inout Int?, _ labels: PictureLabels
    ) -> StripBand {
        let civil = CivilDay(day)
        let isOtherYear = lastYear != civil.year
        lastYear = civil.year
        return StripBand(
            day: day, isAfterBreak: isAfterBreak,
            label: labels.date(isOtherYear ? labels.dayMonthYear : labels.dayMonth, civil))
    }

    private static func row(of item: StripItem, _ words: StripWords, in strip: TimelineStrip) -> Row {
        Row(
            words: words, link: item.link, mark: item.mark,
            party: item.lane(of: strip.parties.count), extent: item.extent, isSoft: item.isApproximate,
            second: item.extent.bounds.from ?? Int.min)
    }

    /// A deadline without a clock time passes when its day does, and belongs to that day.
    private static func row(of deadline: StripDeadline, at second: Int) -> Row {
        Row(
            words: StripWords(title: deadline.title, date: deadline.time), link: deadline.link, mark: .deadline,
            party: nil,
            extent: .point(second - 1), isSoft: false, deadlineCount: 1, second: second - 1)
    }
}

extension StripBand.Row {
    /// The day on which it begins; nil where its start is open.
    var day: Int? { second == Int.min ? nil : second.flooredQuotient(by: CivilDay.seconds) }

    /// A bar for days, a point for a clock time; brackets stand in the gutter, and deadlines have their diamond.
    func drawShape(on canvas: inout Canvas, x: Double, top: Double, height: Double, color: PartyColor?) {
        guard !isDeadline, !extent.isBracket else { return }
        canvas.colored(color) { canvas in
            switch extent {
            case .point: canvas.circle(x + 3, top + 6, isSoft ? 4 : 4.5, class: isSoft ? "ring" : "f")
            case .ongoing:
                canvas.rect(x, top, 6, height / 2, class: "f")
                canvas.line(x + 3, top + height / 2 + 2, x + 3, top + height + 6, class: "fade")
            default:
                if isSoft {
                    canvas.rect(x + 1, top + 1, 4, height - 12, class: "soft")
                } else {
                    canvas.rect(x, top, 6, height - 10, class: "f")
                }
            }
        }
    }
}
