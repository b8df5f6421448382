import Diagnostics
import Model

extension DiagnosticCode {
    package static let unknownPhase = DiagnosticCode(
        "unknown-phase", .error, title: "A phase that the event does not have",
        article: """
            `phase` names one of the `phases` in the event's front matter by its id, where an entry's date does not say to \
            which phase it belongs. The event has no phase of this id, or two.

            `phase: strike` needs `phases: [{id: strike, title: The strike, from: 2026-03-01}]` in event.md.
            """)
}

extension Check {
    static let unknownPhase = Check(
        .unknownPhase,
        scope: { scope, findings in
            guard scope.index >= 0 else { return }
            let event = scope.site.events[scope.index]
            let ids = event.phases.map(\.id.value)
            for (place, phase) in event.phases.enumerated() where ids[..<place].contains(phase.id.value) {
                findings.report(
                    Diagnostic(
                        .unknownPhase, "two phases have the id '\(phase.id.value)'",
                        at: event.head.location(phase.id.range), hint: "rename one of the two"))
            }
            scope.entries.forEach { entry, _ in
                guard let phase = entry.head.phase, !ids.contains(phase.value) else { return }
                findings.report(
                    Diagnostic(
                        .unknownPhase, unknown: phase, "this event has no phase '\(phase.value)'", in: entry.head.file,
                        nearest: findings.nearest(to: phase.value, among: ids),
                        hint: ids.isEmpty
                            ? "write it under 'phases' in event.md, or remove 'phase'"
                            : "its phases are \(ids.quotedList)"))
            }
        })
}
