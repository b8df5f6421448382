import Bytes

/// Operations on text as Python's `str` does them: by code point, with Unicode's full case mappings.
enum PythonText {
    static func lowered(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            if scalar.value == 0x3A3 {
                result.unicodeScalars.append(isFinalSigma(scalars, index) ? "\u{3C2}" : "\u{3C3}")
            } else {
                result += scalar.properties.lowercaseMapping
            }
        }
        return result
    }

    /// Whether a capital sigma ends a word: it follows a letter, and no letter follows it.
    private static func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, scalars[before].properties.isCaseIgnorable { before -= 1 }
        guard before >= 0, scalars[before].properties.isCased else { return false }
        var after = index + 1
        while after < scalars.count, scalars[after].properties.isCaseIgnorable { after += 1 }
        return after == scalars.count || !scalars[after].properties.isCased
    }

    static func uppered(_ text: String) -> String { text.uppercased() }

    /// The first letter in title case, the rest in lower case.
    static func capitalized(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return "" }
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.prefix(1).uppercased() + text.dropFirst().lowercased() }
        let whole = lowered(text)
        let firstLowered = first.properties.lowercaseMapping
        return first.properties.titlecaseMapping
            + String(String.UnicodeScalarView(whole.unicodeScalars.dropFirst(firstLowered.unicodeScalars.count)))
    }

    /// Capitalizes each word. A word begins after white space, `-`, `(`, `{`, `[` or `<`.
    static func titled(_ text: String) -> String {
        var result = ""
        var word = String.UnicodeScalarView()
        func end() {
            guard let first = word.first else { return }
            result += String(first).uppercased() + lowered(String(String.UnicodeScalarView(word.dropFirst())))
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if isSpace(scalar) || "-({[<".unicodeScalars.contains(scalar) {
                end()
                result.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        end()
        return result
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    static func trimmed(_ text: String, _ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isTrimmed($0) }),
            let last = scalars.lastIndex(where: { !isTrimmed($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// `str.replace`: all matches, or the first `count`. It stops when the text is longer than the limit.
    static func replacing(_ text: String, _ old: String, _ new: String, count: Int?) -> String {
        var left = count ?? Int.max
        if left < 0 { left = Int.max }
        if old.isEmpty {
            var result = ""
            for scalar in text.unicodeScalars where result.utf8.count <= Limits.text {
                if left > 0 {
                    result += new
                    left -= 1
                }
                result.unicodeScalars.append(scalar)
            }
            return left > 0 ? result + new : result
        }
        let bytes = Array(text.utf8)
        let wanted = Array(old.utf8)
        var result = ByteBuffer(capacity: bytes.count)
        var index = 0
        while index < bytes.count, result.count <= Limits.text {
            if left > 0, bytes[index] == wanted[0], bytes.count - index >= wanted.count,
                bytes[index..<(index + wanted.count)].elementsEqual(wanted)
            {
                result.append(new)
                index += wanted.count
                left -= 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result.string
    }

    /// Jinja's `truncate`.
    static func truncated(
        _ text: String, length: Int, killsWords: Bool, end: String, leeway: Int
    ) -> String {
        let scalars = text.unicodeScalars
        // A text cannot have more code points than bytes.
        if text.utf8.count <= length + leeway || scalars.count <= length + leeway { return text }
        let kept = pythonPrefix(Array(scalars), length - end.unicodeScalars.count)
        var head = String.UnicodeScalarView()
        head.append(contentsOf: kept)
        if !killsWords, let space = head.lastIndex(of: " ") { head = String.UnicodeScalarView(head[..<space]) }
        return String(head) + end
    }

    /// `scalars[:end]`; a negative end counts from the back.
    private static func pythonPrefix(_ scalars: [Unicode.Scalar], _ end: Int) -> ArraySlice<Unicode.Scalar> {
        scalars.prefix(max(0, end < 0 ? scalars.count + end : end))
    }

    /// Words as the regular expression `\w+` finds them.
    static func wordCount(_ text: String) -> Int {
        var count = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            let isWord = isWordScalar(scalar)
            if isWord, !isInWord { count += 1 }
            isInWord = isWord
        }
        return count
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return isNameByte(UInt8(scalar.value)) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// `str.splitlines`.
    static func lines(_ text: String) -> [String] {
        var result: [String] = []
        var line = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if wasReturn, scalar == "\n" {
                wasReturn = false
                continue
            }
            wasReturn = scalar == "\r"
            switch scalar.value {
            case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
                result.append(String(line))
                line = String.UnicodeScalarView()
            default: line.append(scalar)
            }
        }
        if !line.isEmpty { result.append(String(line)) }
        return result
    }

    /// Jinja's `indent`.
    static func indented(_ text: String, by indent: String, first: Bool, blank: Bool) -> String {
        let all = lines(text + "\n")
        var result = ""
        for (index, line) in all.enumerated() where result.utf8.count <= Limits.text {
            if index > 0 {
                result += "\n"
                if blank || !line.isEmpty { result += indent }
            }
            result += line
        }
        return first ? indent + result : result
    }

    /// `str.center`.
    static func centered(_ text: String, width: Int) -> String {
        let length = text.unicodeScalars.count
        guard width > length else { return text }
        let room = min(width, Limits.repetition) - length
        guard room > 0 else { return text }
        let left = room / 2 + (room & width & 1)
        return String(repeating: " ", count: left) + text + String(repeating: " ", count: room - left)
    }
}
