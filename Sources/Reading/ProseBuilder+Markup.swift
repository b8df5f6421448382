import Diagnostics

/// Markup that CommonMark reads as text: it is shown to readers with its marks.
extension ProseBuilder {
    mutating func beginMarkup(of block: MarkdownNode) {
        plain = []
        markupPlace = places.blockStart
        beginsItem = block.kind == .paragraph && block.parent?.kind == .item && block.parent?.firstChild == block
    }

    /// Looks at the text of the block that ends here.
    mutating func checkMarkup() {
        let text = plain
        plain = []
        guard !text.isEmpty else { return }
        if beginsItem { box(text) }
        var index = 0
        while index < text.count {
            switch text[index] {
            case 0x5B: index = bracket(text, index)
            case 0x5D: index = behindBracket(text, index)
            case 0x7E: index = struck(text, index)
            case 0x2A: index = asterisks(text, index)
            case 0x23: index = numberSigns(text, index)
            case 0x40: index = atSign(text, index)
            case 0x3A: index = colon(text, index)
            case 0x77: index = wordOfAddress(text, index)
            case 0x3D: index = highlighted(text, index)
            case 0x7B: index = attributes(text, index)
            default: index += 1
            }
        }
    }

    // MARK: Brackets

    /// `- [ ] task`.
    private mutating func box(_ text: [UInt8]) {
        guard text.count > 3, text[0] == 0x5B, [0x20, 0x78, 0x58].contains(text[1]), text[2] == 0x5D, text[3] == 0x20
        else { return }
        report(
            markup: text[0..<3], "readers see the box '\(word(text[0..<3]))' as it is written",
            hint: "delete it, or say in words what is done and what is not")
    }

    /// `[[x]]`, `[see @x]`; passes over citations.
    private mutating func bracket(_ text: [UInt8], _ start: Int) -> Int {
        guard start + 1 < text.count else { return start + 1 }
        guard let end = self.end(of: 0x5D, in: text, from: start + 1) else { return start + 1 }
        if text[start + 1] == 0x40 { return end + 1 }
        if start == 0, text[1] == 0x21, end > 2, text[2..<end].allSatisfy({ (0x41...0x5A).contains($0) }) {
            report(
                markup: text[0...end], "readers see '\(word(text[0...end]))' as it is written",
                hint: "delete it, or begin the quote with a bold word: '**Note.**'")
            return end + 1
        }
        if text[start + 1] == 0x5B, end + 1 < text.count, text[end + 1] == 0x5D {
            report(
                markup: text[start..<start + 2], "'[[' and ']]' do not make a link",
                hint: "write '[text](page.md)' or '[](term:some-id)'")
            return end + 2
        }
        // "[see @x]", "[cf. @x, p. 4]".
        if let at = text[start..<end].firstIndex(of: 0x40), text[at - 1] == 0x20, at - start < 40, at + 1 < end {
            let id = text[(at + 1)..<end].prefix(while: isNameByte)
            guard !id.isEmpty, let place = places.find(text[start...end], from: markupPlace) else { return end + 1 }
            let before = String(decoding: text[(start + 1)..<at], as: UTF8.self)
            mention(
                nil, id, place..<place + end + 1 - start,
                "\(before)[\(String(decoding: text[at..<end], as: UTF8.self))]")
            return end + 1
        }
        return start + 1
    }

    /// `](`, `] (`, `][`: what would be a link after its text.
    private mutating func behindBracket(_ text: [UInt8], _ start: Int) -> Int {
        guard start + 1 < text.count, text[..<start].last(where: { $0 == 0x5B || $0 == 0x5D || $0 < 0x20 }) == 0x5B
        else { return start + 1 }
        switch text[start + 1] {
        case 0x28: return brokenLink(text, start)
        case 0x5B: return undefined(text, start)
        case 0x20: return spacedLink(text, start)
        default: return start + 1
        }
    }

    private mutating func brokenLink(_ text: [UInt8], _ start: Int) -> Int {
        let rest = text[(start + 2)...].prefix { $0 >= 0x20 && $0 != 0x5B }
        guard let close = rest.firstIndex(of: 0x29) else {
            let address = rest.prefix { $0 != 0x20 }
            guard !address.isEmpty else { return start + 2 }
            report(
                markup: text[start..<address.endIndex], "the link is not closed with ')'",
                hint: "write ')' after its address")
            return address.endIndex
        }
        let address = rest[..<close]
        guard address.contains(0x20), !address.contains(0x22), !address.contains(0x3C) else { return start + 2 }
        report(
            markup: text[start...close], "the address of the link has a space, so that it is not a link",
            hint: "write '<' and '>' around an address with spaces", replacing: address, with: { "<\($0)>" })
        return close + 1
    }

