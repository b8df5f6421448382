extension RecordType {
    /// A field that holds text.
    @inlinable
    package func text(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> String
    ) -> RecordType {
        field(name, .text, documentation) { .text(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalText(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> String?
    ) -> RecordType {
        field(name, .optional(.text), documentation) { root in
            if let value = get(root) { .text(value) } else { .absent }
        }
    }

    /// A field that holds markup, printed as it is.
    @inlinable
    package func html(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> HTML
    ) -> RecordType {
        field(name, .html, documentation) { .html(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalHTML(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> HTML?
    ) -> RecordType {
        field(name, .optional(.html), documentation) { root in
            if let value = get(root) { .html(value) } else { .absent }
        }
    }

    /// A field that says where a link leads.
    @inlinable
    package func url(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Address
    ) -> RecordType {
        field(name, .url, documentation) { .url(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalURL(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Address?
    ) -> RecordType {
        field(name, .optional(.url), documentation) { root in
            if let value = get(root) { .url(value) } else { .absent }
        }
    }

    /// A field that holds an integer.
    @inlinable
    package func number(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Int
    ) -> RecordType {
        field(name, .number, documentation) { .int(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalNumber(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Int?
    ) -> RecordType {
        field(name, .optional(.number), documentation) { root in
            if let value = get(root) { .int(value) } else { .absent }
        }
    }

    /// A field that holds a decimal number.
    @inlinable
    package func decimal(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Double
    ) -> RecordType {
        field(name, .number, documentation) { .float(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalDecimal(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Double?
    ) -> RecordType {
        field(name, .optional(.number), documentation) { root in
            if let value = get(root) { .float(value) } else { .absent }
        }
    }

    /// A field that is true or false.
    @inlinable
    package func truth(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Bool
    ) -> RecordType {
        field(name, .truth, documentation) { .truth(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalTruth(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> Bool?
    ) -> RecordType {
        field(name, .optional(.truth), documentation) { root in
            if let value = get(root) { .truth(value) } else { .absent }
        }
    }

    /// A field that holds a calendar date.
    @inlinable
    package func date(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> CalendarDate
    ) -> RecordType {
        field(name, .date, documentation) { .date(get($0)) }
    }

    /// The same, where there may be none.
    @inlinable
    package func optionalDate(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> CalendarDate?
    ) -> RecordType {
        field(name, .optional(.date), documentation) { root in
            if let value = get(root) { .date(value) } else { .absent }
        }
    }

    /// A field that holds a record of another type (or of the same).
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

    /// The same, where there may be none.
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

    /// A field that holds a list of records.
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

    /// The same where the host's list holds something else: `each` makes an element's view when a template comes to it,
    /// so that no list of views is made.
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

    /// A field that holds a list of texts.
    @inlinable
    package func texts(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [String]
    ) -> RecordType {
        field(name, .list(.text), documentation) { .list(MappedList(get($0)) { .text($0) }) }
    }

    /// A field that holds a list of pieces of markup.
    @inlinable
    package func htmls(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [HTML]
    ) -> RecordType {
        field(name, .list(.html), documentation) { .list(MappedList(get($0)) { .html($0) }) }
    }

    /// A field that holds a list of integers.
    @inlinable
    package func numbers(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Root) -> [Int]
    ) -> RecordType {
        field(name, .list(.number), documentation) { .list(MappedList(get($0)) { .int($0) }) }
    }
}
