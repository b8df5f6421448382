import Writing

extension Workspace {
    /// Removes what builds wrote into the output folder. The summary is nil if there is nothing of theirs.
    package func clean() -> Report {
        do throws(WriteFault) {
            var report = Report()
            report.summary = try WriteSession.clean(configuration.writeOptions)
            return report
        } catch {
            return Report(RunFault(error))
        }
    }
}
