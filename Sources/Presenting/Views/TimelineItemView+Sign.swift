import Drawing
import Model

extension TimelineItemView {
    /// How the chart and the calendar mark it; nil for what is not an act.
    package var sign: ChartSign? {
        switch item.kind {
        case .demand: return .asked
        case .response:
            guard let response: Handle<Response> = item.handle.typed() else { return nil }
            return page.site[response].kindOfResponse.value.sign
        case .threat: return .threat
        case .outcome:
            switch item.handle.typed(Threat.self).map({ page.site[$0].state.value }) {
            case .imposed, .partlyImposed: return .carriedOut
            default: return .moment
            }
        case .statement: return .statement
        case .moment:
            guard let moment: Handle<Moment> = item.handle.typed() else { return nil }
            return page.site[moment].planned ? .planned : .moment
        case .withdrawal, .state, .vote: return .moment
        // The deadline's own sign tells that it was moved.
        case .move, .deadline, .formerDeadline, .began, .ended: return nil
        }
    }
}

extension Response.Kind {
    /// The sign of an answer: whether it stopped the demand, let all or some of it pass, or neither.
    fileprivate var sign: ChartSign {
        switch effect {
        case .refused: .refused
        case .agreed, .agreedWithConditions, .partlyAgreed, .met: .accepted
        default: .otherAnswer
        }
    }
}

extension EventDate {
    /// When it was, in civil time; nil if no day is known.
    package func extent(in zone: ClockZone) -> TimelineChart.Extent? {
        let seconds = 86_400
        func civil(_ instant: Int64) -> Int { Int(instant + zone.offset(at: instant)) }
        let first = earliestDay(in: zone).map { Int($0.number) * seconds }
        let last = latestDay(in: zone).map { (Int($0.number) + 1) * seconds - 1 }
        switch form {
        case .single:
            if hasClock { return .at(civil(earliest(in: zone))) }
            guard let first, let last else { return nil }
            return last - first <= seconds ? .day(first) : .between(first, last)
        case .between, .onOrBefore, .onOrAfter, .until:
            return first == nil && last == nil ? nil : .between(first, last)
        case .lasted:
            if hasClock { return .lasting(civil(earliest(in: zone)), civil(latest(in: zone))) }
            guard let first, let last else { return nil }
            return last - first <= seconds ? .day(first) : .lasting(first, last)
        case .ongoing: return first.map { .lasting($0, nil) }
        }
    }
}
