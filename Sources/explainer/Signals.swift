import Dispatch
import Writing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What interrupts the program from outside.
enum Signals {
    /// A closed pipe and a file at its size limit are faults of a write, not ends of the process. An interruption takes
    /// back what was staged and ends with 130 or 143; a second one ends at once.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                signal(SIGINT, SIG_DFL)
                signal(SIGTERM, SIG_DFL)
                WriteSession.abandonAll()
                Console.write("\nexplainer: interrupted; nothing was changed\n", to: .errors)
                Console.exit(.other(128 + number))
            }
            source.resume()
            sources.append(source)
        }
    }

    /// Kept for as long as the program runs; written once, before anything else runs.
    private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []
}
