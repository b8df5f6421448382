extension FileSystem {
    /// The real disk.
    package static let live = FileSystem { path throws(EnvironmentFault) in
        throw EnvironmentFault(path: path, operation: "open", reason: "not yet written", number: 0)
    }
}
