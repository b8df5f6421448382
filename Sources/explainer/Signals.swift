import Dispatch
import Writing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What interrupts the program from outside, and what it does when it breaks.
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
                // From here on the system's own way: a second one ends the process without asking.
                signal(SIGINT, SIG_DFL)
                signal(SIGTERM, SIG_DFL)
                WriteSession.abandonAll()
                Console.write("\nexplainer: interrupted\n", to: .errors)
                // Not `exit`: other threads are still at work on what it would take down.
                _exit(128 + number)
            }
            source.resume()
            // Never released: it works for as long as the program runs.
            _ = Unmanaged.passRetained(source as AnyObject)
        }
        prepareForDefects()
    }

    /// For the moment between an interruption, which a build notices too, and the end of the process.
    static func awaitEnd() -> Never {
        while true { sleep(1) }
    }

    /// A trap is a fault of ours: status 70 and a word about it, instead of a signal's.
    private static func prepareForDefects() {
        // Whoever asked for the runtime's backtraces gets those.
        if Console.environment("SWIFT_BACKTRACE") != nil { return }
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            signal(number) { _ in
                let text: StaticString =
                    "\nexplainer: this is a fault of explainer itself; please report it. The output folder is in order: build again.\n"
                _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
                _exit(70)
            }
        }
    }
}
