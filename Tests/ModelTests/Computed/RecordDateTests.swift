import Model
import TestSupport
import Testing

/// Until when the record goes, and in which order things happened, row by row.
@Suite struct RecordDateTests {
    static let dates: [(acts: String, date: String)] = [
        ("", "–"),
        ("demand date=3", "2026-02-03"),
        ("demand date=3; refused date=5", "2026-02-05"),
        ("demand date=3; statement date=6", "2026-02-06"),
        ("demand date=3; threat date=7", "2026-02-07"),
        ("demand date=3; meeting date=8", "2026-02-08"),
        ("demand date=3 withdrawn=5", "2026-02-05"),
        ("demand date=3 updated=9", "2026-02-09"),
        ("demand date=3; party id=a updated=9", "2026-02-09"),
        ("demand date=3; correction date=9", "2026-02-09"),
        ("demand date=3; event updated=9", "2026-02-09"),
        ("demand date=3; threat state=imposed state_date=9", "2026-02-09"),
        ("demand date=3; agreement date=4 state=[tentative,{state:_ratified,date:_2026-02-09}]", "2026-02-09"),
        // Not counted.
        ("demand date=3 deadline=9", "2026-02-03"),
        ("demand date=3; threat deadline=9", "2026-02-03"),
        ("demand date=3; source published=9", "2026-02-03"),
        ("demand date=3; role party=a from=9", "2026-02-03"),
        ("demand date=3; event began=1 ended=9", "2026-02-03"),
        ("demand date=3; meeting date=9 planned=true", "2026-02-03"),
        ("demand date=3; meeting date=9 planned=true announced=5", "2026-02-05"),
        ("event began=1", "2026-02-01"),
        ("event began=1 ended=9", "2026-02-09"),
        // Vague and lasting dates.
        ("demand date=2026-02", "2026-02-01"),
        ("demand date=2026", "2026-01-01"),
        ("demand date=2026-02-03~", "2026-02-03"),
        ("meeting date=2026-02-03/2026-02-09", "2026-02-09"),
        ("meeting date=2026-02-03..2026-02-09", "2026-02-03"),
        ("demand date=3; ruling date=2027", "2027-01-01"),
        ("meeting date=2026-02-03/2026-04", "2026-04-01"),
        ("meeting date=2026-02-03/..", "2026-02-03"),
        ("meeting date=2026-02-03..", "2026-02-03"),
        ("meeting date=..2026-02-03", "2026-02-03"),
        // The day of a clock time is that of the event's zone.
        ("meeting date=2026-02-05T23:30-05:00", "2026-02-06"),
        ("meeting date=2026-02-05T23:30-05:00; event zone=America/New_York", "2026-02-05"),
        // The writer's own.
        ("demand date=3; event as_of=9", "2026-02-09"),
        ("demand date=9; event as_of=2026-02-03", "2026-02-03"),
        ("demand date=3; event as_of=2026-02-09T12:00Z", "2026-02-09T12:00Z"),
    ]

    @Test(arguments: dates) func findsTheDateOfTheRecord(_ acts: String, _ expected: String) throws {
        let date = try Dispute(acts).computed().record.date
        #expect(date.map(\.machineForm) ?? "–" == expected)
    }

    @Test func theDateThatIsAskedForComesFirst() throws {
        let record = try Dispute("demand date=3; event as_of=9").computed(asOf: "2026-02-05").record
        #expect(record.date?.machineForm == "2026-02-05")
    }

    static let timelines: [(acts: String, items: String)] = [
        ("", ""),
        ("demand date=3; meeting date=2", "moment m1, demand d1"),
        // Of one day: what begins, what is asked, what is said, what is answered, what ends.
        (
            "event began=1 ended=1; refused date=1; meeting date=1; statement date=1; threat date=1; demand deadline=1",
            "moment m1, demand d1, threat t1, response r1, deadline d1, statement s1"
        ),
        ("demand withdrawn=1 deadline=1", "demand d1, withdrawal d1, deadline d1"),
        ("demand; demand; demand date=1", "demand d1, demand d2, demand d3"),
        // Of one date: as they are written, unless `order` says otherwise.
        ("demand id=z; demand id=y", "demand z, demand y"),
        ("demand id=z order=1; demand id=y", "demand y, demand z"),
        ("demand id=z; demand id=y order=-1", "demand y, demand z"),
        ("statement; meeting order=-1", "statement s1, moment m1"),
        ("statement date=3; meeting order=-1", "moment m1, statement s1"),
        // What a threat brings.
        ("threat", "threat t1"),
        ("demand; threat date=2 deadline=9", "demand d1, threat t1, deadline t1"),
        ("demand; threat date=2 state=imposed state_date=4", "demand d1, threat t1, outcome t1"),
        ("demand; threat date=2 state=imposed", "demand d1, threat t1"),
        ("demand; threat date=2 state_date=4", "demand d1, threat t1"),
        // Vague dates: by the earliest moment, then by the latest.
        ("meeting date=2026-02; meeting date=1; meeting date=2", "moment m2, moment m1, moment m3"),
        ("meeting date=2026; meeting date=2026-02; meeting date=2025", "moment m3, moment m1, moment m2"),
        ("meeting date=2026-02-02/2026-02-04; meeting date=2", "moment m2, moment m1"),
        ("meeting date=..2026-02-02; meeting date=1", "moment m2, moment m1"),
        ("meeting date=2026-02-01..; meeting date=2", "moment m1, moment m2"),
        // Clock times.
        ("meeting date=2026-02-02T12:00Z; meeting date=2026-02-02T12:30+01:00", "moment m2, moment m1"),
        // Of one day, clock times come first, unless `order` is negative.
        ("meeting date=2026-02-02T12:00Z; meeting date=2", "moment m1, moment m2"),
        ("meeting date=2026-02-02T12:00Z; meeting date=2 order=-1", "moment m2, moment m1"),
        ("meeting date=2026-02-02T12:00Z; meeting date=2 order=1", "moment m1, moment m2"),
        // A demand before its answer wherever their dates allow it.
        ("demand date=10; refused date=2026-02", "demand d1, response r1"),
        ("demand date=10; refused date=2026", "demand d1, response r1"),
        ("demand date=10; meeting date=11; refused date=2026-02", "demand d1, response r1, moment m1"),
        ("refused date=2026-02-02T09:00Z; demand date=2", "demand d1, response r1"),
        ("refused date=2; demand date=2026-02-02T10:00Z", "demand d1, response r1"),
        ("demand date=10; refused date=11; accepted date=2026-02 replaces=r1", "demand d1, response r1, response r2"),
        ("demand date=10 deadline=2026-02", "demand d1, deadline d1"),
        ("demand date=2026-02-10T15:00Z; refused date=10", "demand d1, response r1"),
        // The event's beginning and end, unless a moment tells of them.
        ("event began=1 ended=9; demand", "began, demand d1, ended"),
        ("event began=1; demand date=2026-02-01T09:00Z", "began, demand d1"),
        ("event began=1 ended=9; meeting date=1; agreement date=9", "moment m1, moment m2"),
        ("refused date=2026-02-02T09:00Z; demand date=2026-02-02T10:00Z", "response r1, demand d1"),
    ]

    @Test(arguments: timelines) func ordersTheTimeline(_ acts: String, _ expected: String) throws {
        let (site, record) = try Dispute(acts).computed()
        let items = record.timeline(of: site).map { item in
            item.handle.kind == .event ? "\(item.kind)" : "\(item.kind) \(site.id(of: item.handle))"
        }
        #expect(items.joined(separator: ", ") == expected)
    }
}
