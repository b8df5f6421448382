import Foundation

/// One run of a program, and what came of it.
package struct ProgramRun: Sendable {
    /// The exit status; nil where a signal ended the program.
    package let status: Int32?
    /// The signal that ended it.
    package let signal: Int32?
    package let output: String
    package let errors: String

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - environment: the whole environment; nil for that of the tests.
    ///   - started: called while the program runs.
    package static func of(
        _ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String]? = nil,
        started: (RunningProgram) throws -> Void = { _ in }
    ) throws -> ProgramRun {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if let environment { process.environment = environment }
        // Files and not pipes: a program that says much must not wait for somebody to read.
        let spool = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: spool, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: spool) }
        func handle(_ name: String) throws -> FileHandle {
            let file = spool.appendingPathComponent(name)
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try handle("output")
        process.standardError = try handle("errors")
        try process.run()
        try started(RunningProgram(process: process, errorsFile: spool.appendingPathComponent("errors")))
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: spool.appendingPathComponent(name)), as: UTF8.self)
        }
        let isExit = process.terminationReason == .exit
        return ProgramRun(
            status: isExit ? process.terminationStatus : nil, signal: isExit ? nil : process.terminationStatus,
            output: try text("output"), errors: try text("errors"))
    }
}

/// A program between its start and its end.
package struct RunningProgram {
    let process: Process
    let errorsFile: URL

    package var isRunning: Bool { process.isRunning }

    package func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until the program has said something on its standard error; false after half a minute.
    package func says(_ words: String) -> Bool {
        waits(until: { (try? String(contentsOf: errorsFile, encoding: .utf8))?.contains(words) == true })
    }

    /// Waits until something is so; false after half a minute.
    package func waits(until condition: () -> Bool) -> Bool {
        for _ in 0..<3000 {
            if condition() { return true }
            usleep(10_000)
        }
        return false
    }
}
