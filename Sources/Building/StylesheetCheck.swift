import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let brokenStylesheet = DiagnosticCode(
        "broken-stylesheet", .error, title: "A stylesheet with a syntax error",
        article: """
            A brace, a bracket, a comment or a string in one of your stylesheets is not closed, or a brace is closed that \
            was not opened, or a declaration has no `:`. A browser then ignores a rule or the rest of the file, or puts \
            rules where they do not belong. The message is at the place where it was opened.

                :root { --paper: #fff
                main { margin: 0 }

            needs a `}` before `main`.
            """)

    package static let unknownProperty = DiagnosticCode(
        "unknown-property", .warning, title: "A property that does not exist",
        article: """
            `theme.css` sets a custom property that neither the theme nor the file itself uses, or uses one that nothing \
            sets. Its name is probably misspelt: `--papr: #fff` has no effect, since the theme uses `--paper`. The \
            theme's README lists its properties. A property or a rule of CSS itself is reported if it is like one that \
            exists: `colr: red`.
            """)

    package static let thirdPartyStyle = DiagnosticCode(
        "third-party-style", .warning, title: "A stylesheet or font from another server",
        article: """
            A stylesheet loads a file from another server, by `@import` or `url(…)`. That server learns of every visit to \
            your pages, and a strict Content-Security-Policy blocks it. Keep fonts and styles in `content/`, next to \
            `theme.css`: `@font-face { src: url("fonts/serif.woff2") }`.
            """)

    package static let missingStyleFile = DiagnosticCode(
        "missing-style-file", .error, title: "A file of a stylesheet that does not exist",
        article: """
            `url(…)` or `@import` in a stylesheet names a file that does not exist. A path is relative to the stylesheet: \
            in `content/theme.css`, `url("fonts/serif.woff2")` is `content/fonts/serif.woff2`.
            """)
}

extension Workspace {
    /// The problems of the site's own stylesheets: `content/theme.css`, what it imports, and those of its templates.
    func stylesheetProblems(_ site: Site, _ theme: Theme, _ content: SiteFolder) -> [Diagnostic] {
        let files = Dictionary(content.assets.map { ($0.path, $0) }) { first, _ in first }
        let known = Stylesheet.customProperties(of: theme.assets.first { $0.path == ThemeFile.stylesheet }?.bytes ?? [])
        var problems: [Diagnostic] = []
        var open = ["theme.css"]
        var seen: Set<String> = []
        while let path = open.popLast() {
            guard seen.insert(path).inserted, let file = files[path],
                let bytes = try? self.bytes(of: file, in: content, limit: configuration.largestText)
            else { continue }
            let sheet = Stylesheet(TextFile(path: file.displayPath, bytes: bytes))
            problems += sheet.problems(knowing: known) { name in
                guard let full = contentPath(name, relativeTo: path), files[full] != nil else { return false }
                if full.hasSuffix(".css") { open.append(full) }
                return true
            }
        }
        let assets = Set(theme.assets.map(\.path))
        for (path, file) in theme.ownStylesheets {
            problems += Stylesheet(file).problems(knowing: known) { name in
                contentPath(name, relativeTo: path).map(assets.contains) ?? false
            }
        }
        return problems
    }
}

/// A stylesheet, read as far as its checks need: braces, strings, comments, addresses and custom properties.
struct Stylesheet {
    private let file: TextFile
    private let rules: StylesheetRules
    /// What is wrong with its structure.
    private var faults: [Diagnostic] = []
    private var addresses: [Located<String>] = []
    /// Custom properties that are set, and those that are used.
    private var set: [Located<String>] = []
    private var used: [Located<String>] = []

    init(_ file: TextFile) {
        self.file = file
        rules = StylesheetRules(file)
        read()
    }

    /// The names of the custom properties that a stylesheet sets or uses.
    static func customProperties(of bytes: [UInt8]) -> Set<String> {
        let sheet = Stylesheet(TextFile(path: "", bytes: bytes))
        return Set((sheet.set + sheet.used).map(\.value))
    }

    /// - Parameters:
    ///   - theme: the custom properties of the theme.
    ///   - exists: whether a path, relative to the stylesheet, is a file.
    func problems(knowing theme: Set<String>, exists: (String) -> Bool) -> [Diagnostic] {
        var problems = faults + rules.problems
        let ownUses = Set(used.map(\.value))
        let ownNames = Set(set.map(\.value))
        for name in set where !theme.contains(name.value) && !ownUses.contains(name.value) {
            problems.append(unknown(name, "nothing uses '\(name.value)'", among: theme))
        }
        for name in used where !theme.contains(name.value) && !ownNames.contains(name.value) {
            problems.append(unknown(name, "nothing sets '\(name.value)'", among: theme.union(ownNames)))
        }
        for address in addresses {
            let place = TextLocation(file, address.range)
            let text = address.value
            let scheme = text.prefix { $0 != ":" && $0 != "/" }.lowercased()
            if text.hasPrefix("//") || ["http", "https"].contains(scheme) && text.contains(":") {
                problems.append(
                    Diagnostic(
                        .thirdPartyStyle, "'\(text)' is loaded from another server", at: place,
                        hint: "keep the file next to the stylesheet, and name it by its path"))
            } else if !text.contains(":"), !text.hasPrefix("#"), !text.isEmpty {
                let path = String(text.prefix { $0 != "?" && $0 != "#" })
                if path.hasPrefix("/") || !exists(path) {
                    problems.append(
                        Diagnostic(
                            .missingStyleFile, "there is no file '\(path)'", at: place,
                            hint: "paths are relative to the stylesheet"))
                }
            }
        }
        return problems
    }

