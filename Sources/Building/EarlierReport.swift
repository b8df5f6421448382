import Diagnostics
import Model

/// What an earlier build reported about its input: its warnings, and the entries that it left out. If nothing changed,
/// the next build reports the same. Places are stored as paths and offsets; files are read again to show lines of them.
struct EarlierReport {
    /// A range of one of the files that were read.
    struct Place {
        /// The path that messages show.
        let path: String
        let range: TextRange
    }

    struct Warning {
        let code: String
        let severity: Severity
        let message: String
        let place: Place?
        let path: String?
        let notes: [(message: String, place: Place?)]
        let hint: String?
        let fixIt: (place: Place, replacement: String, title: String)?
    }

    struct Omission {
        let kind: EntryKind
        let name: String
        let part: String?
        let place: Place
        let reason: WithheldEntry.Reason
        let isHeld: Bool
    }

    let warnings: [Warning]
    let omissions: [Omission]

    var isEmpty: Bool { warnings.isEmpty && omissions.isEmpty }

    /// Nil if an embargo leaves out an entry, since its end changes the report, or if the output folder had a problem.
    init?(_ diagnostics: [Diagnostic], _ withheld: [WithheldEntry]) {
        if diagnostics.contains(where: { DiagnosticCode.writingCodes.contains($0.code) }) { return nil }
        if withheld.contains(where: { if case .embargo = $0.reason { true } else { false } }) { return nil }
        warnings = diagnostics.map(Warning.init)
        omissions = withheld.map { entry in
            Omission(
                kind: entry.kind, name: entry.name, part: entry.part, place: Place(entry.location),
                reason: entry.reason,
                isHeld: entry.isHeld)
        }
    }

    /// The problems and entries; nil if a file cannot be read or a code is unknown.
    ///
    /// - Parameter file: returns a file by the path that messages show.
    func report(_ file: (String) -> TextFile?) -> (diagnostics: [Diagnostic], withheld: [WithheldEntry])? {
        var files: [String: TextFile] = [:]
        func location(_ place: Place) -> TextLocation? {
            guard let known = files[place.path] ?? file(place.path), Int(place.range.end) <= known.bytes.count else {
                return nil
            }
            files[place.path] = known
            return TextLocation(known, place.range)
        }
        var diagnostics: [Diagnostic] = []
        for warning in warnings {
            guard let diagnostic = warning.diagnostic(location) else { return nil }
            diagnostics.append(diagnostic)
        }
        var withheld: [WithheldEntry] = []
        for omission in omissions {
            guard let place = location(omission.place) else { return nil }
            withheld.append(
                WithheldEntry(
                    kind: omission.kind, name: omission.name, part: omission.part, location: place,
                    reason: omission.reason,
                    isHeld: omission.isHeld))
        }
        return (diagnostics, withheld)
    }
}

extension EarlierReport.Place {
    fileprivate init(_ location: TextLocation) { self.init(path: location.file.path, range: location.range) }
}

extension EarlierReport.Warning {
    private static let codes = Dictionary(allCodes.map { ($0.name, $0) }) { first, _ in first }

    fileprivate init(_ diagnostic: Diagnostic) {
        self.init(
            code: diagnostic.code.name, severity: diagnostic.severity, message: diagnostic.message,
            place: diagnostic.location.map(EarlierReport.Place.init), path: diagnostic.path,
            notes: diagnostic.notes.map { ($0.message, $0.location.map(EarlierReport.Place.init)) },
            hint: diagnostic.hint,
            fixIt: diagnostic.fixIt.map { (EarlierReport.Place($0.location), $0.replacement, $0.title) })
    }

    fileprivate func diagnostic(_ location: (EarlierReport.Place) -> TextLocation?) -> Diagnostic? {
        guard let code = EarlierReport.Warning.codes[code] else { return nil }
        var notes: [Diagnostic.Note] = []
        for note in self.notes {
            let place = note.place.map(location)
            if case .some(nil) = place { return nil }
            notes.append(Diagnostic.Note(note.message, at: place ?? nil))
        }
        let place = self.place.map(location)
        if case .some(nil) = place { return nil }
        var edit: FixIt?
        if let fixIt {
            guard let place = location(fixIt.place) else { return nil }
            edit = FixIt(replacing: place, with: fixIt.replacement, title: fixIt.title)
        }
        var diagnostic = Diagnostic(
            code, message, at: place ?? nil, path: path, notes: notes, hint: hint, fixIt: edit)
        diagnostic.severity = severity
        return diagnostic
    }
}
