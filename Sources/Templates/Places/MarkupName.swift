/// The name of a tag or an attribute, in lower case.
///
/// Names of up to sixteen bytes, which is nearly all, are not allocated: a place contains two names and is copied
/// often.
struct MarkupName: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var count = 0
    /// The bytes after the sixteenth.
    private var rest: [UInt8]?

    init() {}

    init(_ first: UInt8) { append(first) }

    init(_ text: String) { for byte in text.utf8 { append(byte) } }

    mutating func append(_ byte: UInt8) {
        switch count {
        case ..<8: low |= UInt64(byte) << UInt64(count * 8)
        case ..<16: high |= UInt64(byte) << UInt64((count - 8) * 8)
        default: rest = (rest ?? []) + [byte]
        }
        count += 1
    }

    subscript(index: Int) -> UInt8 {
        switch index {
        case ..<8: UInt8(truncatingIfNeeded: low >> UInt64(index * 8))
        case ..<16: UInt8(truncatingIfNeeded: high >> UInt64((index - 8) * 8))
        default: rest?[index - 16] ?? 0
        }
    }

    /// One number is enough to distinguish the few names.
    func hash(into hasher: inout Hasher) { hasher.combine(low ^ high &* 31) }

    var text: String { String(decoding: (0..<count).map { self[$0] }, as: UTF8.self) }
}
