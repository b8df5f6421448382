import Reading
import Testing

@Suite struct ImageSizeTests {
    @Test func readsTheHeadOfEachFormat() {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80, 0, 0, 1,
            0xE0,
        ]
        #expect(ImageSize(head: png) == ImageSize(width: 640, height: 480))
        #expect(ImageSize(head: Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0]) == ImageSize(width: 320, height: 240))
        let jpeg: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 0, 100, 0, 200, 3, 0, 0, 0, 0, 0, 0,
        ]
        #expect(ImageSize(head: jpeg) == ImageSize(width: 200, height: 100))
        let webP =
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + [0xFF, 1, 0]
            + [0x7F, 0, 0]
        #expect(ImageSize(head: webP) == ImageSize(width: 512, height: 128))
    }

    @Test func doesNotGuessAtDamagedHeads() {
        #expect(ImageSize(head: []) == nil)
        #expect(ImageSize(head: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
        #expect(ImageSize(head: Array("<svg xmlns=\"http://www.w3.org/2000/svg\">".utf8)) == nil)
    }
}
