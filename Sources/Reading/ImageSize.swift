/// Width and height of a picture in pixels.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads the size from the head of a PNG, GIF, JPEG or WebP file; nil for anything else, or a damaged head.
    ///
    /// Pages give it to browsers, so that text does not move when a picture arrives.
    package init?(head bytes: [UInt8]) {
        let found = ImageSize.png(bytes) ?? ImageSize.gif(bytes) ?? ImageSize.webP(bytes) ?? ImageSize.jpeg(bytes)
        guard let found, found.width > 0, found.height > 0 else { return nil }
        self = found
    }

    /// Whether a file's name says that it is a picture whose size can be read.
    package static func isPicture(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".png", ".gif", ".jpg", ".jpeg", ".webp"].contains { name.hasSuffix($0) }
    }

    /// ISO 15948: the header chunk comes first, numbers are big-endian.
    private static func png(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        return ImageSize(width: big(bytes, 16, 4), height: big(bytes, 20, 4))
    }

    /// GIF87a and GIF89a: the logical screen, little-endian.
    private static func gif(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
        return ImageSize(width: little(bytes, 6, 2), height: little(bytes, 8, 2))
    }

    /// RFC 9649: lossy, lossless and extended files.
    private static func webP(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return ImageSize(width: little(bytes, 26, 2) & 0x3FFF, height: little(bytes, 28, 2) & 0x3FFF)
        case "VP8L":
            let bits = little(bytes, 21, 4)
            return ImageSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case "VP8X": return ImageSize(width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1)
        default: return nil
        }
    }

    /// ITU-T T.81: the first frame header among the markers.
    private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var place = 2
        while place + 9 <= bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return ImageSize(width: big(bytes, place + 7, 2), height: big(bytes, place + 5, 2)) }
            place += 2 + big(bytes, place + 2, 2)
        }
        return nil
    }

    private static func big(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
