#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The terminal, or whatever stands in its place. Every write is checked: nothing is lost in silence.
enum Console {
    enum Stream {
        case output, errors

        fileprivate var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
    }

    /// Writes a text whole. A reader that has gone away ends the program quietly; a full disk ends it with status 3.
    static func write(_ text: String, to stream: Stream) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let count = sysWrite(stream.descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
                if count >= 0 {
                    start += count
                } else if errno != EINTR {
                    fail(errno, stream)
                }
            }
        }
    }

    private static func sysWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, count)
        #else
            Darwin.write(descriptor, bytes, count)
        #endif
    }

    private static func fail(_ number: Int32, _ stream: Stream) -> Never {
        if number != EPIPE, stream == .output {
            write("explainer: cannot write: \(String(cString: strerror(number)))\n", to: .errors)
        }
        exit(number == EPIPE ? .done : .environment)
    }

    /// Whether a stream goes to a terminal that people look at.
    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

    /// Whether colours may be used on a stream (https://no-color.org).
    static func usesColor(_ stream: Stream) -> Bool {
        guard isTerminal(stream), environment("NO_COLOR") == nil else { return false }
        return environment("TERM") != "dumb"
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    static func exit(_ status: ExitStatus) -> Never {
        #if canImport(Glibc)
            Glibc.exit(status.number)
        #else
            Darwin.exit(status.number)
        #endif
    }
}
