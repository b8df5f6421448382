import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard streams. Every write is checked, so that no output is lost silently.
enum Console {
    enum Stream {
        case output, errors

        fileprivate var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
    }

    /// Streams whose reader is gone, as bits `1 << descriptor`. Output to them is dropped.
    private static let gone = Atomic<Int32>(0)

    /// Opens `/dev/null`, read-only, for each closed standard stream. Otherwise the next opened file would get its
    /// descriptor, and messages would be written into that file.
    static func prepare() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Writes all of a text. A closed pipe is not an error: the run continues to its own exit code. A full disk ends the
    /// program with exit code 3.
    static func write(_ text: String, to stream: Stream) {
        let bit = Int32(1) << stream.descriptor
        if gone.load(ordering: .relaxed) & bit != 0 { return }
        var bytes = Array(text.utf8)
        while !bytes.isEmpty {
            let count = sysWrite(stream.descriptor, bytes)
            if count >= 0 {
                bytes.removeFirst(count)
            } else if errno == EPIPE {
                gone.bitwiseOr(bit, ordering: .relaxed)
                return
            } else if errno != EINTR {
                fail(errno, stream)
            }
        }
    }

    /// Writes a text to a file, replacing it; `-` is the standard output.
    static func write(_ text: String, toFile path: String) throws(ExitStatus) {
        if path == "-" { return write(text, to: .output) }
        var text = text
        let isWritten = text.withUTF8 { bytes in
            guard let file = fopen(path, "w") else { return false }
            let isWhole = fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count
            return fclose(file) == 0 && isWhole
        }
        if isWritten { return }
        write("explainer: cannot write '\(path)': \(String(cString: strerror(errno)))\n", to: .errors)
        throw .environment
    }

    private static func sysWrite(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, bytes.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes, bytes.count)
        #else
            Darwin.write(descriptor, bytes, bytes.count)
        #endif
    }

    private static func fail(_ number: Int32, _ stream: Stream) -> Never {
        if stream == .output {
            write("explainer: cannot write to the standard output: \(String(cString: strerror(number)))\n", to: .errors)
        }
        exit(.environment)
    }

    /// Whether a stream is a terminal.
    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

    /// Whether somebody is there to answer a question: neither the input nor the messages go through a pipe.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isTerminal(.errors) }

    /// Whether colours may be used on a stream (https://no-color.org).
    static func usesColor(_ stream: Stream) -> Bool {
        guard isTerminal(stream), environment("NO_COLOR") == nil else { return false }
        return environment("TERM") != "dumb"
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The columns to wrap text at: the terminal's width, at most 100; 80 if the output is not a terminal.
    static var width: Int {
        var size = winsize()
        guard isTerminal(.output), ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else {
            return 80
        }
        return min(Int(size.ws_col), 100)
    }

    static func exit(_ status: ExitStatus) -> Never {
        #if canImport(Glibc)
            Glibc.exit(status.number)
        #elseif canImport(Musl)
            Musl.exit(status.number)
        #else
            Darwin.exit(status.number)
        #endif
    }
}
