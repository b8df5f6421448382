import Diagnostics
import Reading
import Writing

/// Why a run ended early: an option names something that does not exist (exit status 2), or the environment failed (3).
struct RunFault: Error {
    let diagnostics: [Diagnostic]
    let exitStatus: Int32
    let outputState: OutputState

    init(_ diagnostic: Diagnostic, exitStatus: Int32) {
        diagnostics = [diagnostic]
        outputState = .unchanged
        self.exitStatus = exitStatus
    }

    init(_ fault: EnvironmentFault) {
        self.init(Diagnostic(environment: fault.message, path: nil), exitStatus: 3)
    }

    init(_ fault: WriteFault) {
        diagnostics = fault.diagnostics
        exitStatus = fault.exitStatus
        outputState = fault.outputState
    }

    /// Runs work on files; a failure of the environment ends the run.
    static func onFiles<Value>(_ work: () throws(EnvironmentFault) -> Value) throws(RunFault) -> Value {
        do throws(EnvironmentFault) { return try work() } catch { throw RunFault(error) }
    }
}
