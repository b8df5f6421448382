import Diagnostics

/// The instructions of one page or macro during compilation.
final class FunctionBuilder {
    let isPage: Bool
    var code: [Instruction] = []
    var origins: [(instruction: Int, location: TextLocation)] = []
    /// The next free register.
    private(set) var next: Int
    /// The number of registers that the frame needs.
    private(set) var registers: Int
    /// The number of loops around the current instruction.
    var loopDepth = 0
    /// Registers with the value of a path, by the path's key.
    var cache: [PathKey: Int] = [:]

    /// - Parameter first: the number of registers with a value when the function starts.
    init(isPage: Bool, reserving first: Int) {
        self.isPage = isPage
        self.next = first
        self.registers = first
    }

    func allocate(_ count: Int = 1) -> Int {
        let first = next
        next += count
        registers = max(registers, next)
        return first
    }

    /// Releases all registers from a mark on and removes them from the cache.
    func release(to mark: Int) {
        next = mark
        if cache.contains(where: { $0.value >= mark }) { cache = cache.filter { $0.value < mark } }
    }

    /// Removes some paths from the cache.
    func forget(_ isForgotten: (PathKey) -> Bool) {
        if cache.keys.contains(where: isForgotten) { cache = cache.filter { !isForgotten($0.key) } }
    }

    @discardableResult
    func emit(_ operation: Instruction.Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
        code.append(Instruction(operation, a, b, c))
        return code.count - 1
    }

    /// Makes a jump written earlier go to the next instruction.
    func land(_ jump: Int) {
        if code[jump].operation == .jump || code[jump].operation == .loopNext {
            code[jump].a = Int32(code.count)
        } else {
            code[jump].b = Int32(code.count)
        }
    }

    /// The state that is restored after a region of code.
    struct Mark {
        let next: Int
        let cache: [PathKey: Int]
    }

    var mark: Mark { Mark(next: next, cache: cache) }

    func leave(_ mark: Mark) {
        next = mark.next
        cache = mark.cache
    }

    /// A point to which code can be rolled back.
    struct Checkpoint {
        let code: Int
        let origins: Int
        let mark: Mark
        let loopDepth: Int
    }

    var checkpoint: Checkpoint {
        Checkpoint(code: code.count, origins: origins.count, mark: mark, loopDepth: loopDepth)
    }

    func rewind(to checkpoint: Checkpoint) {
        code.removeSubrange(checkpoint.code...)
        origins.removeSubrange(checkpoint.origins...)
        leave(checkpoint.mark)
        loopDepth = checkpoint.loopDepth
    }
}
