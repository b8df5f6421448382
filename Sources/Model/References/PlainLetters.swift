/// A lower-case text with Latin letters that bear marks written in plain ones, for proposing an id: `über` is `ueber`.
///
/// Letters that have an accepted spelling in plain letters get it (German, Danish, Icelandic); all others lose their
/// mark. Anything that is no Latin letter stays as it is.
func plainLetters(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        // Marks that follow their letter: `u` and U+0308.
        if (0x300...0x36F).contains(scalar.value) { continue }
        if let plain = plainSpelling[scalar] { result += plain } else { result.unicodeScalars.append(scalar) }
    }
    return result
}

private let plainSpelling: [Unicode.Scalar: String] = {
    var spelling: [Unicode.Scalar: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa", "þ": "th",
    ]
    for (plain, marked) in [
        ("a", "àáâãāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõōŏő"), ("r", "ŕŗř"),
        ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ] {
        for scalar in marked.unicodeScalars { spelling[scalar] = plain }
    }
    return spelling
}()
