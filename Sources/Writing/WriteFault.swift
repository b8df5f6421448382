import Platform

/// Why a build was not written. The output folder is as it was, except for `.unfinished`.
package enum WriteFault: Error, Sendable {
    /// The output folder must not be written to: it contains the sources, is the home folder, …
    case forbiddenOutput(path: String, reason: String)
    /// The work folder must not be there: readers could ask for its files, or builds would read them.
    case forbiddenWorkFolder(path: String, reason: String)
    /// Another build of the same output is running, with this process id if it could be read.
    case busy(path: String, processID: Int32?)
    /// The disk, a permission, a limit. `path` as messages show it.
    case environment(path: String, operation: String, reason: String, hint: String? = nil)
    /// The disk failed so late that the output folder is no longer as it was.
    case unfinished(path: String, reason: String, OutputState)
    /// All invalid paths and files in the way, sorted by path.
    case conflicts([WriteConflict])
    /// The session was abandoned, for example by a signal.
    case abandoned
}

/// What the output folder has after a build.
package enum OutputState: Sendable {
    /// What it had before.
    case unchanged
    /// Files of the old and of the new site, each complete.
    case mixed
    /// The new site.
    case built
}

/// One path that cannot be written.
package struct WriteConflict: Sendable, Hashable {
    package let kind: Kind
    /// The path in the output folder.
    package let path: String
    /// The other path of a pair; what is wrong with a path; what is in the way.
    package let detail: String

    package enum Kind: Sendable, Hashable {
        /// The path has an empty segment, `..`, a control character or a segment that is too long.
        case invalidPath
        /// The path was added twice.
        case twice
        /// Two paths differ only by case or by how an accent is composed.
        case alike
        /// One path is a file and another needs it to be a folder.
        case fileAndFolder
        /// A file that this program did not write is in the way.
        case foreign
        /// The file was edited after this program wrote it.
        case edited
        /// The file was changed between rendering and the commit.
        case changedMeanwhile
    }

    /// The output folder as messages show it.
    package let folder: String

    init(_ kind: Kind, _ path: String, detail: String = "", in folder: String) {
        self.kind = kind
        self.path = path
        self.detail = detail
        self.folder = folder
    }
}

extension WriteFault {
    /// Runs system calls, and names the operation and the path if one fails.
    package static func naming<Value>(
        _ operation: String, _ path: @autoclosure () -> String, _ body: () throws(Errno) -> Value
    ) throws(WriteFault) -> Value {
        do throws(Errno) { return try body() } catch { throw disk(operation, path(), error) }
    }

    /// The fault for an error of the system.
    static func disk(_ operation: String, _ path: String, _ error: Errno) -> WriteFault {
        .environment(path: path, operation: operation, reason: error.explanation)
    }
}
