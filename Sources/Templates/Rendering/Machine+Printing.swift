import Bytes
import Diagnostics

extension Machine {
    // MARK: Printing

    /// Prints a value between tags: markup unescaped, anything else escaped.
    @inline(__always)
    mutating func print(_ value: Value, _ links: LinkWriter) {
        if case .html(let html) = value {
            output.append(html.bytes)
        } else {
            printEscaped(value, links)
        }
    }

    /// Prints a value as text, escaped.
    mutating func printEscaped(_ value: Value, _ links: LinkWriter) {
        switch value {
        case .text(let text): output.append(text, escaping: .allNumbered)
        case .utf8(let bytes): output.append(bytes.span, escaping: .allNumbered)
        case .int(let number): output.append(number: number)
        case .url(let address): links.append(escaping: address, to: &output)
        case .html(let html): output.append(html.bytes.span, escaping: .allNumbered)
        case .absent: break
        case .none, .float, .truth, .date, .list, .record: output.append(links.text(value), escaping: .allNumbered)
        }
    }

    /// Prints one of several addresses (`srcset`), which commas and spaces separate.
    mutating func printInSet(_ value: Value, _ links: LinkWriter, at instruction: Int) {
        guard case .url(let target) = value else { return printEscaped(value, links) }
        var url = ByteBuffer()
        for byte in links.written(target).utf8 {
            switch byte {
            case UInt8(ascii: ","): url.append(literal: "%2C")
            case ...0x20: url.append(literal: "%20")
            default: url.append(byte)
            }
        }
        address = output.count
        url.withSpan { output.append($0, escaping: .allNumbered) }
        checkAddress(at: instruction)
    }

    /// Prints a text as a field of CSV: in quotes if it has a quote, a comma or a line break (RFC 4180, section 2), or
    /// white space at an end, which some programs remove.
    mutating func printField(_ text: String) {
        let isSpecial = text.utf8.contains { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
        }
        guard isSpecial || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return output.append(text) }
        output.append(UInt8(ascii: "\""))
        printQuoted(text)
        output.append(UInt8(ascii: "\""))
    }

    /// Prints a text inside the quotes of a field of CSV: each quote twice.
    mutating func printQuoted(_ text: String) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
    }

    /// Replaces an address that is not allowed by `#`.
    mutating func checkAddress(at instruction: Int) {
        if output.withSpan({ AddressGuard.isAllowed($0.extracting(address...)) }) { return }
        let bytes = output.bytes(from: address)
        let shown = String(decoding: bytes.prefix(80), as: UTF8.self) + (bytes.count > 80 ? "…" : "")
        output.truncate(to: address)
        output.append(UInt8(ascii: "#"))
        fail(
            .forbiddenAddress, "the address '\(shown)' has a scheme that is not allowed", at: instruction,
            hint: "links may use http, https, mailto, tel or webcal, or stay in the site; '#' was printed instead")
    }

    // MARK: Parts of values

    static func element(_ value: Value, _ place: Value, _ links: LinkWriter) -> Value {
        guard case .int(var index) = place else { return .absent }
        switch value {
        case .list(let list):
            if index < 0 { index += list.count }
            return index >= 0 && index < list.count ? list.element(at: index) : .absent
        case .text, .utf8, .url:
            let scalars = Array(links.text(value).unicodeScalars)
            if index < 0 { index += scalars.count }
            return index >= 0 && index < scalars.count ? .text(String(scalars[index])) : .absent
        default: return .absent
        }
    }

    static func slice(_ value: Value, _ from: Value, _ to: Value, _ links: LinkWriter) -> Value {
        func bounds(_ count: Int) -> Range<Int> {
            func place(_ value: Value, _ standard: Int) -> Int {
                guard case .int(let index) = value else { return standard }
                return index < 0 ? max(0, index &+ count) : min(index, count)
            }
            let start = place(from, 0)
            return start..<max(start, place(to, count))
        }
        switch value {
        case .list(let list): return .list(ArrayList(bounds(list.count).map(list.element)))
        case .text, .utf8, .url:
            let scalars = Array(links.text(value).unicodeScalars)
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[bounds(scalars.count)])
            return .text(String(view))
        default: return .absent
        }
    }

    static func negative(_ value: Value) -> Value? {
        switch value {
        case .int(let number): number == Int.min ? nil : .int(-number)
        case .float(let number): .float(-number)
        default: .absent
        }
    }
}
