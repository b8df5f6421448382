/// How independent pieces of work are spread over the cores; whoever knows how many there are makes one.
package struct Spread: Sendable {
    /// Calls the function once with every number from 0 to below the count, in any order, on any core, and returns after the
    /// last call has.
    private let run: @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

    package init(_ run: @escaping @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void) {
        self.run = run
    }

    /// One after the other.
    package static let serial = Spread { count, body in for index in 0..<count { body(index) } }

    /// What a function makes of each number, in their order.
    package func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Every number is given exactly once.
            nonisolated(unsafe) let slots = buffer
            run(count) { slots.initializeElement(at: $0, to: body($0)) }
            initialized = count
        }
    }
}
