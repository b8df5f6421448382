import Model

/// Reads sources from BibTeX and BibLaTeX.
package enum BibTeXImport {
    /// Nil if the text has no entry that can be read.
    package static func sources(in text: String) -> [ImportedSource]? {
        var reader = BibTeXReader(text)
        let sources = reader.entries().map(source)
        return sources.isEmpty ? nil : sources
    }

    private static let types = [
        "article": "article-journal", "book": "book", "mvbook": "book", "inbook": "chapter", "incollection": "chapter",
        "collection": "collection", "inproceedings": "paper-conference", "conference": "paper-conference",
        "online": "webpage", "electronic": "webpage", "www": "webpage", "report": "report", "techreport": "report",
        "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "unpublished": "manuscript",
        "legislation": "legislation", "jurisdiction": "legal-case", "dataset": "dataset", "software": "software",
        "patent": "patent", "letter": "letter", "periodical": "periodical", "standard": "standard",
    ]

    private static func source(_ entry: BibTeXReader.Entry) -> ImportedSource {
        func field(_ names: String...) -> String? {
            names.lazy.compactMap { entry.fields[$0] }.first.map(plainText)
        }
        var source = ImportedSource(id: entry.key)
        source.add("title", field("title"))
        let subtype = field("entrysubtype").flatMap {
            ["newspaper": "article-newspaper", "magazine": "article-magazine"][$0]
        }
        let isWeb =
            entry.type == "misc" && (entry.fields["url"] ?? entry.fields["howpublished"])?.contains("http") == true
        source.add("type", subtype ?? (isWeb ? "webpage" : types[entry.type]))
        source.add(
            "publisher", field("publisher", "journaltitle", "journal", "institution", "organization", "school"))
        source.add("authors", all: entry.fields["author"].map(names) ?? [])
        if let date = field("date") {
            source.add("published", date: date)
        } else if let year = field("year").flatMap({ Int($0) }) {
            let month = field("month").flatMap(month)
            let day = field("day").flatMap { Int($0) }
            source.add("published", isoDay([year] + (month.map { [$0] + (day.map { [$0] } ?? []) } ?? [])))
        }
        source.add("accessed", date: field("urldate"))
        let address = entry.fields["url"] ?? entry.fields["howpublished"]
        if let address, let start = address.firstRange(of: "http")?.lowerBound {
            source.add("url", String(address[start...].prefix { !$0.isWhitespace && $0 != "}" }.filter { $0 != "\\" }))
        }
        source.add("language", field("langid", "language").flatMap { $0.count <= 3 ? $0 : nil })
        return source
    }

    private static func month(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.firstIndex(of: String(text.lowercased().prefix(3))).map { $0 + 1 }
    }

    /// Names are divided by the word "and" outside braces; "Lind, Mara" is Mara Lind.
    private static func names(_ text: String) -> [String] {
        var names: [String] = []
        var name = ""
        var depth = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            if depth == 0, word == "and" {
                names.append(name)
                name = ""
                continue
            }
            depth += word.count { $0 == "{" } - word.count { $0 == "}" }
            name += (name.isEmpty ? "" : " ") + word
        }
        names.append(name)
        return names.filter { $0 != "others" && !$0.isEmpty }.map { name in
            if name.hasPrefix("{"), name.hasSuffix("}") { return plainText(name) }
            let parts = name.split(separator: ",", omittingEmptySubsequences: false).map { plainText(String($0)) }
            switch parts.count {
            case 2: return "\(parts[1]) \(parts[0])"
            case 3: return "\(parts[2]) \(parts[0]) \(parts[1])"
            default: return plainText(name)
            }
        }
    }

    private static let accents: [Character: Unicode.Scalar] = [
        "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
        "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}",
    ]
    private static let letters = [
        "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
        "AA": "Å", "i": "ı", "dots": "…", "ldots": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’",
        "textquoteleft": "‘",
    ]

    /// A value without braces and TeX's commands for letters.
    static func plainText(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        var index = 0
        func skipSpacesAndBraces() {
            while index < characters.count, characters[index] == " " || characters[index] == "{" { index += 1 }
        }
        while index < characters.count {
            let character = characters[index]
            index += 1
            switch character {
            case "{", "}": continue
            case "~": result += " "
            case "-" where index < characters.count && characters[index] == "-":
                let isLong = index + 1 < characters.count && characters[index + 1] == "-"
                result += isLong ? "—" : "–"
                index += isLong ? 2 : 1
            case "\\":
                guard index < characters.count else { break }
                let command = characters[index]
                guard command.isLetter else {
                    index += 1
                    guard let accent = accents[command] else {
                        result.append(command)
                        continue
                    }
                    skipSpacesAndBraces()
                    if index < characters.count, characters[index] == "\\" { index += 1 }
                    if index < characters.count { result += accented(characters[index], accent) }
                    index += 1
                    continue
                }
                let start = index
                while index < characters.count, characters[index].isLetter { index += 1 }
                let name = String(characters[start..<index])
                if name.count == 1, let accent = accents[Character(name)] {
                    skipSpacesAndBraces()
                    if index < characters.count { result += accented(characters[index], accent) }
                    index += 1
                } else {
                    result += letters[name] ?? ""
                    if letters[name] != nil, index < characters.count, characters[index] == " " { index += 1 }
                }
            default: result.append(character)
            }
        }
        return result.collapsed
    }

    private static func accented(_ letter: Character, _ accent: Unicode.Scalar) -> String {
        var text = String(letter == "ı" ? "i" : letter)
        text.unicodeScalars.append(accent)
        // Characters that are canonically equivalent are equal.
        let one = (0xC0...0x24F).lazy.compactMap(Unicode.Scalar.init).first { Character($0) == Character(text) }
        return one.map(String.init) ?? text
    }
}