    private mutating func spacedLink(_ text: [UInt8], _ start: Int) -> Int {
        let open = start + 2
        guard open < text.count, text[open] == 0x28,
            let close = text[open...].prefix(while: { $0 > 0x20 }).firstIndex(of: 0x29),
            text[open..<close].contains(where: { [0x2E, 0x2F, 0x3A, 0x23].contains($0) })
        else { return start + 1 }
        report(
            markup: text[start...close], "a space between ']' and '(' makes text of the link",
            hint: "delete the space", replacing: text[(start + 1)..<open], with: { _ in "" })
        return close + 1
    }

    private mutating func undefined(_ text: [UInt8], _ start: Int) -> Int {
        guard let end = self.end(of: 0x5D, in: text, from: start + 2), text[start + 2] != 0x40 else { return start + 1 }
        let label = text[(start + 2)..<end]
        guard label.contains(where: { $0 > 0x40 }), !label.starts(with: "…".utf8) else { return end }
        report(
            markup: text[start...end], "the reference '\(word(label))' has no definition",
            hint: "write '[text](address)', or below the text '[\(word(label))]: address'")
        return end + 1
    }

    // MARK: Other marks

    private mutating func struck(_ text: [UInt8], _ start: Int) -> Int {
        let run = text[start...].prefix { $0 == 0x7E }
        guard run.count == 2, run.endIndex < text.count, text[run.endIndex] > 0x20 else { return run.endIndex }
        var end = run.endIndex
        while end + 1 < text.count, text[end] != 0x7E || text[end + 1] != 0x7E { end += 1 }
        guard end + 1 < text.count else { return run.endIndex }
        report(
            markup: text[start..<min(run.endIndex + 1, text.count)],
            "'~~' does not strike text out; readers see the marks",
            hint: "delete the text and say in 'corrections' what was changed")
        return end + 2
    }

    private mutating func asterisks(_ text: [UInt8], _ start: Int) -> Int {
        let end = text[start...].prefix { $0 == 0x2A }.endIndex
        let isOpen = end < text.count && text[end] > 0x20
        let isClosed = start > 0 && text[start - 1] > 0x20
        guard end - start == 2, isOpen || isClosed else { return end }
        let context = isOpen ? start..<min(end + 1, text.count) : start - 1..<end
        guard isOpen != isClosed else { return end }
        report(
            markup: text[context], "'**' \(isOpen ? "is not closed" : "was not opened"); readers see the marks",
            hint: "write '**' on both sides of the text without a space inside, or '\\*\\*' for the marks themselves",
            offset: start - context.lowerBound, length: 2)
        return end
    }

    private mutating func numberSigns(_ text: [UInt8], _ start: Int) -> Int {
        let run = text[start...].prefix { $0 == 0x23 }
        guard start == 0 || text[start - 1] == 0x0A, (2...6).contains(run.count), run.endIndex < text.count,
            text[run.endIndex] > 0x20
        else { return run.endIndex }
        report(
            markup: text[start...run.endIndex], "a space is missing between '#' and the words of the heading",
            hint: "write '\(String(repeating: "#", count: run.count)) ' before the words",
            replacing: text[run.endIndex..<run.endIndex], with: { _ in " " })
        return run.endIndex
    }

    /// `@report`, if it is not an address of mail.
    private mutating func atSign(_ text: [UInt8], _ start: Int) -> Int {
        let id = text[(start + 1)...].prefix(while: isNameByte)
        guard !id.isEmpty, start == 0 || [0x20, 0x0A, 0x28].contains(text[start - 1]),
            let place = places.find(text[start..<id.endIndex], from: markupPlace)
        else { return start + 1 }
        mention(nil, id, place..<place + 1 + id.count, "[@\(String(decoding: id, as: UTF8.self))]")
        return id.endIndex
    }

    /// `www.example.org`, which some programs make a link of. Whether it begins with `http` or `https` is not known.
    private mutating func wordOfAddress(_ text: [UInt8], _ start: Int) -> Int {
        guard text[start...].starts(with: "www.".utf8),
            start == 0 || text[start - 1] <= 0x20 || [0x28, 0x22].contains(text[start - 1])
        else { return start + 1 }
        let end = endOfAddress(text, from: start)
        guard end > start + 4, text[(start + 4)..<end].contains(0x2E) else { return start + 4 }
        report(
            markup: text[start..<end], "this address is not a link",
            hint: "write it with its scheme between '<' and '>', as in '<https://www.example.org>'")
        return end
    }

    /// `==words==`.
    private mutating func highlighted(_ text: [UInt8], _ start: Int) -> Int {
        let end = text[start...].prefix { $0 == 0x3D }.endIndex
        guard end - start == 2, end < text.count, text[end] > 0x20,
            start == 0 || text[start - 1] <= 0x20 || text[start - 1] == 0x28,
            let line = self.end(of: 0x3D, in: text, from: end), line + 1 < text.count, text[line + 1] == 0x3D,
            text[line - 1] > 0x20
        else { return end }
        report(
            markup: text[start..<line + 2], "'==' marks nothing; readers see the marks",
            hint: "write '**' on both sides for bold, or delete the marks", length: 2)
        return line + 2
    }

