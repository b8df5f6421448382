/// What is wrong with a text that should be a date, and how to write it instead.
package struct EventDateFault: Error, Hashable, Sendable {
    /// UTF-8 offsets of the part at fault, inside the text (or, for a list, inside its item).
    package let range: Range<Int>
    /// One sentence without a full stop: "no such date: February 2026 has 28 days".
    package let message: String
    /// What to write, nil where the message says it all.
    package let hint: String?
    /// What `range` would have to become, where only one reading is likely.
    package let replacement: String?
    /// Which text of a list is meant, from 0.
    package let item: Int

    init(_ message: String, at range: Range<Int>, hint: String? = nil, replacement: String? = nil, item: Int = 0) {
        self.message = message
        self.range = range
        self.hint = hint ?? replacement.map { "write '\($0)'" }
        self.replacement = replacement
        self.item = item
    }

    /// Looks at a text that was refused once more, slowly, for the likeliest slip.
    static func find(in bytes: [UInt8]) -> EventDateFault {
        let fault = DateFaultFinder(bytes).fault()
        guard let replacement = fault.replacement else { return fault }
        var mended = bytes
        mended.replaceSubrange(fault.range, with: Array(replacement.utf8))
        if EventDate(String(decoding: mended, as: UTF8.self)) != nil { return fault }
        // There is another slip. What to write for this one is said only if that can be read.
        let hint = EventDate(replacement) == nil ? DateFaultFinder.forms : fault.hint
        return EventDateFault(fault.message, at: fault.range, hint: hint)
    }

    /// YAML reads unquoted brackets as a list; a list of several dates has no meaning here.
    static func listOfDates(_ texts: [String]) -> EventDateFault {
        let text = texts[1]
        let hint: String
        if let first = EventDate(texts[0]), first.form == .single,
            let last = EventDate(texts[texts.count - 1]), last.form == .single,
            DateCursor.areInOrder(first.first, last.last)
        {
            hint =
                "write '\(texts[0])..\(texts[texts.count - 1])' for some time between them, "
                + "or '\(texts[0])/\(texts[texts.count - 1])' where it lasted from one to the other"
        } else {
            hint = "write one date, or two joined by '..' (some time between) or '/' (it lasted)"
        }
        return EventDateFault("a date cannot be a list of dates", at: 0..<text.utf8.count, hint: hint, item: 1)
    }
}

/// Finds what is wrong with a date: brackets first, then the pair, then each point of it.
struct DateFaultFinder {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let forms = "write it as 2026-02-26, 2026-02, 2026 or 2026-02-26T17:01-05:00"

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The range without the spaces round it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    func fault() -> EventDateFault {
        let all = trimmed(0..<bytes.count)
        guard let first = bytes[all].first, let last = bytes[all].last else {
            return EventDateFault("the date is empty", at: 0..<bytes.count, hint: DateFaultFinder.forms)
        }
        let brackets: [UInt8: UInt8] = [
            UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "{"): UInt8(ascii: "}"),
        ]
        if let closing = brackets[first] {
            guard last == closing, all.count > 1 else {
                return EventDateFault("this bracket is not closed", at: all.lowerBound..<all.lowerBound + 1)
            }
            return fault(inside: trimmed(all.lowerBound + 1..<all.upperBound - 1))
        }
        if brackets.values.contains(last) {
            return EventDateFault("this bracket was not opened", at: all.upperBound - 1..<all.upperBound)
        }
        return fault(inside: all)
    }

    /// A point or a pair of them.
    private func fault(inside range: Range<Int>) -> EventDateFault {
        if range.isEmpty { return EventDateFault("the date is empty", at: range, hint: DateFaultFinder.forms) }
        if let fault = foreignSpelling(range) ?? foreignSpellingWithClock(range) { return fault }
        guard let joint = joint(in: range) else { return fault(ofPoint: range) ?? unknown(range) }
        let (first, last) = (range.lowerBound..<joint.lowerBound, joint.upperBound..<range.upperBound)
        if let fault = openEnd(first, joint, last) { return fault }
        let isOpen = (text(first) == "" || text(first) == "..", text(last) == "" || text(last) == "..")
        if isOpen.0, isOpen.1 { return unknown(range) }
        if !isOpen.0, let fault = fault(ofPoint: first) { return fault }
        if !isOpen.1, let fault = shortened(last, after: first) ?? fault(ofPoint: last) { return fault }
        if !isOpen.0, !isOpen.1, let from = point(first), let to = point(last), !DateCursor.areInOrder(from, to) {
            return EventDateFault(
                "it ends before it begins", at: range,
                hint: "write the earlier date first, or correct the one that is wrong")
        }
        return unknown(range)
    }

    /// Where a pair is joined: the first `..` or `/` that is not the open end itself.
    private func joint(in range: Range<Int>) -> Range<Int>? {
        for at in range {
            if bytes[at] == UInt8(ascii: "/") { return at..<at + 1 }
            if bytes[at] == UInt8(ascii: "."), at + 1 < range.upperBound, bytes[at + 1] == UInt8(ascii: ".") {
                if at == range.lowerBound, at + 2 < range.upperBound, bytes[at + 2] == UInt8(ascii: "/") { continue }
                if at > range.lowerBound, bytes[at - 1] == UInt8(ascii: "."), bytes[at + 1] == UInt8(ascii: "/") {
                    continue
                }
                return at..<at + 2
            }
        }
        return nil
    }

    /// `a/` and `/b`, which EDTF reads as "unknown", and readers as a slip.
    private func openEnd(_ first: Range<Int>, _ joint: Range<Int>, _ last: Range<Int>) -> EventDateFault? {
        guard text(joint) == "/" else { return nil }
        if last.isEmpty, point(first) != nil {
            return EventDateFault(
                "nothing follows the '/'", at: joint,
                hint: "write '\(text(first))/..' where it is still going on, "
                    + "or '\(text(first))' where only its beginning is known")
        }
        if first.isEmpty, point(last) != nil {
            return EventDateFault(
                "nothing stands before the '/'", at: joint,
                hint: "write '../\(text(last))' where its beginning is not known")
        }
        return nil
    }

    /// ISO 8601's `2026-02-23/25`, which leaves out what both ends share.
    private func shortened(_ last: Range<Int>, after first: Range<Int>) -> EventDateFault? {
        let (from, to) = (text(first), text(last))
        guard point(first) != nil, point(last) == nil, to.utf8.count < from.utf8.count, !to.isEmpty else { return nil }
        let whole = String(decoding: Array(from.utf8).dropLast(to.utf8.count) + Array(to.utf8), as: UTF8.self)
        guard from.utf8.count == 10, let start = EventDate(from), let end = EventDate(whole),
            DateCursor.areInOrder(start.first, end.first)
        else { return nil }
        return EventDateFault("the second date has to be whole", at: last, replacement: whole)
    }

    func point(_ range: Range<Int>) -> DatePoint? {
        guard let date = EventDate(text(range)), date.form == .single else { return nil }
        return date.first
    }

    func unknown(_ range: Range<Int>) -> EventDateFault {
        EventDateFault("'\(text(range))' is not a date", at: range, hint: DateFaultFinder.forms)
    }
}
