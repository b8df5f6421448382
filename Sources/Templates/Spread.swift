import Dispatch

/// Calls a function with each of the numbers below `count`, on several cores if `jobs` is above 1.
func spread<Value: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    if jobs == 1 || count < 2 { return (0..<count).map(body) }
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
        // Every index is written exactly once.
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: count) { slots.initializeElement(at: $0, to: body($0)) }
        filled = count
    }
}
