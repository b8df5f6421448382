#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of its own for one test, deleted with everything in it at the end.
final class ScratchFolder {
    let path: String

    init() {
        var template = Array("/tmp/reading-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
    }

    deinit { remove(Array(path.utf8CString)) }

    /// Writes a file, and the folders above it.
    func write(_ name: String, _ text: String = "x") { write(Array(name.utf8), Array(text.utf8)) }

    /// The same for a name of any bytes.
    func write(_ name: [UInt8], _ bytes: [UInt8]) {
        var whole = Array((path + "/").utf8.map { CChar(bitPattern: $0) })
        for byte in name {
            if byte == 0x2F { mkdir(whole + [0], 0o755) }
            whole.append(CChar(bitPattern: byte))
        }
        guard let file = fopen(whole + [0], "w") else { return }
        _ = fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func folder(_ name: String) { mkdir(path + "/" + name, 0o755) }
    func link(_ name: String, to target: String) { _ = symlink(target, path + "/" + name) }
    func pipe(_ name: String) { _ = mkfifo(path + "/" + name, 0o644) }
    func delete(_ name: String) { unlink(path + "/" + name) }
    func allow(_ name: String, _ mode: UInt32) { _ = chmod(path + "/" + name, mode_t(mode)) }

    /// Foundation cannot delete names that are not UTF-8, so this walks by itself.
    private func remove(_ path: [CChar]) {
        guard unlink(path) != 0, let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                return Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
            }
            if name != [46, 0], name != [46, 46, 0] { remove(path.dropLast() + [47] + name) }
        }
        closedir(folder)
        rmdir(path)
    }
}
