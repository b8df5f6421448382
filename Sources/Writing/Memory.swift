import Bytes
import Diagnostics

/// What a build leaves for the next one to compare its input with, beside the hints: bytes that only the caller reads.
///
/// Machine-local and of no other use: kept in the work folder, bound to one manifest by its hash, dropped on any doubt.
enum Memory {
    static let name = "memory"
    private static let mark = Array("explainer-memory 1\n".utf8)

    /// The file's bytes: a mark, the manifest's hash, the bytes, the hash of all that.
    static func encoded(_ bytes: [UInt8], manifest: ContentHash) -> [UInt8] {
        var result = ByteBuffer(capacity: bytes.count + 96)
        result.append(mark)
        manifest.append(to: &result)
        result.append(bytes)
        let hash = result.withBytes { ContentHash(of: UnsafeRawBufferPointer($0)) }
        hash.append(to: &result)
        return result.bytes
    }

    /// The bytes that were left with a manifest; nil unless they are whole and belong to this one.
    static func decoded(_ file: [UInt8], manifest: ContentHash) -> [UInt8]? {
        let start = mark.count + 32
        guard file.count >= start + 32, file.starts(with: mark) else { return nil }
        return file.withUnsafeBytes { bytes in
            let end = bytes.count - 32
            guard ContentHash(canonical: UnsafeRawBufferPointer(rebasing: bytes[mark.count..<start])) == manifest,
                ContentHash(canonical: UnsafeRawBufferPointer(rebasing: bytes[end...]))
                    == ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes[..<end]))
            else { return nil }
            return Array(bytes[start..<end])
        }
    }
}
