import Diagnostics

/// Why a character has no place in a text, however it is written: as itself, as a character reference in Markdown
/// (`&#8;`), or as an escape in YAML (`"\x08"`).
enum RefusedCharacter: Equatable {
    /// C0 without tab and line ends, DEL, C1: XML 1.0 does not allow the first, HTML none of them.
    case control
    /// Unicode's noncharacters: U+FDD0 to U+FDEF, and the last two of each plane.
    case noncharacter
    /// U+2028 and U+2029, which end a line for YAML and JavaScript, and not for Markdown.
    case separator
    /// Embeddings and overrides of direction, which change the order in which a text is shown.
    case reordering
    /// Leaves no mark, and no script needs it: zero-width spaces, invisible operators, tags.
    case invisible

    init?(_ code: UInt32) {
        switch code {
        case 0x09, 0x0A, 0x0D: return nil
        case 0x00...0x1F, 0x7F...0x9F: self = .control
        case 0xFDD0...0xFDEF: self = .noncharacter
        case 0x2028, 0x2029: self = .separator
        case 0x202A...0x202E: self = .reordering
        case 0x180E, 0x200B, 0x2061...0x2064, 0x206A...0x206F, 0xFEFF, 0xE0000...0xE007F: self = .invisible
        case _ where code & 0xFFFE == 0xFFFE: self = .noncharacter
        default: return nil
        }
    }

    var code: DiagnosticCode {
        switch self {
        case .control, .noncharacter, .separator: .controlCharacter
        case .reordering: .bidirectionalControl
        case .invisible: .invisibleCharacter
        }
    }

    /// The message about a character.
    ///
    /// - Parameter way: how it is written, after a comma; empty where it stands as itself.
    func message(_ code: UInt32, _ way: String = "") -> String {
        let name = codePoint(code)
        return switch self {
        case .control: "the text contains the control character \(name)\(way)"
        case .noncharacter: "\(name) is not a character\(way)"
        case .separator:
            "the text contains \(name) (\(code == 0x2028 ? "line" : "paragraph") separator), which is invisible\(way)"
        case .reordering: "the invisible character \(name) changes the order in which text is shown\(way)"
        case .invisible: "there is an invisible character here: \(name)\(way)"
        }
    }
}

/// The scalar values of UTF-8 that was checked before.
struct ScalarWalk {
    private let bytes: ArraySlice<UInt8>
    private(set) var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func next() -> UInt32? {
        guard index < bytes.endIndex else { return nil }
        let lead = UInt32(bytes[index])
        // libcmark 0.30 writes the noncharacters U+FFFE and U+FFFF as the single bytes FE and FF.
        if lead >= 0xFE {
            index += 1
            return 0xFF00 | lead
        }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var code = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        let end = min(index + length, bytes.endIndex)
        for place in (index + 1)..<max(end, index + 1) { code = code << 6 | UInt32(bytes[place] & 0x3F) }
        index = end
        return code
    }
}

/// A character reference of Markdown, `&#8;` or `&ZeroWidthSpace;`, as far as it can make a character that is refused.
struct CharacterReference {
    let end: Int
    /// As CommonMark reads it: U+FFFD for a number that is no Unicode scalar.
    let code: UInt32
    /// Whether its number is one that stands for no character.
    let isUnusable: Bool

    /// HTML's names of characters that are refused.
    private static let names: KeyValuePairs<StaticString, UInt32> = [
        "ZeroWidthSpace": 0x200B, "NegativeVeryThinSpace": 0x200B, "NegativeThinSpace": 0x200B,
        "NegativeMediumSpace": 0x200B, "NegativeThickSpace": 0x200B, "ApplyFunction": 0x2061, "af": 0x2061,
        "InvisibleTimes": 0x2062, "it": 0x2062, "InvisibleComma": 0x2063, "ic": 0x2063,
    ]

