import Diagnostics
import Model
import Reading

/// A reference that names nothing, or not what it may name.
struct FaultyReference: Sendable {
    enum Fault: Sendable {
        /// Nothing of the kinds that may stand here has this id.
        case unknown(wanted: [EntryKind])
        /// The word before the colon is no kind; nil where there is no colon.
        case unknownKind(word: String?)
        /// A kind that may not stand here.
        case notAllowed(EntryKind)
    }

    enum Form: Sendable {
        /// A field that takes ids: `from: anthropic`.
        case id
        /// With its kind: `demand:all-lawful-uses`, in a field or a link.
        case typed
        /// `[@report]`
        case citation
    }

    let fault: Fault
    /// The kinds that may stand here.
    let allowed: [EntryKind]
    let form: Form
    /// What stands behind the colon.
    let id: String
    /// The reference in its file, kind and quotes included.
    let range: TextRange
    let file: TextFile

    /// What messages point at: the id; of a citation its `@` too; of a reference with its kind all of it.
    var location: TextLocation {
        let id = file.place(ofLast: id, in: range) ?? range
        let start = Int(id.start)
        switch form {
        case .typed: return TextLocation(file, range)
        case .citation where start > 0 && file.bytes[start - 1] == UInt8(ascii: "@"):
            return TextLocation(file, TextRange(start - 1, Int(id.end)))
        case .citation, .id: return TextLocation(file, id)
        }
    }

    /// The edit that makes it another id; nil where the id does not stand in the file as it is.
    func replacingID(with other: String) -> FixIt? {
        guard let place = file.place(ofLast: id, in: range) else { return nil }
        return FixIt(replacing: TextLocation(file, place), with: other, title: "replace '\(id)' with '\(other)'")
    }

    /// The edit that makes its kind another: `party:x` becomes `person:x`.
    func replacingKind(with word: String) -> FixIt? {
        guard form == .typed, let name = file.place(ofLast: id, in: range),
            let colon = file.place(ofLast: ":", in: TextRange(Int(range.start), Int(name.start)))
        else { return nil }
        var start = Int(colon.start)
        while start > Int(range.start), isWordByte(file.bytes[start - 1]) { start -= 1 }
        let place = TextRange(start, Int(colon.start))
        return FixIt(replacing: TextLocation(file, place), with: word, title: "write '\(word):\(id)'")
    }
}

private func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
}

extension TextFile {
    /// Where a text stands last within a range, nil where it does not stand there as it is.
    func place(ofLast text: String, in range: TextRange) -> TextRange? {
        let wanted = Array(text.utf8)
        let offsets = range.offsets.clamped(to: 0..<bytes.count)
        guard !wanted.isEmpty, offsets.count >= wanted.count else { return nil }
        var start = offsets.upperBound - wanted.count
        while start >= offsets.lowerBound {
            if bytes[start..<start + wanted.count].elementsEqual(wanted) {
                return TextRange(start, start + wanted.count)
            }
            start -= 1
        }
        return nil
    }
}

/// Collects what entries refer to: what is found counts as mentioned, what is not is kept for the checks.
struct ReferenceCollector {
    /// What the references belong to: naming oneself is no mention.
    private var owner: AnyHandle?
    private var file: TextFile
    private(set) var mentions: [AnyHandle] = []
    /// What the checks have not yet looked at.
    var faulty: [FaultyReference] = []

    init(file: TextFile) { self.file = file }

    /// Turns to the next entry.
    mutating func begin(_ owner: AnyHandle, in file: TextFile) {
        self.owner = owner
        self.file = file
    }

    /// A reference of a field.
    mutating func note(_ reference: FieldReference) {
        if let allowed = reference.allowed {
            guard let kind = reference.kinds.first else {
                let word = reference.text.utf8.count > reference.id.utf8.count ? kindWord(of: reference) : nil
                fault(.unknownKind(word: word), allowed, .typed, reference.id, reference.range)
                return
            }
            guard allowed.contains(kind) else {
                fault(.notAllowed(kind), allowed, .typed, reference.id, reference.range)
                return
            }
        }
        switch reference.resolution {
        case .found(let handle): mention(handle)
        case .withheld: break
        case .unresolved:
            fault(
                .unknown(wanted: reference.kinds), reference.allowed ?? reference.kinds,
                reference.allowed == nil ? .id : .typed, reference.id, reference.range)
        }
    }

    private func kindWord(of reference: FieldReference) -> String {
        String(decoding: reference.text.utf8.dropLast(reference.id.utf8.count + 1), as: UTF8.self)
    }

    /// References and citations in a Markdown text.
    mutating func note(_ prose: Prose, in scope: CheckScope) {
        for reference in prose.references {
            guard let kind = EntryKind(referenceWord: reference.kind) else {
                fault(.unknownKind(word: reference.kind), EntryKind.allCases, .typed, reference.id, reference.range)
                continue
            }
            note(
                scope.site.index.find(kind, reference.id, from: scope.index), kind, .typed, reference.id,
                reference.range)
        }
        for citation in prose.citations {
            let found = scope.site.index.find(.source, citation.id, from: scope.index)
            note(found, .source, .citation, citation.id, citation.range)
        }
    }

    private mutating func note(
        _ resolution: Resolution<AnyHandle>, _ kind: EntryKind, _ form: FaultyReference.Form, _ id: String,
        _ range: TextRange
    ) {
        switch resolution {
        case .found(let handle): mention(handle)
        case .withheld: break
        case .unresolved:
            fault(.unknown(wanted: [kind]), form == .citation ? [kind] : EntryKind.allCases, form, id, range)
        }
    }

    mutating func mention(_ handle: AnyHandle) {
        guard handle.kind == .party || handle.kind == .source || handle.kind == .term, handle != owner else { return }
        mentions.append(handle)
    }

    mutating func fault(
        _ fault: FaultyReference.Fault, _ allowed: [EntryKind], _ form: FaultyReference.Form, _ id: String,
        _ range: TextRange
    ) {
        faulty.append(FaultyReference(fault: fault, allowed: allowed, form: form, id: id, range: range, file: file))
    }
}
