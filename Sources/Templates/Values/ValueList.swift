/// A list for templates. Elements are made when they are read.
@usableFromInline package class ValueList {
    // A list belongs to one task, and no reader writes to its list, so accesses never overlap. Checking them takes a
    // tenth of the time to render a page.
    @exclusivity(unchecked) @usableFromInline package final var count: Int
    /// The sum of the weights of its elements; see `Value.weight`.
    @exclusivity(unchecked) @usableFromInline final var weight: Int

    @usableFromInline
    init(count: Int) {
        self.count = count
        self.weight = count
    }

    init(count: Int, weight: Int) {
        self.count = count
        self.weight = weight
    }

    /// The element at an index below `count`.
    package final func element(at index: Int) -> Value {
        var value = Value.absent
        read(index, into: &value)
        return value
    }

    /// The same into a register. A record in the register is reused if it has no other reference.
    @usableFromInline
    package func read(_ index: Int, into register: inout Value) { register = .absent }
}

/// A list of values.
package final class ArrayList: ValueList {
    let values: [Value]

    package init(_ values: [Value]) {
        self.values = values
        super.init(count: values.count, weight: values.reduce(0) { $0 + $1.weight })
    }

    package override func read(_ index: Int, into register: inout Value) { register = values[index] }
}

/// A list of values of the host. Each is transformed when a template reads it.
@usableFromInline package final class MappedList<Element>: ValueList {
    @usableFromInline let elements: [Element]
    @usableFromInline let transform: (Element) -> Value

    @inlinable
    package init(_ elements: [Element], _ transform: @escaping (Element) -> Value) {
        self.elements = elements
        self.transform = transform
        super.init(count: elements.count)
    }

    @inlinable
    package override func read(_ index: Int, into register: inout Value) { register = transform(elements[index]) }
}

/// A list whose elements are read by a closure of the field's declaration, which is not generic.
@usableFromInline package class ReadList: ValueList {
    @usableFromInline typealias Reader = @Sendable (_ list: ValueList, _ index: Int, _ register: inout Value) -> Void

    @exclusivity(unchecked) @usableFromInline final var reader: Reader

    @usableFromInline
    init(count: Int, _ reader: @escaping Reader) {
        self.reader = reader
        super.init(count: count)
    }

    package final override func read(_ index: Int, into register: inout Value) { reader(self, index, &register) }
}

/// A list of values of the host, and the value they were read from. Its reader makes a record of each.
@usableFromInline package final class RecordList<Owner, Element>: ReadList {
    @exclusivity(unchecked) @usableFromInline var owner: Owner
    @exclusivity(unchecked) @usableFromInline var elements: [Element]

    @inlinable
    init(_ owner: Owner, _ elements: [Element], _ reader: @escaping Reader) {
        self.owner = owner
        self.elements = elements
        super.init(count: elements.count, reader)
    }

    /// Puts such a list into a register. A list in the register is refilled if it has no other reference.
    @inlinable
    static func put(_ owner: Owner, _ elements: [Element], _ reader: @escaping Reader, into register: inout Value) {
        if case .list(var list) = consume register, type(of: list) == RecordList<Owner, Element>.self,
            isKnownUniquelyReferenced(&list)
        {
            let own = typed(list)
            own.owner = owner
            own.elements = elements
            own.reader = reader
            own.count = elements.count
            own.weight = elements.count
            register = .list(own)
        } else {
            register = .list(RecordList(owner, elements, reader))
        }
    }

    /// A list that is known to be one of these.
    @inlinable @inline(__always)
    static func typed(_ list: ValueList) -> RecordList {
        unsafeDowncast(list, to: RecordList<Owner, Element>.self)
    }
}