    /// The reference that begins with the ampersand at an offset.
    init?(at start: Int, in bytes: ArraySlice<UInt8>, before limit: Int) {
        var index = start + 1
        guard index < limit else { return nil }
        guard bytes[index] == 0x23 else {
            while index < limit, bytes[index] != 0x3B, index - start < 32 { index += 1 }
            guard index < limit, bytes[index] == 0x3B else { return nil }
            let name = bytes[(start + 1)..<index]
            let known = CharacterReference.names.first { known, _ in
                known.utf8CodeUnitCount == name.count
                    && name.enumerated().allSatisfy { $1 == known.utf8Start[$0] }
            }
            guard let known else { return nil }
            (end, code, isUnusable) = (index + 1, known.value, false)
            return
        }
        index += 1
        let isHexadecimal = index < limit && bytes[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < limit, let digit = CharacterReference.digit(bytes[index], isHexadecimal) {
            value = min(value &* (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        // CommonMark 6.2: up to seven decimal or six hexadecimal digits.
        guard index > first, index - first <= (isHexadecimal ? 6 : 7), index < limit, bytes[index] == 0x3B else {
            return nil
        }
        end = index + 1
        isUnusable = value == 0 || Unicode.Scalar(value) == nil
        code = isUnusable ? 0xFFFD : value
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x37)
        case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x57)
        default: nil
        }
    }
}

extension ProseBuilder {
    /// Reports the characters that references make and that typed ones may not be.
    ///
    /// A typed one of them is an error, or was reported, when the file was read: what is found here and has a reference
    /// in the source was made by it.
    mutating func checkReferences(_ literal: ArraySlice<UInt8>) {
        guard hasReferences else { return }
        var walk = ScalarWalk(literal)
        while let code = walk.next() {
            let refused = RefusedCharacter(code)
            guard refused != nil || code == 0xFFFD, !unreferenced.contains(code) else { continue }
            guard let found = nextReference(to: code) else {
                unreferenced.insert(code)
                continue
            }
            let (start, reference) = found
            referenceEnd = reference.end
            let written = places.source.file.text(in: places.source.range(start, reference.end))
            guard let refused else {
                report(
                    .controlCharacter, "'\(written)' stands for no character", start, reference.end,
                    hint: "delete it, or write the character that is meant")
                continue
            }
            let place = TextLocation(places.source.file, places.source.range(start, reference.end))
            report(
                refused.code, refused.message(code, ", written as '\(written)'"), start, reference.end,
                hint: "delete it; if the letters are meant, write '&amp;' for the first",
                fixIt: FixIt(replacing: place, with: "", title: "delete '\(written)'"))
        }
    }

    /// Begins with the references of another block or cell.
    mutating func beginReferences() {
        referenceEnd = 0
        if !unreferenced.isEmpty { unreferenced = [] }
    }

    mutating func checkReferences(inTitleOf node: MarkdownNode) {
        if hasReferences { checkReferences(node.titleBytes[...]) }
    }

    /// The next reference in the block that makes a character.
    private func nextReference(to code: UInt32) -> (Int, CharacterReference)? {
        let bytes = places.source.bytes
        var index = max(places.blockStart, referenceEnd)
        while index < places.blockEnd {
            if bytes[index] == 0x60 {
                index = endOfCode(at: index)
                continue
            }
            if bytes[index] == 0x26,
                let reference = CharacterReference(at: index, in: bytes, before: places.blockEnd),
                reference.code == code, code != 0xFFFD || reference.isUnusable
            {
                return (index, reference)
            }
            index += 1
        }
        return nil
    }

    /// The end of the code that begins with the backticks at an offset; the end of these backticks if no other ones of
    /// their number follow in the block.
    private func endOfCode(at start: Int) -> Int {
        let bytes = places.source.bytes
        func endOfRun(_ start: Int) -> Int {
            bytes[start..<places.blockEnd].firstIndex { $0 != 0x60 } ?? places.blockEnd
        }
        let opening = endOfRun(start)
        var index = opening
        while let next = bytes[index..<places.blockEnd].firstIndex(of: 0x60) {
            index = endOfRun(next)
            if index - next == opening - start { return index }
        }
        return opening
    }
}
