import Bytes

/// The cache of the caller, stored for the next build as bytes that only the caller interprets.
///
/// A file of this machine in the work folder, bound to one manifest by its hash, and ignored if anything is wrong with
/// it.
enum Memory {
    static let name = "memory"
    private static let mark = Array("explainer-memory 4\n".utf8)

    /// The file's bytes: a magic number, the manifest's hash, the bytes, and the hash of everything before it.
    static func encoded(_ bytes: [UInt8], manifest: ContentHash) -> [UInt8] {
        var result = ByteBuffer(capacity: bytes.count + 96)
        result.append(mark)
        manifest.append(to: &result)
        result.append(bytes)
        let hash = result.withSpan { ContentHash(of: $0) }
        hash.append(to: &result)
        return result.bytes
    }

    /// The bytes that were stored with a manifest; nil unless they are complete and belong to this one.
    static func decoded(_ file: [UInt8], manifest: ContentHash) -> [UInt8]? {
        let bytes = file.span
        let (mark, start, end) = (Memory.mark, Memory.mark.count + 32, file.count - 32)
        guard start <= end, bytes.contains(mark.span, at: 0),
            ContentHash(canonical: bytes.extracting(mark.count..<start)) == manifest,
            ContentHash(canonical: bytes.extracting(end..<file.count)) == ContentHash(of: bytes.extracting(0..<end))
        else { return nil }
        return Array(file[start..<end])
    }
}
