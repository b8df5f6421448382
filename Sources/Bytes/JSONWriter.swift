/// Writes JSON directly, without building a tree. It is the only writer of JSON: `JSON.encoded` uses it.
///
/// Members and elements of the first `brokenLevels` levels begin on a new line, so that a file can be read and
/// compared.
package struct JSONWriter: ~Copyable {
    private var buffer: ByteBuffer
    private let brokenLevels: Int
    /// Spaces a level.
    private let indent: Int
    /// How many brackets are open.
    package private(set) var level = 0
    private var needsComma = false

    package init(capacity: Int = 0, brokenLevels: Int = 0, indent: Int = 2) {
        self.brokenLevels = brokenLevels
        self.indent = indent
        buffer = ByteBuffer(capacity: capacity)
    }

    /// What was written so far.
    package var bytes: [UInt8] { buffer.bytes }

    /// Bytes between values, such as the end of a script.
    package mutating func raw(_ literal: StaticString) {
        buffer.append(literal: literal)
    }

    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        openObject()
        body(&self)
        closeObject()
    }

    package mutating func array(_ body: (inout JSONWriter) -> Void) {
        openArray()
        body(&self)
        closeArray()
    }

    /// A string literal that needs no escape.
    package mutating func literal(_ text: StaticString) {
        begin()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(literal: text)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    package mutating func string(_ text: String) {
        begin()
        JSON.write(text, to: &buffer)
        needsComma = true
    }

    /// UTF-8 text.
    package mutating func string(utf8: Span<UInt8>) {
        begin()
        JSON.write(utf8, to: &buffer)
        needsComma = true
    }

    package mutating func number(_ value: Int) {
        begin()
        buffer.append(number: value)
        needsComma = true
    }

    package mutating func bool(_ value: Bool) {
        begin()
        raw(value ? "true" : "false")
        needsComma = true
    }

    package mutating func null() {
        begin()
        raw("null")
        needsComma = true
    }

    /// A member's name; its value must follow.
    package mutating func key(_ name: StaticString) {
        begin()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(literal: name)
        buffer.append(UInt8(ascii: "\""))
        buffer.append(UInt8(ascii: ":"))
        if brokenLevels > 0 { buffer.append(0x20) }
        isAfterKey = true
    }

    /// A member's name that is known only at run time; its value must follow.
    package mutating func key(_ name: String) {
        string(name)
        needsComma = false
        buffer.append(UInt8(ascii: ":"))
        if brokenLevels > 0 { buffer.append(0x20) }
        isAfterKey = true
    }

    // MARK: - Members

    /// A text; nothing if there is none.
    package mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    /// A string literal that needs no escape.
    package mutating func member(_ name: StaticString, literal text: StaticString) {
        key(name)
        literal(text)
    }

    /// A text that needs no escape: an address, a date.
    package mutating func member(_ name: StaticString, plain ascii: borrowing ByteBuffer) {
        key(name)
        begin()
        buffer.append(UInt8(ascii: "\""))
        ascii.withSpan { buffer.append($0) }
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    package mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        bool(value)
    }

    package mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    /// A list of texts; nothing if it is empty.
    package mutating func member(_ name: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        array(name) { json in for value in values { json.string(value) } }
    }

    package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        object(body)
    }

    package mutating func array(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        array(body)
    }

    // MARK: - Layout

    private var isAfterKey = false

    /// Writes what separates a value or a name from the one before: a comma, a line break.
    @inline(__always)
    private mutating func begin() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        if level > 0 { breakLine() }
        needsComma = false
    }

    private mutating func breakLine() {
        if level <= brokenLevels {
            buffer.append(0x0A)
            buffer.append(0x20, times: indent * level)
        } else if needsComma, brokenLevels > 0 {
            buffer.append(0x20)
        }
    }

    // MARK: - Brackets, for writers that go on in another function

    package mutating func openObject() { open("{") }
    package mutating func openObject(_ name: StaticString) {
        key(name)
        openObject()
    }

    package mutating func openArray(_ name: StaticString) {
        key(name)
        openArray()
    }

    package mutating func closeObject() { close("}") }
    package mutating func openArray() { open("[") }
    package mutating func closeArray() { close("]") }

    private mutating func open(_ bracket: StaticString) {
        begin()
        raw(bracket)
        level += 1
        needsComma = false
    }

    private mutating func close(_ bracket: StaticString) {
        level -= 1
        if needsComma, level < brokenLevels {
            buffer.append(0x0A)
            buffer.append(0x20, times: indent * level)
        }
        raw(bracket)
        needsComma = true
    }
}
