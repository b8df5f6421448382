import Bytes
import Diagnostics

extension Manifest {
    /// The format's name and version, and a line for whoever finds the file.
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
        let hash = text.withBytes { ContentHash(of: UnsafeRawBufferPointer($0)) }
        text.append(Manifest.tail)
        hash.append(to: &text)
        text.append(UInt8(ascii: "\n"))
        return text.bytes
    }

    /// Reads a manifest; nil where one byte of it is not as we wrote it, or a path in it is not one we would write.
    init?(encoded bytes: UnsafeRawBufferPointer) {
        let tailLength = Manifest.tail.count + 33
        let bodyEnd = bytes.count - tailLength
        guard bodyEnd >= Manifest.head.count, bytes.starts(with: Manifest.head), bytes[bytes.count - 1] == 0x0A,
            bytes[bodyEnd...].starts(with: Manifest.tail),
            let hash = ContentHash(
                canonical: UnsafeRawBufferPointer(rebasing: bytes[(bodyEnd + Manifest.tail.count)...].dropLast())),
            hash == ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes[..<bodyEnd]))
        else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(bodyEnd / 80)
        var start = Manifest.head.count
        while start < bodyEnd {
            guard let end = bytes[start..<bodyEnd].firstIndex(of: 0x0A),
                let entry = Entry(line: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            else { return nil }
            if let last = entries.last, !Entry.precedes(last, entry) { return nil }
            entries.append(entry)
            start = end + 1
        }
        self.init(sorted: entries)
    }
}

extension Manifest.Entry {
    fileprivate init?(line: UnsafeRawBufferPointer) {
        guard line.count > 34, line[32] == UInt8(ascii: " "),
            let hash = ContentHash(canonical: UnsafeRawBufferPointer(rebasing: line[..<32]))
        else { return nil }
        var place = 33
        var size = 0
        while place < line.count, place < 33 + 18, (0x30...0x39).contains(line[place]) {
            size = size * 10 + Int(line[place] - 0x30)
            place += 1
        }
        guard place > 33, place + 1 < line.count, line[place] == UInt8(ascii: " "),
            let text = String(validating: UnsafeRawBufferPointer(rebasing: line[(place + 1)...]), as: UTF8.self),
            let path = try? OutputPath(text)
        else { return nil }
        self.init(path: path, hash: hash, size: size)
    }
}
