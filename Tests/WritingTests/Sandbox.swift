import Bytes
import Foundation
import Platform

@testable import Writing

/// A folder of its own for one test, with an output folder `public` that need not exist yet.
final class Sandbox {
    let root: URL
    var output: URL { root.appendingPathComponent("public") }
    var work: URL { root.appendingPathComponent(".public.explainer") }

    /// - Parameter isInMemory: whether a disk in memory will do, which makes thousands of files in no time.
    init(isInMemory: Bool = false) throws {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let hasMemory = isInMemory && FileManager.default.isWritableFile(atPath: memory.path)
        root = (hasMemory ? memory : FileManager.default.temporaryDirectory).resolvingSymlinksInPath()
            .appendingPathComponent("explainer-writing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func options(_ change: (inout WriteOptions) -> Void = { _ in }) -> WriteOptions {
        var options = WriteOptions(output: output.path)
        change(&options)
        return options
    }

    /// Builds a site of these pages.
    @discardableResult
    func build(
        _ pages: KeyValuePairs<String, String>, _ change: (inout WriteOptions) -> Void = { _ in }
    ) throws -> WriteSummary {
        let session = try WriteSession.open(options(change))
        for (path, text) in pages {
            try session.add(path, Array(text.utf8))
        }
        return try session.commit()
    }

    /// The fault of a build that must fail.
    func fault(
        _ pages: KeyValuePairs<String, String>, _ change: (inout WriteOptions) -> Void = { _ in }
    ) throws -> WriteFault? {
        do {
            try build(pages, change)
            return nil
        } catch let fault as WriteFault {
            return fault
        }
    }

    /// The kinds and paths of the conflicts of a build that must fail.
    func conflicts(
        _ pages: KeyValuePairs<String, String>, _ change: (inout WriteOptions) -> Void = { _ in }
    ) throws -> [String] {
        guard case .conflicts(let conflicts) = try fault(pages, change) else { return [] }
        return conflicts.map { "\($0.kind) \($0.path)" }
    }

    func put(_ path: String, _ text: String) throws {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) -> String? {
        (try? Data(contentsOf: root.appendingPathComponent(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: root.appendingPathComponent(path).path, withDestinationPath: target)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: root.appendingPathComponent(path)) }

    func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(path).path)) != nil
    }

    /// Everything below a folder: files with their bytes, links with their targets, folders as such.
    func snapshot(_ folder: String = "public", manifest: Bool = true) throws -> [String: String] {
        let base = root.appendingPathComponent(folder).path
        var result: [String: String] = [:]
        for path in FileManager.default.enumerator(atPath: base)?.compactMap({ $0 as? String }) ?? [] {
            if !manifest, path == OutputPath.manifestName { continue }
            let full = base + "/" + path
            switch try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
            case .typeDirectory?: result[path] = "folder"
            case .typeSymbolicLink?:
                result[path] = "link to " + (try FileManager.default.destinationOfSymbolicLink(atPath: full))
            default:
                result[path] = "file " + Data(try Data(contentsOf: URL(fileURLWithPath: full))).base64EncodedString()
            }
        }
        return result
    }

    /// Inode and change time of a file: the same as long as nobody wrote, moved or replaced it.
    func identity(_ path: String) throws -> FileHints.Hint {
        FileHints.Hint(try Disk.state(of: root.appendingPathComponent(path).path))
    }

    /// Whether beside the output there is nothing but what stays there, and the stage is empty.
    var isTidy: Bool {
        let base = work.path
        let paths = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        let files = paths.filter { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: base + "/" + path)
            return attributes?[.type] as? FileAttributeType != .typeDirectory
        }
        let folders = paths.count - files.count
        return Set(files).isSubset(of: [".gitignore", "lock", "hints", "stage/.explainer-stage"]) && folders <= 11
    }
}
