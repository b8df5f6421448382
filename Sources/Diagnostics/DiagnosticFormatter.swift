/// The formats of printed problems.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// Message, line with a caret, notes, hint and fix: for a terminal.
    case human
    /// One line per problem, `path:line:column: severity: message [code]`: for editors and scripts.
    case short
    /// One JSON document per run.
    case json
}

/// Formats problems as text. Lines and columns exist only here; elsewhere, places are UTF-8 offsets.
package struct DiagnosticFormatter: Sendable {
    package let format: DiagnosticFormat
    /// Whether to use ANSI colours.
    package let usesColor: Bool
    /// Whether a warning is printed at each of its places, not once with their number.
    package let showsAllPlaces: Bool

    package init(format: DiagnosticFormat, usesColor: Bool = false, showsAllPlaces: Bool = false) {
        self.format = format
        self.usesColor = usesColor
        self.showsAllPlaces = showsAllPlaces
    }

    /// The text for a run's problems, each with a newline; empty if there are none (JSON: an empty list).
    ///
    /// They are in their total order. For a terminal, errors come last, and the same warning at many places is one entry.
    package func text(for diagnostics: [Diagnostic]) -> String {
        let ordered = diagnostics.inOrder()
        var lines = LineIndexes()
        switch format {
        case .short: return ordered.map { headline($0, &lines) + "\n" }.joined()
        case .human:
            return entries(ordered).map { human($0, &lines) }.joined(separator: "\n")
        case .json:
            return String(decoding: diagnosticsJSON(ordered, &lines).encoded(indent: 2), as: UTF8.self) + "\n"
        }
    }

    /// How many places of one warning are printed.
    private static let mostPlaces = 3

    /// The warnings, then the errors. Warnings with the same message are one entry from the fourth place on.
    private func entries(_ ordered: [Diagnostic]) -> [Diagnostic] {
        struct Key: Hashable {
            let code: DiagnosticCode
            let message: String
        }
        let warnings = ordered.filter { $0.severity == .warning }
        var places: [Key: [Diagnostic]] = [:]
        if !showsAllPlaces {
            for warning in warnings {
                places[Key(code: warning.code, message: warning.message), default: []].append(warning)
            }
        }
        var printed: [Diagnostic] = []
        for warning in warnings {
            guard let same = places[Key(code: warning.code, message: warning.message)], same.count > Self.mostPlaces
            else {
                printed.append(warning)
                continue
            }
            // The first in order stands for all of them.
            if same[0].location?.range == warning.location?.range, same[0].location?.file === warning.location?.file {
                printed.append(warning.standing(for: same, showing: Self.mostPlaces))
            }
        }
        return printed + ordered.filter { $0.severity == .error }
    }

    private func headline(_ diagnostic: Diagnostic, _ lines: inout LineIndexes) -> String {
        let severity = paint(diagnostic.severity.rawValue, diagnostic.severity == .error ? "1;31" : "1;33")
        let start = diagnostic.location.map { place(of: $0, &lines) } ?? diagnostic.path.map(visible)
        let prefix = start.map { paint($0, "1") + ": " } ?? ""
        return "\(prefix)\(severity): \(visible(diagnostic.message)) [\(diagnostic.code.name)]"
    }

    private func place(of location: TextLocation, _ lines: inout LineIndexes) -> String {
        let position = lines.position(of: location)
        return "\(visible(location.file.path)):\(position.line):\(position.column)"
    }

    private func human(_ diagnostic: Diagnostic, _ lines: inout LineIndexes) -> String {
        var text = headline(diagnostic, &lines) + "\n"
        if let location = diagnostic.location { text += excerpt(location, mark: "^", &lines) }
        for note in diagnostic.notes {
            let start = note.location.map { place(of: $0, &lines) + ": " } ?? "  = "
            text += "\(start)\(paint("note", "1;36")): \(visible(note.message))\n"
            if let location = note.location { text += excerpt(location, mark: "~", &lines) }
        }
        if let hint = diagnostic.hint { text += "  = \(paint("hint", "1;32")): \(visible(hint))\n" }
        if let fixIt = diagnostic.fixIt {
            text += "  = \(paint("fix", "1;32")): \(visible(fixIt.title)) (explainer check --fix)\n"
        }
        return text
    }

    /// A line with more characters before the marks is cut.
    private static let mostBefore = 90
    /// How many characters a cut line keeps before the marks.
    private static let keptBefore = 60
    /// How many characters of a line are shown at most.
    private static let mostShown = 150

    /// The line of a place, with marks under it. A long line is cut around the place. Only the bytes that are shown are
    /// read, so that many problems on one long line take linear time.
    private func excerpt(_ location: TextLocation, mark: Character, _ lines: inout LineIndexes) -> String {
        let bytes = location.file.bytes
        let position = lines.position(of: location)
        var place = min(Int(location.range.start), bytes.count)
        // The second byte of CR LF belongs to that line.
        if place > 0, place < bytes.count, bytes[place] == 0x0A, bytes[place - 1] == 0x0D { place -= 1 }
        let isCut = position.column - 1 > Self.mostBefore
        let before = isCut ? Self.keptBefore : position.column - 1
        var start = place
        var count = 0
        while start > 0, count < before {
            start -= 1
            if bytes[start] & 0xC0 != 0x80 { count += 1 }
        }
        var end = start
        count = 0
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if bytes[end] & 0xC0 != 0x80 {
                if count == Self.mostShown { break }
                count += 1
            }
            end += 1
        }
        let isCutBehind = end < bytes.count && bytes[end] != 0x0A && bytes[end] != 0x0D
        func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
            Array(String(decoding: bytes[range.clamped(to: start..<end)], as: UTF8.self).unicodeScalars)
        }
        let shown = scalars(start..<end)
        let marked = scalars(place..<max(place, Int(location.range.end)))
        var codeLine = isCut ? "…" : ""
        for scalar in shown { codeLine += scalar == "\t" ? "\t" : visible(scalar) }
        if isCutBehind { codeLine += "…" }
        var pad = isCut ? " " : ""
        for scalar in shown.prefix(before) {
            pad += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(visible(scalar)))
        }
        // At least one mark; under an empty range, as wide as the character that follows.
        let under = marked.isEmpty ? Array(shown.dropFirst(before).prefix(1)) : marked
        let marks = max(1, under.reduce(0) { $0 + displayWidth(visible($1)) })
        let number = String(position.line)
        let gutter = String(repeating: " ", count: number.count)
        return " \(number) | \(codeLine)\n \(gutter) | \(pad)\(paint(String(repeating: mark, count: marks), "1;31"))\n"
    }

    private func paint(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Columns of a terminal that a text takes: two for a wide East Asian character or an emoji, none for a combining mark.
private func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return sum
        default: break
        }
        switch scalar.value {
        case 0x200B...0x200D, 0x2060: return sum
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return sum + 2
        // A flag is two regional indicators, each half as wide.
        case 0x1F1E6...0x1F1FF: return sum + 1
        default: return sum + (scalar.properties.isEmojiPresentation ? 2 : 1)
        }
    }
}

/// The text with control and bidirectional characters spelled out, so that a file cannot control the terminal.
private func visible(_ text: String) -> String {
    text.unicodeScalars.contains(where: mustBeSpelledOut) ? text.unicodeScalars.map(visible).joined() : text
}

private func visible(_ scalar: Unicode.Scalar) -> String {
    mustBeSpelledOut(scalar) ? "<U+" + hexadecimal(scalar.value) + ">" : String(scalar)
}

private func mustBeSpelledOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
    default: return false
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Diagnostic {
    /// This warning with the other places of the same one as notes.
    fileprivate func standing(for same: [Diagnostic], showing most: Int) -> Diagnostic {
        var notes = notes
        for other in same.dropFirst().prefix(most - 1) { notes.append(Note("also here", at: other.location)) }
        notes.append(
            Note("the same at \(same.count) places, \(same.count - most) of them not shown (--verbose shows all)"))
        var entry = Diagnostic(code, message, at: location, path: path, notes: notes, hint: hint, fixIt: fixIt)
        entry.severity = severity
        return entry
    }
}
