import Platform

extension WriteSession {
    /// Removes what builds wrote: every file of the manifest that was not edited since, the folders that are then empty,
    /// the manifest, and the work folder with the caches. Other files are never touched.
    ///
    /// - Returns: nil if no build wrote the folder.
    package static func clean(_ options: WriteOptions) throws(WriteFault) -> WriteSummary? {
        guard hasEarlierBuild(at: options.output) else { return nil }
        let session = try open(options)
        // A site without files: the commit removes those of the last build.
        let summary = try session.commit()
        try WriteFault.naming("remove", session.output.shown) { () throws(Errno) in
            if let tree = session.tree { try Disk.remove(OutputPath.manifestName, in: tree.root.number) }
        }
        try WriteFault.naming("remove", session.work.shown) { () throws(Errno) in
            try Disk.removeTree(session.work.shown, in: Disk.workingFolder)
        }
        // A folder for the caches of several outputs goes with the last one.
        if let named = options.workFolder { try? Disk.removeFolder(named, in: Disk.workingFolder) }
        do throws(Errno) {
            try Disk.removeFolder(session.output.path, in: Disk.workingFolder)
        } catch {
            // The folder has other files, or is a mount point: it stays.
        }
        return summary
    }
}
