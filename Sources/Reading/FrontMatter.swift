import Bytes
import Diagnostics

/// The place of a document's front matter: between a first line `---` and the next line `---`.
struct FrontMatter {
    /// The offsets of the YAML between the lines; nil if there is no front matter.
    var block: Range<Int>?
    /// The offset of the body's first byte.
    var bodyStart: Int
    var diagnostics: [Diagnostic] = []
    /// Whether the front matter was opened and could not be delimited.
    var isBroken = false

    init(_ file: TextFile) {
        let bytes = file.bytes
        let start = file.byteOrderMarkLength
        bodyStart = start
        if let slip = FrontMatterFence(file, start).slip {
            diagnostics = [slip]
            isBroken = true
            bodyStart = bytes.count
            return
        }
        guard FrontMatter.isFence(bytes, start) else {
            if let fault = FrontMatter.misplaced(file, start) {
                diagnostics = [fault]
                isBroken = true
            }
            return
        }
        let first = FrontMatter.nextLine(bytes, start)
        var line = first
        while line < bytes.count {
            if bytes[line] == 0x2D, FrontMatter.isFence(bytes, line) {
                bodyStart = FrontMatter.nextLine(bytes, line)
                block = first..<line
                if line - first > Reading.largestFrontMatter { refuseSize(file, start, line - first) }
                return
            }
            line = FrontMatter.nextLine(bytes, line)
        }
        isBroken = true
        bodyStart = bytes.count
        diagnostics = [FrontMatter.unclosed(file, start, from: first)]
    }

    private mutating func refuseSize(_ file: TextFile, _ start: Int, _ size: Int) {
        block = nil
        isBroken = true
        diagnostics = [
            Diagnostic(
                .frontMatterTooLarge,
                "the front matter has \(size) bytes; at most \(Reading.largestFrontMatter) are read",
                at: TextLocation(file, TextRange(start, start + 3)),
                hint: "move entries to files of their own, and text below the front matter")
        ]
    }

    /// Whether a line is `---`, spaces and tabs after it allowed.
    static func isFence(_ bytes: [UInt8], _ start: Int) -> Bool {
        guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D
        else { return false }
        var index = start + 3
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    }

    static func nextLine(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes.span.firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? bytes.count
    }

    private static func unclosed(_ file: TextFile, _ start: Int, from first: Int) -> Diagnostic {
        let place = TextLocation(file, TextRange(start, start + 3))
        var line = first
        while line < file.bytes.count {
            let range = file.line(at: line)
            let text = file.bytes[range].filter { $0 != 0x20 && $0 != 0x09 }
            let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
            if text.count >= 2, text.allSatisfy({ $0 == 0x2D }) || FrontMatterFence.isDashes(scalars) {
                let near = TextLocation(file, TextRange(range.lowerBound, range.upperBound))
                return Diagnostic(
                    .unclosedFrontMatter, "the front matter that opens here is not closed", at: place,
                    notes: [Diagnostic.Note("perhaps this line was meant to close it", at: near)],
                    hint: "close it with a line of exactly '---'",
                    fixIt: FixIt(replacing: near, with: "---", title: "write '---' on the line that looks like it"))
            }
            line = nextLine(file.bytes, line)
        }
        return Diagnostic(
            .unclosedFrontMatter, "the front matter that opens here is not closed", at: place,
            hint: "close it with a line of exactly '---'")
    }

    /// Front matter in the wrong place, which would be shown to readers as text.
    private static func misplaced(_ file: TextFile, _ start: Int) -> Diagnostic? {
        let bytes = file.bytes
        if bytes[start...].starts(with: [0x2B, 0x2B, 0x2B]) {
            return Diagnostic(
                .misplacedFrontMatter, "front matter is YAML between lines of '---', not TOML between '+++'",
                at: TextLocation(file, TextRange(start, start + 3)))
        }
        guard start < bytes.count, bytes[start] <= 0x20 else { return nil }
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == 0x2D, isFence(bytes, index) else { return nil }
        // A thematic break without a field below it is not front matter.
        let next = nextLine(bytes, index)
        let line = file.line(at: next)
        guard next < bytes.count, bytes[line].contains(0x3A) else { return nil }
        return Diagnostic(
            .misplacedFrontMatter, "front matter must begin on the first line, in the first column",
            at: TextLocation(file, TextRange(index, index + 3)),
            fixIt: FixIt(
                replacing: TextLocation(file, TextRange(start, index)), with: "", title: "delete the text before it")
        )
    }
}
