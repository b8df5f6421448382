import Model

/// All that an editor would ask about a site, event by event.
package struct OpenQuestions: Sendable {
    /// The questions about one event, or about what all events share.
    package struct Group: Sendable {
        /// The event's folder, "event" for the only event of a site; nil for what all events share.
        package let event: String?
        package let title: String
        /// Kinds without a question are left out.
        package let questions: [(kind: QuestionKind, items: [Question])]
        package let shares: [PartyShare]
    }

    /// What all events share comes last.
    package let groups: [Group]

    /// - Parameters:
    ///   - records: one for each event, in the order of `site.events`.
    ///   - now: today in seconds since 1970 UTC; deadlines before it have passed.
    package init(
        _ site: Site, _ records: [EventRecord], _ texts: KeptTexts, kinds: [QuestionKind] = QuestionKind.all,
        now: @escaping @Sendable (ClockZone) -> Int64
    ) {
        func group(_ record: EventRecord?, event: String?, title: String) -> Group {
            let context = QuestionContext(site: site, record: record, texts: texts, now: now)
            let questions = kinds.map { ($0, $0.find(context)) }.filter { !$0.1.isEmpty }
            return Group(event: event, title: title, questions: questions, shares: context.shares())
        }
        var groups = records.map { record in
            let event = site.events[record.event]
            return group(record, event: event.folder.isEmpty ? "event" : event.folder, title: event.displayName)
        }
        let shared = group(nil, event: nil, title: "Shared by all events")
        if !shared.questions.isEmpty { groups.append(shared) }
        self.groups = groups
    }

    package var count: Int { groups.reduce(0) { $0 + $1.questions.reduce(0) { $0 + $1.items.count } } }
}
