import Diagnostics

/// Finds fields outside the front matter, because a line of `---` is missing, misspelt or repeated. Without this check,
/// each required field would be reported as missing although it is written.
struct FrontMatterFence {
    private let file: TextFile
    private let start: Int
    private var bytes: [UInt8] { file.bytes }

    init(_ file: TextFile, _ start: Int) {
        self.file = file
        self.start = start
    }

    /// The problem with the first line of the front matter; nil if there is no problem or no front matter.
    var slip: Diagnostic? {
        guard start < bytes.count else { return nil }
        if FrontMatter.isFence(bytes, start) { return closedAtOnce }
        let second = FrontMatter.nextLine(bytes, start)
        if isLikeFence(start), beginsWithField(second), hasFence(from: second) {
            let line = file.line(at: start)
            let place = TextLocation(file, TextRange(start, line.upperBound))
            return Diagnostic(
                .misplacedFrontMatter, "the line that opens the front matter is not '---'", at: place,
                fixIt: FixIt(replacing: place, with: "---", title: "write '---'"))
        }
        guard beginsWithField(start), hasFence(from: second) else { return nil }
        let line = file.line(at: start)
        return Diagnostic(
            .misplacedFrontMatter, "the front matter has no line of '---' above it",
            at: TextLocation(file, TextRange(start, line.upperBound)),
            fixIt: FixIt(
                replacing: TextLocation(file, TextRange(at: start)), with: "---\n", title: "write a line of '---' above"
            ))
    }

    /// `---` twice, and the fields below both.
    private var closedAtOnce: Diagnostic? {
        let second = FrontMatter.nextLine(bytes, start)
        let third = FrontMatter.nextLine(bytes, second)
        guard second < bytes.count, FrontMatter.isFence(bytes, second), beginsWithField(third), hasFence(from: third)
        else { return nil }
        let line = file.line(at: second)
        return Diagnostic(
            .misplacedFrontMatter, "the front matter is closed before its first field",
            at: TextLocation(file, TextRange(second, line.upperBound)),
            fixIt: FixIt(
                replacing: TextLocation(file, TextRange(second, third)), with: "", title: "delete this line"))
    }

    /// Whether a line begins with a field's name, a colon, and a space or its end.
    private func beginsWithField(_ line: Int) -> Bool {
        var place = line
        while place < bytes.count {
            switch bytes[place] {
            case 0x61...0x7A, 0x5F: place += 1
            case 0x3A where place > line: return place + 1 == bytes.count || bytes[place + 1] <= 0x20
            default: return false
            }
        }
        return false
    }

    /// Whether a line has nothing but dashes of any kind, and at least one that is not a hyphen.
    static func isDashes(_ text: String.UnicodeScalarView) -> Bool {
        var hasOther = false
        for scalar in text where scalar != " " && scalar != "-" {
            guard (0x2010...0x2015).contains(scalar.value) || [0x2212, 0xFF0D, 0xFE58, 0xFE63].contains(scalar.value)
            else { return false }
            hasOther = true
        }
        return hasOther
    }

    /// Whether a line is short and has dashes: two hyphens, or a longer one.
    private func isLikeFence(_ line: Int) -> Bool {
        let place = file.line(at: line)
        guard place.count <= 12 else { return false }
        let text = String(decoding: bytes[place], as: UTF8.self)
        return text.unicodeScalars.count <= 6 && ["--", "–", "—"].contains(where: text.contains)
    }

    /// Whether a line of `---` follows, with any text between.
    private func hasFence(from line: Int) -> Bool {
        var line = line
        while line < bytes.count {
            if bytes[line] == 0x2D, FrontMatter.isFence(bytes, line) { return true }
            line = FrontMatter.nextLine(bytes, line)
        }
        return false
    }
}
