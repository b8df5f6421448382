import Dispatch
import Reading
import Synchronization

/// What is computed beside something else.
private final class SideTask<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    func finish(_ result: Value) {
        value.withLock { $0 = result }
        isDone.signal()
    }

    func wait() -> Value {
        while true {
            isDone.wait()
            if let value = value.withLock(\.self) { return value }
        }
    }
}

/// How many cores a build may use, and the spreading of work over them.
package struct Concurrency: Sendable {
    /// At least 1.
    package let jobs: Int

    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// Applies a function to every element, spread over the cores, and gives the results in the elements' order.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], block: Int = 16, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        if jobs == 1 || elements.count <= block { return elements.map(transform) }
        return [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
            // Every index is written exactly once, by whoever took its block.
            nonisolated(unsafe) let slots = buffer
            forEachBlock(elements.count, block: block) { range in
                for index in range { slots.initializeElement(at: index, to: transform(elements[index])) }
            }
            count = elements.count
        }
    }

    /// The same, for stages that know nothing of cores.
    package var spread: Spread {
        Spread { count, body in forEachBlock(count, block: 1) { range in for index in range { body(index) } } }
    }

    /// Calls one function while another runs on a second core, and gives both results.
    ///
    /// Not an iteration of `concurrentPerform`, in which the calls of `map` below it would get one core alone.
    package func run<First, Second: Sendable>(
        _ first: () -> First, beside second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        if jobs == 1 { return (first(), second()) }
        let task = SideTask<Second>()
        DispatchQueue.global(qos: .userInitiated).async { task.finish(second()) }
        let result = first()
        return (result, task.wait())
    }

    /// Calls a function with consecutive ranges that together cover `0..<count`, spread over the cores.
    ///
    /// Blocks are handed out from a shared counter, so that one dear element does not hold up the rest.
    package func forEachBlock(_ count: Int, block: Int, _ body: @Sendable (Range<Int>) -> Void) {
        forEachBlock(count, block: block, with: { () }) { _, range in body(range) }
    }

    /// The same, with something that each core makes once and keeps from block to block.
    package func forEachBlock<Tool>(
        _ count: Int, block: Int, with makeTool: @Sendable () -> Tool, _ body: @Sendable (Tool, Range<Int>) -> Void
    ) {
        let blocks = (count + block - 1) / block
        if jobs == 1 || blocks <= 1 {
            if count > 0 { body(makeTool(), 0..<count) }
            return
        }
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, blocks)) { _ in
            let tool = makeTool()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < blocks else { return }
                body(tool, index * block..<min(count, (index + 1) * block))
            }
        }
    }
}
