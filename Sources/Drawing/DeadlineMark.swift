import Bytes

/// Deadlines at one moment, drawn as one mark.
struct DeadlineMark {
    let second: Int
    var deadlines: [StripDeadline]

    /// In the order of time; deadlines of one moment and one name are listed together.
    static func merged(_ deadlines: [StripDeadline]) -> [DeadlineMark] {
        var marks: [DeadlineMark] = []
        let limit = 4_000_000 * CivilDay.seconds
        let sorted = deadlines.enumerated().sorted { ($0.element.second, $0.offset) < ($1.element.second, $1.offset) }
        for (_, deadline) in sorted {
            let second = min(max(deadline.second, -limit), limit)
            if let last = marks.last, last.second == second {
                marks[marks.count - 1].deadlines.append(deadline)
            } else {
                marks.append(DeadlineMark(second: second, deadlines: [deadline]))
            }
        }
        return marks
    }
}
