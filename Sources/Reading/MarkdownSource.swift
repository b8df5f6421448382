import Bytes
import Diagnostics

/// The input of libcmark, and the place of each of its bytes in the file.
struct MarkdownSource {
    /// A range of the file with its offsets, or a separate text.
    let bytes: ArraySlice<UInt8>
    let file: TextFile
    /// The offset in the file of each byte, and of the end; nil for a range of the file.
    private let places: [UInt32]?
    /// Whether it has `EmphasisMarks`.
    let isMarked: Bool

    /// A range of the file.
    init(_ range: Range<Int>, of file: TextFile) {
        bytes = file.bytes[range]
        self.file = file
        places = nil
        isMarked = false
    }

    /// A text that was assembled from bytes of the file.
    init(_ bytes: [UInt8], in file: TextFile, places: [UInt32], isMarked: Bool = false) {
        self.bytes = bytes[...]
        self.file = file
        self.places = places
        self.isMarked = isMarked
    }

    /// A YAML scalar: quotes, escapes, folding and indentation lie between the text and the file.
    init(_ text: Located<String>, in file: TextFile) {
        let bytes = Array(text.value.utf8)
        let range = text.range
        var written = range.offsets.clamped(to: 0..<file.bytes.count)
        if written.count == bytes.count + 2, let first = file.bytes[written].first, first == 0x22 || first == 0x27 {
            written = written.lowerBound + 1..<written.upperBound - 1
        }
        if file.bytes[written] == bytes[...] {
            self.init(written, of: file)
        } else {
            let source = MarkdownSource(range.offsets.clamped(to: 0..<file.bytes.count), of: file).composed
            let places = ScalarAlignment(of: bytes, in: source.bytes).places
            self.init(bytes, in: file, places: places.map { source.range(Int($0), Int($0)).start })
        }
    }

    /// The same text in Normalization Form C. A composed character has the place of its first byte.
    var composed: MarkdownSource {
        guard mayNeedComposing(bytes.span), let text = String(validating: bytes, as: UTF8.self) else { return self }
        var result: [UInt8] = []
        var places: [UInt32] = []
        var place = bytes.startIndex
        for character in text {
            let length = String(character).utf8.count
            let composed = Array(String(character).composed.utf8)
            for index in composed.indices {
                // The last byte of a character ends where the character ends.
                let isEnd = index > 0 && index == composed.count - 1
                let offset = composed.count == length ? index : isEnd ? length - 1 : 0
                places.append(range(place + offset, place + offset).start)
            }
            result += composed
            place += length
        }
        places.append(range(place, place).start)
        return MarkdownSource(result, in: file, places: places, isMarked: isMarked)
    }

    /// The same text with bytes put in before some offsets, which ascend.
    func inserting(_ mark: [UInt8], at offsets: [Int]) -> MarkdownSource {
        inserting(offsets.map { ($0, mark) }, isMarked: true)
    }

    /// This text with further bytes before some of its offsets, which are in order.
    func inserting(_ insertions: [(place: Int, bytes: [UInt8])], isMarked: Bool? = nil) -> MarkdownSource {
        var result: [UInt8] = []
        var places: [UInt32] = []
        var index = bytes.startIndex
        func copy(upTo end: Int) {
            result += bytes[index..<end]
            for place in index..<end { places.append(range(place, place + 1).start) }
            index = end
        }
        for (place, inserted) in insertions {
            copy(upTo: place)
            result += inserted
            places += Array(repeating: range(place, place).start, count: inserted.count)
        }
        copy(upTo: bytes.endIndex)
        places.append(range(index, index).start)
        return MarkdownSource(result, in: file, places: places, isMarked: isMarked ?? self.isMarked)
    }

    /// Whether a text is at an offset.
    func has(_ text: some RandomAccessCollection<UInt8>, at place: Int) -> Bool {
        guard place + text.count <= bytes.endIndex else { return false }
        var place = place
        for byte in text {
            if bytes[place] != byte { return false }
            place += 1
        }
        return true
    }

    /// The range in the file of a range of this text.
    func range(_ start: Int, _ end: Int) -> TextRange {
        let start = min(start, bytes.endIndex)
        let end = min(end, bytes.endIndex)
        guard let places else { return TextRange(start, end) }
        guard let last = places.last else { return TextRange(at: 0) }
        let first = Int(start < places.count ? places[start] : last)
        // The place after the last byte, without the folded text after it.
        guard end > start, end - 1 < places.count else { return TextRange(at: first) }
        return TextRange(first, min(Int(places[end - 1]) + 1, file.bytes.count))
    }
}

/// The place of each byte of a decoded YAML scalar.
///
/// Walks both texts in parallel. A byte that does not match gets the last place, so the result may be imprecise.
private struct ScalarAlignment {
    private(set) var places: [UInt32] = []

    init(of decoded: [UInt8], in bytes: ArraySlice<UInt8>) {
        let range = bytes.indices
        places.reserveCapacity(decoded.count + 1)
        var raw = range.lowerBound
        let opening = raw < range.upperBound ? bytes[raw] : 0
        let isDouble = opening == 0x22
        let isSingle = opening == 0x27
        if isDouble || isSingle { raw += 1 }
        if opening == 0x7C || opening == 0x3E {
            while raw < range.upperBound, bytes[raw] != 0x0A { raw += 1 }
            raw += 1
        }
        var index = 0
        while index < decoded.count {
            // Line ends and indentation that YAML folds.
            if raw < range.upperBound, isBlank(bytes[raw]), decoded[index] != bytes[raw] {
                while raw < range.upperBound, isBlank(bytes[raw]) { raw += 1 }
                if isBlank(decoded[index]) {
                    places.append(UInt32(raw - 1))
                    index += 1
                    continue
                }
            }
            if isDouble, raw < range.upperBound, bytes[raw] == 0x5C {
                let length = escapeLength(bytes, raw, range.upperBound)
                if raw + 1 < range.upperBound, bytes[raw + 1] == 0x0A || bytes[raw + 1] == 0x0D {
                    raw += 1
                    continue
                }
                let width = scalarLength(decoded[index])
                for _ in 0..<min(width, decoded.count - index) { places.append(UInt32(raw)) }
                index += width
                raw += length
                continue
            }
            places.append(UInt32(min(raw, range.upperBound)))
            if raw < range.upperBound, bytes[raw] == decoded[index] {
                raw += isSingle && bytes[raw] == 0x27 ? 2 : 1
            }
            index += 1
        }
        places.append(UInt32(min(raw, range.upperBound)))
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private func scalarLength(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private func escapeLength(_ bytes: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard start + 1 < end else { return 1 }
        switch bytes[start + 1] {
        case 0x78: return 4
        case 0x75: return 6
        case 0x55: return 10
        default: return 2
        }
    }
}
