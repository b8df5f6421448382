/// Computes a `ContentHash` of bytes that come in pieces, in constant memory.
package struct ContentHasher: Sendable {
    private var lanes = XXH3.Lanes()
    /// Bytes that are not yet in the lanes: never a full block longer than needed, since the last block is special.
    private var pending: [UInt8] = []
    /// The 64 bytes before `pending`; the last stripe may reach back into them.
    private var before: [UInt8] = []
    private var count = 0

    package init() { pending.reserveCapacity(2 * XXH3.blockSize) }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        var rest = bytes[...]
        // A block goes into the lanes only when at least one byte follows it.
        while pending.count + rest.count > XXH3.blockSize {
            if pending.isEmpty {
                let blocks = (rest.count - 1) / XXH3.blockSize
                let whole = UnsafeRawBufferPointer(rebasing: rest.prefix(blocks * XXH3.blockSize))
                lanes.consume(blocks: whole)
                before = Array(whole.suffix(64))
                rest = rest.dropFirst(whole.count)
            } else {
                let wanted = max(0, XXH3.blockSize - pending.count)
                pending.append(contentsOf: rest.prefix(wanted))
                rest = rest.dropFirst(wanted)
                if rest.isEmpty { return }
                pending.withUnsafeBytes { lanes.consume(blocks: $0) }
                before = Array(pending.suffix(64))
                pending.removeAll(keepingCapacity: true)
            }
        }
        pending.append(contentsOf: rest)
    }

    package func finish() -> ContentHash {
        if count <= XXH3.blockSize { return ContentHash(of: pending) }
        return (before + pending).withUnsafeBytes { bytes in
            var lanes = lanes
            return lanes.finish(
                last: UnsafeRawBufferPointer(rebasing: bytes.dropFirst(64)),
                lastStripe: UnsafeRawBufferPointer(rebasing: bytes.suffix(64)), count: count)
        }
    }
}