    private func unknown(_ name: Located<String>, _ message: String, among names: Set<String>) -> Diagnostic {
        Diagnostic(
            .unknownProperty, message, at: TextLocation(file, name.range),
            hint: nearestName(to: name.value, among: names.sorted()).map { "did you mean '\($0)'?" }
                ?? "the theme's README lists its properties")
    }

    // MARK: - Reading (CSS Syntax Module Level 3, as far as needed)

    private mutating func read() {
        let bytes = file.bytes
        var index = 0
        var braces: [Int] = []
        func fault(_ message: String, _ start: Int) -> Diagnostic {
            Diagnostic(.brokenStylesheet, message, at: TextLocation(file, TextRange(start, start + 1)))
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
                let start = index
                index += 2
                while index + 1 < bytes.count,
                    bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
                {
                    index += 1
                }
                if index + 1 >= bytes.count { faults.append(fault("this comment is not closed", start)) }
                index += 2
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let start = index
                index = endOfString(from: index)
                if index > bytes.count || bytes[index - 1] != bytes[start] || index - 1 == start {
                    faults.append(fault("this string is not closed", start))
                }
            case UInt8(ascii: "{"):
                braces.append(index)
                index += 1
            case UInt8(ascii: "}"):
                if braces.popLast() == nil { faults.append(fault("this '}' closes nothing", index)) }
                index += 1
            case UInt8(ascii: "-") where isWord("--", at: index): index = readProperty(at: index)
            case UInt8(ascii: "u"), UInt8(ascii: "U"):
                if isWord("url(", at: index) { index = readURL(at: index) } else { index = endOfName(from: index) }
            case UInt8(ascii: "@") where isWord("@import", at: index):
                index = readImport(at: index + "@import".utf8.count)
            case let byte where isNameByte(byte): index = endOfName(from: index)
            default: index += 1
            }
        }
        for brace in braces.prefix(1) { faults.append(fault("this '{' is not closed", brace)) }
    }

    private mutating func readProperty(at start: Int) -> Int {
        let end = endOfName(from: start)
        let name = Located(file.text(in: TextRange(start, end)), TextRange(start, end))
        if name.value.utf8.count > 2 {
            // A name before a colon is set; any other is used.
            var next = end
            while next < file.bytes.count, file.bytes[next] <= 0x20 { next += 1 }
            if next < file.bytes.count, file.bytes[next] == UInt8(ascii: ":") {
                set.append(name)
            } else {
                used.append(name)
            }
        }
        return max(end, start + 1)
    }

    private mutating func readURL(at start: Int) -> Int {
        var index = start + "url(".utf8.count
        let bytes = file.bytes
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count else { return index }
        if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { return readString(at: index) }
        let first = index
        while index < bytes.count, bytes[index] != UInt8(ascii: ")"), bytes[index] > 0x20 { index += 1 }
        addresses.append(Located(file.text(in: TextRange(first, index)), TextRange(first, index)))
        return index
    }

    private mutating func readImport(at start: Int) -> Int {
        var index = start
        while index < file.bytes.count, file.bytes[index] <= 0x20 { index += 1 }
        guard index < file.bytes.count else { return index }
        let byte = file.bytes[index]
        return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? readString(at: index) : index
    }

    /// Reads a string that is an address.
    private mutating func readString(at start: Int) -> Int {
        let end = endOfString(from: start)
        guard end - 1 > start, end <= file.bytes.count, file.bytes[end - 1] == file.bytes[start] else {
            return start + 1
        }
        let range = TextRange(start + 1, end - 1)
        addresses.append(Located(file.text(in: range), range))
        return end
    }

    /// The offset after a string, or after the line on which it is not closed.
    private func endOfString(from start: Int) -> Int {
        let bytes = file.bytes
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == bytes[start] { return index + 1 }
            if bytes[index] == 0x0A { return index }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, bytes.count)
    }

    private func isWord(_ word: String, at index: Int) -> Bool {
        index + word.utf8.count <= file.bytes.count
            && file.bytes[index..<index + word.utf8.count].map { $0 | 0x20 }.elementsEqual(word.utf8.map { $0 | 0x20 })
    }

    private func endOfName(from start: Int) -> Int {
        var index = start
        while index < file.bytes.count, isNameByte(file.bytes[index]) { index += 1 }
        return max(index, start + 1)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == 0x2D || byte == 0x5F || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20)
    }
}
