/// A record for templates: values by slot number, each made when it is read.
///
/// A record belongs to the task that renders the page, so it is not Sendable.
@usableFromInline package class TemplateRecord {
    @usableFromInline let storage: RecordStorage
    @usableFromInline let place: ValuePlace

    @usableFromInline
    init(_ storage: RecordStorage, at place: ValuePlace) {
        self.storage = storage
        self.place = place
    }

    /// The value of a field by the order of declaration, from 0.
    package final func value(at slot: Int) -> Value {
        var value = Value.absent
        read(slot, into: &value)
        return value
    }

    /// The same into a register. A record or list of the same type in the register is reused if it has no other
    /// reference.
    @inline(__always)
    final func read(_ slot: Int, into register: inout Value) {
        guard let access = access(to: slot) else { return register = .absent }
        // The value lives as long as the record does.
        withExtendedLifetime(self) { access(&register) }
    }

    /// Reads a field without retaining the record. The caller keeps the record alive.
    @inline(__always)
    final func access(to slot: Int) -> FieldAccess? {
        guard slot < storage.readers.count else { return nil }
        return FieldAccess(reader: storage.readers[slot], place: place)
    }

    struct FieldAccess {
        let reader: Unmanaged<RecordStorage.FieldReader>
        let place: ValuePlace

        @inline(__always)
        func callAsFunction(_ register: inout Value) {
            reader._withUnsafeGuaranteedRef { $0.read(place, &register) }
        }
    }

    /// Which record type this is an instance of.
    final var shape: RecordShape { storage.shape }
}

/// The shape and the field readers of all records of a type.
///
/// A reader takes an untyped place, so that a call needs no generic code. It is only called with places of records that
/// have this storage, whose type is the one that it was made for.
@usableFromInline final class RecordStorage: Sendable {
    @usableFromInline typealias Getter = @Sendable (_ place: ValuePlace, _ register: inout Value) -> Void

    let shape: RecordShape
    let owned: ContiguousArray<FieldReader>
    /// The same without reference counting: a page reads thousands of fields.
    let readers: ContiguousArray<Unmanaged<FieldReader>>

    init(shape: RecordShape, readers: ContiguousArray<FieldReader>) {
        self.shape = shape
        self.owned = readers
        self.readers = ContiguousArray(readers.map(Unmanaged.passUnretained))
    }

    /// Reads one field.
    @usableFromInline final class FieldReader: Sendable {
        @usableFromInline let read: Getter

        @usableFromInline
        init(_ read: @escaping Getter) { self.read = read }
    }
}

/// A record over a value of the host. The declared getters read its fields.
@usableFromInline package final class TypedRecord<Root>: TemplateRecord {
    @inlinable
    init(_ root: Root, _ storage: RecordStorage) {
        super.init(storage, at: ValuePlace(of: root))
    }

    deinit {
        place.pointer(Root.self).deinitialize(count: 1)
        place.address.deallocate()
    }

    /// Puts a record over a value into a register. Reuses the record in the register if it has no other reference.
    @inlinable
    static func put(_ root: Root, _ storage: RecordStorage, into register: inout Value) {
        if case .record(var record) = consume register, record.storage === storage,
            isKnownUniquelyReferenced(&record)
        {
            record.place.pointer(Root.self).pointee = root
            register = .record(record)
        } else {
            register = .record(TypedRecord(root, storage))
        }
    }
}

/// Memory for the value of the host that a record reads. A loop overwrites it with the next element. The value has the
/// type that the record's readers were made for.
@usableFromInline struct ValuePlace {
    @usableFromInline let address: UnsafeMutableRawPointer

    @inlinable
    init(at address: UnsafeMutableRawPointer) { self.address = address }

    /// Allocates a place for a value. The owner deinitializes and deallocates it.
    @inlinable
    init<Root>(of root: Root) {
        address = .allocate(byteCount: MemoryLayout<Root>.size, alignment: MemoryLayout<Root>.alignment)
        address.initializeMemory(as: Root.self, to: root)
    }

    @inlinable @inline(__always)
    func pointer<Root>(_: Root.Type) -> UnsafeMutablePointer<Root> { address.assumingMemoryBound(to: Root.self) }

    /// The host's value, at a place of this type.
    @inlinable @inline(__always)
    func root<Root>(_: Root.Type = Root.self) -> Root { pointer(Root.self).pointee }

    /// Lends the place of a variable.
    @inlinable
    static func lend<Root>(_ value: inout Root, _ body: (ValuePlace) -> Void) {
        withUnsafeMutablePointer(to: &value) { body(ValuePlace(at: $0)) }
    }
}
