import Bytes
import Diagnostics
import Reading

/// The type of a property that a field of front matter fills. The type says how the field is read, described, written
/// to data and searched for references and prose, so that a declaration need only name the property.
package protocol FieldValue: Sendable {
    /// The value of a field that is not written.
    static var absent: Self { get }
    /// Whether a field of this type must be written unless its declaration says otherwise.
    static var isRequired: Bool { get }
    /// What is written there, for documentation and schemas.
    static func shape(_ form: TextForm) -> FieldShape
    /// Whether values of the type can hold references or prose; those that cannot are never searched.
    static var holdsReferences: Bool { get }
    static var holdsProse: Bool { get }

    /// Reads the field of a mapping; nil if it is absent or, after an error, unusable.
    static func read(
        _ field: FieldDescription, isRequired: Bool, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self?
    /// Reads a node: the field's value, or an item of its list; nil after an error.
    static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self?

    /// The value as data.
    var data: FieldData { get }
    func visitReferences(_ visit: (FieldReference) -> Void)
    func visitProse(_ visit: (Prose) -> Void)
    mutating func resolve(by resolver: inout ReferenceResolver)
    /// Whether it tells of a time after a moment.
    func isLater(than moment: AsOfLimit) -> Bool
    /// Takes out what tells of a time after a moment.
    mutating func forget(after moment: AsOfLimit)
}

extension FieldValue {
    package static var isRequired: Bool { true }
    package static var holdsReferences: Bool { false }
    package static var holdsProse: Bool { false }

    package static func read(
        _ field: FieldDescription, isRequired: Bool, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        let node =
            isRequired
            ? fields.requiredNode(field.name, oneOf: field.shape.values.map(\.name)) : fields.node(field.name)
        return node.flatMap { read($0, field, &fields, &reader) }
    }

    package func visitReferences(_ visit: (FieldReference) -> Void) {}
    package func visitProse(_ visit: (Prose) -> Void) {}
    package mutating func resolve(by resolver: inout ReferenceResolver) {}
    package func isLater(than moment: AsOfLimit) -> Bool { false }
    package mutating func forget(after moment: AsOfLimit) {}
}

// MARK: - Optional fields and lists

extension Optional: FieldValue where Wrapped: FieldValue {
    package static var absent: Self { nil }
    package static var isRequired: Bool { false }
    package static var holdsReferences: Bool { Wrapped.holdsReferences }
    package static var holdsProse: Bool { Wrapped.holdsProse }
    package static func shape(_ form: TextForm) -> FieldShape { Wrapped.shape(form) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        Wrapped.read(node, field, &fields, &reader).map { $0 }
    }

    package var data: FieldData { self?.data ?? .absent }
    package func visitReferences(_ visit: (FieldReference) -> Void) { self?.visitReferences(visit) }
    package func visitProse(_ visit: (Prose) -> Void) { self?.visitProse(visit) }
    package mutating func resolve(by resolver: inout ReferenceResolver) { self?.resolve(by: &resolver) }

    package mutating func forget(after moment: AsOfLimit) {
        if let value = self, value.isLater(than: moment) { self = nil } else { self?.forget(after: moment) }
    }
}

/// A list; a single value counts as a list of one.
extension Array: FieldValue where Element: FieldValue {
    package static var absent: Self { [] }
    package static var isRequired: Bool { false }
    package static var holdsReferences: Bool { Element.holdsReferences }
    package static var holdsProse: Bool { Element.holdsProse }
    package static func shape(_ form: TextForm) -> FieldShape { .list(Element.shape(form)) }

    package static func read(
        _ field: FieldDescription, isRequired: Bool, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        guard isRequired else { return read(fields.items(field.name), field, &fields, &reader) }
        guard let node = fields.requiredNode(field.name, oneOf: field.shape.values.map(\.name)) else { return nil }
        guard case .sequence(let items) = node.kind else { return read([node], field, &fields, &reader) }
        if items.isEmpty { fields.reportEmpty(field.name, node.range) }
        return read(items, field, &fields, &reader)
    }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        guard case .sequence(let items) = node.kind else { return read([node], field, &fields, &reader) }
        return read(items, field, &fields, &reader)
    }

    private static func read(
        _ items: [YAMLNode], _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        if items.isEmpty { return nil }
        var values: [Element] = []
        values.reserveCapacity(items.count)
        for item in items {
            if let value = Element.read(item, field, &fields, &reader) { values.append(value) }
        }
        return values.isEmpty ? nil : values
    }

    package var data: FieldData { .list(map(\.data)) }
    package func visitReferences(_ visit: (FieldReference) -> Void) { for item in self { item.visitReferences(visit) } }
    package func visitProse(_ visit: (Prose) -> Void) { for item in self { item.visitProse(visit) } }

    package mutating func resolve(by resolver: inout ReferenceResolver) {
        for index in indices { self[index].resolve(by: &resolver) }
    }

    package mutating func forget(after moment: AsOfLimit) {
        removeAll { $0.isLater(than: moment) }
        for index in indices { self[index].forget(after: moment) }
    }
}

