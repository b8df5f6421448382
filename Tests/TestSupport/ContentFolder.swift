import Foundation

/// The files of a folder that plays a content folder in a test, with their markers stripped.
package struct ContentFolder: Sendable {
    /// Texts (`.md`) by path relative to the folder, `/` between segments.
    package private(set) var texts: [String: MarkedText] = [:]
    /// Every other file's bytes.
    package private(set) var assets: [String: [UInt8]] = [:]
    /// The drawings among them, with their markers.
    package private(set) var drawings: [String: MarkedText] = [:]

    package init(_ folder: URL) throws {
        for path in try FileTree.files(below: folder) {
            let bytes = try Array(Data(contentsOf: folder.appending(path: path)))
            if path.hasSuffix(".md") {
                texts[path] = MarkedText(String(decoding: bytes, as: UTF8.self))
            } else if path.hasSuffix(".svg") {
                let drawing = MarkedText(String(decoding: bytes, as: UTF8.self))
                drawings[path] = drawing
                assets[path] = Array(drawing.text.utf8)
            } else {
                assets[path] = bytes
            }
        }
    }

    /// This folder with another laid over it: files of the same path are replaced, empty ones take it away.
    package func overlaid(with other: ContentFolder) -> ContentFolder {
        var result = self
        for (path, text) in other.texts { result.texts[path] = text.text.isEmpty ? nil : text }
        for (path, drawing) in other.drawings { result.drawings[path] = drawing.text.isEmpty ? nil : drawing }
        for (path, bytes) in other.assets { result.assets[path] = bytes.isEmpty ? nil : bytes }
        return result
    }

    /// Gives a file another text; nil takes it away.
    package mutating func replace(_ path: String, with text: String?) {
        if path.hasSuffix(".md") {
            texts[path] = text.map(MarkedText.init)
        } else {
            assets[path] = text.map { Array($0.utf8) }
        }
    }

    /// The paths of texts in the order of their UTF-8 bytes.
    package var textPaths: [String] { texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    /// The paths of other files in the order of their UTF-8 bytes.
    package var assetPaths: [String] { assets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

/// What lies below a folder on the disk.
package enum FileTree {
    /// The paths of all files below a folder, relative to it, sorted.
    package static func files(below folder: URL) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        return names.filter { name in
            var isFolder: ObjCBool = false
            let path = folder.appending(path: name).path(percentEncoded: false)
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    /// The names of the folders directly in a folder, sorted.
    package static func folders(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
            .map(\.lastPathComponent).sorted()
    }
}
