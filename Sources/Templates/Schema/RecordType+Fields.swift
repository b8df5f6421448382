extension RecordType {
    /// Adds a field of text.
    @inlinable
    package func text(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> String
    ) -> RecordType {
        field(name, .text, documentation) { .text(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalText(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> String?
    ) -> RecordType {
        field(name, .optional(.text), documentation) { root in
            if let value = get(root) { .text(value) } else { .absent }
        }
    }

    /// Adds a field of text that is one of a fixed list. Comparing it with any other text is an error.
    package func choice(
        _ name: String, _ documentation: String, _ choices: [String], _ get: @escaping @Sendable (Root) -> String
    ) -> RecordType {
        let listed = choices.map { "`\($0)`" }.joined(separator: ", ")
        return field(name, .text, "\(documentation) One of \(listed).") { .text(get($0)) }.choosing(name, choices)
    }

    /// The same for an optional value.
    package func optionalChoice(
        _ name: String, _ documentation: String, _ choices: [String], _ get: @escaping @Sendable (Root) -> String?
    ) -> RecordType {
        let listed = choices.map { "`\($0)`" }.joined(separator: ", ")
        return optionalText(name, "\(documentation) One of \(listed).", get).choosing(name, choices)
    }

    /// Lets templates sort records by a number: `sort(attribute="deadline")`.
    package func ordered(_ get: @escaping @Sendable (Root) -> Value) -> RecordType {
        field(RecordShape.orderName, .number, "", get)
    }

    /// Lets the filter `date` take the record.
    package func readAsDate(_ get: @escaping @Sendable (Root) -> CalendarDate?) -> RecordType {
        field(RecordShape.dateName, .date, "") { root in get(root).map { .date($0) } ?? .absent }
    }

    /// Lets templates name members of a list after a dot: `event.extra.beat` for the field `beat` of a record.
    package func naming(
        _ list: String, _ record: ValueType, _ get: @escaping @Sendable (Root) -> Value
    ) -> RecordType {
        field(RecordShape.memberPrefix + list, record, "", get)
    }

    /// Adds a field of markup, printed unescaped.
    @inlinable
    package func html(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> HTML
    ) -> RecordType {
        field(name, .html, documentation) { .html(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalHTML(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> HTML?
    ) -> RecordType {
        field(name, .optional(.html), documentation) { root in
            if let value = get(root) { .html(value) } else { .absent }
        }
    }

    /// Adds a field with the target of a link.
    @inlinable
    package func url(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Address
    ) -> RecordType {
        field(name, .url, documentation) { .url(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalURL(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Address?
    ) -> RecordType {
        field(name, .optional(.url), documentation) { root in
            if let value = get(root) { .url(value) } else { .absent }
        }
    }

    /// Adds a field with an integer.
    @inlinable
    package func number(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Int
    ) -> RecordType {
        field(name, .number, documentation) { .int(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalNumber(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Int?
    ) -> RecordType {
        field(name, .optional(.number), documentation) { root in
            if let value = get(root) { .int(value) } else { .absent }
        }
    }

    /// Adds a field with a decimal number.
    @inlinable
    package func decimal(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Double
    ) -> RecordType {
        field(name, .number, documentation) { .float(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalDecimal(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Double?
    ) -> RecordType {
        field(name, .optional(.number), documentation) { root in
            if let value = get(root) { .float(value) } else { .absent }
        }
    }

    /// Adds a field that is true or false.
    @inlinable
    package func truth(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Bool
    ) -> RecordType {
        field(name, .truth, documentation) { .truth(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalTruth(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Bool?
    ) -> RecordType {
        field(name, .optional(.truth), documentation) { root in
            if let value = get(root) { .truth(value) } else { .absent }
        }
    }

    /// Adds a field with a calendar date.
    @inlinable
    package func date(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> CalendarDate
    ) -> RecordType {
        field(name, .date, documentation) { .date(get($0)) }
    }

    /// The same for an optional value.
    @inlinable
    package func optionalDate(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> CalendarDate?
    ) -> RecordType {
        field(name, .optional(.date), documentation) { root in
            if let value = get(root) { .date(value) } else { .absent }
        }
    }

    /// Adds a field with a record of another type or of the same type.
    @inlinable
    package func record<Other: TemplateView>(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Other
    ) -> RecordType {
        adding(
            name, documentation, type: { .record(Other.record.shape.name) }, link: { Other.record.shape },
            { place, register in
                TypedRecord.put(get(place.root()), Other.record.storage, into: &register)
            })
    }

    /// The same for an optional value.
    @inlinable
    package func optionalRecord<Other: TemplateView>(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Other?
    ) -> RecordType {
        adding(
            name, documentation, type: { .optional(.record(Other.record.shape.name)) }, link: { Other.record.shape },
            { place, register in
                if let value = get(place.root()) {
                    TypedRecord.put(value, Other.record.storage, into: &register)
                } else {
                    register = .absent
                }
            })
    }

    /// Adds a field with a list of records.
    @inlinable
    package func list<Other: TemplateView>(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [Other]
    ) -> RecordType {
        let reader = RecordList<Void, Other>.reader { _, view in view }
        return adding(
            name, documentation, type: { .list(.record(Other.record.shape.name)) }, link: { Other.record.shape },
            { place, register in
                RecordList.put((), get(place.root()), reader, into: &register)
            })
    }

    /// The same for a list of other values: `each` makes the view of an element when a template reads it, so no list of
    /// views is allocated.
    @inlinable
    package func list<Element, Other: TemplateView>(
        _ name: String, _ documentation: String, of get: @escaping @Sendable (Root) -> [Element],
        each: @escaping @Sendable (Root, Element) -> Other
    ) -> RecordType {
        let reader = RecordList<Root, Element>.reader(each)
        return adding(
            name, documentation, type: { .list(.record(Other.record.shape.name)) }, link: { Other.record.shape },
            { place, register in
                let root = place.root(Root.self)
                RecordList.put(root, get(root), reader, into: &register)
            })
    }

    /// Adds a field with a list of texts.
    @inlinable
    package func texts(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [String]
    ) -> RecordType {
        field(name, .list(.text), documentation) { .list(MappedList(get($0)) { .text($0) }) }
    }

    /// Adds a field with a list of markup.
    @inlinable
    package func htmls(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [HTML]
    ) -> RecordType {
        field(name, .list(.html), documentation) { .list(MappedList(get($0)) { .html($0) }) }
    }

    /// Adds a field with a list of integers.
    @inlinable
    package func numbers(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [Int]
    ) -> RecordType {
        field(name, .list(.number), documentation) { .list(MappedList(get($0)) { .int($0) }) }
    }
}
