import Model
import Presenting
import Testing

@Suite struct EventDateWordsTests {
    static let words: [(text: String, zone: String, full: String, short: String, withoutYear: String)] = [
        ("2026-02-26", "UTC", "26_February 2026", "26_Feb 2026", "26_February"),
        ("2026-02-26~", "UTC", "about 26_February 2026", "about 26_Feb 2026", "about 26_February"),
        ("2026-02-26?", "UTC", "26_February 2026 (uncertain)", "26_Feb 2026 (uncertain)", "26_February (uncertain)"),
        (
            "2026-02%", "UTC", "about February 2026 (uncertain)", "about Feb 2026 (uncertain)",
            "about February (uncertain)"
        ),
        ("2026-02", "UTC", "February 2026", "Feb 2026", "February"),
        ("2026", "UTC", "2026", "2026", "2026"),
        ("-0043-03-15", "UTC", "15_March 44_BC", "15_March 44_BC", "15_March"),
        ("0000", "UTC", "1_BC", "1_BC", "1_BC"),
        ("0001", "UTC", "AD_1", "AD_1", "AD_1"),
        ("-0043/0014", "UTC", "from 44_BC to AD_14", "from 44_BC to AD_14", "from 44_BC to AD_14"),
        (
            "-0043-03-15~..-0043-04", "Europe/Rome", "between about 15_March 44_BC and April 44_BC",
            "between about 15_March 44_BC and April 44_BC", "between about 15_March and April"
        ),
        ("2026-02-24..2026-02-25", "UTC", "24 or 25_February 2026", "24 or 25_Feb 2026", "24 or 25_February"),
        ("2026-02-24/2026-02-25", "UTC", "24 and 25_February 2026", "24 and 25_Feb 2026", "24 and 25_February"),
        (
            "2026-02-28..2026-03-01", "UTC", "28_February or 1_March 2026", "28_Feb or 1_March 2026",
            "28_February or 1_March"
        ),
        (
            "2025-12-31/2026-01-01", "UTC", "31_December 2025 and 1_January 2026", "31_Dec 2025 and 1_Jan 2026",
            "31_December 2025 and 1_January 2026"
        ),
        (
            "2026-02-24..2026-02-25~", "UTC", "between 24_February 2026 and about 25_February 2026",
            "between 24_Feb 2026 and about 25_Feb 2026", "between 24_February and about 25_February"
        ),
        ("2026-02-XX", "UTC", "February 2026", "Feb 2026", "February"),
        ("2026-XX", "UTC", "2026", "2026", "2026"),
        ("2026-XX-XX", "UTC", "2026", "2026", "2026"),
        (
            "2026-02-23..2026-02-25", "UTC", "between 23 and 25_February 2026", "between 23 and 25_Feb 2026",
            "between 23 and 25_February"
        ),
        (
            "2026-02-23..2026-03-02", "UTC", "between 23_February and 2_March 2026", "between 23_Feb and 2_March 2026",
            "between 23_February and 2_March"
        ),
        (
            "2025-12-23..2026-01-02", "UTC", "between 23_December 2025 and 2_January 2026",
            "between 23_Dec 2025 and 2_Jan 2026", "between 23_December 2025 and 2_January 2026"
        ),
        (
            "2026-02..2026-04", "UTC", "between February and April 2026", "between Feb and April 2026",
            "between February and April"
        ),
        (
            "2026-02/2026-05-03", "UTC", "from February 2026 to 3_May 2026", "from Feb 2026 to 3_May 2026",
            "from February to 3_May"
        ),
        ("2024/2026", "UTC", "from 2024 to 2026", "from 2024 to 2026", "from 2024 to 2026"),
        (
            "2026-02-23~..2026-02-25", "UTC", "between about 23_February 2026 and 25_February 2026",
            "between about 23_Feb 2026 and 25_Feb 2026", "between about 23_February and 25_February"
        ),
        (
            "..2026-02-25", "UTC", "on or before 25_February 2026", "on or before 25_Feb 2026",
            "on or before 25_February"
        ),
        ("2026-02-25..", "UTC", "on or after 25_February 2026", "on or after 25_Feb 2026", "on or after 25_February"),
        ("2026-05-03/2026-05-09", "UTC", "from 3 to 9_May 2026", "from 3 to 9_May 2026", "from 3 to 9_May"),
        ("2026-05-03/..", "UTC", "since 3_May 2026", "since 3_May 2026", "since 3_May"),
        ("../2026-05-03", "UTC", "until 3_May 2026", "until 3_May 2026", "until 3_May"),
        (
            "2026-02-27T17:01-05:00", "America/New_York", "27_February 2026, 17:01 New York time (22:01_UTC)",
            "27_Feb 2026, 17:01 New York time", "27_February, 17:01 New York time (22:01_UTC)"
        ),
        (
            "2026-02-27T22:01Z", "America/New_York", "27_February 2026, 17:01 New York time (22:01_UTC)",
            "27_Feb 2026, 17:01 New York time", "27_February, 17:01 New York time (22:01_UTC)"
        ),
        (
            "2026-02-27T17:01-05:00", "UTC", "27_February 2026, 22:01_UTC", "27_Feb 2026, 22:01_UTC",
            "27_February, 22:01_UTC"
        ),
        (
            "2026-02-27T22:30:05-05:00", "America/New_York",
            "27_February 2026, 22:30:05 New York time (28_February, 03:30:05_UTC)",
            "27_Feb 2026, 22:30:05 New York time",
            "27_February, 22:30:05 New York time (28_February, 03:30:05_UTC)"
        ),
        (
            "2026-02-27T17:01-05:00", "Etc/GMT+5", "27_February 2026, 17:01 UTC−5 (22:01_UTC)",
            "27_Feb 2026, 17:01 UTC−5", "27_February, 17:01 UTC−5 (22:01_UTC)"
        ),
        (
            "2026-02-27T17:00-05:00..2026-02-27T18:00-05:00", "America/New_York",
            "27_February 2026, between 17:00 and 18:00 New York time (between 22:00 and 23:00_UTC)",
            "27_Feb 2026, between 17:00 and 18:00 New York time",
            "27_February, between 17:00 and 18:00 New York time (between 22:00 and 23:00_UTC)"
        ),
        (
            "2026-02-26T17:00-05:00/2026-02-27T18:00-05:00", "UTC",
            "from 26_February 2026, 22:00_UTC to 27_February 2026, 23:00_UTC",
            "from 26_Feb 2026, 22:00_UTC to 27_Feb 2026, 23:00_UTC",
            "from 26_February, 22:00_UTC to 27_February, 23:00_UTC"
        ),
        (
            "2026-02-27T17:01-05:00~", "UTC", "about 27_February 2026, 22:01_UTC", "about 27_Feb 2026, 22:01_UTC",
            "about 27_February, 22:01_UTC"
        ),
    ]

