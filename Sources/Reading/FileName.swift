/// Classifies a file by its name: whether it is ignored, what it is, and on which systems it can exist.
enum FileName {
    /// Longest segment of a path, in bytes. File systems allow 255; `.html` instead of `.md` and the names of temporary
    /// files need some of them.
    static let longest = 240
    /// Longest path below the content folder, in bytes: macOS allows 1,024, including the path of the folder.
    static let longestPath = 960

    enum Role {
        case document, asset
        /// Meant as a document, but with another extension.
        case misnamed
    }

    /// A name as text; nil if it is not UTF-8.
    static func text(_ name: [UInt8]) -> String? {
        // `validating:` is slow, and most names are ASCII.
        name.allSatisfy { $0 < 0x80 } ? String(decoding: name, as: UTF8.self) : String(validating: name, as: UTF8.self)
    }

    static func role(of name: [UInt8]) -> Role {
        if name.count >= 3, name[name.count - 3] == 0x2E, name[name.count - 2] == 0x6D, name[name.count - 1] == 0x64 {
            return .document
        }
        guard let dot = name.lastIndex(of: 0x2E) else { return .asset }
        switch String(decoding: name[dot...], as: UTF8.self).lowercased() {
        case ".md", ".markdown", ".mdown", ".mkd": return .misnamed
        default: return .asset
        }
    }

    /// Hidden files, and what editors, file managers and operating systems leave behind.
    static func isIgnored(_ name: [UInt8]) -> Bool {
        // Servers look for these; a site has them published by naming them.
        if name.elementsEqual(".well-known".utf8) || name.elementsEqual(".nojekyll".utf8) { return false }
        guard let first = name.first, let last = name.last else { return true }
        if first == 0x2E || last == 0x7E || (first == 0x23 && last == 0x23) { return true }
        switch name.count {
        case 4: return name.elementsEqual("4913".utf8)  // Vim tests with this name whether it can write.
        case 5: return name.elementsEqual("Icon\r".utf8)
        case 9: return name.elementsEqual("Thumbs.db".utf8)
        case 11: return name.elementsEqual("desktop.ini".utf8)
        default: break
        }
        let ending = name.suffix(12)
        return ending.elementsEqual("___jb_tmp___".utf8) || ending.elementsEqual("___jb_old___".utf8)
    }

    /// Why a name cannot exist on every machine; nil if it can.
    static func unportable(_ name: [UInt8]) -> String? {
        if let bad = name.first(where: isRefusedByWindows) {
            return "contains '\(Character(Unicode.Scalar(bad)))', which Windows does not allow"
        }
        if name.last == 0x2E || name.last == 0x20 || name.first == 0x20 {
            return "begins or ends with a space or ends with a dot, which Windows removes"
        }
        let stem = name.prefix { $0 != 0x2E }
        guard stem.count == 3 || stem.count == 4 else { return nil }
        let base = String(decoding: stem, as: UTF8.self).lowercased()
        switch base {
        case "con", "prn", "aux", "nul": return "is reserved on Windows"
        default: break
        }
        if base.utf8.count == 4, base.hasPrefix("com") || base.hasPrefix("lpt"), let digit = base.utf8.last,
            (0x31...0x39).contains(digit)
        {
            return "is reserved on Windows"
        }
        return nil
    }

    /// One of `<`, `>`, `:`, `"`, `\`, `|`, `?`, `*`.
    private static func isRefusedByWindows(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3C, 0x3E, 0x3A, 0x22, 0x5C, 0x7C, 0x3F, 0x2A: true
        default: false
        }
    }

    /// Pairs of names of one folder that some file systems cannot tell apart: differing by case, or by how accented
    /// letters are encoded.
    ///
    /// Unicode's lower case, without a locale; Swift's strings are equal if they are canonically equivalent.
    static func twins(_ entries: [NamedEntry]) -> [(String, String)] {
        let mayCollide = entries.contains { $0.entry.name.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } }
        guard mayCollide else { return [] }
        var seen: [String: String] = [:]
        var result: [(String, String)] = []
        for name in entries.map(\.name) {
            let folded = name.lowercased()
            if let first = seen[folded] {
                result.append((first, name))
            } else {
                seen[folded] = name
            }
        }
        return result
    }

    /// A name that is not UTF-8, with invalid bytes as `\xff`.
    static func escaped(_ name: [UInt8]) -> String {
        var text = ""
        for byte in name {
            if byte >= 0x20, byte < 0x7F {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return text
    }
}
