import Diagnostics

/// One build's writing: pages are added while they are rendered, and a commit puts them in place.
///
/// A class because identity is the point: it holds the lock. All calls but `open` may come from any thread.
package final class WriteSession: Sendable {
    /// Remarks about the output as it was found: a damaged manifest.
    package let notices: [Diagnostic] = []

    /// Checks that the output may and can be written, takes the lock, sweeps what a killed build left, reads the manifest.
    package static func open(_ options: WriteOptions) throws(WriteFault) -> WriteSession {
        throw .environment(path: options.output, operation: "write", reason: "not yet written")
    }

    /// Stages a file unless the output has it already. The bytes are not kept.
    ///
    /// After a fault of any add, `commit()` fails too; one that is a conflict need not stop the caller from adding more.
    /// - Parameter path: relative to the output folder, `/` between segments: `events/index.html`.
    package func add(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(WriteFault) {}

    package func add(_ path: String, _ bytes: [UInt8]) throws(WriteFault) {}

    /// Stages a copy of a file, however large, in constant memory.
    package func copy(_ file: String, to path: String) throws(WriteFault) {}

    /// Puts everything in place: what was staged comes in, what no longer belongs goes. On a fault the output is as it was.
    package func commit() throws(WriteFault) -> WriteSummary { WriteSummary() }

    /// Drops everything staged and lets go of the lock. May be called at any time, also after a commit, and twice.
    package func abandon() {}

    /// Abandons every session of the process, for the moment before it ends by a signal.
    ///
    /// A commit that is under way is undone, or finished where it is past its last change.
    package static func abandonAll() {}
}
