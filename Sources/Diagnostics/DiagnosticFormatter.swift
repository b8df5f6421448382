/// How problems are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// The message, the line with a caret, notes and hint: for people at a terminal.
    case human
    /// One line a problem: `path:line:column: severity: message [code]`: for editors and scripts.
    case short
    /// One JSON document for the whole run.
    case json
}

/// Turns problems into text. The only place that speaks of lines and columns.
package struct DiagnosticFormatter: Sendable {
    package let format: DiagnosticFormat
    /// Whether ANSI colours may be used (a terminal, and `NO_COLOR` not set).
    package let usesColor: Bool

    package init(format: DiagnosticFormat, usesColor: Bool = false) {
        self.format = format
        self.usesColor = usesColor
    }

    /// The text for a run's problems, in their total order, each ended by a newline; empty for none (JSON: an empty list).
    package func text(for diagnostics: [Diagnostic]) -> String {
        let ordered = diagnostics.inOrder()
        switch format {
        case .short: return ordered.map { headline($0) + "\n" }.joined()
        case .human: return ordered.map { human($0) }.joined(separator: "\n")
        case .json: return String(decoding: diagnosticsJSON(ordered).encoded(indent: 2), as: UTF8.self) + "\n"
        }
    }

    private func headline(_ diagnostic: Diagnostic) -> String {
        let severity = paint(diagnostic.severity.rawValue, diagnostic.severity == .error ? "1;31" : "1;33")
        let place = DiagnosticFormatter.place(of: diagnostic).map { paint($0, "1") + ": " } ?? ""
        return "\(place)\(severity): \(visible(diagnostic.message)) [\(diagnostic.code.name)]"
    }

    private static func place(of diagnostic: Diagnostic) -> String? {
        guard let location = diagnostic.location else { return diagnostic.path.map(visible) }
        return place(of: location)
    }

    private static func place(of location: TextLocation) -> String {
        let position = location.position
        return "\(visible(location.file.path)):\(position.line):\(position.column)"
    }

    private func human(_ diagnostic: Diagnostic) -> String {
        var text = headline(diagnostic) + "\n"
        if let location = diagnostic.location { text += excerpt(location, mark: "^") }
        for note in diagnostic.notes {
            let place = note.location.map { DiagnosticFormatter.place(of: $0) + ": " } ?? "  = "
            text += "\(place)\(paint("note", "1;36")): \(visible(note.message))\n"
            if let location = note.location { text += excerpt(location, mark: "~") }
        }
        if let hint = diagnostic.hint { text += "  = \(paint("hint", "1;32")): \(visible(hint))\n" }
        if let fixIt = diagnostic.fixIt {
            text += "  = \(paint("fix", "1;32")): \(visible(fixIt.title)) (explainer check --fix)\n"
        }
        return text
    }

    /// The line a place is on, with marks under it. Long lines are cut to what surrounds the place.
    private func excerpt(_ location: TextLocation, mark: Character) -> String {
        let file = location.file
        let line = file.line(at: Int(location.range.start))
        let number = String(location.position.line)
        let scalars = Array(String(decoding: file.bytes[line], as: UTF8.self).unicodeScalars)
        let column = location.position.column - 1
        let inLine = file.bytes[
            min(Int(location.range.start), line.upperBound)..<min(Int(location.range.end), line.upperBound)]
        let width = max(1, String(decoding: inLine, as: UTF8.self).unicodeScalars.count)
        let first = column > 90 ? column - 60 : 0
        let last = min(scalars.count, first + 150)
        let shown = scalars[min(first, last)..<last]
        var codeLine = first > 0 ? "…" : ""
        for scalar in shown { codeLine += scalar == "\t" ? "\t" : visible(scalar) }
        if last < scalars.count { codeLine += "…" }
        var pad = first > 0 ? " " : ""
        for scalar in shown.prefix(max(0, column - first)) {
            pad += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(visible(scalar)))
        }
        let marked = shown.dropFirst(max(0, column - first)).prefix(width)
        let marks = max(1, marked.reduce(0) { $0 + displayWidth(visible($1)) })
        let gutter = String(repeating: " ", count: number.count)
        return " \(number) | \(codeLine)\n \(gutter) | \(pad)\(paint(String(repeating: mark, count: marks), "1;31"))\n"
    }

    private func paint(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Columns a terminal gives to a text: wide East Asian scalars take two, combining marks none.
private func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return sum
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return sum + 2
        default: return sum + 1
        }
    }
}

/// Text with control and bidirectional-override characters spelled out, so that no file can drive the terminal.
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
