import Dispatch
import Writing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Handling of interruptions and of the program's own faults.
enum Signals {
    /// Makes a closed pipe and the file size limit errors of the write instead of ends of the process. An interruption
    /// removes staged files and exits with 130 or 143; a second one exits at once.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                // A second signal ends the process at once.
                signal(SIGINT, SIG_DFL)
                signal(SIGTERM, SIG_DFL)
                WriteSession.abandonAll()
                Console.write("\nexplainer: interrupted\n", to: .errors)
                // Not `exit`: other threads still use what it would destroy.
                _exit(128 + number)
            }
            source.resume()
            // Never released: it works for as long as the program runs.
            _ = Unmanaged.passRetained(source as AnyObject)
        }
        prepareForDefects()
    }

    /// Waits for the signal handler to end the process after an interrupted build.
    static func awaitEnd() -> Never {
        while true { sleep(1) }
    }

    /// Exits with 70 and a message after a trap, instead of dying from the signal.
    private static func prepareForDefects() {
        // Leaves the signals to the runtime if its backtraces are on.
        if Console.environment("SWIFT_BACKTRACE") != nil { return }
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            signal(number) { _ in
                let text: StaticString =
                    "\nexplainer: this is a bug in explainer; please report it. The output folder is intact: build again.\n"
                _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
                _exit(70)
            }
        }
    }
}
