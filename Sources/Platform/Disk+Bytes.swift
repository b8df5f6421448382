#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Disk {
    /// The number of bytes that one call reads.
    package static let pieceSize = 256 * 1024

    package static func writeAll(_ bytes: Span<UInt8>, to file: Descriptor) throws(Errno) {
        var written = 0
        while written < bytes.count {
            let rest = bytes.extracting(written..<bytes.count)
            written += try call { rest.withUnsafeBytes { write(file.number, $0.baseAddress, $0.count) } }
        }
    }

    package static func writeAll(_ bytes: [UInt8], to file: Descriptor) throws(Errno) {
        try writeAll(bytes.span, to: file)
    }

    /// The next bytes of a file: `count`, or fewer at its end.
    package static func read(_ file: Descriptor, upTo count: Int) throws(Errno) -> [UInt8] {
        var failure: Errno?
        let bytes = [UInt8](capacity: count) { (room: inout OutputSpan<UInt8>) in
            room.withUnsafeMutableBufferPointer { buffer, filled in
                while filled < buffer.count, let start = buffer.baseAddress {
                    do throws(Errno) {
                        let more = try call { systemRead(file.number, start + filled, buffer.count - filled) }
                        if more == 0 { return }
                        filled += more
                    } catch {
                        failure = error
                        return
                    }
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// What a queue of the kernel's has: the bytes of one call, at most 64 KiB; empty if there are none.
    package static func available(_ queue: Descriptor) throws(Errno) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        do throws(Errno) {
            let room = buffer.count
            let count = try call { systemRead(queue.number, &buffer, room) }
            return Array(buffer.prefix(count))
        } catch .tryAgain {
            return []
        }
    }

    /// All bytes of a file from its current position; throws `.fileTooLarge` if it has more than `limit`.
    package static func contents(of file: Descriptor, limit: Int = 1 << 30) throws(Errno) -> [UInt8] {
        // One byte more than expected, so that the first call finds the end.
        var wanted = min(max(try state(of: file).size, 0), limit) + 1
        var bytes = try read(file, upTo: wanted)
        while bytes.count == wanted {
            if bytes.count > limit { throw .fileTooLarge }
            let more = try read(file, upTo: pieceSize)
            wanted += pieceSize
            bytes += more
        }
        return bytes
    }

    /// Reads a file from its current position to its end, or to a limit in bytes.
    package static func forEachPiece<Fault: Error>(
        of file: Descriptor, upTo limit: Int = .max, orThrow fault: (Errno) -> Fault,
        _ body: (Span<UInt8>) throws(Fault) -> Void
    ) throws(Fault) {
        var buffer = [UInt8](repeating: 0, count: min(max(limit, 1), pieceSize))
        var rest = limit
        while rest > 0 {
            let count: Int
            do throws(Errno) {
                let wanted = min(rest, buffer.count)
                count = try call { systemRead(file.number, &buffer, wanted) }
            } catch {
                throw fault(error)
            }
            if count == 0 { return }
            rest -= count
            try body(buffer.span.extracting(0..<count))
        }
    }
}

/// `read(2)`: inside `Disk`, that name is `Disk.read`.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
