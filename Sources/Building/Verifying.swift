import Diagnostics
import Model
import Writing

extension DiagnosticCode {
    package static let staleOutput = DiagnosticCode(
        "stale-output", .error, title: "The output is not what a clean build makes",
        article: """
            `explainer verify` makes a clean build in a temporary folder and compares every byte with the output. A file is \
            missing, differs, or is left over. Either the content or the templates changed since the last build, or \
            somebody edited the output; `explainer build` updates it. If it still differs, the cache of incremental builds \
            is wrong, which is a bug: delete the folder `.public.explainer` next to the output, build again, and please \
            report it.
            """)
}

extension Workspace {
    /// Builds the whole site into a temporary folder and compares it with the output, which is not changed.
    ///
    /// - Returns: the clean build's report, with a problem for each file that differs; status 1 if there is one. Its
    ///   summary counts the files that are the same as unchanged.
    package mutating func verify(_ progress: Progress = .silent) -> Report {
        let output = shown(configuration.output)
        do throws(WriteFault) {
            guard WriteSession.hasEarlierBuild(at: configuration.output) else {
                return Report(
                    RunFault(
                        Diagnostic(
                            .staleOutput, "there is no built site in '\(output)'", at: nil, path: output,
                            hint: "run explainer build first"), exitStatus: 1))
            }
            let scratch = try ScratchFolder()
            var clean = Workspace(configuration, in: world)
            clean.configuration.output = scratch.path + "/public"
            clean.configuration.workFolder = nil
            var report = clean.build(progress)
            guard report.exitStatus == 0 else { return report }
            let comparison = try OutputComparison(of: configuration.output, withClean: clean.configuration.output)
            let kinds = [
                ("is missing", comparison.missing), ("differs", comparison.different),
                ("is left over", comparison.leftOver),
            ]
            for (words, paths) in kinds {
                report.diagnostics += paths.map { path in
                    Diagnostic(.staleOutput, "'\(path)' \(words)", at: nil, path: output + "/" + path)
                }
            }
            report.summary = WriteSummary()
            report.summary?.unchanged = comparison.same
            report.settle(configuration)
            return report
        } catch {
            return Report(RunFault(error))
        }
    }
}
