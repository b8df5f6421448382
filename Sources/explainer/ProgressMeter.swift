import Building
import Synchronization

/// A progress line on the terminal, for runs of more than half a second.
final class ProgressMeter: Sendable {
    private struct State {
        let start = ContinuousClock.now
        var last: ContinuousClock.Instant?
    }

    private let isShown: Bool
    private let state = Mutex(State())

    init(isShown: Bool) { self.isShown = isShown }

    var progress: Progress {
        guard isShown else { return .silent }
        return Progress { stage, done, total in self.update(stage, done, total) }
    }

    /// Updates at most ten times a second, starting after half a second.
    private func update(_ stage: String, _ done: Int, _ total: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.start > .milliseconds(500) else { return }
            if let last = state.last, now - last < .milliseconds(100) { return }
            state.last = now
            let part = total > 0 ? " \(done) of \(total)" : ""
            Console.write("\r\u{1B}[K\(stage)\(part)", to: .errors)
        }
    }

    func clear() {
        state.withLock { state in
            if state.last != nil { Console.write("\r\u{1B}[K", to: .errors) }
            state.last = nil
        }
    }
}
