import Bytes
import Diagnostics

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
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            plain += rest[..<open]
            rest = rest[open...]
            let behind = rest.utf8.index(after: open)
            guard let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")),
                let gap = Gap(rawValue: String(rest[behind..<close]))
            else {
                plain += "{"
                rest = rest[behind...]
                continue
            }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
            pieces.append(.gap(gap))
            rest = rest[rest.utf8.index(after: close)...]
        }
        plain += rest
        if !plain.isEmpty { pieces.append(.text(plain)) }
        self.pieces = pieces
    }

    /// The phrase with its gaps filled by what the closure writes behind it.
    func fill(_ text: inout ByteBuffer, _ write: (Gap, inout ByteBuffer) -> Void) {
        for piece in pieces {
            switch piece {
            case .text(let plain): text.append(plain)
            case .gap(let gap): write(gap, &text)
            }
        }
    }

    /// The phrase with texts in its gaps; a gap that is not named stays empty.
    package func filled(from: String = "", to: String = "", date: String = "", time: String = "", place: String = "")
        -> String
    {
        var text = ByteBuffer()
        fill(&text) { gap, text in
            switch gap {
            case .from: text.append(from)
            case .to: text.append(to)
            case .date: text.append(date)
            case .time: text.append(time)
            case .place: text.append(place)
            default: break
            }
        }
        return text.string
    }
}
