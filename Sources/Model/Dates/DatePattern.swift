/// A phrase with named gaps: `"between {from} and {to}"`.
///
/// Gaps: `{weekday} {day} {month} {year} {date} {from} {to} {time} {utc} {place}`. A gap of another name stays as text.
package struct DatePattern: Sendable, ExpressibleByStringLiteral {
    enum Gap: String, Sendable, CaseIterable { case weekday, day, month, year, date, from, to, time, utc, place }

    enum Piece: Sendable {
        case text(String)
        case gap(Gap)
    }

    let pieces: [Piece]

    package init(stringLiteral text: String) { self.init(text) }

    package init(_ text: String) {
        var pieces: [Piece] = []
        var plain = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            plain += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"),
                let gap = Gap(rawValue: String(rest[rest.index(after: open)..<close]))
            else {
                plain += "{"
                rest = rest.dropFirst()
                continue
            }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
            pieces.append(.gap(gap))
            rest = rest[rest.index(after: close)...]
        }
        plain += rest
        if !plain.isEmpty { pieces.append(.text(plain)) }
        self.pieces = pieces
    }

    /// The phrase with its gaps filled by what the closure writes behind it.
    func fill(_ text: inout String, _ write: (Gap, inout String) -> Void) {
        for piece in pieces {
            switch piece {
            case .text(let plain): text += plain
            case .gap(let gap): write(gap, &text)
            }
        }
    }

    /// The phrase with texts in its gaps; a gap that is not named stays empty.
    func filled(from: String = "", to: String = "", date: String = "", time: String = "") -> String {
        var text = ""
        fill(&text) { gap, text in
            switch gap {
            case .from: text += from
            case .to: text += to
            case .date: text += date
            case .time: text += time
            default: break
            }
        }
        return text
    }
}
