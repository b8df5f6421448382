/// Whether a language is written from right to left.
package func isRightToLeft(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    guard tag.utf8.contains(UInt8(ascii: "-")) else { return rightToLeftLanguages.contains(tag) }
    let parts = tag.split(separator: "-").map(String.init)
    if parts.contains("latn") || parts.contains("cyrl") { return false }
    if parts.contains("arab") || parts.contains("hebr") || parts.contains("thaa") || parts.contains("syrc") {
        return true
    }
    return rightToLeftLanguages.contains(parts.first ?? "")
}

private let rightToLeftLanguages: Set = [
    "ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "arc", "syr",
]
