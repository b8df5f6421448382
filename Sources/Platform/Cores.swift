import Synchronization

/// How many cores a build may use; distributes work over them.
package struct Cores: Sendable {
    /// At least 1.
    package let jobs: Int

    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// One core: everything runs on the calling thread, in order.
    package static let one = Cores(jobs: 1)

    /// Applies a function to every element, spread over the cores, and returns the results in the elements' order.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], block: Int = 16, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        map(elements.count, block: block) { transform(elements[$0]) }
    }

    /// Applies a function to every number below a count, spread over the cores, and returns the results in order.
    package func map<Result: Sendable>(
        _ count: Int, block: Int = 1, _ transform: @Sendable (Int) -> Result
    ) -> [Result] {
        if jobs == 1 || count <= block { return (0..<count).map(transform) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Every index is written exactly once, by the core that took its block.
            nonisolated(unsafe) let slots = buffer
            forEachBlock(count, block: block) { range in
                for index in range { slots.initializeElement(at: index, to: transform(index)) }
            }
            initialized = count
        }
    }

    /// Calls one function while another runs on a second core, and returns both results.
    ///
    /// Where the system makes no thread, the second function runs after the first.
    package func run<First, Second: Sendable>(
        _ first: () -> First, beside second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        if jobs == 1 { return (first(), second()) }
        let value = Side<Second>()
        let thread = WorkerThread { value.set(second()) }
        let result = first()
        thread?.join()
        return (result, value.taken() ?? second())
    }

    /// Calls a function with consecutive ranges that together cover `0..<count`, spread over the cores.
    ///
    /// Blocks are handed out from a shared counter, so that one expensive element does not delay the rest.
    package func forEachBlock(_ count: Int, block: Int, _ body: @Sendable (Range<Int>) -> Void) {
        forEachBlock(count, block: block, with: { () }) { _, range in body(range) }
    }

    /// The same, with a value that each core makes once and uses for all its blocks.
    package func forEachBlock<Tool>(
        _ count: Int, block: Int, with makeTool: @Sendable () -> Tool, _ body: @Sendable (Tool, Range<Int>) -> Void
    ) {
        let blocks = (count + block - 1) / block
        if jobs == 1 || blocks <= 1 {
            if count > 0 { body(makeTool(), 0..<count) }
            return
        }
        let next = BlockCounter()
        withoutActuallyEscaping(makeTool) { makeTool in
            withoutActuallyEscaping(body) { body in
                @Sendable func work() {
                    let tool = makeTool()
                    while let index = next.take(below: blocks) {
                        body(tool, index * block..<min(count, (index + 1) * block))
                    }
                }
                // All threads end before this returns. Where the system makes none, the calling thread does all the work.
                var threads: [WorkerThread] = []
                while threads.count < min(jobs, blocks, Cores.mostThreads) - 1, let thread = WorkerThread(work) {
                    threads.append(thread)
                }
                work()
                for thread in threads { thread.join() }
            }
        }
    }

    private static let mostThreads = 256
}

/// Hands out blocks.
private final class BlockCounter: Sendable {
    private let next = Atomic<Int>(0)

    func take(below count: Int) -> Int? {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}

/// A value that another thread computes.
private final class Side<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func set(_ result: Value) { value.withLock { $0 = result } }

    func taken() -> Value? { value.withLock(\.self) }
}
