import Synchronization

/// A stage of the pipeline, in the order in which reports list them.
enum Stage: String, CaseIterable, Sendable {
    case scan, read, assemble, plan, check, templates
    case render = "render and write"
    case commit
}

/// Measures the wall time of a run's stages.
final class Stopwatch: Sendable {
    private struct State {
        var last = ContinuousClock.now
        var times: [Stage: Duration] = [:]
    }

    private let state = Mutex(State())

    /// Ends a stage that began with the run or at the end of the previous stage.
    func lap(_ stage: Stage) {
        let now = ContinuousClock.now
        state.withLock { state in
            state.times[stage, default: .zero] += now - state.last
            state.last = now
        }
    }

    /// Measures a stage that runs on another thread at the same time.
    func time<Value>(_ stage: Stage, _ work: () -> Value) -> Value {
        let start = ContinuousClock.now
        let value = work()
        let duration = ContinuousClock.now - start
        state.withLock { $0.times[stage, default: .zero] += duration }
        return value
    }

    /// The report of a run, with the times of its stages. A fault that ends the run early becomes a problem of the
    /// report.
    func timed(_ run: () throws(RunFault) -> Report) -> Report {
        var report: Report
        do throws(RunFault) { report = try run() } catch { report = Report(error) }
        let times = state.withLock(\.times)
        report.stages = Stage.allCases.compactMap { stage in
            times[stage].map { Report.StageTime(name: stage.rawValue, duration: $0) }
        }
        return report
    }
}
