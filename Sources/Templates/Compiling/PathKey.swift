/// A path that always has the same value (`page.description`), as a number: equal paths have equal numbers.
struct PathKey: Hashable {
    fileprivate let number: Int

    /// The value of a name, by its id.
    static func value(_ id: Int) -> PathKey { PathKey(number: id << 2) }

    /// A field of the page's root.
    static func root(_ slot: Int) -> PathKey { PathKey(number: slot << 2 | 1) }

    /// A loop, by its id.
    static func loop(_ id: Int) -> PathKey { PathKey(number: id << 2 | 2) }

    /// The slot of a field of the page's root.
    var rootSlot: Int? { number & 3 == 1 ? number >> 2 : nil }
}

/// The paths with dots that a compiler has seen.
struct PathTable {
    private struct Step: Hashable {
        let base: PathKey
        let name: String
        let mark: UInt64

        func hash(into hasher: inout Hasher) { hasher.combine(mark &+ UInt64(base.number) &* 31) }
    }

    private var numbers: [Step: Int] = [:]
    /// The first name of each, by number.
    private var starts: [PathKey] = []

    /// The path of a field of another path's value.
    mutating func key(of name: String, in base: PathKey) -> PathKey {
        let step = Step(base: base, name: name, mark: Scope.mark(of: name))
        if let number = numbers[step] { return PathKey(number: number << 2 | 3) }
        let number = starts.count
        numbers[step] = number
        starts.append(start(of: base))
        return PathKey(number: number << 2 | 3)
    }

    /// The path's first name.
    func start(of key: PathKey) -> PathKey { key.number & 3 == 3 ? starts[key.number >> 2] : key }
}
