import Bytes

extension ImageSize {
    /// Reads the size from the root element of an SVG: its `width` and `height` in pixels, else those of its `viewBox`;
    /// nil if it says neither.
    package init?(svg bytes: [UInt8]) {
        let text = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let root = text[start.upperBound..<end]
        if let width = Self.pixels(Self.attribute("width", of: root)),
            let height = Self.pixels(Self.attribute("height", of: root))
        {
            self.init(width: width, height: height)
            return
        }
        let box = Self.attribute("viewBox", of: root)?.split { $0 == " " || $0 == "," } ?? []
        guard box.count == 4, let width = Self.pixels(String(box[2])), let height = Self.pixels(String(box[3])) else {
            return nil
        }
        self.init(width: width, height: height)
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        for quote in ["\"", "'"] {
            for space in [" ", "\n", "\t"] {
                guard let start = tag.firstRange(of: space + name + "=" + quote) else { continue }
                return String(tag[start.upperBound...].prefix { String($0) != quote })
            }
        }
        return nil
    }

    /// A length in pixels; nil for another unit, as in `100%`.
    private static func pixels(_ text: String?) -> Int? {
        guard let text else { return nil }
        let number = text.hasSuffix("px") ? String(text.dropLast(2)) : text
        guard let value = Double(number), value >= 1, value < 100_000 else { return nil }
        return Int(value.rounded())
    }
}
