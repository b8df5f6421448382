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
        "and", "48", "hours", "unconditionally", "for", "surveillance", "a", "purposes", "lawful", "Claude", "in",
        "telecommunications", "port", "to", "roster", "WIDE", "MMMMM", "immediately", "co-operation", "26", "February",
    ]

    private static func phrase(_ random: inout Seeded, _ most: Int) -> String {
        (0...random.upTo(most)).map { _ in random.pick(words) }.joined(separator: " ")
    }

    /// A made-up event; the same for the same seed.
    static func random(seed: Int, parties partyCount: Int? = nil) -> Sample {
        var random = Seeded(seed)
        let names = [
            "Ministry of Infrastructure and Water Management", "Dockers’ Union", "Northline", "City Council of Estmark",
            "Regional Court of Appeal", "Workers’ Assembly", "Open Ports Initiative", "Q",
            "Transport Workers of Estmark",
            "MMMMMMMM WWWWWWWW", "International Confederation of Harbour and Telecommunications Employers", "Anthropic",
        ]
        let count = partyCount ?? 1 + random.upTo(8)
        var sample = Sample(
            name: "random \(seed)",
            parties: parties(
                (0..<count).map { _ in (random.pick(names), random.isTrue(50) ? random.pick(names) : nil) }))
        let all = Array(0..<count)
        let base = newYear2026 + random.upTo(400)
        let span = random.pick([1, 3, 12, 30, 60, 300, 1826])
        for _ in 0..<random.pick([0, 1, 4, 9, 20]) {
            let from = base + random.upTo(span)
            let extent: StripItem.Extent =
                switch random.upTo(10) {
                case 0: .point(second(from, random.upTo(24), random.upTo(60)))
                case 1: .days(from, from + random.upTo(5))
                case 2: .between(from, from + 1 + random.upTo(span))
                case 3: .between(nil, from)
                case 4: random.isTrue(50) ? .between(from, nil) : .ongoing(from)
                case 5: .lasting(second(from, 9, 0), second(from, 17, 30))
                default: .days(from, from)
                }
            sample.items.append(
                StripItem(
                    title: phrase(&random, 10), link: "x.html", date: phrase(&random, 4), extent: extent,
                    isApproximate: random.isTrue(15), mark: random.pick(MarkKind.all.filter { $0 != .deadline }),
                    parties: random.isTrue(80) ? [random.upTo(count)] : random.some(all, atMost: 3)))
        }
        for _ in 0..<random.upTo(random.isTrue(85) ? 4 : 12) {
            sample.deadlines.append(
                StripDeadline(
                    title: random.isTrue(50) ? "Deadline" : phrase(&random, 6), date: "27 February 2026, 22:01 UTC",
                    time: random.isTrue(50) ? "22:01 UTC" : "",
                    second: second(base + random.upTo(span + 3), random.upTo(25), 0), link: "d.html"))
        }
        if random.isTrue(80) { sample.recordEnd = RecordEnd(date: "27 February 2026", day: base + span) }
        return sample
    }
}
