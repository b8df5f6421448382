/// A fault of the environment: a disk error, a permission, a missing folder. Exit status 3.
package struct EnvironmentFault: Error, Sendable {
    /// The path as messages show it.
    package let path: String
    /// The operation, as a verb: "read", "list".
    package let operation: String
    /// The system's message: "Permission denied".
    package let reason: String
    /// `errno`, or 0 if there is none.
    package let number: Int32

    package init(path: String, operation: String, reason: String, number: Int32) {
        self.path = path
        self.operation = operation
        self.reason = reason
        self.number = number
    }

    /// Whether the file or folder does not exist (ENOENT), for example because it was deleted since it was listed.
    package var isMissing: Bool { number == 2 }

    /// "cannot read 'content/event.md': Permission denied".
    package var message: String { "cannot \(operation) '\(path)': \(reason)" }
}
