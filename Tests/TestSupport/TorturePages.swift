/// Sites that depend on a number alone, for tests that break off their writing.
package enum TorturePages {
    /// The pages of a seed: some as in every other seed, some changed, some missing, some in folders of their own, and
    /// two paths that are a file for even seeds and a folder for odd ones, or the reverse.
    package static func pages(of seed: UInt64) -> [(path: String, bytes: [UInt8])] {
        var pages: [(String, [UInt8])] = []
        func add(_ path: String, _ version: UInt64) {
            let line = Array("\(path), version \(version)\n".utf8)
            let count = 1 + Int(mixed(version, UInt64(path.utf8.count)) % 40)
            pages.append((path, Array(repeatElement(line, count: count).joined())))
        }
        for index in 0..<UInt64(24) where mixed(seed, index) % 5 != 0 {
            add("events/e\(index % 3)/page-\(index).html", mixed(seed, index + 1000) % 3)
        }
        for index in 0..<UInt64(3) { add("only-\(seed)/deep/er/page-\(index).html", 1) }
        if seed % 2 == 0 {
            add("swap", seed)
            add("turn/inner/x.html", seed)
        } else {
            add("swap/inside.html", seed)
            add("turn", seed)
        }
        add("index.html", seed)
        return pages
    }

    private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
        var value = one &* 0x9E37_79B9_7F4A_7C15 &+ other &* 0xD6E8_FEB8_6659_FD93 &+ 1
        value ^= value >> 32
        value = value &* 0xD6E8_FEB8_6659_FD93
        return value ^ value >> 32
    }
}
