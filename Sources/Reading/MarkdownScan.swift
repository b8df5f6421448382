/// Scans a text before it is parsed: finds input that would take libcmark too long, and what the text may contain.
///
/// libcmark 0.30.2 takes quadratic time for some inputs and cannot be interrupted. They are rejected before, by limits
/// that are far above real texts. Linear in the text.
struct MarkdownScan {
    /// Deepest nesting of quotes and list items. Each blank line costs libcmark one step per open container.
    static let deepestContainers = 100
    /// Most `![` in one run of lines without a blank one. Each link after n open ones costs n steps.
    static let mostImages = 1000
    /// Most steps that blank lines in deep containers may cost: lines times depth, about a second.
    static let mostContainerSteps = 64 << 20

    struct Fault {
        let place: Int
        let message: String
    }

    private(set) var fault: Fault?
    /// The offset of each line's first byte.
    private(set) var lines: [Int32] = []
    private(set) var hasText = false
    /// Whether a line could be the second line of a pipe table.
    private(set) var mayHaveTables = false
    /// Whether a line could define a reference, `[label]: destination`.
    private(set) var mayHaveDefinitions = false
    /// Whether the text contains `[@` or `[^`.
    private(set) var mayHaveMarks = false
    /// The offsets of lines that look like footnotes, `[^1]: …`.
    private(set) var footnotes: [Int] = []
    private var images = 0
    private var deepest = 0

    init(_ bytes: ArraySlice<UInt8>) {
        lines.reserveCapacity(32)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            lines.append(Int32(truncatingIfNeeded: index))
            start(of: index, bytes)
            index = end(ofLine: index, bytes) + 1
            if fault != nil { return }
        }
        if deepest * lines.count > MarkdownScan.mostContainerSteps {
            refuse(bytes.startIndex, "the text has too many lines for lists and quotes nested \(deepest) deep")
        }
    }

    /// The end of a line; counts the brackets in it.
    private mutating func end(ofLine start: Int, _ bytes: ArraySlice<UInt8>) -> Int {
        var index = start
        while index < bytes.endIndex, bytes[index] != 0x0A {
            if bytes[index] == 0x5B {
                if index > start, bytes[index - 1] == 0x21 {
                    images += 1
                    if images > MarkdownScan.mostImages { refuse(index, "a paragraph has too many '!['") }
                }
                if index + 1 < bytes.endIndex, bytes[index + 1] == 0x40 || bytes[index + 1] == 0x5E {
                    mayHaveMarks = true
                }
            }
            index += 1
        }
        return index
    }

    /// Reads a line's start: container marks, then what the line may be.
    private mutating func start(of line: Int, _ bytes: ArraySlice<UInt8>) {
        // Letters and everything outside ASCII begin plain text.
        if bytes[line] >= 0x61, bytes[line] != 0x7C {
            hasText = true
            return
        }
        var index = line
        var depth = 0
        var indentation = 0
        scan: while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x09:
                if depth == 0 { indentation += byte == 0x09 ? 4 : 1 }
                index += 1
            case 0x3E:
                depth += 1
                index += 1
            case 0x2A, 0x2B, 0x2D:
                guard isSpace(bytes, index + 1) else { break scan }
                depth += 1
                index += 1
            case 0x30...0x39:
                var end = index
                while end < bytes.endIndex, end < index + 10, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
                guard end < bytes.endIndex, bytes[end] == 0x2E || bytes[end] == 0x29, isSpace(bytes, end + 1) else {
                    break scan
                }
                depth += 1
                index = end + 1
            default: break scan
            }
        }
        if depth > 0 { depth += indentation / 2 }
        deepest = max(deepest, depth)
        if depth > MarkdownScan.deepestContainers {
            refuse(line, "lists and quotes are nested more than \(MarkdownScan.deepestContainers) deep")
        }
        if index >= bytes.endIndex || bytes[index] == 0x0A || bytes[index] == 0x0D {
            if depth == 0 { images = 0 } else { hasText = true }
            return
        }
        hasText = true
        switch bytes[index] {
        case 0x7C, 0x3A, 0x2D: if isTableRule(bytes, index) { mayHaveTables = true }
        case 0x5B: definition(bytes, index)
        default: break
        }
    }

    private func isSpace(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
        index >= bytes.endIndex || bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A
            || bytes[index] == 0x0D
    }

    private func isTableRule(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Bool {
        var hasMark = false
        var hasDash = false
        var index = start
        while index < bytes.endIndex, bytes[index] != 0x0A {
            switch bytes[index] {
            case 0x7C, 0x3A: hasMark = true
            case 0x2D: hasDash = true
            case 0x20, 0x09, 0x0D: break
            default: return false
            }
            index += 1
        }
        return hasMark && hasDash
    }

    private mutating func definition(_ bytes: ArraySlice<UInt8>, _ start: Int) {
        var index = start + 1
        while index < bytes.endIndex, bytes[index] != 0x0A {
            if bytes[index] == 0x5D {
                guard index + 1 < bytes.endIndex, bytes[index + 1] == 0x3A else { return }
                mayHaveDefinitions = true
                if bytes[start + 1] == 0x5E { footnotes.append(start) }
                return
            }
            index += 1
        }
        // A label may continue on the next line.
        mayHaveDefinitions = true
    }

    private mutating func refuse(_ place: Int, _ message: String) {
        if fault == nil { fault = Fault(place: place, message: message) }
    }
}
