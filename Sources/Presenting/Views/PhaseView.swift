import Model

/// A part of a dispute's time.
package struct PhaseView {
    package let phase: Event.Phase
    package let event: Int
    package let page: PageContext

    package var title: String { phase.title.value }
    package var summary: String? { phase.summary?.value }
    package var from: DateView { page.date(phase.from.value, of: event) }
    package var until: DateView? { phase.until.map { page.date($0.value, of: event) } }
}
