import Bytes
import Diagnostics

extension Manifest {
    /// The format's name and version, and a line for people who find the file.
    private static let head = Array(
        """
        explainer-manifest 1
        # What explainer wrote into this folder: content (XXH3-128), bytes, path. Keep this file with the others.

        """.utf8)
    private static let tail = Array("end ".utf8)

    /// The file's bytes: a head, a line for each entry, and a last line with the hash of all before it.
    func encoded() -> [UInt8] {
        var text = ByteBuffer(capacity: entries.count * 96 + 256)
        text.append(Manifest.head)
        for entry in entries {
            entry.hash.append(to: &text)
            text.append(UInt8(ascii: " "))
            text.append(number: entry.size)
            text.append(UInt8(ascii: " "))
            text.append(entry.path.text)
            text.append(UInt8(ascii: "\n"))
        }
        let hash = text.withSpan { ContentHash(of: $0) }
        text.append(Manifest.tail)
        hash.append(to: &text)
        text.append(UInt8(ascii: "\n"))
        return text.bytes
    }

    /// Reads a manifest; nil if a byte was changed, or a path in it is invalid.
    init?(encoded file: [UInt8]) {
        let bytes = file.span
        let (head, tail) = (Manifest.head, Manifest.tail)
        let bodyEnd = bytes.count - tail.count - 33
        guard bodyEnd >= head.count, bytes.contains(head.span, at: 0), bytes[bytes.count - 1] == UInt8(ascii: "\n"),
            bytes.contains(tail.span, at: bodyEnd),
            let hash = ContentHash(canonical: bytes.extracting(bodyEnd + tail.count..<bytes.count - 1)),
            hash == ContentHash(of: bytes.extracting(0..<bodyEnd))
        else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(bodyEnd / 80)
        var start = head.count
        while start < bodyEnd {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start), end < bodyEnd,
                let entry = Entry(line: bytes.extracting(start..<end))
            else { return nil }
            if let last = entries.last, !Entry.precedes(last, entry) { return nil }
            entries.append(entry)
            start = end + 1
        }
        self.init(sorted: entries)
    }
}

extension Manifest.Entry {
    fileprivate init?(line: Span<UInt8>) {
        guard line.count > 34, line[32] == UInt8(ascii: " "),
            let hash = ContentHash(canonical: line.extracting(0..<32))
        else { return nil }
        var place = 33
        var size = 0
        while place < line.count, place < 33 + 18, (0x30...0x39).contains(line[place]) {
            size = size * 10 + Int(line[place] - 0x30)
            place += 1
        }
        guard place > 33, place + 1 < line.count, line[place] == UInt8(ascii: " "),
            let text = String(validating: [UInt8](copying: line.extracting(place + 1..<line.count)), as: UTF8.self),
            let path = try? OutputPath(text)
        else { return nil }
        self.init(path: path, hash: hash, size: size)
    }
}
