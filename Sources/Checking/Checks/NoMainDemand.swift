import Diagnostics
import Model

extension DiagnosticCode {
    package static let noMainDemand = DiagnosticCode(
        "no-main-demand", .warning, title: "Many demands, and none of them marked as main",
        article: """
            An event's page says first how the main demands stand, and draws them. With more than eight demands and none \
            marked, the program has to choose by deadlines, threats and answers, which need not be what the dispute is \
            about. Demands that were replaced do not count.

            Write `main: true` in the front matter of the demands that the event is about.
            """)
}

extension Check {
    static let noMainDemand = Check(
        .noMainDemand,
        scope: { scope, findings in
            guard scope.index >= 0, let record = scope.record else { return }
            let demands = zip(scope.entries.demands, record.statuses).filter { $0.1 != .replaced }.map(\.0)
            guard demands.count > 8, !demands.contains(where: { $0.main == true }) else { return }
            findings.report(
                Diagnostic(
                    .noMainDemand, "none of the \(demands.count) demands of this event is marked as main",
                    at: scope.site.events[scope.index].head.place,
                    hint: "write 'main: true' in those that the event is about"))
        })
}