    /// `{#some-id}`, `{.class}`, and other attributes.
    private mutating func attributes(_ text: [UInt8], _ start: Int) -> Int {
        guard start + 1 < text.count, [0x23, 0x2E].contains(text[start + 1]),
            let end = self.end(of: 0x7D, in: text, from: start + 2), end > start + 2,
            text[(start + 2)..<end].allSatisfy({ isNameByte($0) || [0x20, 0x23, 0x2E, 0x5F].contains($0) })
        else { return start + 1 }
        report(
            markup: text[start...end], "readers see '\(word(text[start...end]))' as it is written",
            hint: "delete it: headings get their ids from their words")
        return end + 1
    }

    /// `party:anthropic` or `https://…` outside a link, or a line of `:::`.
    private mutating func colon(_ text: [UInt8], _ colon: Int) -> Int {
        if text[colon...].starts(with: ":::".utf8), colon == 0 || text[colon - 1] == 0x0A {
            let end = text[colon...].prefix { $0 >= 0x20 }.endIndex
            report(
                markup: text[colon..<end], "':::' makes no box; readers see the line as it is written",
                hint: "delete the line, or write the text as a quote with '>'", length: 3)
            return end
        }
        var start = colon
        while start > 0, colon - start < 12, (0x61...0x7A).contains(text[start - 1]) { start -= 1 }
        guard start < colon, start == 0 || text[start - 1] <= 0x20 || [0x28, 0x22].contains(text[start - 1]) else {
            return colon + 1
        }
        let kind = String(decoding: text[start..<colon], as: UTF8.self)
        if kind == "http" || kind == "https" { return address(text, start, colon) }
        guard Destination.kinds.contains(kind) else { return colon + 1 }
        let id = text[(colon + 1)...].prefix { isNameByte($0) || $0 == 0x2F }
        guard !id.isEmpty, let place = places.find(text[start..<id.endIndex], from: markupPlace) else {
            return colon + 1
        }
        mention(
            kind, id, place..<place + id.endIndex - start,
            "[](\(kind):\(String(decoding: id, as: UTF8.self)))")
        return id.endIndex
    }

    private mutating func address(_ text: [UInt8], _ start: Int, _ colon: Int) -> Int {
        let end = endOfAddress(text, from: colon)
        guard end > colon + 3, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else { return colon + 1 }
        report(
            markup: text[start..<end], "this address is not a link", hint: "write '<' and '>' around it",
            replacing: text[start..<end], with: { "<\($0)>" })
        return end
    }

    /// The end of an address without the punctuation behind it.
    private func endOfAddress(_ text: [UInt8], from start: Int) -> Int {
        var end = text[start...].prefix { $0 > 0x20 && $0 != 0x3C && $0 != 0x22 }.endIndex
        while end > start, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x29, 0x5D, 0x2A].contains(text[end - 1]) {
            end -= 1
        }
        return end
    }

    // MARK: Reports

    private mutating func mention(_ kind: String?, _ id: ArraySlice<UInt8>, _ place: Range<Int>, _ replacement: String)
    {
        markupPlace = place.upperBound
        guard mentions.count < ProseBuilder.mostProblems else { return }
        mentions.append(
            ProseMention(
                kind: kind, id: String(decoding: id, as: UTF8.self),
                range: places.source.range(place.lowerBound, place.upperBound), replacement: replacement))
    }

    /// Reports a part of the text if the source has it as it is, without a backslash or a character reference.
    ///
    /// - Parameters:
    ///   - replaced: What a fix replaces, within the part.
    ///   - offset: where the marked bytes begin within the part.
    private mutating func report(
        markup part: ArraySlice<UInt8>, _ message: String, hint: String, replacing replaced: ArraySlice<UInt8>? = nil,
        with replacement: (String) -> String = { $0 }, offset: Int = 0, length: Int? = nil
    ) {
        guard let place = places.find(part, from: markupPlace) else { return }
        markupPlace = place + part.count
        let fixIt = replaced.map { replaced in
            let start = place + replaced.startIndex - part.startIndex
            let written = replacement(String(decoding: replaced, as: UTF8.self))
            let range = places.source.range(start, start + replaced.count)
            return FixIt(
                replacing: TextLocation(places.source.file, range), with: written,
                title: written.isEmpty ? "delete the space" : "write '\(written)'")
        }
        report(
            .brokenMarkup, message, place + offset, place + offset + (length ?? part.count), hint: hint, fixIt: fixIt)
    }

    private func word(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.prefix(60), as: UTF8.self) }

    /// The offset of a byte on the same line, before other markup.
    private func end(of byte: UInt8, in text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < text.count, index - start < 1000 {
            if text[index] == byte { return index }
            if text[index] < 0x20 { return nil }
            index += 1
        }
        return nil
    }
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x2D: true
    default: false
    }
}
