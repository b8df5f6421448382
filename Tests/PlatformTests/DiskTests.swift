import Foundation
import Platform
import TestSupport
import Testing

@Suite struct DiskTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Disk.writeAll(bytes, to: Disk.createFile(folder.path(name), in: Disk.workingFolder))
    }

    @Test(arguments: [0, 1, 4_095, Disk.pieceSize - 1, Disk.pieceSize, Disk.pieceSize + 1, 700_000])
    func readsWhatItWrote(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8) }
        try write(bytes, to: "file")
        let file = { try Disk.openFile(folder.path("file")) }
        #expect(try Disk.contents(of: file()) == bytes)
        #expect(try Disk.read(file(), upTo: 100) == Array(bytes.prefix(100)))
        var pieces: [[UInt8]] = []
        try Disk.forEachPiece(of: file(), orThrow: { $0 }) { piece throws(Errno) in
            pieces.append(piece.indices.map { piece[$0] })
        }
        #expect(pieces.flatMap { $0 } == bytes)
        #expect(pieces.allSatisfy { $0.count <= Disk.pieceSize })
        var start = 0
        try Disk.forEachPiece(of: file(), upTo: 10, orThrow: { $0 }) { piece throws(Errno) in start += piece.count }
        #expect(start == min(10, count))
    }

    /// A file of the kernel whose size is said to be 0.
    @Test func readsFilesThatHaveMoreThanTheirSize() throws {
        guard FileManager.default.fileExists(atPath: "/proc/self/status") else { return }
        let bytes = try Disk.contents(of: Disk.openFile("/proc/self/status"))
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Name:"))
    }

    @Test func listsNamesByTheirBytes() throws {
        try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: true)
        try write([], to: "ä")
        try write([], to: String(repeating: "n", count: 255))
        let entries = try Disk.entries(of: Disk.openFolder(folder.path(".")))
        #expect(
            Set(entries.map(\.name)) == [
                Array("folder".utf8), Array("ä".utf8), [UInt8](repeating: UInt8(ascii: "n"), count: 255),
            ])
        #expect(entries.allSatisfy { !$0.isFolder || $0.name == Array("folder".utf8) })
    }

    @Test func throwsTheErrorOfTheSystemWithItsText() throws {
        let error = #expect(throws: Errno.self) { try Disk.openFile(folder.path("missing")) }
        #expect(error == .noSuchFileOrDirectory)
        #expect(error?.description == "No such file or directory")
        #expect(Errno(rawValue: 4_242).description.contains("4242"))
    }

    @Test func exchangesTwoNames() throws {
        try write([1], to: "one")
        try write([2], to: "two")
        let place = { Disk.Place(folder: Disk.workingFolder, path: folder.path($0)) }
        guard try Disk.exchange(place("one"), place("two")) else { return }
        #expect(try folder.contents(of: ".") == ["one": [2], "two": [1]])
        #expect(throws: Errno.fileExists) { try Disk.rename(place("one"), to: place("two")) }
    }

    @Test func readsNoMoreThanTheLimit() throws {
        try write([UInt8](repeating: 1, count: 5_000), to: "a")
        func contents(_ limit: Int) throws -> Int {
            try Disk.contents(of: Disk.openFile(folder.path("a")), limit: limit).count
        }
        #expect(try contents(5_000) == 5_000)
        #expect(throws: Errno.fileTooLarge) { try contents(4_999) }
        // What has no size and no end.
        #expect(throws: Errno.fileTooLarge) { try Disk.contents(of: Disk.openFile("/dev/zero"), limit: 1 << 20) }
    }
}
