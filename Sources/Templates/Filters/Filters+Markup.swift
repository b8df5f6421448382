import Bytes

extension Filters {
    static let markupFilters: [Filter] = [
        Filter(
            "striptags", "The text of markup: without comments and tags, runs of white space as one space.",
            takes: "html or text",
            typing: { input, _ in input.isMarkup || input.isTextual ? .text : nil }
        ) { frame in
            .text(Markup.stripped(frame.text(0)))
        }
    ]

    static let escape: Program.Call.Function = { frame in
        if case .html = frame[0] { return frame[0] }
        return .html(HTML(escaping: frame.text(0)))
    }

    static let forceEscape: Program.Call.Function = { frame in .html(HTML(escaping: frame.text(0))) }

    /// JSON as Jinja's `tojson` writes it: with every character escaped that has a meaning in HTML.
    static let json: Program.Call.Function = { frame in
        var text = ByteBuffer()
        JSONText.write(frame[0], links: frame.links, isForHTML: true, to: &text)
        return .html(HTML(trusting: text.bytes))
    }

    /// The same as text, for an attribute.
    static let jsonText: Program.Call.Function = { frame in
        var text = ByteBuffer()
        JSONText.write(frame[0], links: frame.links, isForHTML: false, to: &text)
        return .text(text.string)
    }
}

/// Text from markup.
enum Markup {
    /// MarkupSafe's `striptags`.
    static func stripped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let plain = without(bytes, from: Array("<!--".utf8), to: Array("-->".utf8))
        let kept = without(plain, from: Array("<".utf8), to: Array(">".utf8))
        var words = ""
        var isPending = false
        for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
            if PythonText.isSpace(scalar) {
                isPending = true
            } else {
                if isPending, !words.isEmpty { words += " " }
                isPending = false
                words.unicodeScalars.append(scalar)
            }
        }
        return CharacterReferences.resolved(words)
    }

    private static func without(_ bytes: [UInt8], from open: [UInt8], to close: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        func matches(_ wanted: [UInt8], at index: Int) -> Bool {
            bytes.count - index >= wanted.count && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
        }
        var index = 0
        var mayClose = true
        while index < bytes.count {
            if mayClose, bytes[index] == open[0], matches(open, at: index) {
                var end = index + open.count
                while end < bytes.count, !(bytes[end] == close[0] && matches(close, at: end)) { end += 1 }
                if end < bytes.count {
                    index = end + close.count
                    continue
                }
                // There is no end after this opening or any later one.
                mayClose = false
            }
            result.append(bytes[index])
            index += 1
        }
        return result
    }
}

/// JSON text of plain values.
enum JSONText {
    /// - Parameter isForHTML: as Python's encoder writes it: ASCII only, with `<`, `>`, `&` and `'` escaped. Otherwise
    /// UTF-8.
    static func write(_ value: Value, links: LinkWriter, isForHTML: Bool, to text: inout ByteBuffer) {
        switch value {
        case .absent, .none: text.append(literal: "null")
        case .truth(let truth): text.append(literal: truth ? "true" : "false")
        case .int(let number): text.append(number: number)
        case .float(let number):
            // JSON has no infinities; Python writes its own words for them.
            let words = number.isNaN ? "NaN" : number > 0 ? "Infinity" : "-Infinity"
            text.append(number.isFinite ? PythonNumber.text(number) : isForHTML ? words : "null")
        case .list(let list):
            text.append(UInt8(ascii: "["))
            for index in 0..<list.count where text.count <= Limits.text {
                if index > 0 { text.append(literal: ", ") }
                write(list.element(at: index), links: links, isForHTML: isForHTML, to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .record: text.append(literal: "null")
        case .text, .utf8, .html, .url, .date:
            text.append(UInt8(ascii: "\""))
            for scalar in links.text(value).unicodeScalars { write(scalar, isForHTML: isForHTML, to: &text) }
            text.append(UInt8(ascii: "\""))
        }
    }

    static func write(_ scalar: Unicode.Scalar, isForHTML: Bool, to text: inout ByteBuffer) {
        func escape(_ code: UInt32) {
            let hex = Array("0123456789abcdef".utf8)
            text.append(literal: "\\u")
            for shift in [12, 8, 4, 0] as [UInt32] { text.append(hex[Int((code >> shift) & 15)]) }
        }
        switch scalar.value {
        case 0x22: text.append(literal: "\\\"")
        case 0x5C: text.append(literal: "\\\\")
        case 0x0A: text.append(literal: "\\n")
        case 0x0D: text.append(literal: "\\r")
        case 0x09: text.append(literal: "\\t")
        case 0x08: text.append(literal: "\\b")
        case 0x0C: text.append(literal: "\\f")
        case 0x3C, 0x3E, 0x26: escape(scalar.value)
        case 0x27 where isForHTML: escape(scalar.value)
        case 0..<0x20, 0x2028, 0x2029: escape(scalar.value)
        case 0x7F...0xFFFF where isForHTML && scalar.value != 0x7F: escape(scalar.value)
        case 0x10000... where isForHTML:
            let code = scalar.value - 0x10000
            escape(0xD800 + (code >> 10))
            escape(0xDC00 + (code & 0x3FF))
        default: text.append(String(scalar))
        }
    }
}
