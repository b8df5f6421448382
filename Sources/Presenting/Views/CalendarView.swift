import Bytes
import Drawing
import Model

/// The chart as a table for narrow screens: a column a lane, a row a day, week, month, quarter or year.
package struct CalendarView {
    package struct Cell {
        package struct Sign {
            package let sign: ChartSign
            /// The class of whoever acted; nil for what is drawn in ink.
            package let color: String?
        }

        package let signs: [Sign]
        /// How many more there are.
        package let more: Int
        /// How many acts, in words; nil for none.
        package let words: String?
    }

    /// A line under a row: what stood out in its time.
    package struct Key {
        /// The day, without its month where the row is a month; nil where the row is the day.
        package let day: String?
        package let title: String
        /// The sign of a deadline; nil for others.
        package let sign: ChartSign?
        package let route: Route
    }

    package struct Row {
        /// The phases that begin in it.
        package fileprivate(set) var phases: [PhaseView] = []
        /// The year, where it is another than in the row before.
        package fileprivate(set) var year: String?
        /// What stands at its head; for a row of several empty units that there is nothing in them.
        package fileprivate(set) var label: String
        package fileprivate(set) var isGap = false
        package fileprivate(set) var cells: [Cell] = []
        package fileprivate(set) var keys: [Key] = []
    }

    package let lanes: [TimelineActs.Lane]
    package private(set) var rows: [Row] = []
    /// What lies ahead of the record's end.
    package private(set) var ahead: [Row] = []
    package let endWords: String?
    /// Where what is not dated to the day stands, if anything is not.
    package let vagueWords: String?

    private enum Unit: CaseIterable {
        case day, week, month, quarter, year
    }

    private static let mostRows = 26
    private static let mostSigns = 6

    private let acts: TimelineActs
    private var page: PageContext { acts.page }

    package init(_ acts: TimelineActs) {
        self.acts = acts
        lanes = acts.lanes
        let record = acts.page.context.records[acts.event]
        let isVague = acts.acts.contains { act in
            act.item.date.earliestDay(in: record.zone) != act.item.date.latestDay(in: record.zone)
        }
        vagueWords = isVague ? acts.page.words[.vagueInCalendar] : nil
        endWords = record.date.map {
            acts.page.words(.recordEndsHereOn, ["date": acts.page.date($0, of: acts.event).words])
        }
        let end = record.date?.latestDay(in: record.zone)
        let pieces = Pieces(acts, zone: record.zone)
        let days = pieces.days
        guard let first = days.first, let furthest = days.last else { return }
        let last = days.last { day in end.map { day <= $0 } ?? true } ?? first
        for unit in Unit.allCases {
            let plans = planRows(unit, days, from: first, to: end.map { max($0, last) } ?? last, isAhead: false)
            guard plans.count <= Self.mostRows || unit == .year else { continue }
            rows = fill(plans, unit, pieces, after: nil)
            if let end, furthest > end {
                let plans = planRows(unit, days, from: end, to: furthest, isAhead: true)
                ahead = fill(plans, unit, pieces, after: end.year)
                    .filter { row in !row.keys.isEmpty || row.cells.contains { !$0.signs.isEmpty } }
            }
            return
        }
    }

    /// What a line under a row tells of, and its date.
    private struct KeyPiece {
        var item: TimelineActs.Key?
        var deadline: TimelineActs.Deadline?
        var isMoved = false
        let date: EventDate
    }

    /// Acts and key lines by their days.
    private struct Pieces {
        var acts: [CivilDay: [TimelineActs.Act]] = [:]
        var keys: [CivilDay: [KeyPiece]] = [:]
        /// Those that hold something, sorted.
        var days: [CivilDay] { Set(acts.keys).union(keys.keys).sorted() }

        init(_ source: TimelineActs, zone: ClockZone) {
            func day(_ date: EventDate) -> CivilDay? { date.earliestDay(in: zone) ?? date.latestDay(in: zone) }
            for act in source.acts {
                if let day = day(act.item.date) { acts[day, default: []].append(act) }
            }
            let heaviest = source.keys.indices.sorted {
                (-source.keys[$0].weight, $0) < (-source.keys[$1].weight, $1)
            }.prefix(10).sorted()
            for index in heaviest {
                let key = source.keys[index]
                if let day = day(key.item.date) {
                    keys[day, default: []].append(KeyPiece(item: key, date: key.item.date))
                }
            }
            for deadline in source.deadlines {
                for date in deadline.earlier {
                    if let day = date.latestDay(in: zone) {
                        keys[day, default: []].append(KeyPiece(deadline: deadline, isMoved: true, date: date))
                    }
                }
                if let date = deadline.date, let day = date.latestDay(in: zone) {
                    keys[day, default: []].append(KeyPiece(deadline: deadline, date: date))
                }
            }
        }
    }

    private static func start(of unit: Unit, _ day: CivilDay) -> CivilDay {
        let (year, month, _) = day.parts
        return switch unit {
        case .day: day
        case .week: CivilDay(number: day.number - Int32(day.weekday))
        case .month: CivilDay(year: year, month: month, day: 1)
        case .quarter: CivilDay(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
        case .year: CivilDay(year: year, month: 1, day: 1)
        }
    }

    private static func next(_ unit: Unit, after start: CivilDay) -> CivilDay {
        let length: Int32 =
            switch unit {
            case .day: 1
            case .week: 7
            case .month: 31
            case .quarter: 95
            case .year: 367
            }
        return self.start(of: unit, CivilDay(number: start.number + length))
    }

    /// A row before it is filled: a unit with its days that hold something, or a gap of several empty units.
    private enum RowPlan {
        case unit(start: CivilDay, days: [CivilDay], phases: [Int])
        case gap(first: CivilDay, last: CivilDay)
    }

    private func planRows(
        _ unit: Unit, _ days: [CivilDay], from: CivilDay, to last: CivilDay, isAhead: Bool
    ) -> [RowPlan] {
        var byUnit: [CivilDay: [CivilDay]] = [:]
        for day in days where day >= from && day <= last && (!isAhead || day > from) {
            byUnit[Self.start(of: unit, day), default: []].append(day)
        }
        let phases = page.site.events[acts.event].phases
        var starts = isAhead ? [] : phases.phaseStarts(in: page.context.records[acts.event].zone)[...]
        var rows: [RowPlan] = []
        var empty: [CivilDay] = []
        func addEmpty() {
            if empty.count < 3 {
                rows += empty.map { .unit(start: $0, days: [], phases: []) }
            } else {
                rows.append(.gap(first: empty[0], last: empty[empty.count - 1]))
            }
            empty = []
        }
        var units = byUnit.keys.sorted()[...]
        var start = Self.start(of: unit, from)
        while start <= last {
            // Over a long gap units are not counted one by one.
            let days = units.first == start ? byUnit[start] ?? [] : []
            let after = Self.next(unit, after: start)
            var begun: [Int] = []
            while let next = starts.first, next.day < after {
                begun.append(next.phase)
                starts = starts.dropFirst()
            }
            if days.isEmpty, begun.isEmpty {
                empty.append(start)
                if empty.count > 4 {
                    // Up to the next unit with something in it, and to the next phase, all are empty.
                    let phase = starts.first.map { Self.start(of: unit, $0.day) }
                    let limit = [units.first, phase].compactMap { $0 }.min() ?? CivilDay(number: last.number + 1)
                    let before = Self.start(of: unit, CivilDay(number: limit.number - 1))
                    if before > start { empty[empty.count - 1] = before }
                    start = Swift.max(start, before)
                }
                start = Self.next(unit, after: start)
                continue
            }
            addEmpty()
            units = units.dropFirst(units.first == start ? 1 : 0)
            rows.append(.unit(start: start, days: days, phases: begun))
            start = after
        }
        if !isAhead, !empty.isEmpty { addEmpty() }
        return rows
    }

    /// - Parameter lastYear: the year that readers know without being told.
    private func fill(_ plans: [RowPlan], _ unit: Unit, _ pieces: Pieces, after lastYear: Int?) -> [Row] {
        var lastYear = lastYear
        let phases = page.site.events[acts.event].phases
        return plans.map { plan in
            switch plan {
            case .unit(let start, let days, let begun):
                var row = Row(label: label(unit, start))
                row.phases = begun.map { PhaseView(phase: phases[$0], event: acts.event, page: page) }
                if start.year != lastYear { row.year = page.words.dates.phrases.year(start.year) }
                lastYear = start.year
                let own = days.flatMap { pieces.acts[$0] ?? [] }
                row.cells = lanes.indices.map { cell($0, own) }
                row.keys = days.flatMap { day in (pieces.keys[day] ?? []).map { key($0, day, unit, inYear: start.year) }
                }
                return row
            case .gap(let first, let last):
                let end = CivilDay(number: Self.next(unit, after: last).number - 1)
                let needsYear = first.year != end.year || first.year != lastYear
                let words = page.words(
                    .nothingRecorded,
                    [
                        "from": fullLabel(unit, first, withYear: needsYear),
                        "until": fullLabel(unit, end, withYear: needsYear),
                    ])
                return Row(label: words, isGap: true)
            }
        }
    }

    private func cell(_ lane: Int, _ acts: [TimelineActs.Act]) -> Cell {
        let signs = acts.filter { $0.lanes.contains(lane) }.map(\.sign)
        let color = lanes[lane].party?.color.className ?? "i"
        return Cell(
            signs: signs.prefix(Self.mostSigns).map { Cell.Sign(sign: $0, color: $0.colorName ?? color) },
            more: max(signs.count - Self.mostSigns, 0),
            words: signs.isEmpty ? nil : page.words(.acts, count: signs.count))
    }

    private func key(
        _ key: KeyPiece, _ day: CivilDay, _ unit: Unit, inYear year: Int
    ) -> Key {
        let words: String? =
            switch unit {
            // What is not known to the day has its own words.
            case _ where !key.date.isExact: page.date(key.date, of: acts.event).narrowWords(withYear: false)
            case .day: nil
            case .month: String(day.day)
            // A week may begin in the year before.
            case .week, .quarter, .year:
                axis(day.year == year ? page.words.axis.dayMonth : page.words.axis.dayMonthYear, day)
            }
        if let deadline = key.deadline {
            let moved: Word = deadline.date == nil ? .deadlineLiftedOn : .deadlineMovedOn
            let title =
                deadline.isTied
                ? page.words(
                    key.isMoved ? moved : .deadlineFor, ["title": key.isMoved ? deadline.name : deadline.title])
                : deadline.title
            return Key(day: words, title: title, sign: key.isMoved ? .moved : .deadline, route: deadline.route)
        }
        let timeline = EventView(event: acts.event, page: page).timelineRoute
        let anchor = key.item.map { $0.item.anchor(in: page.site) }
        return Key(
            day: words, title: key.item?.name ?? "", sign: nil, route: Route(timeline.path, anchor: anchor))
    }

    private func axis(_ pattern: String, _ day: CivilDay) -> String {
        day.filled(
            pattern, months: page.words.axis.months, year: page.words.dates.phrases.year(day.parts.year))
    }

    private func label(_ unit: Unit, _ start: CivilDay) -> String {
        switch unit {
        case .day: axis(page.words.axis.dayMonth, start)
        case .week: page.words(.weekOf, ["date": axis(page.words.axis.dayMonth, start)])
        case .month: axis("{m}", start)
        case .quarter:
            page.words(
                .monthsFromTo,
                [
                    "from": axis("{m}", start),
                    "until": axis("{m}", CivilDay(number: Self.next(.quarter, after: start).number - 1)),
                ])
        case .year: ""
        }
    }

    private func fullLabel(_ unit: Unit, _ start: CivilDay, withYear: Bool) -> String {
        switch unit {
        case .day, .week: axis(withYear ? page.words.axis.dayMonthYear : page.words.axis.dayMonth, start)
        case .month, .quarter: axis(page.words.axis.monthYear, start)
        case .year: page.words.dates.phrases.year(start.year)
        }
    }
}
