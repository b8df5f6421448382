import Drawing

/// A small generator whose numbers are the same on every machine (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func upTo(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }
    mutating func isTrue(_ percent: Int) -> Bool { upTo(100) < percent }
    mutating func pick<Element>(_ list: [Element]) -> Element { list[upTo(list.count)] }
    mutating func some(_ list: [Int], atMost: Int) -> [Int] {
        Array(list.shuffled(using: &self).prefix(1 + upTo(atMost)))
    }
}

extension Sample {
    private static let words = [
        "the", "authority", "withdraw", "of", "safeguards", "all", "publish", "inspection", "reports", "within", "fees",
        "and", "48", "hours", "unconditionally", "for", "surveillance", "a", "purposes", "lawful", "votes", "in",
        "telecommunications", "port", "to", "roster", "WIDE", "MMMMM", "immediately", "co-operation", "26", "February",
    ]
    private static let names = [
        "Ministry of Infrastructure and Water Management", "Dockers’ Union", "Northline", "City Council of Estmark",
        "Regional Court of Appeal", "Workers’ Assembly", "Open Ports Initiative", "Q", "Transport Workers of Estmark",
        "MMMMMMMM WWWWWWWW", "International Confederation of Harbour and Telecommunications Employers", "Anthropic",
    ]

    private static func phrase(_ random: inout Seeded, _ most: Int) -> String {
        (0...random.upTo(most)).map { _ in random.pick(words) }.joined(separator: " ")
    }

    /// A made-up event of 8 to 300 acts over a day to twenty years; the same for the same seed.
    static func random(seed: Int, parties: Int? = nil, acts: Int? = nil, days: Int? = nil) -> Sample {
        var random = Seeded(seed)
        let count = parties ?? 1 + random.upTo(7)
        var sample = Sample(
            name: "random \(seed)",
            parties: Self.parties(
                (0..<count).map { _ in (random.pick(names), random.isTrue(50) ? random.pick(names) : nil) }))
        if random.isTrue(40) { sample.others = "Six others" }
        let lanes = Array(0..<(count + (sample.others == nil ? 0 : 1)))
        let base = newYear2026 + random.upTo(400)
        let span = days ?? random.pick([1, 2, 3, 12, 30, 44, 60, 300, 760, 1826, 7305])
        let hasCrowd = random.isTrue(30)
        let clockShare = random.pick([0, 10, 100])
        func second(_ random: inout Seeded) -> Int {
            let day = hasCrowd && random.isTrue(60) ? span - random.upTo(span / 9 + 1) : random.upTo(span)
            return (base + day) * 86_400
        }
        let total = acts ?? 8 + random.upTo(random.pick([12, 60, 293]))
        let signs = ChartSign.ofActs.filter { $0 != .planned }
        for _ in 0..<total {
            let from = second(&random)
            let extent: TimelineChart.Extent =
                if random.isTrue(clockShare) {
                    .at(from + random.upTo(86_400))
                } else {
                    switch random.upTo(14) {
                    case 0: .between(from, from + (1 + random.upTo(span)) * 86_400)
                    case 1: .between(nil, from)
                    case 2: random.isTrue(50) ? .between(from, nil) : .lasting(from, nil)
                    case 3: .lasting(from, from + (1 + random.upTo(span)) * 86_400)
                    default: .day(from)
                    }
                }
            let own = random.isTrue(85) ? [random.pick(lanes)] : random.some(lanes, atMost: 4).sorted()
            sample.acts.append(TimelineChart.Act(sign: random.pick(signs), lanes: own, extent: extent))
            guard random.isTrue(25) else { continue }
            sample.marks.append(
                TimelineChart.Label(
                    second: from, name: phrase(&random, 9), date: "26 February 2026",
                    weight: random.pick([10, 9, 8, 7, 6, 4]), link: random.isTrue(90) ? "x.html" : nil))
        }
        for _ in 0..<random.upTo(random.isTrue(85) ? 4 : 30) {
            let last = second(&random) + random.upTo(90) * 86_400
            let earlier = random.isTrue(30) ? (1...(1 + random.upTo(3))).map { last - $0 * 20 * 86_400 } : []
            let isLifted = !earlier.isEmpty && random.isTrue(30)
            sample.deadlines.append(
                TimelineChart.Deadline(
                    title: phrase(&random, 6), earlier: earlier.reversed(), second: isLifted ? nil : last))
        }
        if random.isTrue(40) {
            for place in 0..<(1 + random.upTo(4)) {
                sample.phases.append(
                    TimelineChart.Phase(
                        name: phrase(&random, 3), from: (base + span * place / 4) * 86_400,
                        until: random.isTrue(50) ? nil : (base + span * (place + 1) / 4) * 86_400))
            }
        }
        if random.isTrue(80) { sample.recordEnd = (base + span - random.upTo(span / 8 + 1) + 1) * 86_400 - 1 }
        return sample
    }
}
