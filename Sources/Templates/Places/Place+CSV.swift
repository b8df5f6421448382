extension Place {
    /// Advances by one byte of CSV (RFC 4180).
    mutating func stepCSV(_ byte: UInt8) -> PlaceEvent? {
        let isQuote = byte == UInt8(ascii: "\"")
        if position == .csvQuoted {
            if isQuote { position = .csvQuoteEnd }
            return nil
        }
        if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D {
            position = .csv
            return nil
        }
        switch position {
        case .csv: position = isQuote ? .csvQuoted : .csvText
        case .csvQuoteEnd where isQuote: position = .csvQuoted
        case .csvText where !isQuote: break
        case .csvText: return .fault("a quote stands in a field that does not begin with one")
        default:
            return .fault("only a comma or a line break can follow \(position == .csvValue ? "a value" : "a quote")")
        }
        return nil
    }

    /// The place after two branches of CSV; nil if just one of them ends in quotes.
    static func joinedFields(_ left: Place, _ right: Place) -> Place? {
        guard left.position != .csvQuoted, right.position != .csvQuoted else { return nil }
        var result = left
        let isText = { (place: Place) in place.position == .csv || place.position == .csvText }
        result.position = isText(left) && isText(right) ? .csvText : .csvValue
        return result
    }
}
