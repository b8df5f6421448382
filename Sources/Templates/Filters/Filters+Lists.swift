import Bytes

extension Filters {
    static let listFilters: [Filter] = [
        Filter(
            "length", aliases: ["count"], "How many elements or characters it has.", takes: "a list or text",
            typing: { input, _ in
                switch input {
                case .list, .text, .url, .faulty: .number
                default: nil
                }
            }
        ) { frame in
            if case .list(let list) = frame[0] { return .int(list.count) }
            return .int(frame.text(0).unicodeScalars.count)
        },
        Filter(
            "reverse", "From the last to the first.", takes: "a list or text",
            typing: { input, _ in
                switch input {
                case .list, .faulty: input
                case .text, .url: .text
                default: nil
                }
            }
        ) { frame in
            if case .list = frame[0] { return .list(ArrayList(frame.array(0).reversed())) }
            return .text(String(String.UnicodeScalarView(frame.text(0).unicodeScalars.reversed())))
        },
        Filter(
            "list", "As a list: a text's characters, a list as it is.", takes: "a list or text",
            typing: { input, _ in
                switch input {
                case .list, .faulty: input
                case .text, .url: .list(.text)
                default: nil
                }
            }
        ) { frame in
            if case .list = frame[0] { return frame[0] }
            return .list(ArrayList(frame.text(0).unicodeScalars.map { .text(String($0)) }))
        },
        .list(
            "batch", "In lists of a number of elements each, with the last one filled up.",
            [.init("linecount", .number, optional: false), .init("fill_with", .faulty)],
            typing: { element, arguments in
                ValueType.joined(element, arguments[1] ?? .nothing).map { .list(.list($0)) }
            }
        ) { frame in
            let values = frame.array(0)
            let size = frame.integer(1, standard: 1)
            guard size > 0 else {
                frame.failure = "'batch' needs a size above 0"
                return .absent
            }
            var result: [Value] = []
            var index = 0
            while index < values.count {
                var line = Array(values[index..<min(index + size, values.count)])
                if frame.isGiven(2) {
                    while line.count < min(size, Limits.repetition) { line.append(frame[2]) }
                }
                result.append(.list(ArrayList(line)))
                index += size
            }
            return .list(ArrayList(result))
        },
        .list(
            "slice", "In a number of lists of nearly the same length.",
            [.init("slices", .number, optional: false), .init("fill_with", .faulty)],
            typing: { element, arguments in
                ValueType.joined(element, arguments[1] ?? .nothing).map { .list(.list($0)) }
            }
        ) { frame in
            let values = frame.array(0)
            let slices = frame.integer(1, standard: 1)
            guard slices > 0, slices <= Limits.repetition else {
                frame.failure = "'slice' needs a number above 0"
                return .absent
            }
            let size = values.count / slices
            let extra = values.count % slices
            var result: [Value] = []
            var start = 0
            for index in 0..<slices {
                let end = start + size + (index < extra ? 1 : 0)
                var part = Array(values[start..<end])
                if frame.isGiven(2), index >= extra { part.append(frame[2]) }
                result.append(.list(ArrayList(part)))
                start = end
            }
            return .list(ArrayList(result))
        },
    ]

    // MARK: Functions of the filters that are compiled to more than a call

    /// Registers: the list, its keys, whether to reverse, whether case matters.
    static let sort: Program.Call.Function = { frame in
        let values = frame.array(0)
        let keys = OrderKey.keys(frame.array(1), isExact: frame.truth(3), links: frame.links)
        let isReversed = frame.truth(2)
        // Equal elements keep their order, in reverse too.
        let order = values.indices.sorted { left, right in
            let comparison = OrderKey.compare(keys[left], keys[right])
            return comparison == 0 ? left < right : isReversed ? comparison > 0 : comparison < 0
        }
        return .list(ArrayList(order.map { values[$0] }))
    }

