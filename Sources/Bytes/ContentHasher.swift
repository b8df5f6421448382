/// Computes the `ContentHash` of bytes that arrive in pieces, in constant memory.
package struct ContentHasher: Sendable {
    private var lanes = XXH3.Lanes()
    /// Bytes that are not yet in the lanes: at most one block, since the last block is treated differently.
    private var pending: [UInt8] = []
    /// The 64 bytes before `pending`; the last stripe may reach back into them.
    private var before: [UInt8] = []
    private var count = 0

    package init() {}

    package mutating func update(_ bytes: Span<UInt8>) {
        count += bytes.count
        var start = 0
        // A block goes into the lanes only if at least one byte follows it.
        while pending.count + bytes.count - start > XXH3.blockSize {
            if pending.isEmpty {
                let length = (bytes.count - start - 1) / XXH3.blockSize * XXH3.blockSize
                lanes.consume(blocks: bytes.extracting(start..<start + length))
                start += length
                before = [UInt8](copying: bytes.extracting(start - 64..<start))
            } else {
                let wanted = XXH3.blockSize - pending.count
                pending.append(copying: bytes.extracting(start..<start + wanted))
                start += wanted
                // In a variable, because `self` is borrowed by the span.
                var lanes = lanes
                lanes.consume(blocks: pending.span)
                self.lanes = lanes
                before = Array(pending.suffix(64))
                pending.removeAll(keepingCapacity: true)
            }
        }
        pending.append(copying: bytes.extracting(start..<bytes.count))
    }

    package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    package func finish() -> ContentHash {
        if count <= XXH3.blockSize { return ContentHash(of: pending) }
        let end = before + pending
        var lanes = lanes
        return lanes.finish(
            last: pending.span, lastStripe: end.span.extracting(end.count - 64..<end.count), count: count)
    }
}
