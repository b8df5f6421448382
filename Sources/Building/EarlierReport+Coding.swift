import Diagnostics
import Model

extension EarlierReport {
    func write(to writer: inout MemoryWriter) {
        writer.list(warnings) { $1.write(to: &$0) }
        writer.list(omissions) { $1.write(to: &$0) }
    }

    init?(from reader: inout MemoryReader) {
        guard let warnings = reader.list({ Warning(from: &$0) }), let omissions = reader.list({ Omission(from: &$0) })
        else { return nil }
        self.warnings = warnings
        self.omissions = omissions
    }
}

extension EarlierReport.Place {
    fileprivate func write(to writer: inout MemoryWriter) {
        writer.text(path)
        writer.number(Int(range.start))
        writer.number(Int(range.end))
    }

    fileprivate init?(from reader: inout MemoryReader) {
        guard let path = reader.text(), let start = reader.number(), let end = reader.number(),
            start >= 0, start <= end, end <= Int(UInt32.max)
        else { return nil }
        self.init(path: path, range: TextRange(start, end))
    }
}

extension EarlierReport.Warning {
    fileprivate func write(to writer: inout MemoryWriter) {
        writer.text(code)
        writer.text(severity.rawValue)
        writer.text(message)
        writer.optional(place) { $1.write(to: &$0) }
        writer.optional(path) { $0.text($1) }
        writer.list(notes) { writer, note in
            writer.text(note.message)
            writer.optional(note.place) { $1.write(to: &$0) }
        }
        writer.optional(hint) { $0.text($1) }
        writer.optional(fixIt) { writer, fixIt in
            fixIt.place.write(to: &writer)
            writer.text(fixIt.replacement)
            writer.text(fixIt.title)
        }
    }

    fileprivate init?(from reader: inout MemoryReader) {
        guard let code = reader.text(), let severity = reader.text().flatMap(Severity.init),
            let message = reader.text(),
            let place = reader.optional({ EarlierReport.Place(from: &$0) }), let path = reader.optional({ $0.text() }),
            let notes = reader.list({ reader -> (message: String, place: EarlierReport.Place?)? in
                guard let message = reader.text(), let place = reader.optional({ EarlierReport.Place(from: &$0) })
                else {
                    return nil
                }
                return (message, place)
            }), let hint = reader.optional({ $0.text() }),
            let fixIt = reader.optional({ reader -> (place: EarlierReport.Place, replacement: String, title: String)? in
                guard let place = EarlierReport.Place(from: &reader), let replacement = reader.text(),
                    let title = reader.text()
                else { return nil }
                return (place, replacement, title)
            })
        else { return nil }
        self.init(
            code: code, severity: severity, message: message, place: place, path: path, notes: notes, hint: hint,
            fixIt: fixIt)
    }
}

extension EarlierReport.Omission {
    fileprivate func write(to writer: inout MemoryWriter) {
        writer.number(Int(kind.rawValue))
        writer.text(name)
        writer.optional(part) { $0.text($1) }
        place.write(to: &writer)
        switch reason {
        case .draft: writer.number(0)
        case .later: writer.number(1)
        case .dependsOn(let name):
            writer.number(2)
            writer.text(name)
        // An embargo is never stored: `init(_:_:)` returns nil for it.
        case .embargo: writer.number(3)
        case .onlyCitedByWithheld: writer.number(4)
        case .namesLater(let name):
            writer.number(5)
            writer.text(name)
        }
        writer.number(isHeld ? 1 : 0)
    }

    fileprivate init?(from reader: inout MemoryReader) {
        guard let number = reader.number(), let raw = UInt8(exactly: number), let kind = EntryKind(rawValue: raw),
            let name = reader.text(), let part = reader.optional({ $0.text() }),
            let place = EarlierReport.Place(from: &reader),
            let reason = reader.number()
        else { return nil }
        switch reason {
        case 0: self.init(kind, name, part, place, .draft, from: &reader)
        case 1: self.init(kind, name, part, place, .later, from: &reader)
        case 2:
            guard let other = reader.text() else { return nil }
            self.init(kind, name, part, place, .dependsOn(other), from: &reader)
        case 4: self.init(kind, name, part, place, .onlyCitedByWithheld, from: &reader)
        case 5:
            guard let other = reader.text() else { return nil }
            self.init(kind, name, part, place, .namesLater(other), from: &reader)
        default: return nil
        }
    }

    private init?(
        _ kind: EntryKind, _ name: String, _ part: String?, _ place: EarlierReport.Place,
        _ reason: WithheldEntry.Reason,
        from reader: inout MemoryReader
    ) {
        guard let held = reader.number() else { return nil }
        self.init(kind: kind, name: name, part: part, place: place, reason: reason, isHeld: held == 1)
    }
}