// MARK: - Values with their place in the file

/// A value that is kept with the place where it is written.
package protocol LocatedValue: Sendable {
    /// What stands in for it until it is read.
    static var placeholder: Self { get }
    static func shape(_ form: TextForm) -> FieldShape
    static func read(_ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields) -> Located<Self>?
    var data: FieldData { get }
    func isLater(than moment: AsOfLimit) -> Bool
    /// The value without what it tells of a time after a moment.
    func forgetting(after moment: AsOfLimit) -> Self
}

extension LocatedValue {
    package func isLater(than moment: AsOfLimit) -> Bool { false }
    package func forgetting(after moment: AsOfLimit) -> Self { self }
}

extension Located: FieldValue where Value: LocatedValue {
    package static var absent: Self { Located(Value.placeholder, TextRange(at: 0)) }
    /// Whether nothing was read: nothing that is read stands at the start of a file.
    package var isAbsent: Bool { range.end == 0 }
    package static func shape(_ form: TextForm) -> FieldShape { Value.shape(form) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        Value.read(node, field, &fields)
    }

    package var data: FieldData { value.data }
    package func isLater(than moment: AsOfLimit) -> Bool { value.isLater(than: moment) }
    package mutating func forget(after moment: AsOfLimit) { value = value.forgetting(after: moment) }
}

extension String: LocatedValue {
    package static var placeholder: String { "" }
    package static func shape(_ form: TextForm) -> FieldShape { .text(form) }

    package static func read(_ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields) -> Located<String>? {
        guard let text = fields.text(of: node, field.name) else { return nil }
        return field.form.check.map { $0(text, field.name, &fields) } ?? text
    }

    package var data: FieldData { .text(self) }
}

extension ClosedList {
    package static var placeholder: Self { allCases[allCases.startIndex] }
    package static func shape(_ form: TextForm) -> FieldShape { .choice(values) }

    package static func read(_ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields) -> Located<Self>? {
        guard let text = fields.text(of: node, field.name) else { return nil }
        guard let former = formerValues.first(where: { $0.key == text.value }) else {
            return fields.choice(text, field.name, of: Self.self)
        }
        let name = former.value.rawValue
        let place = TextLocation(fields.file, text.range)
        fields.report(
            Diagnostic(
                .formerField, "'\(text.value)' of '\(field.name)' is now called '\(name)'", at: place,
                hint: "write '\(name)'", fixIt: FixIt(replacing: place, with: name, title: "write '\(name)'")))
        return Located(former.value, text.range)
    }

    package var data: FieldData { .text(rawValue) }
}

extension EventDate: LocatedValue {
    package static var placeholder: EventDate { EventDate(day: CivilDay(year: 1, month: 1, day: 1)) }
    package static func shape(_ form: TextForm) -> FieldShape { .date(needsClock: form.name == TextForm.moment.name) }

