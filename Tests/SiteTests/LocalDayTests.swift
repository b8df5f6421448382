import Building
import BuildingSupport
import Bytes
import Foundation
import Model
import Rendering
import Presenting
import TestSupport
import Testing

/// Days and clock times are those of the event's zone, wherever they stand; UTC is in brackets behind.
@Suite struct LocalDayTests {
    /// Moments near midnight of a zone, so that the day is another in UTC, a week apart.
    private struct Moments {
        let zone: ClockZone
        private var day: CivilDay
        private(set) var days: [(local: CivilDay, utc: CivilDay)] = []

        init(_ zone: ClockZone, random: inout SeededRandom) {
            self.zone = zone
            day = CivilDay(year: 2020 + Int(random.next() % 6), month: 1 + Int(random.next() % 12), day: 3)
        }

        /// The next one as a writer has it: in UTC, or with the offset of the zone.
        mutating func next(inUTC: Bool) -> String {
            day = CivilDay(number: day.number + 7)
            let start = zone.start(of: day)
            let instant = zone.offset(at: start) > 0 ? start + 600 : zone.end(of: day) - 599
            days.append((zone.day(at: instant), ClockZone.utc.day(at: instant)))
            let offset = inUTC ? 0 : zone.offset(at: instant) / 60 * 60
            let clock = CivilDay(number: Int32((instant + offset) / 86_400))
            let minutes = Int(instant + offset) % 86_400 / 60
            func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
            let parts = clock.parts
            let time = "\(parts.year)-\(two(parts.month))-\(two(parts.day))T\(two(minutes / 60)):\(two(minutes % 60))"
            if offset == 0 { return time + "Z" }
            let ahead = Int(abs(offset)) / 60
            return time + (offset < 0 ? "-" : "+") + two(ahead / 60) + ":" + two(ahead % 60)
        }
    }

    private func event(_ title: String, _ moments: inout Moments, random: inout SeededRandom) -> String {
        func next() -> String { moments.next(inUTC: random.next() % 2 == 0) }
        return """
            ---
            title: \(title)
            summary: What it is about.
            zone: \(moments.zone.name)
            began: \(next())
            demands:
              - {id: d, title: Pay more, from: a, to: b, date: \(next()), words: Pay, deadline: \(next())}
              - {id: e, title: Pay now, from: a, to: b, date: \(next()), words: Now, withdrawn: \(next())}
            responses:
              - {id: r, title: No, kind: refused, answers: d, from: b, date: \(next()), words: No}
              - {id: q, title: Nothing, kind: no-response, answers: e, from: b, date: \(next()), asked_on: \(next()), asked_by: us}
            threats:
              - {id: t, title: A strike, from: a, to: b, unless: d, kind: strike, date: \(next()), state: imposed, state_date: \(next()), deadline: \(next())}
            statements:
              - {id: s, speaker: ann, date: \(next()), words: Pay, medium: speech}
              - {id: u, speaker: a, date: \(next()), paraphrase: It said so., medium: speech, about: [demand:d]}
            moments:
              - {id: m, title: They meet, kind: meeting, date: \(next()), parties: [a, b]}
            ended: \(next())
            updated: \(next())
            corrections: [{date: \(next()), kind: correction, text: It was wrong.}]
            ---
            """
    }

    @Test(arguments: 0..<10) func noDayDiffersBetweenTwoPlaces(_ seed: Int) throws {
        var random = SeededRandom(state: UInt64(seed) &* 977 &+ 5)
        let names = ClockZone.knownNames
        let folder = try TemporaryFolder()
        try folder.write(
            "---\ntitle: Site\nzone: Pacific/Auckland\nbase_url: https://example.org/\n---\n", to: "content/site.md")
        try folder.write("---\nname: A\nkind: union\n---\n", to: "content/parties/a.md")
        try folder.write("---\nname: B\nkind: company\n---\n", to: "content/parties/b.md")
        try folder.write("---\nname: Ann\nroles: [{title: Chair, party: a}]\n---\n", to: "content/people/ann.md")
        var days: [(local: CivilDay, utc: CivilDay)] = []
        for name in ["one", "two"] {
            let zone = try #require(ClockZone(named: names[Int(random.next() % UInt64(names.count))]))
            var moments = Moments(zone, random: &random)
            try folder.write(event("Event " + name, &moments, random: &random), to: "content/\(name)/event.md")
            days += moments.days
        }
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates", theme: nil,
                output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        let local = Set(days.map(\.local))
        let strange = days.map(\.utc).filter { !local.contains($0) }.flatMap(words)
        var told = 0
        for (path, bytes) in try folder.contents(of: "public") where !path.hasSuffix(".json") {
            let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
                .replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ").replacing(/\([^()]*UTC\s*\)/, with: "")
            for day in strange where text.contains(day) {
                Issue.record("\(path) has \(day): …\(text.split(separator: day)[0].suffix(80))")
            }
            told += days.count { day in words(day.local).contains(where: text.contains) }
        }
        #expect(told > 40)
    }

    /// A day as English says it, long and short, with the space that the regular expression above leaves.
    private func words(_ day: CivilDay) -> [String] {
        let date = EventDate(day: day)
        let language = Words.english.dates
        return [DateStyle.dayOnly, .shortDayOnly].flatMap { style -> [String] in
            let year = date.words(in: .utc, style: style, language: language)
            var without = style
            without.showsYear = false
            let short = " " + date.words(in: .utc, style: without, language: language)
            return [" " + year.replacing("\u{A0}", with: " "), short.replacing("\u{A0}", with: " ") + ","]
        }
    }
}
