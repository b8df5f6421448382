/// A list as templates see it; elements are made when they are asked for.
@usableFromInline package class ValueList {
    package final let count: Int
    /// How much lies in it, all lists in it counted whole; see `Value.weight`.
    final let weight: Int

    @usableFromInline
    init(count: Int) {
        self.count = count
        self.weight = count
    }

    init(count: Int, weight: Int) {
        self.count = count
        self.weight = weight
    }

    /// The element at a place from 0 to below `count`.
    @usableFromInline
    package func element(at index: Int) -> Value { .absent }
}

/// A list whose elements are values already.
package final class ArrayList: ValueList {
    let values: [Value]

    package init(_ values: [Value]) {
        self.values = values
        super.init(count: values.count, weight: values.reduce(0) { $0 + $1.weight })
    }

    package override func element(at index: Int) -> Value { values[index] }
}

/// A list of a host's values; each becomes a template's value when the template comes to it.
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
    package override func element(at index: Int) -> Value { transform(elements[index]) }
}