    /// A date from a scalar, or from the list that YAML makes of unquoted EDTF brackets.
    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields
    ) -> Located<EventDate>? {
        switch node.kind {
        case .scalar(let text, _):
            if text.isEmpty {
                fields.reportEmpty(field.name, node.range)
                return nil
            }
            switch EventDate.parse(text) {
            case .success(let date): return Located(date, node.range)
            case .failure(let fault): fields.report(diagnostic(fault, text: text, range: node.range, fields.file))
            }
        case .sequence(let items):
            let texts = items.compactMap(\.text)
            switch EventDate.parse(texts.map(\.value)) {
            case .success(let date) where texts.count == items.count: return Located(date, node.range)
            case .success: fields.reportWrongType(field.name, node, expected: "a date")
            case .failure(let fault):
                let text = texts.indices.contains(fault.item) ? texts[fault.item] : Located("", node.range)
                fields.report(diagnostic(fault, text: text.value, range: text.range, fields.file))
            }
        case .mapping: fields.reportWrongType(field.name, node, expected: "a date")
        }
        return nil
    }

    private static func diagnostic(
        _ fault: EventDateFault, text: String, range: TextRange, _ file: TextFile
    ) -> Diagnostic {
        // The fault's range counts inside the text; it can be shown, and fixed, only if the text stands in the file as
        // it is.
        let written = file.bytes[range.offsets]
        var place = range
        var fixIt: FixIt?
        if let shift = written.firstRange(of: Array(text.utf8))?.lowerBound {
            place = TextRange(
                shift + fault.range.lowerBound, shift + max(fault.range.upperBound, fault.range.lowerBound + 1))
            let exact = TextRange(shift + fault.range.lowerBound, shift + fault.range.upperBound)
            fixIt = fault.replacement.map { replacement in
                FixIt(replacing: TextLocation(file, exact), with: replacement, title: "write '\(replacement)'")
            }
        }
        return Diagnostic(.noSuchDate, fault.message, at: TextLocation(file, place), hint: fault.hint, fixIt: fixIt)
    }

    package var data: FieldData { .date(self) }
    package func isLater(than moment: AsOfLimit) -> Bool { surelyBegan(in: moment.zone) > moment.seconds }

    /// What has begun by then and ends later goes on; what was some time before or after is known to be before.
    package func forgetting(after moment: AsOfLimit) -> EventDate {
        guard first.earliest(in: moment.zone) <= moment.seconds, last.begun(in: moment.zone) > moment.seconds else {
            return self
        }
        switch form {
        case .single, .onOrAfter, .ongoing: return self
        case .lasted: return EventDate(.ongoing, first, first)
        case .between:
            let day = DatePoint(moment.zone.day(at: moment.seconds))
            return first.firstDay(in: moment.zone) == day.firstDay
                ? EventDate(.single, first, first) : EventDate(.between, first, day)
        case .onOrBefore, .until: return self
        }
    }
}

// MARK: - Values without a place

extension Bool: FieldValue {
    package static var absent: Bool { false }
    package static var isRequired: Bool { false }
    package static func shape(_ form: TextForm) -> FieldShape { .truth }

    package static func read(
        _ field: FieldDescription, isRequired: Bool, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Bool? {
        fields.truth(field.name)?.value
    }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Bool? {
        fields.truth(field.name)?.value
    }

    package var data: FieldData { .truth(self) }
}

/// One paragraph of inline Markdown.
extension Prose: FieldValue {
    package static var absent: Prose { Prose() }
    package static var holdsProse: Bool { true }
    package static func shape(_ form: TextForm) -> FieldShape { .prose }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Prose? {
        fields.text(of: node, field.name).map { reader.inline($0) }
    }

    package var data: FieldData { .prose(self) }
    package func visitProse(_ visit: (Prose) -> Void) { visit(self) }
}

extension ClockZone: FieldValue {
    package static var absent: ClockZone { .utc }
    package static func shape(_ form: TextForm) -> FieldShape { .text(.zone) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> ClockZone? {
        guard let text = fields.text(of: node, field.name) else { return nil }
        if let zone = ClockZone(named: text.value) { return zone }
        fields.report(
            Diagnostic(
                .unknownZone, "there is no time zone '\(text.value)'", at: TextLocation(fields.file, text.range),
                hint: nearestName(to: text.value, among: ClockZone.knownNames).map { "did you mean '\($0)'?" }
                    ?? "zones have names like 'America/New_York', 'Europe/Paris' or 'UTC'"))
        return nil
    }

    package var data: FieldData { .text(name) }
}
