import Exporting
import Platform
import Reading
import Writing

/// A program of the machine that makes PNG of SVG. Nothing needs it: sites that want its pictures are built without it.
package struct PictureRenderer: Sendable {
    /// Why it made no picture.
    struct Failure: Error {
        let reason: String
    }

    /// As messages show it: `rsvg-convert`.
    let name: String
    /// The path of its file.
    let path: String
    /// For each picture.
    package var limits = ChildProcess.Limits()

    /// What it prints or makes that is larger is an error.
    private static let largestText = 4_096

    /// The programs that are searched, in this order, with their arguments.
    private static let programs: [(name: String, arguments: @Sendable (_ svg: String, _ png: String) -> [String])] = [
        ("rsvg-convert", { ["--format", "png", "--output", $1, $0] }), ("resvg", { [$0, $1] }),
    ]

    package static let names = programs.map(\.name)

    /// The first of the programs that a folder of `PATH` has. Folders that are named relative to the working directory are
    /// left out: a site's own folder is not searched for programs.
    ///
    /// - Parameter path: as the variable has it.
    package static func onPath(_ path: String? = Disk.environment("PATH")) -> PictureRenderer? {
        let folders = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        for name in names {
            for folder in folders {
                let file = folder + "/" + name
                if Disk.isProgram(file) { return PictureRenderer(name: name, path: file) }
            }
        }
        return nil
    }

    /// Its name and what it says of its version: pictures of another version are made again.
    package var identity: String {
        guard let scratch = try? ScratchFolder(), let said = try? run(["--version"], in: scratch, as: "version") else {
            return name
        }
        return name + " " + said.output
    }

    /// Makes a picture of the size of cards.
    ///
    /// - Parameters:
    ///   - folder: where its files lie meanwhile.
    ///   - number: different for each picture of the folder.
    func png(of svg: [UInt8], in folder: ScratchFolder, number: Int) throws(Failure) -> [UInt8] {
        let (source, target) = (folder.path + "/\(number).svg", folder.path + "/\(number).png")
        defer { for path in [source, target] { try? Disk.remove(path, in: Disk.workingFolder) } }
        do throws(Errno) {
            let file = try Disk.createFile(source, in: Disk.workingFolder)
            try Disk.writeAll(svg, to: file)
            try file.close()
        } catch {
            throw Failure(reason: error.description)
        }
        let program = PictureRenderer.programs.first { $0.name == name }
        let arguments = program?.arguments(source, target) ?? [source, target]
        let said = try run(arguments, in: folder, as: String(number))
        switch said.ending {
        case .exited(0): break
        case .exited(let status):
            throw Failure(reason: said.errors.isEmpty ? "it ended with status \(status)" : said.errors)
        case .killed(let signal): throw Failure(reason: "it was ended by signal \(signal)")
        case .tooSlow: throw Failure(reason: "it took more than \(limits.milliseconds / 1_000) seconds")
        }
        guard let file = try? Disk.openFile(target, in: Disk.workingFolder),
            let bytes = try? Disk.contents(of: file, limit: limits.fileSize)
        else { throw Failure(reason: "it wrote no file") }
        let size = SharePicture.size
        guard ImageSize(head: bytes) == size, bytes.starts(with: [0x89, 0x50]), bytes.suffix(8) == Self.end else {
            throw Failure(reason: "what it wrote is not a PNG of \(size.width) × \(size.height)")
        }
        return bytes
    }

    /// How a PNG ends: the type of its last chunk, and that one's checksum (ISO 15948).
    private static let end: ArraySlice<UInt8> = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    /// Runs it, and returns what it printed: the first line of each stream.
    private func run(
        _ arguments: [String], in folder: ScratchFolder, as name: String
    ) throws(Failure) -> (ending: ChildProcess.Ending, output: String, errors: String) {
        let paths = ["out", "err"].map { folder.path + "/\(name).\($0)" }
        defer { for path in paths { try? Disk.remove(path, in: Disk.workingFolder) } }
        do throws(Errno) {
            let output = try Disk.createFile(paths[0], in: Disk.workingFolder)
            let errors = try Disk.createFile(paths[1], in: Disk.workingFolder)
            let ending = try ChildProcess.run(path, arguments, output: output, errors: errors, limits: limits)
            let lines = try paths.map { path throws(Errno) in
                Self.firstLine(try Disk.read(Disk.openFile(path, in: Disk.workingFolder), upTo: Self.largestText))
            }
            return (ending, lines[0], lines[1])
        } catch {
            throw Failure(reason: error.description)
        }
    }

    /// Up to 200 characters, without those that could change a terminal.
    private static func firstLine(_ bytes: [UInt8]) -> String {
        let line = bytes.split(separator: 0x0A).first ?? []
        let shown = String(decoding: line, as: UTF8.self).unicodeScalars.prefix(200).filter {
            !$0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(shown))
    }
}
