import Bytes
import Diagnostics
import Model
import Reading

/// Prose as text without markup: for JSON, feeds and search.
///
/// Tags go, entities become what they stand for, any run of white space is one space, and blocks stand on lines of
/// their own (or after a space, in one line). Citations leave nothing; pictures leave nothing.
struct PlainText: ~Copyable {
    private(set) var bytes = ByteBuffer()
    private let isOneLine: Bool
    /// How many more Unicode scalars may be written; the writer stops for good when the next finds no room.
    private var room: Int
    /// The white space that stands before the next letter; 0 for none.
    private var pending: UInt8 = 0

    /// - Parameter limit: the most Unicode scalars that are wanted.
    init(isOneLine: Bool = false, limit: Int = .max) {
        self.isOneLine = isOneLine
        room = limit
    }

    var isFull: Bool { room <= 0 }
    var isEmpty: Bool { bytes.count == 0 }
    var text: String { bytes.string }

    /// Empties the text and keeps its memory.
    mutating func reset() {
        bytes.removeAll()
        pending = 0
        room = .max
    }

    /// Lets so many more Unicode scalars be written.
    mutating func allow(_ limit: Int) { room = limit }

    /// Adds prose; references without a text of their own are given their entry's name.
    mutating func add(_ prose: Prose, name: (ProseReference) -> String?) {
        for piece in prose.pieces where !isFull {
            switch piece {
            case .html(let range):
                prose.html.withUnsafeBufferPointer { add(UnsafeBufferPointer(rebasing: $0[range]), isHTML: true) }
            case .openReference(let reference):
                if !reference.hasText, let name = name(reference) { add(name) }
            case .citation: if pending == 0x20 { pending = 0 }
            case .closeReference, .openLink, .closeLink, .image: break
            }
        }
    }

    /// Adds plain text as it is, but for its white space.
    mutating func add(_ text: String) { text.withFastUTF8 { add($0, isHTML: false) } }

    /// Parts what follows from what stands before.
    mutating func breakLine() { pending = isOneLine ? 0x20 : 0x0A }

    /// Adds UTF-8 text. What is written is never longer than what is read, but for one white space.
    private mutating func add(_ input: UnsafeBufferPointer<UInt8>, isHTML: Bool) {
        let isAtStart = isEmpty
        // And a block more, since bytes are stored by blocks.
        bytes.append(atMost: input.count + 1 + ByteBlock.length) { output in
            var cursor = Cursor(
                output: output, isAtStart: isAtStart, pending: pending, room: room,
                lineBreak: isOneLine ? 0x20 : 0x0A)
            cursor.add(input, isHTML: isHTML)
            (pending, room) = (cursor.pending, cursor.room)
            return cursor.count
        }
    }
}

extension PlainText {
    /// Where writing stands: kept apart so that the loop over the bytes touches no array.
    fileprivate struct Cursor {
        let output: UnsafeMutableBufferPointer<UInt8>
        var count = 0
        var isAtStart: Bool
        var pending: UInt8
        var room: Int
        let lineBreak: UInt8

        mutating func add(_ input: UnsafeBufferPointer<UInt8>, isHTML: Bool) {
            var index = 0
            while index < input.count, room >= 0 {
                index = addPlainRun(input, from: index)
                guard index < input.count else { break }
                let byte = input[index]
                if isHTML, byte == UInt8(ascii: "<") {
                    let tag = Tag(input, at: index)
                    if tag.isBlock { pending = lineBreak } else if tag.isCell, pending == 0 { pending = 0x20 }
                    index = tag.end
                } else if isHTML, byte == UInt8(ascii: "&"), let entity = Entity(input, at: index) {
                    for byte in String(entity.scalar).utf8 { append(byte) }
                    index = entity.end
                } else {
                    append(byte)
                    index += 1
                }
            }
        }

        /// Copies letters and single spaces; gives the place of what needs a closer look.
        private mutating func addPlainRun(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            guard let target = UnsafeMutableRawPointer(output.baseAddress) else { return start }
            let ones = ByteBlock(repeating: 0x0101_0101_0101_0101)
            let highs = ByteBlock(repeating: 0x8080_8080_8080_8080)
            let lastOfWord = ByteBlock(repeating: 1 << 63)
            let firstOfBlock = ByteBlock(1 << 7, 0)
            var index = start
            while index < input.count, room > ByteBlock.length {
                let block = input.block(at: index)
                let ascii = ~block & highs
                // A high bit for exactly each space.
                let spaces = ~(((block ^ ones &* 0x20) | highs) &- ones) & ascii
                // One where a byte is below a space, DEL, `<` or `&`; above such a byte perhaps where none is.
                let differences = ((block ^ ones &* 0x3C) &- ones) | ((block ^ ones &* 0x26) &- ones)
                let special = ((block &- ones &* 0x20) | (block &+ ones) | differences) & ascii
                // A space is plain between letters, as far as its word shows what follows it.
                let stops = special | (spaces & (((special | spaces) &>> 8) | lastOfWord | firstOfBlock))
                let length = stops.firstMarked
                if length > 0 {
                    separate()
                    target.storeBytes(of: block.littleEndian, toByteOffset: count, as: ByteBlock.self)
                    room -= length
                    // Every byte but the second and further ones of a UTF-8 sequence begins a scalar.
                    if ascii != highs { room += input[index..<index + length].count { $0 & 0xC0 == 0x80 } }
                    count += length
                    index += length
                    if length == ByteBlock.length { continue }
                }
                guard index < input.count, input[index] == 0x20 else { break }
                if pending == 0 { pending = 0x20 }
                index += 1
            }
            return index
        }

        /// Writes the white space that stands before the next letter.
        @inline(__always)
        private mutating func separate() {
            if pending != 0, !isAtStart {
                output[count] = pending
                count += 1
                room -= 1
            }
            pending = 0
            isAtStart = false
        }

        @inline(__always)
        private mutating func append(_ byte: UInt8) {
            if byte > 0x20, byte != 0x7F {
                // The bytes that follow a scalar's first one belong to it, also where it was the last that had room.
                if byte & 0xC0 != 0x80 {
                    guard room > (pending != 0 && !isAtStart ? 1 : 0) else {
                        room = -1
                        return
                    }
                    separate()
                    room -= 1
                } else if room < 0 {
                    return
                }
                output[count] = byte
                count += 1
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                if pending == 0 { pending = 0x20 }
            }
        }
    }
}

extension ExportContext {
    /// Prose as text, a block a line; nil where there is none.
    func plainText(_ prose: Prose?, scope: Int) -> String? {
        guard let prose, !prose.isEmpty else { return nil }
        var plain = PlainText()
        add(prose, scope: scope, to: &plain)
        return plain.isEmpty ? nil : plain.text
    }

    func add(_ prose: Prose, scope: Int, to plain: inout PlainText) {
        plain.add(prose) { reference in
            guard let kind = EntryKind(referenceWord: reference.kind) else { return nil }
            return site.index.find(kind, reference.id, from: scope).found.map { name(of: $0) }
        }
    }
}
