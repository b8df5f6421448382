/// Functions of the language.
enum Functions {
    /// `range(stop)`, `range(start, stop, step)`.
    static let range: Program.Call.Function = { frame in
        var start = 0
        var stop = frame.integer(0, standard: 0)
        if frame.isGiven(1) {
            start = stop
            stop = frame.integer(1, standard: 0)
        }
        let step = frame.isGiven(2) ? frame.integer(2, standard: 1) : 1
        guard step != 0 else {
            frame.failure = "'range' needs a step that is not 0"
            return .absent
        }
        let numbers = stride(from: start, to: stop, by: step)
        var values: [Value] = []
        for number in numbers {
            guard values.count < Limits.repetition else {
                frame.failure = "'range' makes at most \(Limits.repetition) numbers"
                return .absent
            }
            values.append(.int(number))
        }
        return .list(ArrayList(values))
    }
}
