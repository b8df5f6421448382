/// Two capitals for each party, all different.
package enum Initials {
    /// Gives each name, in order, the capitals of its first two significant words, else its first two letters; a pair
    /// that is taken keeps its first letter and goes on to the name's next one.
    ///
    /// "Department of War" is DW, "Anthropic" AN, a later "Anchorage" AC.
    package static func assign(to names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let pair = choose(for: name) { taken.contains($0) }
            taken.insert(pair)
            return pair
        }
    }

    /// The first pair of a name that is not taken.
    package static func choose(for name: String, isTaken: (String) -> Bool) -> String {
        candidates(for: name).first { !isTaken($0) } ?? numbered(name, isTaken)
    }

    /// Words that are passed over while others are left, in the languages of the Latin alphabet that have such words.
    private static let smallWords: Set<String> = [
        "A", "AN", "AND", "AS", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "WITH", "DAS", "DE",
        "DEL", "DELLA", "DEM", "DEN", "DER", "DES", "DI", "DIE", "DO", "DOS", "DU", "E", "EL", "EN", "ET", "FÜR", "I",
        "IL", "LA", "LAS", "LE", "LES", "LOS", "OCH", "OG", "POUR", "UND", "VAN", "VOM", "VON", "Y", "ZUR",
    ]

    /// Pairs in the order in which they are tried.
    private static func candidates(for name: String) -> [String] {
        let all = words(of: name)
        let significant = all.filter { !smallWords.contains(String($0)) }
        let words = significant.isEmpty ? all : significant
        guard let first = words.first?.first else { return [] }
        let seconds = words.count > 1 ? Array(words[1]) + words[0].dropFirst() : Array(words[0].dropFirst())
        let further = words.dropFirst(2).flatMap { Array($0) }
        return (seconds + further).map { String([first, $0]) }
            + (words.count == 1 && seconds.isEmpty ? [String(first)] : [])
    }

    /// The name's words in capitals, letters and digits only.
    private static func words(of name: String) -> [[Character]] {
        var words: [[Character]] = []
        var word: [Character] = []
        for scalar in name.unicodeScalars {
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType == .decimal {
                if let capital = properties.uppercaseMapping.first { word.append(capital) }
            } else if scalar == "'" || scalar == "’" || scalar == "ʼ" || AdvanceTable.isJoining(scalar.value) {
                continue
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// For names that have nothing left: their first letter, or P, and a number.
    private static func numbered(_ name: String, _ isTaken: (String) -> Bool) -> String {
        let first = words(of: name).first?.first ?? "P"
        var number = 2
        while isTaken("\(first)\(number)") { number += 1 }
        return "\(first)\(number)"
    }
}
