extension SitePlan {
    /// Two files of which one would be written over the other, or in the place of a folder that the other lies in.
    package struct Collision: Sendable {
        package let later: PlannedOutput
        package let first: PlannedOutput
        /// Whether the first lies in a folder that has the path of the later one.
        package var isFolder = false
    }
}

extension SitePlanner {
    /// Files that have the path of a folder.
    func folderCollisions() -> [SitePlan.Collision] {
        var collisions: [SitePlan.Collision] = []
        var known: Set<String> = []
        // Neighbours mostly lie in one folder.
        var last: Substring = ""
        for output in outputs {
            guard var folder = parent(of: output.path[...]), folder != last else { continue }
            last = folder
            while known.insert(folder.lowercased()).inserted {
                if let file = index.place(of: String(folder), in: outputs) {
                    collisions.append(SitePlan.Collision(later: outputs[file], first: output, isFolder: true))
                }
                guard let above = parent(of: folder) else { break }
                folder = above
            }
        }
        return collisions
    }

    private func parent(of path: Substring) -> Substring? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
    }
}
