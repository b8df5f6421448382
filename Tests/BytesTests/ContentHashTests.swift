import Testing

import Bytes

@Suite struct ContentHashTests {
    /// Hashes of the first bytes of `sample`, made with the reference library (libxxhash 0.8.1, `XXH3_128bits`).
    static let vectors: [(count: Int, hash: String)] = [
        (0, "99aa06d3014798d86001c324468d497f"),
        (1, "80a904279c75ba2add02fbe6d2c66464"),
        (2, "2794dee4a58affb4112c11b54d4135bf"),
        (3, "acff8acae6803b00742d4c4241348376"),
        (4, "bc9b04080fb1c9a6d6e48ae0403369d4"),
        (5, "3171dd5b54c23815d15085fd36ee9c11"),
        (7, "55cc29b61c209856fe464f3253f97b64"),
        (8, "cc8118e4aa7b7646e3a02088c5c4b89e"),
        (9, "8f0542b08d74b6ec983c058ea638d8fe"),
        (12, "0e27d331cef79b81f6b1392f6bc9b62f"),
        (15, "803dfe6035ae510081116a324dc5d8f5"),
        (16, "938f6cc0262ccb3a132006bbf8154f3f"),
        (17, "f958e6a3a1844e69151a18f401f43eab"),
        (31, "cfce07eeac49f203690a5a0906ade097"),
        (32, "2afb9babde89d577e14542c5af20b0d7"),
        (33, "fe0ffda84e1cfc00788201f88979938a"),
        (63, "81a9349f09e8cb5d2e0e6addca45359e"),
        (64, "ac58613d0f32ddeed0472ce8fe9f5209"),
        (65, "d95792cdf78ad478a6257a1f031af914"),
        (96, "46cc6fbabbdf6a28b5eccd69926acff5"),
        (97, "e2dcd5b82a8efb19a53e4e55cf3ad5f1"),
        (127, "dc9f50ba45cec254c97d5f288d1c80fd"),
        (128, "1e889e50c6d8434b890b8e031cecd6a6"),
        (129, "36022cb806b943d4e7b6045eb9340678"),
        (130, "2a9ee150c943e01072bc38a4f7000dc6"),
        (159, "e66093fb6ddc8a741f9d18bfd510a5ce"),
        (160, "66226df1ad238ad3d49c554d65be9ba3"),
        (161, "5fcbfebeeae4b1935bb4949fa6cb647f"),
        (191, "e8a34dc6cd73176ebcedd353db2c7613"),
        (192, "c6823b5f00b136bd2b1fe890c12dbb41"),
        (239, "b715a3c57bbbd43b7a65c0ef093612df"),
        (240, "b39a24a7b24c0ddaf6b44aafef099cb1"),
        (241, "7597f0782de8c84e8084d28bd2e67c63"),
        (242, "b1b74f1f6c1872dfbd4cfbf584b0560a"),
        (255, "c43238b54173e5b4ebdf6499061d6dc0"),
        (256, "a02d8b94c70c528bc9ae4a71e3f11f66"),
        (257, "f432e480d82c9dd45d39f592a7d96eb2"),
        (500, "437c1fac1b9ca0fea9cba2eb12473311"),
        (511, "f181a61e097c1dbdb3bee8eb397793d0"),
        (512, "fcb8af11331ac3144253a91c98eab672"),
        (513, "7435e215161bb9b68496bede72c19594"),
        (1023, "42bf3b191e4fe9bd422dc3592de2e3b5"),
        (1024, "d70f91de01b638183f08c6f5abc5db5d"),
        (1025, "befdd05cba7ff2c169619329ed3d90ef"),
        (1087, "f7ce50638630f8cef754f9cdb2bf2a16"),
        (1088, "30bdabed03c61891f6c946987655b11f"),
        (1089, "2e04e19963eb36a96959d6c8dbae29a3"),
        (2047, "36e7a475a269ea17a9d84c7bd045cdf3"),
        (2048, "25aa7e78ad5329aea61c60bf298a6b0e"),
        (2049, "96ed7ac49cc8eee3866e5cd15013f538"),
        (4096, "f481ee1ca30c7aa69989e92c92ef1d22"),
        (8000, "2d812adc6063ada0f2f00cb9c9d0fdc6"),
        (8191, "559da533e92474fcdd8d9b7fab3952e0"),
        (8192, "f41dac1078972ffcac5e6602b164bde4"),
        (65536, "b6073597bc0b7ac4ac8439fcd936db3a"),
        (65537, "2fc89f633d7e48d5d49e5031abaa6549"),
        (131072, "89f5d7dc450a23660df90eceeffa8b10"),
        (199999, "adbed8fd7130b6c0d532ee4ba0be9de8"),
        (200000, "a5546dd42682c0aa70b74cd2b5e0921e"),
    ]

    /// The high bytes of Knuth's linear congruential generator.
    static let sample: [UInt8] = {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return (0..<200_000).map { _ in
            defer { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }()

    @Test(arguments: vectors) func agreesWithTheReferenceLibrary(count: Int, hash: String) {
        let bytes = Array(Self.sample.prefix(count))
        #expect(ContentHash(of: bytes).description == hash)
    }

    @Test(arguments: vectors) func isTheSameForBytesThatComeInPieces(count: Int, hash: String) {
        for piece in [1, 7, 63, 64, 1000, 1023, 1024, 1025, 4096, 65_536] where count < 10_000 || piece >= 1000 {
            var hasher = ContentHasher()
            var start = 0
            while start < count {
                let end = min(count, start + piece)
                hasher.update(Array(Self.sample[start..<end]))
                start = end
            }
            #expect(hasher.finish().description == hash, "in pieces of \(piece)")
        }
    }

    @Test func readsItsOwnTextAndNothingElse() {
        let hash = ContentHash(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)
        func read(_ text: String) -> ContentHash? {
            ContentHash(canonical: Array(text.utf8).span)
        }
        #expect(hash.description == "0123456789abcdeffedcba9876543210")
        #expect(read(hash.description) == hash)
        #expect(read("0123456789ABCDEFFEDCBA9876543210") == nil)
        #expect(read("0123456789abcdeffedcba987654321") == nil)
        #expect(read("0123456789abcdeffedcba987654321g") == nil)
    }
}