    /// Registers: the list, its keys, whether case matters.
    static let unique: Program.Call.Function = { frame in
        let values = frame.array(0)
        let keys = OrderKey.keys(frame.array(1), isExact: frame.truth(2), links: frame.links)
        var seen: Set<OrderKey> = []
        return .list(ArrayList(values.indices.filter { seen.insert(keys[$0]).inserted }.map { values[$0] }))
    }

    /// Registers: the list, its keys, whether to find the greatest, whether case matters.
    static let extremum: Program.Call.Function = { frame in
        let values = frame.array(0)
        let keys = OrderKey.keys(frame.array(1), isExact: frame.truth(3), links: frame.links)
        let wantsGreatest = frame.truth(2)
        guard var best = values.indices.first else { return .absent }
        for index in values.indices.dropFirst() {
            let comparison = OrderKey.compare(keys[index], keys[best])
            if wantsGreatest ? comparison > 0 : comparison < 0 { best = index }
        }
        return values[best]
    }

    /// Registers: the list, its keys, whether case matters.
    static let group: Program.Call.Function = { frame in
        let values = frame.array(0)
        let plain = frame.array(1)
        let keys = OrderKey.keys(plain, isExact: frame.truth(2), links: frame.links)
        let order = values.indices.sorted { left, right in
            let comparison = OrderKey.compare(keys[left], keys[right])
            return comparison == 0 ? left < right : comparison < 0
        }
        var groups: [(key: Int, members: [Value])] = []
        for index in order {
            if let last = groups.last, OrderKey.compare(keys[last.key], keys[index]) == 0 {
                groups[groups.count - 1].members.append(values[index])
            } else {
                groups.append((index, [values[index]]))
            }
        }
        return .list(ArrayList(groups.map { .record(Group(plain[$0.key], $0.members).record) }))
    }

    /// Registers: the list of numbers, the start value.
    static let sum: Program.Call.Function = { frame in
        var total: Value = frame.isGiven(1) ? frame[1] : .int(0)
        for value in frame.array(0) {
            switch Arithmetic.apply(.add, total, value, links: frame.links) {
            case .value(let sum): total = sum
            case .fault(let message):
                frame.failure = message
                return .absent
            }
        }
        return total
    }

    /// Registers: the list, the separator.
    static let join: Program.Call.Function = { frame in
        let list = frame.list(0)
        var isMarkup = false
        for index in 0..<list.count { if case .html = list.element(at: index) { isMarkup = true } }
        if case .html = frame[1] { isMarkup = true }
        if isMarkup {
            var markup = ByteBuffer()
            for index in 0..<list.count where markup.count <= Limits.text {
                if index > 0 { frame.links.append(markup: frame[1], to: &markup) }
                frame.links.append(markup: list.element(at: index), to: &markup)
            }
            return .html(HTML(trusting: markup.bytes))
        }
        let separator = frame.text(1)
        var result = ""
        for index in 0..<list.count where result.utf8.count <= Limits.text {
            if index > 0 { result += separator }
            result += frame.links.text(list.element(at: index))
        }
        return .text(result)
    }

    static let first: Program.Call.Function = { frame in
        if case .list(let list) = frame[0] { return list.count > 0 ? list.element(at: 0) : .absent }
        return frame.text(0).unicodeScalars.first.map { .text(String($0)) } ?? .absent
    }

    static let last: Program.Call.Function = { frame in
        if case .list(let list) = frame[0] { return list.count > 0 ? list.element(at: list.count - 1) : .absent }
        return frame.text(0).unicodeScalars.last.map { .text(String($0)) } ?? .absent
    }
}

/// A group of the filter `groupby`.
struct Group {
    let grouper: Value
    let members: ArrayList

    init(_ grouper: Value, _ members: [Value]) {
        self.grouper = grouper
        self.members = ArrayList(members)
    }

    var record: TemplateRecord { TypedRecord(self, Group.storage) }

    /// All groups have two fields; their types are in `ValueType.group`.
    private static let storage = RecordStorage(
        shape: RecordShape(name: "group", documentation: "A group of 'groupby'.", fields: []),
        readers: [
            .init { place, register in register = place.root(Group.self).grouper },
            .init { place, register in register = .list(place.root(Group.self).members) },
        ])
}
