/// The registers of a renderer, or the part of them that one page or macro sees as its frame.
///
/// Raw memory, all of it always initialized. No instruction reaches beyond its frame: the compiler counts the registers
/// of each frame, and calls check that the next frame fits.
struct Registers {
    static let count = 1 << 14

    private let first: UnsafeMutablePointer<Value>

    private init(at first: UnsafeMutablePointer<Value>) { self.first = first }

    /// Allocates all registers, without a value in any. The owner calls `deallocate`.
    init() {
        self.init(at: .allocate(capacity: Registers.count))
        first.initialize(repeating: .absent, count: Registers.count)
    }

    func deallocate() {
        first.deinitialize(count: Registers.count)
        first.deallocate()
    }

    /// The registers from an index on.
    @inline(__always)
    func frame(at index: Int) -> Registers { Registers(at: first + index) }

    @inline(__always)
    subscript(index: Int) -> Value {
        _read { yield first[index] }
        nonmutating _modify { yield &first[index] }
    }

    /// The values of some registers side by side.
    @inline(__always)
    func values(_ index: Int, _ count: Int) -> some Collection<Value> { (index..<index + count).lazy.map { self[$0] } }

    /// Moves a value out of its register.
    @inline(__always)
    func take(_ index: Int) -> Value {
        let value = (first + index).move()
        (first + index).initialize(to: .absent)
        return value
    }

    /// Reads a field of the value in one register into another, which may be the same.
    @inline(__always)
    func readField(_ slot: Int, of source: Int, into target: Registers, _ index: Int) {
        if first + source == target.first + index {
            // A record must outlive its place.
            if case .record(let record) = self[source] { return target[index] = record.value(at: slot) }
        } else if let access = access(to: slot, of: source) {
            // The register keeps the record alive while it is read.
            return access(&target[index])
        }
        target[index] = Registers.field(of: self[source], slot)
    }

    /// Reads a field of the record in a register; nil without a record. A separate function, so that the record is not
    /// retained while its field is read.
    @inline(__always)
    private func access(to slot: Int, of source: Int) -> TemplateRecord.FieldAccess? {
        guard case .record(let record) = self[source] else { return nil }
        return record.access(to: slot)
    }

    /// A field of a date.
    private static func field(of value: Value, _ slot: Int) -> Value {
        guard case .date(let date) = value else { return .absent }
        switch slot {
        case 0: return .int(Int(date.year))
        case 1: return .int(Int(date.month))
        case 2: return .int(Int(date.day))
        case 3: return .int(date.hasTime ? Int(date.hour) : 0)
        case 4: return .int(date.hasTime ? Int(date.minute) : 0)
        default: return .absent
        }
    }
}
