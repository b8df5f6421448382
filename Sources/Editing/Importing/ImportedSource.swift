/// What a file tells about a source: values of the fields of a source entry.
package struct ImportedSource: Sendable, Equatable {
    /// A proposal for its id; nil if the file has none.
    package var id: String?
    /// In the order in which they were found; a list has several of one name.
    package private(set) var fields: [(name: String, value: String)] = []
    /// The text to keep beside the entry; nil if there is none.
    package var text: String?

    package init(id: String? = nil, url: String? = nil, text: String? = nil) {
        self.id = id
        self.text = text
        add("url", url)
    }

    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Adds a value if there is one and the field has none yet.
    mutating func add(_ name: String, _ value: String?) {
        guard let value = value?.collapsed, !value.isEmpty, self[name] == nil else { return }
        fields.append((name, value))
    }

    /// Adds the values of a list if it has none yet.
    mutating func add(_ name: String, all values: [String]) {
        guard self[name] == nil else { return }
        var seen: Set<String> = []
        for value in values.map(\.collapsed) where !value.isEmpty && seen.insert(value).inserted {
            fields.append((name, value))
        }
    }

    /// Adds a date of which the year, the month or the day is certain: `2026-05-05T10:00:00Z`, `2026/5/5`, `2026`. Other
    /// forms are left out: none is guessed.
    mutating func add(_ name: String, date text: String?) { add(name, text.flatMap(isoDay)) }

    package static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.text == right.text
            && left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
    }
}

extension String {
    /// The text on one line, with single spaces.
    var collapsed: String {
        split { $0.isWhitespace || $0 == "\u{FEFF}" }.joined(separator: " ")
    }
}

/// The day, month or year with which an ISO date begins; nil if a text is not one.
func isoDay(_ text: String) -> String? {
    let date = text.collapsed.prefix { $0 != "T" && $0 != " " }
    let parts = date.split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
        return nil
    }
    return isoDay(parts.compactMap { Int($0) })
}

/// The date of a year, a month and a day, as far as they are known.
func isoDay(_ parts: [Int]) -> String? {
    guard let year = parts.first, (1...9_999).contains(year) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    guard parts.count > 1, (1...12).contains(parts[1]) else { return text }
    text += "-" + padded(parts[1], 2)
    guard parts.count > 2, (1...31).contains(parts[2]) else { return text }
    return text + "-" + padded(parts[2], 2)
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
