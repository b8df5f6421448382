/// A fault of the machine and not of the writer: a disk, a permission, a folder that is not there. Exit code 3.
package struct EnvironmentFault: Error, Sendable {
    /// The path as messages show it.
    package let path: String
    /// What was tried, as a verb phrase: "read", "list".
    package let operation: String
    /// The system's words: "Permission denied".
    package let reason: String
    /// `errno`, or 0 if there is none.
    package let number: Int32

    package init(path: String, operation: String, reason: String, number: Int32) {
        self.path = path
        self.operation = operation
        self.reason = reason
        self.number = number
    }

    /// Whether the thing is simply not there (ENOENT): deleted since the folder was listed.
    package var isMissing: Bool { number == 2 }

    /// "cannot read 'content/event.md': Permission denied".
    package var message: String { "cannot \(operation) '\(path)': \(reason)" }
}
