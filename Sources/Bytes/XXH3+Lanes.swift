extension XXH3 {
    /// The eight accumulators of inputs longer than 240 bytes.
    struct Lanes: Sendable {
        private var words = SIMD8<UInt64>(
            Prime.c32, Prime.a64, Prime.b64, Prime.c64, Prime.d64, Prime.b32, Prime.e64, Prime.a32)

        /// Takes in whole blocks. Never the block that ends the input, even if it is whole.
        mutating func consume(blocks: Span<UInt8>) {
            let table = secret
            let secret = table.span
            for block in stride(from: 0, to: blocks.count, by: blockSize) {
                accumulate(blocks, from: block, stripes: blockSize / 64, secret)
                words ^= words &>> 47
                words ^= secret.words(128)
                words = words &* Prime.a32
            }
        }

        /// Takes in the block that ends the input (1 to 1024 bytes) and its last 64 bytes, and gives the hash.
        mutating func finish(last: Span<UInt8>, lastStripe: Span<UInt8>, count: Int) -> ContentHash {
            let table = secret
            let secret = table.span
            accumulate(last, from: 0, stripes: (last.count - 1) / 64, secret)
            let stripe = lastStripe.words(0)
            words = words &+ Lanes.neighboursSwapped(stripe) &+ Lanes.products(stripe ^ secret.words(121))
            let count = UInt64(count)
            return ContentHash(
                high: merged(~(count &* Prime.b64), secret, 117), low: merged(count &* Prime.a64, secret, 11))
        }

        /// Each lane gains the product of its keyed halves and its neighbour's word. Both are sums, so the neighbours'
        /// words are gathered first and exchanged once for all stripes.
        private mutating func accumulate(
            _ bytes: Span<UInt8>, from start: Int, stripes: Int, _ secret: Span<UInt8>
        ) {
            var plain = SIMD8<UInt64>.zero
            var sums = words
            for index in 0..<stripes {
                let stripe = bytes.words(start + index * 64)
                plain = plain &+ stripe
                sums = sums &+ Lanes.products(stripe ^ secret.words(index * 8))
            }
            words = sums &+ Lanes.neighboursSwapped(plain)
        }

        private func merged(_ initial: UInt64, _ secret: Span<UInt8>, _ place: Int) -> UInt64 {
            let keyed = words ^ secret.words(place)
            var result = initial
            for pair in 0..<4 { result = result &+ folded(keyed[pair * 2], keyed[pair * 2 + 1]) }
            return avalanche(result)
        }

        // A call would have to keep all eight lanes in memory meanwhile.
        @inline(__always)
        private static func products(_ keyed: SIMD8<UInt64>) -> SIMD8<UInt64> {
            (keyed & 0xFFFF_FFFF) &* (keyed &>> 32)
        }

        private static func neighboursSwapped(_ words: SIMD8<UInt64>) -> SIMD8<UInt64> {
            var swapped = words
            swapped.evenHalf = words.oddHalf
            swapped.oddHalf = words.evenHalf
            return swapped
        }
    }

    /// The primes of the specification: PRIME32_1…3, PRIME64_1…5, PRIME_MX1, PRIME_MX2.
    enum Prime {
        static let a32: UInt64 = 0x9E37_79B1
        static let b32: UInt64 = 0x85EB_CA77
        static let c32: UInt64 = 0xC2B2_AE3D
        static let a64: UInt64 = 0x9E37_79B1_85EB_CA87
        static let b64: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        static let c64: UInt64 = 0x1656_67B1_9E37_79F9
        static let d64: UInt64 = 0x85EB_CA77_C2B2_AE63
        static let e64: UInt64 = 0x27D4_EB2F_1656_67C5
        static let mix1: UInt64 = 0x1656_6791_9E37_79F9
        static let mix2: UInt64 = 0x9FB2_1C65_1E98_DF25
    }

    /// The lower half of a 128-bit product, crossed with the higher one.
    static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.low ^ product.high
    }

    static func avalanche(_ value: UInt64) -> UInt64 {
        let mixed = (value ^ value >> 37) &* Prime.mix1
        return mixed ^ mixed >> 32
    }

    /// The final mixing of XXH64, which the shortest inputs use.
    static func oldAvalanche(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ value >> 33) &* Prime.b64
        mixed = (mixed ^ mixed >> 29) &* Prime.c64
        return mixed ^ mixed >> 32
    }

    /// The default secret.
    static let secret: [UInt8] = [
        0xB8, 0xFE, 0x6C, 0x39, 0x23, 0xA4, 0x4B, 0xBE, 0x7C, 0x01, 0x81, 0x2C, 0xF7, 0x21, 0xAD, 0x1C,
        0xDE, 0xD4, 0x6D, 0xE9, 0x83, 0x90, 0x97, 0xDB, 0x72, 0x40, 0xA4, 0xA4, 0xB7, 0xB3, 0x67, 0x1F,
        0xCB, 0x79, 0xE6, 0x4E, 0xCC, 0xC0, 0xE5, 0x78, 0x82, 0x5A, 0xD0, 0x7D, 0xCC, 0xFF, 0x72, 0x21,
        0xB8, 0x08, 0x46, 0x74, 0xF7, 0x43, 0x24, 0x8E, 0xE0, 0x35, 0x90, 0xE6, 0x81, 0x3A, 0x26, 0x4C,
        0x3C, 0x28, 0x52, 0xBB, 0x91, 0xC3, 0x00, 0xCB, 0x88, 0xD0, 0x65, 0x8B, 0x1B, 0x53, 0x2E, 0xA3,
        0x71, 0x64, 0x48, 0x97, 0xA2, 0x0D, 0xF9, 0x4E, 0x38, 0x19, 0xEF, 0x46, 0xA9, 0xDE, 0xAC, 0xD8,
        0xA8, 0xFA, 0x76, 0x3F, 0xE3, 0x9C, 0x34, 0x3F, 0xF9, 0xDC, 0xBB, 0xC7, 0xC7, 0x0B, 0x4F, 0x1D,
        0x8A, 0x51, 0xE0, 0x4B, 0xCD, 0xB4, 0x59, 0x31, 0xC8, 0x9F, 0x7E, 0xC9, 0xD9, 0x78, 0x73, 0x64,
        0xEA, 0xC5, 0xAC, 0x83, 0x34, 0xD3, 0xEB, 0xC3, 0xC5, 0x81, 0xA0, 0xFF, 0xFA, 0x13, 0x63, 0xEB,
        0x17, 0x0D, 0xDD, 0x51, 0xB7, 0xF0, 0xDA, 0x49, 0xD3, 0x16, 0x55, 0x26, 0x29, 0xD4, 0x68, 0x9E,
        0x2B, 0x16, 0xBE, 0x58, 0x7D, 0x47, 0xA1, 0xFC, 0x8F, 0xF8, 0xB8, 0xD1, 0x7A, 0xD0, 0x31, 0xCE,
        0x45, 0xCB, 0x3A, 0x8F, 0x95, 0x16, 0x04, 0x28, 0xAF, 0xD7, 0xFB, 0xCA, 0xBB, 0x4B, 0x40, 0x7E,
    ]
}
