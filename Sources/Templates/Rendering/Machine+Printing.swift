import Diagnostics

extension Machine {
    // MARK: Printing

    /// Prints a value between tags: markup as it is, all else escaped.
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
        case .text(let text): printEscaped(text)
        case .utf8(let bytes): bytes.withUnsafeBufferPointer { output.appendEscaped($0) }
        case .int(let number): output.append(number)
        case .url(let address): links.write(address) { output.appendEscaped($0) }
        case .html(let html): html.bytes.withUnsafeBufferPointer { output.appendEscaped($0) }
        case .absent: break
        case .none, .float, .truth, .date, .list, .record: printEscaped(links.text(value))
        }
    }

    @inline(__always)
    mutating func printEscaped(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ output.appendEscaped($0) }) == nil {
            for byte in text.utf8 { output.appendEscaped(byte) }
        }
    }

    /// Prints one address among several (`srcset`), in which commas and spaces part them.
    mutating func printInSet(_ value: Value, _ links: LinkWriter, at instruction: Int) {
        guard case .url(let target) = value else { return printEscaped(value, links) }
        address = output.count
        for byte in links.written(target).utf8 {
            if byte == UInt8(ascii: ",") || byte <= 0x20 {
                output.append(byte == UInt8(ascii: ",") ? "%2C" : "%20")
            } else {
                output.appendEscaped(byte)
            }
        }
        checkAddress(at: instruction)
    }

    /// Puts `#` in the place of an address that is not allowed.
    mutating func checkAddress(at instruction: Int) {
        let bytes = output.bytes(from: address)
        if AddressGuard.isAllowed(bytes) { return }
        let shown = String(decoding: bytes.prefix(80), as: UTF8.self) + (bytes.count > 80 ? "…" : "")
        output.truncate(to: address)
        output.append("#")
        fail(
            .unsafeAddress, "the address '\(shown)' has a scheme that is not allowed", at: instruction,
            hint: "links lead to http, https, mailto and tel, or stay in the site; '#' was printed")
    }

    // MARK: Parts of values

    /// Reads a field of what stands in one register into another, which may be the same.
    @inline(__always)
    static func readField(
        of source: UnsafeMutablePointer<Value>, _ slot: Int, into target: UnsafeMutablePointer<Value>
    ) {
        if source == target {
            // A record must outlive its place.
            if case .record(let record) = source.pointee { return target.pointee = record.value(at: slot) }
        } else if let access = access(to: slot, of: source) {
            // The register holds the record as long as it is read.
            return access(&target.pointee)
        }
        target.pointee = field(of: source.pointee, slot)
    }

    /// What reads a field of the record in a register; nil where there is none. A function of its own, so that the record
    /// is not counted while its field is read.
    @inline(__always)
    private static func access(to slot: Int, of source: UnsafeMutablePointer<Value>) -> Record.FieldAccess? {
        guard case .record(let record) = source.pointee else { return nil }
        return record.access(to: slot)
    }

    /// Takes the value out of a register.
    @inline(__always)
    static func take(_ register: UnsafeMutablePointer<Value>) -> Value {
        let value = register.move()
        register.initialize(to: .absent)
        return value
    }

    /// A field of a date.
    private static func field(of value: Value, _ slot: Int) -> Value {
        guard case .date(let date) = value else { return .absent }
        switch slot {
        case 0: return .int(Int(date.year))
        case 1: return .int(Int(date.month))
        case 2: return .int(Int(date.day))
        case 3: return .int(date.hasTime ? Int(date.hour) : 0)
        case 4: return .int(date.hasTime ? Int(date.minute) : 0)
        default: return .absent
        }
    }

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
