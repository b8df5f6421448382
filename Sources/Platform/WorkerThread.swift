import CPlatform

/// A thread that runs one function.
struct WorkerThread {
    private let thread: OpaquePointer

    /// Nil if the system makes no thread: a limit is reached (`ulimit -u`, `pids.max`), or there is no memory.
    init?(_ body: @escaping @Sendable () -> Void) {
        let context = Unmanaged.passRetained(Body(run: body))
        let thread = worker_thread_start(
            { pointer in
                guard let pointer else { return }
                Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
            }, context.toOpaque())
        guard let thread else {
            context.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits until the function has returned. Must be called once.
    func join() { worker_thread_join(thread) }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

/// Runs a function on a thread of its own for as long as the process lives; false if the system makes no thread.
package func startThread(_ body: @escaping @Sendable () -> Void) -> Bool { WorkerThread(body) != nil }
