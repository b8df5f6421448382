import CPlatform
import Platform
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
    /// ends the programs that this one runs, removes staged files and exits with 130 or 143; a second one exits at once.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        prepareForDefects()
        var interruptions = sigset_t()
        sigemptyset(&interruptions)
        for number in [SIGINT, SIGTERM] { sigaddset(&interruptions, number) }
        // Blocked in this thread and in all that it starts, so that only the waiting one gets them.
        let waited = interruptions
        pthread_sigmask(SIG_BLOCK, &interruptions, nil)
        let isWaiting = startThread {
            var waited = waited
            var number: Int32 = 0
            while sigwait(&waited, &number) != 0 {}
            // A second signal ends the process at once.
            signal(SIGINT, SIG_DFL)
            signal(SIGTERM, SIG_DFL)
            pthread_sigmask(SIG_UNBLOCK, &waited, nil)
            ChildProcess.endAll()
            WriteSession.abandonAll()
            ScratchFolder.removeAll()
            Console.write("\nexplainer: interrupted\n", to: .errors)
            // Not `exit`: other threads still use what it would destroy.
            _exit(128 + number)
        }
        // Without a thread, an interruption ends the process at once; the next build removes what is left.
        if !isWaiting { pthread_sigmask(SIG_UNBLOCK, &interruptions, nil) }
    }

    /// Waits for the signal handler to end the process after an interrupted build.
    static func awaitEnd() -> Never {
        while true { sleep(1) }
    }

    /// Exits after a trap with a message, instead of dying from the signal.
    private static func prepareForDefects() {
        // Leaves the signals to the runtime if its backtraces are on.
        if Console.environment("SWIFT_BACKTRACE") == nil { defects_prepare() }
    }
}
