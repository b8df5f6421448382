import Bytes

/// A path below the output folder that is safe to open: validated, and equal to another only byte for byte.
///
/// A `String` is equal to canonically equal ones, but many file systems compare bytes. Hence this type.
struct OutputPath: Sendable {
    /// `/` between segments, none empty, none `.` or `..`.
    let text: String

    /// - Throws: the reason, as words that complete "the path '…' ".
    init(_ text: String) throws(Fault) {
        if let reason = text.withSpan({ OutputPath.fault(in: $0) }) { throw Fault(reason: reason) }
        self.text = text
    }

    /// A prefix of a safe path, up to a slash.
    private init(part: Substring) { text = String(part) }

    /// The folders that contain the path, the innermost first.
    var folders: [OutputPath] {
        let bytes = text.utf8
        return bytes.indices.reversed().filter { bytes[$0] == UInt8(ascii: "/") }.map { OutputPath(part: text[..<$0]) }
    }

    /// Why a path is rejected.
    struct Fault: Error {
        let reason: String
    }

    /// The path of the manifest.
    static let manifestName = ".explainer-manifest"
    /// Longest segment in bytes on the file systems of Linux and macOS.
    static let longestSegment = 255
    /// Longest path in bytes: Linux allows 4,095, and the stage adds a prefix.
    static let longest = 4000

    /// The path without its last segment; empty for a path of one segment.
    var folder: Substring {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return text[..<slash]
    }

    /// The last segment.
    var name: Substring {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
        return text[text.utf8.index(after: slash)...]
    }

    /// Whether the bytes are ASCII without capitals: no file system confuses two such paths.
    var isPlain: Bool { text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } }
}

extension OutputPath: Hashable, Comparable {
    static func == (left: Self, right: Self) -> Bool {
        left.text.withSpan { left in
            right.text.withSpan { right in left.count == right.count && left.contains(right, at: 0) }
        }
    }

    /// By bytes.
    static func < (left: Self, right: Self) -> Bool {
        left.text.withSpan { left in right.text.withSpan { right in left.precedes(right) } }
    }

    func hash(into hasher: inout Hasher) { text.withSpan { $0.hash(into: &hasher) } }
}

extension OutputPath {
    /// What is wrong with a path, or nil.
    static func fault(in bytes: Span<UInt8>) -> String? {
        if bytes.isEmpty { return "is empty" }
        if bytes.count > longest { return "is \(bytes.count) bytes long, more than \(longest)" }
        if bytes[0] == UInt8(ascii: "/") { return "starts at the root of the disk" }
        var start = 0
        while true {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "/") {
                if !isPlain(bytes[end]), let reason = fault(ofByteAt: end, in: bytes) { return reason }
                end += 1
            }
            if let reason = fault(ofSegment: bytes.extracting(start..<end)) { return reason }
            if end == bytes.count { break }
            start = end + 1
        }
        guard bytes[0] == UInt8(ascii: ".") else { return nil }
        let text = bytes.text
        if text == manifestName || text.hasPrefix(manifestName + "/") {
            return "is the place of the output folder's own manifest"
        }
        let stage = WorkFolder.insideName
        return text == stage || text.hasPrefix(stage + "/") ? "is in a folder that builds use" : nil
    }

    /// Whether a byte is allowed everywhere in a path: an ASCII letter or digit, a hyphen, a dot.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-")...UInt8(ascii: "."),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    private static func fault(ofByteAt index: Int, in bytes: Span<UInt8>) -> String? {
        switch bytes[index] {
        case 0: return "holds a zero byte"
        case 1..<0x20, 0x7F: return "holds a control character"
        case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"):
            let character = Character(Unicode.Scalar(bytes[index]))
            return "holds '\(character)', which web addresses or Windows do not allow in a file's name"
        case UInt8(ascii: "%") where index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2]):
            return "holds a percent-encoded character, which servers would decode"
        default: return nil
        }
    }

    private static func fault(ofSegment bytes: Span<UInt8>) -> String? {
        if bytes.isEmpty { return "has an empty segment" }
        let last = bytes[bytes.count - 1]
        if bytes.count > longestSegment {
            return "has a segment of \(bytes.count) bytes, more than the \(longestSegment) that file systems take"
        }
        if last == UInt8(ascii: ".") {
            return bytes.count <= 2 && bytes[0] == last ? "leaves its folder" : "has a segment that ends in a dot"
        }
        if last == UInt8(ascii: " ") { return "has a segment that ends in a space" }
        if bytes.count == 4, bytes.text.lowercased() == ".git" {
            return "names a folder of Git"
        }
        let stem = bytes.extracting(0..<(bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count))
        guard stem.count == 3 || stem.count == 4 else { return nil }
        return reserved.contains(stem.text.lowercased())
            ? "has a segment that Windows keeps for a device" : nil
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
