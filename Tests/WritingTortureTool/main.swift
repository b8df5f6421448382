import Synchronization
import Writing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// Writes a site that depends on a seed alone, and is killed, refused or limited on the way. For WritingTests.
//
//     WritingTortureTool OUTPUT SEED [kill N | fail N ERRNO | limit BYTES | crawl]
//
// Prints how many changes of the disk were begun. Exit status as the command's.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let seed = UInt64(arguments[2]) else { exit(64) }
let mode = arguments.count > 3 ? arguments[3] : ""
let number = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
let failure = arguments.count > 5 ? Int32(arguments[5]) ?? EIO : EIO

func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var value = one &* 0x9E37_79B9_7F4A_7C15 &+ other &* 0xD6E8_FEB8_6659_FD93 &+ 1
    value ^= value >> 32
    value = value &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 32
}

/// The pages of a seed: some as in every other seed, some changed, some missing, some in folders of their own, and one
/// path that is a file for even seeds and a folder for odd ones.
func pages(of seed: UInt64) -> [(path: String, bytes: [UInt8])] {
    var pages: [(String, [UInt8])] = []
    func add(_ path: String, _ version: UInt64) {
        let line = Array("\(path), version \(version)\n".utf8)
        let count = 1 + Int(mixed(version, UInt64(path.utf8.count)) % 400)
        pages.append((path, Array(repeatElement(line, count: count).joined())))
    }
    for index in 0..<UInt64(24) where mixed(seed, index) % 5 != 0 {
        add("events/e\(index % 3)/page-\(index).html", mixed(seed, index + 1000) % 3)
    }
    for index in 0..<UInt64(3) { add("only-\(seed)/deep/er/page-\(index).html", 1) }
    if seed % 2 == 0 {
        add("swap", seed)
        add("turn/inner/x.html", seed)
    } else {
        add("swap/inside.html", seed)
        add("turn", seed)
    }
    add("index.html", seed)
    return pages
}

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
    let step = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    if mode == "kill", step == number { kill(getpid(), SIGKILL) }
    if mode == "crawl" { usleep(300) }
    return mode == "fail" && step == number ? failure : 0
}
do {
    let session = try WriteSession.open(options)
    for page in pages(of: seed) { try session.add(page.path, page.bytes) }
    _ = try session.commit()
    print(begun.load(ordering: .relaxed))
} catch {
    for diagnostic in error.diagnostics { print(diagnostic.message) }
    exit(error.exitStatus)
}
