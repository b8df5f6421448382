import CPlatform
import Synchronization

/// Runs other programs: one call a program, which waits for its end, within limits.
///
/// A program gets no input, no other descriptor than those of its output, and a process group of its own, which is killed
/// when the time is over, and before a signal ends this process.
package enum ChildProcess {
    package struct Limits: Sendable {
        /// Of waiting, in milliseconds.
        package var milliseconds = 20_000
        /// Of processor time, in seconds.
        package var seconds = 10
        /// Bytes of address space.
        package var memory = 2 << 30
        /// Bytes of each file that it writes.
        package var fileSize = 16 << 20

        package init() {}
    }

    package enum Ending: Sendable, Equatable {
        case exited(Int)
        /// By the signal of this number.
        case killed(Int)
        /// It was killed because it took longer than the limit.
        case tooSlow
    }

    private struct Running {
        var children: Set<CInt> = []
        var isOver = false
    }

    private static let running = Mutex(Running())

    /// Runs a program and waits for its end. No shell is involved.
    ///
    /// - Parameters:
    ///   - program: the path of its file.
    ///   - arguments: at most 16, without NUL.
    ///   - output: the file for what it prints.
    ///   - errors: the file for its error messages.
    package static func run(
        _ program: String, _ arguments: [String], output: Disk.Descriptor, errors: Disk.Descriptor,
        limits: Limits = Limits()
    ) throws(Errno) -> Ending {
        let child = try start(program, arguments, output, errors, limits)
        var pause = 1
        var waited = 0
        while true {
            if let ending = try ending(of: child) { return ending }
            if waited >= limits.milliseconds { break }
            Disk.pause(milliseconds: pause)
            waited += pause
            pause = min(pause * 2, 20)
        }
        child_calls_kill(child)
        while try ending(of: child) == nil { Disk.pause(milliseconds: 1) }
        return .tooSlow
    }

    /// Kills every program that runs, before a signal ends this process. No other one is started after that.
    package static func endAll() {
        running.withLock { running in
            running.isOver = true
            for child in running.children { child_calls_kill(child) }
        }
    }

    private static func start(
        _ program: String, _ arguments: [String], _ output: Disk.Descriptor, _ errors: Disk.Descriptor, _ limits: Limits
    ) throws(Errno) -> CInt {
        let words = arguments.flatMap { Array($0.utf8CString) }
        let bounds = child_limits(seconds: limits.seconds, memory: limits.memory, file_size: limits.fileSize)
        // Under the lock, so that `endAll` finds each program that was started.
        let started = running.withLock { running -> Result<CInt, Errno> in
            if running.isOver { return .failure(.canceled) }
            let child = child_calls_start(program, words, words.count, output.number, errors.number, bounds)
            if child < 0 { return .failure(.last) }
            running.children.insert(child)
            return .success(child)
        }
        return try started.get()
    }

    /// How it ended; nil if it still runs.
    private static func ending(of child: CInt) throws(Errno) -> Ending? {
        // Under the lock, since the number is free again once the end was asked for.
        let found = running.withLock { running -> Result<Ending?, Errno> in
            var status: CInt = 0
            let result = child_calls_ended(child, &status)
            if result == 0 { return .success(nil) }
            let error = Errno.last
            running.children.remove(child)
            if result < 0 { return .failure(error) }
            return .success(status < 256 ? .exited(Int(status)) : .killed(Int(status) - 256))
        }
        return try found.get()
    }
}
