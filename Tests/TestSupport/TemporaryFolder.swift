import Foundation

/// A folder that exists as long as the value does.
package final class TemporaryFolder {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "explainer-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path below the folder.
    package func path(_ name: String) -> String { path + "/" + name }

    package func write(_ text: String, to name: String) throws {
        let file = URL(filePath: self.path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Copies a folder from elsewhere to a name below this one.
    package func copy(_ folder: String, to name: String) throws {
        try FileManager.default.copyItem(atPath: folder, toPath: path(name))
    }

    /// Every file below a name, with its bytes, by its path relative to that name.
    package func contents(of name: String) throws -> [String: [UInt8]] {
        try FileTree.contents(of: path(name))
    }
}

extension FileTree {
    /// Every file below a folder, with its bytes, by its relative path.
    package static func contents(of folder: String) throws -> [String: [UInt8]] {
        let root = URL(filePath: folder)
        var files: [String: [UInt8]] = [:]
        for path in try FileTree.files(below: root) {
            files[path] = try Array(Data(contentsOf: root.appending(path: path)))
        }
        return files
    }

    /// The project's own folder, found from where this file is.
    package static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)
}
