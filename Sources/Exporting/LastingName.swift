import Bytes
import Model
import Presenting

/// What a thing is called for good: a day, and a name that is unique on that day.
///
/// The event's folder is part of the name only if another event has the same name on that day: a site about one event has
/// no folder, and its names must stay when it grows.
struct LastingName: Hashable, Sendable {
    let day: CivilDay
    /// Kind and id: `demand/pay-rise`, `demand/pay-rise/deadline`.
    let name: String

    /// `demand/pay-rise/2026-02-03`
    var dated: String { name + "/" + MachineDate.day(day) }
}

/// The names of all things of a site that need one.
struct LastingNames: Sendable {
    /// One a change, in the order of the news.
    let news: [LastingName]
    /// Of each demand and threat that ever had a deadline.
    let deadlines: [AnyHandle: LastingName]
    /// The names of each event that have its folder before them: files of the event depend on that.
    let prefixed: [[String]]

    init(_ context: SiteContext) {
        let site = context.site
        var prefixed = [[String]](repeating: [], count: site.events.count)
        let log = context.log.news
        // In the order of events, so that a thing keeps its name whatever the dates of others; the one that the whole site
        // was about comes first.
        let events = site.eventsByAge
        var places = [Int](repeating: 0, count: events.count)
        for (place, event) in events.enumerated() { places[event] = place }
        func place(_ index: Int) -> Int { log[index].handle.event.map { places[$0] } ?? .max }
        let order = log.indices.sorted { (place($0), $0) < (place($1), $1) }
        var claims = Claims(site)
        var news = [LastingName?](repeating: nil, count: log.count)
        for index in order { news[index] = claims.claim(context.name(ofChange: log[index]), log[index].handle) }
        self.news = news.compactMap(\.self)
        var deadlines: [AnyHandle: LastingName] = [:]
        for event in events {
            let zone = context.records[event].zone
            let entries = site.events[event].entries
            func add(_ handle: AnyHandle, _ date: EventDate) {
                let name = LastingName(
                    day: date.first.firstDay(in: zone), name: context.baseName(of: handle) + "/deadline")
                deadlines[handle] = claims.claim(name, handle)
            }
            for (index, demand) in entries.demands.enumerated() where !demand.deadlines.isEmpty {
                add(AnyHandle(.demand, scope: event, index: index), demand.date.value)
            }
            for (index, threat) in entries.threats.enumerated() where threat.deadline != nil {
                add(AnyHandle(.threat, scope: event, index: index), threat.date.value)
            }
        }
        self.deadlines = deadlines
        for (event, name) in claims.prefixed { prefixed[event].append(name) }
        self.prefixed = prefixed
    }
}

/// Which names are taken.
private struct Claims {
    let site: Site
    private(set) var prefixed: [(event: Int, name: String)] = []
    private var owners: [LastingName: Int] = [:]

    init(_ site: Site) { self.site = site }

    mutating func claim(_ name: LastingName, _ handle: AnyHandle) -> LastingName {
        let event = handle.event ?? -1
        var unused = name
        if let owner = owners[name], owner != event {
            unused = LastingName(day: name.day, name: site.firstPrefix(ofScope: event) + name.name)
            if event >= 0 { prefixed.append((event, unused.name)) }
        }
        var number = 1
        var result = unused
        // Two corrections of one day in the same words.
        while owners[result] != nil {
            number += 1
            result = LastingName(day: name.day, name: unused.name + "/\(number)")
        }
        owners[result] = event
        return result
    }
}

extension SiteContext {
    /// Kind and first id of an entry: `demand/pay-rise`. An event, whose folder may change, has its kind alone.
    func baseName(of handle: AnyHandle) -> String {
        handle.kind == .event ? "event" : handle.kind.word + "/" + site.firstID(of: handle)
    }

    fileprivate func name(ofChange change: Change) -> LastingName {
        let base = baseName(of: change.handle)
        let day = change.date.first.firstDay(in: zone(of: change.handle))
        func named(_ parts: String...) -> LastingName {
            LastingName(day: day, name: ([base] + parts.filter { !$0.isEmpty }).joined(separator: "/"))
        }
        switch change.kind {
        case .recorded: return named("record")
        case .updated: return named("updated")
        case .corrected(let kind):
            let text = plainText(change.correction?.text, scope: scope(of: change.handle)) ?? ""
            return named(kind.rawValue, textHash(text))
        case .asked, .answered, .threatened, .happened: return named()
        case .cameToNothing: return named("outcome")
        case .withdrawn: return named("withdrawn")
        case .calledOff: return named("called-off")
        case .carriedOut: return named("carried-out", deed(change) ?? "")
        case .deadlineMoved: return named("deadline", newDeadline(change))
        case .agreed:
            return named("agreement", agreementState(change) ?? "")
        case .voted: return named("vote", vote(change).map(textHash) ?? "")
        }
    }

    private func deed(_ change: Change) -> String? {
        guard let threat = change.handle.typed(Threat.self).map({ site[$0] }),
            threat.carriedOut.indices.contains(change.place)
        else { return nil }
        return threat.carriedOut[change.place].moment.target.map { site[$0].id }
    }

    private func newDeadline(_ change: Change) -> String {
        let deadline = change.handle.typed(Demand.self).map { site[$0].deadlines[change.place] }
        return deadline?.date.map { $0.value.machineForm } ?? "lifted"
    }

    private func agreementState(_ change: Change) -> String? {
        guard let moment = change.handle.typed(Moment.self).map({ site[$0] }),
            moment.states.indices.contains(change.place)
        else { return nil }
        return moment.states[change.place].state.value.rawValue
    }

    /// What tells a vote from others of its entry.
    private func vote(_ change: Change) -> String? {
        let votes =
            change.handle.typed(Moment.self).map { site[$0].votes }
            ?? change.handle.typed(Response.self).map { site[$0].votes } ?? []
        guard votes.count > 1, votes.indices.contains(change.place) else { return nil }
        let vote = votes[change.place]
        return [vote.question?.value, vote.who?.value, vote.date?.value.edtf].map { $0 ?? "" }.joined(separator: "|")
    }
}

/// Twelve hexadecimal digits that stand for a text.
private func textHash(_ text: String) -> String {
    var hasher = ContentHasher()
    text.withSpan { hasher.update($0) }
    return String((String(hasher.finish().high, radix: 16) + "000000000000").prefix(12))
}
