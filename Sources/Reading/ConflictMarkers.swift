import Diagnostics

/// Lines that Git writes into a file when two changes conflict: `<<<<<<< HEAD`, `=======`, `>>>>>>> branch`.
enum ConflictMarkers {
    /// One error for each conflict, at its first line.
    static func problems(in file: TextFile) -> [Diagnostic] {
        let bytes = file.bytes
        var problems: [Diagnostic] = []
        var line = file.byteOrderMarkLength
        var opening: Int?
        while line < bytes.count {
            switch marker(bytes, line) {
            case 0x3C:
                if let opening { problems.append(problem(file, opening, end: nil)) }
                opening = line
            case 0x3E:
                problems.append(problem(file, opening ?? line, end: opening == nil ? nil : line))
                opening = nil
            case 0x7C where opening == nil: problems.append(problem(file, line, end: nil))
            default: break
            }
            line = FrontMatter.nextLine(bytes, line)
        }
        if let opening { problems.append(problem(file, opening, end: nil)) }
        return problems
    }

    /// The byte that a marker consists of: seven of it, a space, and a name.
    private static func marker(_ bytes: [UInt8], _ line: Int) -> UInt8? {
        let first = bytes[line]
        guard first == 0x3C || first == 0x3E || first == 0x7C, line + 8 < bytes.count else { return nil }
        guard bytes[line..<line + 7].allSatisfy({ $0 == first }), bytes[line + 7] == 0x20, bytes[line + 8] > 0x20,
            bytes[line + 8] != 0x7C
        else { return nil }
        return first
    }

    private static func problem(_ file: TextFile, _ start: Int, end: Int?) -> Diagnostic {
        let place = TextLocation(file, TextRange(start, file.line(at: start).upperBound))
        let notes = end.map { end in
            let last = TextRange(end, file.line(at: end).upperBound)
            return [Diagnostic.Note("the conflict ends here", at: TextLocation(file, last))]
        }
        return Diagnostic(
            .conflictMarker, "a conflict of Git was not resolved", at: place, notes: notes ?? [],
            hint: "keep one of the two texts and delete the marks; a sample of such lines is indented by a space")
    }
}
