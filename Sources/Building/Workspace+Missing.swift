import Editing
import Model

extension Workspace {
    /// Reads the content and collects what an editor would ask about it; nil if there is no site. The report has the
    /// content's problems.
    package mutating func openQuestions(
        _ kinds: [QuestionKind] = QuestionKind.all
    ) -> (report: Report, questions: OpenQuestions?) {
        let stopwatch = Stopwatch()
        var questions: OpenQuestions?
        let report = stopwatch.timed { () throws(RunFault) in
            let folders = try scan()
            let loaded = try loadContent(folders.content, ThemeFiles(folders.themes), stopwatch, .silent)
            if let site = loaded.value {
                let (now, asOf) = (Int64(world.now), configuration.asOf)
                questions = OpenQuestions(site.site, site.records, site.keptTexts, kinds: kinds) { zone in
                    asOf.map { $0.latest(in: zone) } ?? now
                }
            }
            return Report(loaded, configuration)
        }
        return (report, questions)
    }
}
