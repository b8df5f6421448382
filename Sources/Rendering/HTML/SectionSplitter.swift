import Reading

/// Splits a body at its second-level headings. Headings themselves are taken out of the text: templates set them.
struct SectionSplitter {
    struct Section {
        /// Nil for the text before the first heading.
        let heading: String?
        let anchor: String?
        let part: Part
    }

    /// Some pieces of a text, of whose HTML only what lies in a range counts.
    struct Part {
        var pieces: Range<Int>
        var html: Range<Int>

        init(of prose: Prose) {
            pieces = prose.pieces.indices
            html = prose.html.indices
        }

        init(pieces: Range<Int>, html: Range<Int>) {
            self.pieces = pieces
            self.html = html
        }
    }

    private let prose: Prose
    private var index = 0
    /// Where the HTML of the next section begins.
    private var offset = 0
    private var pendingHeading: (text: String, id: String)?
    private var isDone = false

    private init(_ prose: Prose) { self.prose = prose }

    /// The sections of a body; those that hold nothing and have no heading are passed over.
    static func sections(of prose: Prose) -> [Section] {
        var splitter = SectionSplitter(prose)
        var sections: [Section] = []
        while !splitter.isDone {
            let heading = splitter.pendingHeading
            splitter.pendingHeading = nil
            if let part = splitter.take() ?? (heading.map { _ in Part(pieces: 0..<0, html: 0..<0) }) {
                sections.append(Section(heading: heading?.text, anchor: heading?.id, part: part))
            }
        }
        return sections
    }

    /// What stands before the next heading; nil where nothing does.
    private mutating func take() -> Part? {
        var part = Part(pieces: index..<index, html: offset..<prose.html.count)
        var isEmpty = true
        while index < prose.pieces.count {
            guard case .html(let range) = prose.pieces[index] else {
                isEmpty = false
                index += 1
                continue
            }
            let start = max(offset, range.lowerBound)
            if let open = find("<h2 id=\"", from: start, to: range.upperBound) {
                if start < open { isEmpty = false }
                part.pieces = part.pieces.lowerBound..<(start < open ? index + 1 : index)
                part.html = part.html.lowerBound..<open
                pendingHeading = heading(at: open)
                skipHeading(from: open)
                return isEmpty ? nil : part
            }
            if start < range.upperBound { isEmpty = false }
            index += 1
        }
        isDone = true
        part.pieces = part.pieces.lowerBound..<index
        return isEmpty ? nil : part
    }

    /// The heading whose id stands at an offset of the HTML.
    private func heading(at open: Int) -> (text: String, id: String) {
        let first = open + 8
        let last = prose.html[first...].firstIndex(of: UInt8(ascii: "\"")) ?? first
        let id = String(decoding: prose.html[first..<last], as: UTF8.self)
        return (prose.headings.first { $0.id == id }?.text ?? id, id)
    }

    /// Goes on behind the heading's end tag, which may be pieces away where the heading holds references.
    private mutating func skipHeading(from open: Int) {
        offset = open
        while index < prose.pieces.count {
            if case .html(let range) = prose.pieces[index] {
                if let close = find("</h2>", from: max(offset, range.lowerBound), to: range.upperBound) {
                    offset = close + 5
                    if offset < range.upperBound, prose.html[offset] == 0x0A { offset += 1 }
                    return
                }
            }
            index += 1
        }
    }

    /// Where a heading's tag begins in a range of the HTML. It is found by its figure, which is rare in texts.
    private func find(_ tag: StaticString, from start: Int, to end: Int) -> Int? {
        let count = tag.utf8CodeUnitCount
        let wanted = UnsafeBufferPointer(start: tag.utf8Start, count: count)
        let before = wanted[1] == UInt8(ascii: "/") ? 3 : 2
        guard end - start >= count else { return nil }
        return prose.html.withUnsafeBufferPointer { html in
            let last = end - count + before
            var place = start + before
            while place <= last {
                if place + 8 <= html.count, !hasFigureTwo(UnsafeRawBufferPointer(html), at: place) {
                    place += 8
                    continue
                }
                if html[place] == UInt8(ascii: "2") {
                    let first = place - before
                    if (0..<count).allSatisfy({ html[first + $0] == wanted[$0] }) { return first }
                }
                place += 1
            }
            return nil
        }
    }

    /// Whether a `2` is among the eight bytes from an offset on.
    @inline(__always)
    private func hasFigureTwo(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A byte that is `2` becomes zero, and taking one from it sets its top bit.
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ (ones &* 0x32)
        return (word &- ones) & ~word & (ones &* 0x80) != 0
    }
}
