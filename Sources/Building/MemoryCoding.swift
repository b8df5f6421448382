import Bytes

/// Writes numbers as eight bytes, texts after their length.
struct MemoryWriter: ~Copyable {
    private var buffer = ByteBuffer(capacity: 4_096)

    var bytes: [UInt8] { buffer.bytes }

    mutating func number(_ value: Int) { buffer.append(word: UInt64(bitPattern: Int64(value))) }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        buffer.append(text)
    }

    /// A 0 for nil, or a 1 and the value.
    mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
        number(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout Self, Value) -> Void) {
        number(values.count)
        for value in values { write(&self, value) }
    }

    mutating func hash(_ hash: ContentHash) {
        number(Int(bitPattern: UInt(hash.high)))
        number(Int(bitPattern: UInt(hash.low)))
    }
}

struct MemoryReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func number() -> Int? {
        guard bytes.count - position >= 8 else { return nil }
        defer { position += 8 }
        return Int(truncatingIfNeeded: bytes.span.word(position))
    }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, count <= bytes.count - position else { return nil }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    /// The outer optional is nil if the bytes are damaged; the inner one if there is no value.
    mutating func optional<Value>(_ read: (inout Self) -> Value?) -> Value?? {
        guard let flag = number() else { return nil }
        if flag == 0 { return .some(nil) }
        return read(&self).map { .some($0) }
    }

    mutating func list<Value>(_ read: (inout Self) -> Value?) -> [Value]? {
        // Every value has at least eight bytes.
        guard let count = number(), count >= 0, count <= (bytes.count - position) / 8 else { return nil }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            guard let value = read(&self) else { return nil }
            values.append(value)
        }
        return values
    }

    mutating func hash() -> ContentHash? {
        guard let high = number(), let low = number() else { return nil }
        return ContentHash(high: UInt64(UInt(bitPattern: high)), low: UInt64(UInt(bitPattern: low)))
    }
}
