/// XXH3 with 128 bits, seed 0 and the default secret, as in the specification of xxHash
/// (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). Words are little-endian; arithmetic wraps.
enum XXH3 {
    /// Bytes after which the lanes are scrambled.
    static let blockSize = 1024

    static func hash(_ bytes: Span<UInt8>) -> ContentHash {
        let table = secret
        let secret = table.span
        switch bytes.count {
        case 0: return empty(secret)
        case 1...3: return upTo3(bytes, secret)
        case 4...8: return upTo8(bytes, secret)
        case 9...16: return upTo16(bytes, secret)
        case 17...240: return upTo240(bytes, secret)
        default: return long(bytes)
        }
    }

    private static func empty(_ secret: Span<UInt8>) -> ContentHash {
        ContentHash(
            high: oldAvalanche(secret.word(80) ^ secret.word(88)), low: oldAvalanche(secret.word(64) ^ secret.word(72)))
    }

    private static func upTo3(_ bytes: Span<UInt8>, _ secret: Span<UInt8>) -> ContentHash {
        let count = bytes.count
        let combined =
            UInt32(bytes[count - 1]) | UInt32(count) << 8 | UInt32(bytes[0]) << 16 | UInt32(bytes[count >> 1]) << 24
        let swapped = combined.byteSwapped
        let rotated = swapped << 13 | swapped >> 19
        let low = UInt64(secret.halfWord(0) ^ secret.halfWord(4)) ^ UInt64(combined)
        let high = UInt64(secret.halfWord(8) ^ secret.halfWord(12)) ^ UInt64(rotated)
        return ContentHash(high: oldAvalanche(high), low: oldAvalanche(low))
    }

    private static func upTo8(_ bytes: Span<UInt8>, _ secret: Span<UInt8>) -> ContentHash {
        let count = bytes.count
        let combined = UInt64(bytes.halfWord(0)) | UInt64(bytes.halfWord(count - 4)) << 32
        let value = secret.word(16) ^ secret.word(24) ^ combined
        let product = value.multipliedFullWidth(by: Prime.a64 &+ UInt64(count) << 2)
        let high = product.high &+ product.low << 1
        var low = product.low ^ high >> 3
        low ^= low >> 35
        low = low &* Prime.mix2
        low ^= low >> 28
        return ContentHash(high: avalanche(high), low: low)
    }

    private static func upTo16(_ bytes: Span<UInt8>, _ secret: Span<UInt8>) -> ContentHash {
        let count = bytes.count
        let last = bytes.word(count - 8)
        let first = secret.word(32) ^ secret.word(40) ^ bytes.word(0) ^ last
        let second = secret.word(48) ^ secret.word(56) ^ last
        let product = first.multipliedFullWidth(by: Prime.a64)
        var low = product.low &+ UInt64(count - 1) << 54
        let high = product.high &+ second &+ (second & 0xFFFF_FFFF) &* (Prime.b32 - 1)
        low ^= high.byteSwapped
        let widened = low.multipliedFullWidth(by: Prime.b64)
        return ContentHash(high: avalanche(widened.high &+ high &* Prime.b64), low: avalanche(widened.low))
    }

    private static func upTo240(_ bytes: Span<UInt8>, _ secret: Span<UInt8>) -> ContentHash {
        let count = bytes.count
        var first = UInt64(count) &* Prime.a64
        var second: UInt64 = 0
        func mix(_ one: Int, _ other: Int, _ place: Int, seed: UInt64 = 0) {
            first = first &+ mixed(bytes, one, secret, place, seed)
            second = second &+ mixed(bytes, other, secret, place + 16, seed)
            first ^= bytes.word(other) &+ bytes.word(other + 8)
            second ^= bytes.word(one) &+ bytes.word(one + 8)
        }
        if count <= 128 {
            for round in stride(from: (count - 1) >> 5, through: 0, by: -1) {
                mix(round * 16, count - round * 16 - 16, round * 32)
            }
        } else {
            for chunk in 0..<4 { mix(chunk * 32, chunk * 32 + 16, chunk * 32) }
            first = avalanche(first)
            second = avalanche(second)
            for chunk in 4..<count >> 5 { mix(chunk * 32, chunk * 32 + 16, (chunk - 4) * 32 + 3) }
            mix(count - 16, count - 32, 103)
        }
        let high = first &* Prime.a64 &+ second &* Prime.d64 &+ UInt64(count) &* Prime.b64
        return ContentHash(high: 0 &- avalanche(high), low: avalanche(first &+ second))
    }

    private static func mixed(
        _ bytes: Span<UInt8>, _ place: Int, _ secret: Span<UInt8>, _ secretPlace: Int,
        _ seed: UInt64
    ) -> UInt64 {
        folded(
            bytes.word(place) ^ (secret.word(secretPlace) &+ seed),
            bytes.word(place + 8) ^ (secret.word(secretPlace + 8) &- seed))
    }

    private static func long(_ bytes: Span<UInt8>) -> ContentHash {
        var lanes = Lanes()
        let whole = (bytes.count - 1) / blockSize * blockSize
        lanes.consume(blocks: bytes.extracting(0..<whole))
        return lanes.finish(
            last: bytes.extracting(whole..<bytes.count),
            lastStripe: bytes.extracting(bytes.count - 64..<bytes.count), count: bytes.count)
    }
}
