/// Finds outputs by path without regard to case: a hash table of their places, four to eight bytes an output.
struct PathIndex: Sendable {
    /// Places in the list of outputs, -1 for an empty slot; the count is a power of two, at least twice the entries'.
    private var slots: [Int32]
    private var count = 0

    init(capacity: Int) {
        var size = 64
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    /// The place of the output at a path, upper and lower case being the same.
    func place(of path: String, in outputs: [PlannedOutput]) -> Int? {
        let slot = slot(of: path, in: outputs)
        return slots[slot] < 0 ? nil : Int(slots[slot])
    }

    /// Notes an output. Returns the place of another one that has its path already, which stays noted.
    mutating func insert(_ place: Int, in outputs: [PlannedOutput]) -> Int? {
        if 2 * (count + 1) > slots.count { grow(outputs) }
        let slot = slot(of: outputs[place].path, in: outputs)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(place)
        count += 1
        return nil
    }

    private mutating func grow(_ outputs: [PlannedOutput]) {
        let old = slots
        slots = Array(repeating: -1, count: 2 * old.count)
        for place in old where place >= 0 { slots[slot(of: outputs[Int(place)].path, in: outputs)] = place }
    }

    private func slot(of path: String, in outputs: [PlannedOutput]) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var isASCII = true
        for byte in path.utf8 {
            isASCII = isASCII && byte < 0x80
            hash = (hash ^ UInt64(Self.lowercased(byte))) &* 0x0000_0100_0000_01B3
        }
        // Other scripts have cases, too.
        if !isASCII { hash = path.lowercased().utf8.reduce(1) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] >= 0, !Self.isSame(path, outputs[Int(slots[slot])].path, isASCII) { slot = (slot + 1) & mask }
        return slot
    }

    private static func isSame(_ path: String, _ other: String, _ isASCII: Bool) -> Bool {
        if isASCII { return path.utf8.elementsEqual(other.utf8) { lowercased($0) == lowercased($1) } }
        return path.lowercased() == other.lowercased()
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
