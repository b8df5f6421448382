/// A fingerprint of bytes: XXH3-128 with seed 0, as xxHash's specification defines it. Fast, and no defence against
/// somebody who makes collisions on purpose.
package struct ContentHash: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(of bytes: UnsafeRawBufferPointer) { self.init(high: 0, low: UInt64(bytes.count)) }

    package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes(ContentHash.init(of:)) }
}
