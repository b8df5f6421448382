import Diagnostics
import Model
import Writing

extension DiagnosticCode {
    package static let staleOutput = DiagnosticCode(
        "stale-output", .error, title: "The output is not what a clean build makes",
        article: """
            `explainer verify` builds the site anew into a folder of its own and compares every byte with the output. A \
            file is missing, is another one, or is left over. Either the content or the templates changed since the last \
            build, or somebody edited the output; `explainer build` brings it up to date. If it differs still, what is \
            kept from one build to the next has misled the program, which is a fault of the program: delete the folder \
            `.public.explainer` beside the output, build again, and please report it.
            """)
}

/// Builds a site anew beside its output, and compares the two. Nothing of the output is changed.
///
/// - Returns: the clean build's report, with a problem for each file that differs; status 1 where there is one. Its
///   summary counts the files that are the same as unchanged.
package func verify(_ configuration: Configuration, progress: Progress = .silent) -> Report {
    do throws(WriteFault) {
        guard WriteSession.hasEarlierBuild(at: configuration.output) else {
            var report = Report()
            report.stop(
                [
                    Diagnostic(
                        .staleOutput, "there is no built site in '\(shown(configuration.output))'", at: nil,
                        path: shown(configuration.output), hint: "run explainer build first")
                ], status: 1)
            return report
        }
        let scratch = try ScratchFolder()
        var clean = configuration
        clean.output = scratch.path + "/public"
        var report = build(clean, progress: progress)
        guard report.exitStatus == 0 else { return report }
        let comparison = try OutputComparison(of: configuration.output, withClean: clean.output)
        let kinds = [
            ("is missing", comparison.missing), ("differs", comparison.different),
            ("is left over", comparison.leftOver),
        ]
        for (words, paths) in kinds {
            report.diagnostics += paths.map { path in
                Diagnostic(
                    .staleOutput, "'\(path)' \(words)", at: nil, path: shown(configuration.output) + "/" + path)
            }
        }
        report.summary = WriteSummary()
        report.summary?.unchanged = comparison.same
        report.settle(isStrict: configuration.isStrict)
        return report
    } catch {
        var report = Report()
        report.stop(error.diagnostics, status: error.exitStatus)
        return report
    }
}