/// The entries of a BibTeX file with their fields as written.
private struct BibTeXReader {
    struct Entry {
        let type: String
        let key: String
        /// By name in lower case.
        var fields: [String: String]
    }

    private let text: [Character]
    private var place = 0
    private var macros: [String: String] = [:]

    init(_ text: String) { self.text = Array(text) }

    mutating func entries() -> [Entry] {
        var entries: [Entry] = []
        while let start = text[place...].firstIndex(of: "@") {
            place = start + 1
            let type = word().lowercased()
            skipSpace()
            guard place < text.count, text[place] == "{" || text[place] == "(" else { continue }
            place += 1
            if type == "comment" || type == "preamble" { continue }
            if type == "string" {
                let (name, value) = field() ?? ("", "")
                macros[name] = value
                continue
            }
            skipSpace()
            let key = String(text[place...].prefix { $0 != "," && $0 != "}" && !$0.isWhitespace })
            place += key.count
            skipSpace()
            var entry = Entry(type: type, key: key, fields: [:])
            while place < text.count, text[place] == "," {
                place += 1
                guard let (name, value) = field() else { break }
                if entry.fields[name] == nil { entry.fields[name] = value }
                skipSpace()
            }
            if !key.isEmpty || !entry.fields.isEmpty { entries.append(entry) }
        }
        return entries
    }

    private mutating func skipSpace() {
        while place < text.count, text[place].isWhitespace { place += 1 }
    }

    private mutating func word() -> String {
        skipSpace()
        let word = text[place...].prefix { $0.isLetter || $0.isNumber || "-_:.+".contains($0) }
        place += word.count
        return String(word)
    }

    /// A name, `=` and a value; nil at the end of an entry.
    private mutating func field() -> (name: String, value: String)? {
        let name = word().lowercased()
        skipSpace()
        guard !name.isEmpty, place < text.count, text[place] == "=" else { return nil }
        place += 1
        var value = ""
        repeat {
            skipSpace()
            guard place < text.count else { break }
            switch text[place] {
            case "{": value += delimited("}")
            case "\"": value += delimited("\"")
            default:
                let word = word()
                value += macros[word.lowercased()] ?? word
            }
            skipSpace()
        } while takeHash()
        return (name, value)
    }

    private mutating func takeHash() -> Bool {
        guard place < text.count, text[place] == "#" else { return false }
        place += 1
        return true
    }

    /// The text up to a closing mark outside inner braces.
    private mutating func delimited(_ end: Character) -> String {
        place += 1
        let start = place
        var depth = 0
        while place < text.count {
            let character = text[place]
            if character == "\\" {
                place += 1
            } else if depth == 0, character == end {
                break
            } else {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
            }
            place += 1
        }
        let value = String(text[start..<min(place, text.count)])
        place = min(place + 1, text.count)
        return value
    }
}
