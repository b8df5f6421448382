import Diagnostics

/// The keys of one mapping: a few are compared one by one, many are hashed, so that no mapping takes quadratic time.
struct KeySet {
    private var hashed: [String: TextRange] = [:]

    /// The place of an equal key among those before; nil if the key is new.
    mutating func insert(_ key: Located<String>, among entries: [YAMLNode.Entry]) -> TextRange? {
        if entries.count < 24 {
            let length = key.value.utf8.count
            return entries.first { $0.key.value.utf8.count == length && $0.key.value == key.value }?.key.range
        }
        if hashed.isEmpty { for entry in entries { hashed[entry.key.value] = entry.key.range } }
        if let earlier = hashed[key.value] { return earlier }
        hashed[key.value] = key.range
        return nil
    }
}
