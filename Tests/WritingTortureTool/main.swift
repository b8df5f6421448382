import Synchronization
import TestSupport
import Writing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// Writes a site that depends on a number alone, and is killed, limited or slow on the way. For WritingTests.
//
//     WritingTortureTool OUTPUT SEED [kill N | limit BYTES | crawl]
//
// `kill N` dies of SIGKILL before the N-th change of the disk, counted from 0. Exit status as the command's.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let seed = UInt64(arguments[2]) else { exit(64) }
let mode = arguments.count > 3 ? arguments[3] : ""
let number = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0

signal(SIGXFSZ, SIG_IGN)
if mode == "limit" {
    var limit = rlimit(rlim_cur: rlim_t(number), rlim_max: rlim_t(number))
    #if canImport(Darwin)
        setrlimit(RLIMIT_FSIZE, &limit)
    #else
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #endif
}

let begun = Atomic<Int>(0)
var options = WriteOptions(output: arguments[1])
options.beforeChange = { _, _ in
    let change = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    if mode == "kill", change == number { kill(getpid(), SIGKILL) }
    if mode == "crawl" { usleep(300) }
    return 0
}
do {
    let session = try WriteSession.open(options)
    for page in TorturePages.pages(of: seed) { try session.add(page.path, page.bytes) }
    _ = try session.commit()
} catch {
    for diagnostic in error.diagnostics { print(diagnostic.message) }
    exit(error.exitStatus)
}
