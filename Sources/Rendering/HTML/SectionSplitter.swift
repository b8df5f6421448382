import Reading

/// Splits a body at its second-level headings. Headings themselves are taken out of the text: templates set them.
struct SectionSplitter {
    struct Section {
        /// Nil for the text before the first heading.
        var heading: String?
        var anchor: String?
        var pieces: [Prose.Piece] = []
    }

    private let prose: Prose
    private var index = 0
    private var offset: Int?
    private var pendingHeading: (text: String, id: String)?
    private var isDone = false

    init(_ prose: Prose) { self.prose = prose }

    /// The next section; those that hold nothing and have no heading are passed over.
    mutating func next() -> Section? {
        while !isDone {
            let section = take()
            if section.heading != nil || !section.pieces.isEmpty { return section }
        }
        return nil
    }

    private mutating func take() -> Section {
        var section = Section(heading: pendingHeading?.text, anchor: pendingHeading?.id)
        pendingHeading = nil
        while index < prose.pieces.count {
            guard case .html(let range) = prose.pieces[index] else {
                section.pieces.append(prose.pieces[index])
                index += 1
                continue
            }
            let start = offset ?? range.lowerBound
            guard let open = find("<h2 id=\"", from: start, to: range.upperBound) else {
                if start < range.upperBound { section.pieces.append(.html(start..<range.upperBound)) }
                index += 1
                offset = nil
                continue
            }
            if start < open { section.pieces.append(.html(start..<open)) }
            pendingHeading = heading(at: open)
            skipHeading(from: open)
            return section
        }
        isDone = true
        return section
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
        var start = open
        while index < prose.pieces.count {
            if case .html(let range) = prose.pieces[index] {
                let from = max(start, range.lowerBound)
                if let close = find("</h2>", from: from, to: range.upperBound) {
                    var end = close + 5
                    if end < range.upperBound, prose.html[end] == 0x0A { end += 1 }
                    offset = end
                    return
                }
            }
            index += 1
            start = 0
        }
    }

    private func find(_ text: StaticString, from start: Int, to end: Int) -> Int? {
        let count = text.utf8CodeUnitCount
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: count)
        guard end - start >= count else { return nil }
        return prose.html.withUnsafeBufferPointer { html in
            var place = start
            while place + count <= end {
                if html[place] == wanted[0], html[place + 1] == wanted[1], html[place + 2] == wanted[2] {
                    var length = 3
                    while length < count, html[place + length] == wanted[length] { length += 1 }
                    if length == count { return place }
                }
                place += 1
            }
            return nil
        }
    }
}