    /// `_` stands for a no-break space.
    @Test(arguments: words)
    func saysADateInWords(_ text: String, _ zone: String, _ full: String, _ short: String, _ withoutYear: String) throws
    {
        let date = try EventDate.parse(text).get()
        let zone = try #require(ClockZone(named: zone))
        func shown(_ style: DateStyle) -> String {
            date.words(in: zone, style: style).split(separator: "\u{A0}", omittingEmptySubsequences: false)
                .joined(separator: "_")
        }
        #expect(shown(.full) == full)
        #expect(shown(.short) == short)
        #expect(shown(.withoutYear) == withoutYear)
    }

    @Test func leavesTheClockAwayWhereOnlyTheDayIsWanted() throws {
        let date = try EventDate.parse("2026-02-28T02:00Z").get()
        let newYork = try #require(ClockZone(named: "America/New_York"))
        #expect(date.words(in: newYork, style: .dayOnly) == "27\u{A0}February 2026")
        let span = try EventDate.parse("2026-02-26T17:00Z/2026-02-27T18:00Z").get()
        #expect(span.words(in: .utc, style: .dayOnly) == "from 26 to 27\u{A0}February 2026")
    }

    @Test func givesTheClockInPieces() throws {
        let newYork = try #require(ClockZone(named: "America/New_York"))
        let clock = try #require(try EventDate.parse("2026-02-27T22:01Z").get().clockWords(in: newYork))
        #expect(clock.time == "17:01")
        #expect(clock.twelveHourTime() == "5:01\u{A0}pm")
        #expect(clock.utcTime == "22:01")
        #expect(clock.place == "New York")
        #expect(clock.offset == -300)
        #expect(clock.day == clock.utcDay)
        let midnight = try #require(try EventDate.parse("2026-02-27T00:05Z").get().clockWords(in: .utc))
        #expect(midnight.twelveHourTime() == "12:05\u{A0}am")
        #expect(midnight.placeOrOffset == "UTC")
        #expect(midnight.place == nil)
        #expect(try EventDate.parse("2026-02-27").get().clockWords(in: .utc) == nil)
    }

    @Test func speaksAnotherLanguage() throws {
        var german = DatePhrases.english
        german.months[1] = "Februar"
        german.day = "{day}.\u{A0}{month} {year}"
        german.daysOfOneMonth = ("{day}.", "{day}.\u{A0}{month} {year}")
        german.between = "zwischen dem {from} und dem {to}"
        let date = try EventDate.parse("2026-02-23..2026-02-25").get()
        #expect(
            date.words(in: .utc, language: DateLanguage(german)) == "zwischen dem 23. und dem 25.\u{A0}Februar 2026")
    }
}
