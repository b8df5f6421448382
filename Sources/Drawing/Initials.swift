/// One to four letters or digits for each party's badge, all different unless writers chose the same.
package enum Initials {
    /// What a badge is made from.
    package struct Source: Sendable {
        /// The writer's own initials.
        let own: String?
        let shortName: String?
        let name: String

        package init(own: String? = nil, shortName: String? = nil, name: String) {
            self.own = own
            self.shortName = shortName
            self.name = name
        }

        /// The initials that stand as they are written: the writer's own, or a short name of capitals: "ECB".
        var fixed: String? {
            if let own { return own }
            guard let shortName, (2...4).contains(shortName.count) else { return nil }
            let isShort = shortName.unicodeScalars.allSatisfy {
                $0.properties.isUppercase || $0.properties.numericType == .decimal
            }
            return isShort && shortName.unicodeScalars.contains { $0.properties.isUppercase } ? shortName : nil
        }

        /// The name from whose words others are made.
        package var text: String { shortName ?? name }
    }

    /// Gives each name, in order, the capitals of its first two significant words, else its first two letters; a pair
    /// that is taken keeps its first letter and goes on to the name's next one.
    ///
    /// "Department of War" is DW, "Anthropic" AN, a later "Anchorage" AC.
    package static func assign(to names: [String]) -> [String] { assign(to: names.map { Source(name: $0) }) }

    /// The same for parties: initials that are written come first, and words that several names share tell nobody apart.
    ///
    /// "IAM District 751" beside "IAM District W24" is 751.
    package static func assign(to sources: [Source]) -> [String] {
        var taken = Set(sources.compactMap(\.fixed))
        let shared = sharedWords(of: sources.map(\.text))
        return sources.map { source in
            if let fixed = source.fixed { return fixed }
            let pair = choose(for: source, shared: shared) { taken.contains($0) }
            taken.insert(pair)
            return pair
        }
    }

    /// The words that stand in the names of several parties.
    package static func sharedWords(of names: [String]) -> Set<String> {
        var seen: Set<String> = []
        var shared: Set<String> = []
        for name in Set(names) {
            for word in Set(words(of: name).map { String($0) }) where !seen.insert(word).inserted {
                shared.insert(word)
            }
        }
        return shared
    }

    /// The first initials of a party that are not taken; those that are written, taken or not.
    package static func choose(
        for source: Source, shared: Set<String> = [], isTaken: (String) -> Bool
    ) -> String {
        if let fixed = source.fixed { return fixed }
        let telling = tellingWords(of: source.text, shared: shared)
        // A word that is short as it is: "751", "W24".
        if telling.count == 1, telling[0].count <= 4, telling[0].contains(where: \.isNumber) {
            let whole = String(telling[0])
            if !isTaken(whole) { return whole }
        }
        return candidates(for: telling).first { !isTaken($0) } ?? numbered(source.text, isTaken)
    }

    /// Forms of companies, which tell no party from another.
    private static let companyForms: Set<String> = [
        "INC", "LTD", "LIMITED", "LLC", "PLC", "CORP", "CORPORATION", "GMBH", "AG", "SA", "NV", "BV", "CO",
    ]

    /// Words that are passed over while others are left, in the languages of the Latin alphabet that have such words.
    private static let smallWords: Set<String> = [
        "A", "AN", "AND", "AS", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "WITH", "DAS", "DE",
        "DEL", "DELLA", "DEM", "DEN", "DER", "DES", "DI", "DIE", "DO", "DOS", "DU", "E", "EL", "EN", "ET", "FÜR", "I",
        "IL", "LA", "LAS", "LE", "LES", "LOS", "OCH", "OG", "POUR", "UND", "VAN", "VOM", "VON", "Y", "ZUR",
    ]

    /// The words of a name that tell its party from others: without small words, forms of companies, "United States" and
    /// what other names share, as far as any are left.
    private static func tellingWords(of name: String, shared: Set<String>) -> [[Character]] {
        var left = words(of: name)
        func drop(_ isDropped: (String) -> Bool) {
            let fewer = left.filter { !isDropped(String($0)) }
            if !fewer.isEmpty { left = fewer }
        }
        drop(smallWords.contains)
        drop(companyForms.contains)
        if let place = left.indices.dropLast().first(where: {
            String(left[$0]) == "UNITED" && String(left[$0 + 1]) == "STATES"
        }), left.count > 2, left.last.map({ String($0) }) != "AMERICA" {
            left.removeSubrange(place...place + 1)
        }
        drop(shared.contains)
        return left
    }

    /// Pairs in the order in which they are tried.
    private static func candidates(for words: [[Character]]) -> [String] {
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
