import Model
import TestSupport
import Testing

@Suite struct EventDateParsingTests {
    /// Each text, its canonical form, its `<time datetime>`, its days as written and how it reads.
    static let valid: [(text: String, edtf: String, machine: String, days: String)] = [
        ("2026-02-26", "2026-02-26", "2026-02-26", "2026-02-26 2026-02-26"),
        (" 2026-02-26 ", "2026-02-26", "2026-02-26", "2026-02-26 2026-02-26"),
        ("2026-02", "2026-02", "2026-02", "2026-02-01 2026-02-28"),
        ("2024-02", "2024-02", "2024-02", "2024-02-01 2024-02-29"),
        ("2026", "2026", "2026", "2026-01-01 2026-12-31"),
        ("2024", "2024", "2024", "2024-01-01 2024-12-31"),
        ("0001", "0001", "0001", "0001-01-01 0001-12-31"),
        ("0000", "0000", "0000", "0000-01-01 0000-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15 -0043-03-15"),
        ("-0043-02", "-0043-02", "-0043-02", "-0043-02-01 -0043-02-28"),
        ("-0044-02", "-0044-02", "-0044-02", "-0044-02-01 -0044-02-29"),
        ("-9999~", "-9999~", "-9999", "-9999-01-01 -9999-12-31"),
        ("-0043-03-XX/0014-08-19?", "-0043-03-XX/0014-08-19?", "-0043-03", "-0043-03-01 0014-08-19"),
        ("-0043..-0041", "[-0043..-0041]", "-0043", "-0043-01-01 -0041-12-31"),
        ("..-0043", "[..-0043]", "-0043", "- -0043-12-31"),
        ("-0043-03-15T11:00Z", "-0043-03-15T11:00Z", "-0043-03-15T11:00Z", "-0043-03-15 -0043-03-15"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31 9999-12-31"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29 2000-02-29"),
        ("2026-02-26~", "2026-02-26~", "2026-02-26", "2026-02-26 2026-02-26"),
        ("2026-02?", "2026-02?", "2026-02", "2026-02-01 2026-02-28"),
        ("2026%", "2026%", "2026", "2026-01-01 2026-12-31"),
        ("2026-02-XX", "2026-02-XX", "2026-02", "2026-02-01 2026-02-28"),
        ("2026-XX", "2026-XX", "2026", "2026-01-01 2026-12-31"),
        ("2026-XX-XX~", "2026-XX-XX~", "2026", "2026-01-01 2026-12-31"),
        (
            "2026-02-26T17:01-05:00", "2026-02-26T17:01-05:00", "2026-02-26T17:01-05:00", "2026-02-26 2026-02-26"
        ),
        ("2026-02-26T17:01:30Z", "2026-02-26T17:01:30Z", "2026-02-26T17:01:30Z", "2026-02-26 2026-02-26"),
        ("2026-02-26T00:00+05:45~", "2026-02-26T00:00+05:45~", "2026-02-26T00:00+05:45", "2026-02-25 2026-02-25"),
        ("2026-02-26T17:01+00:00", "2026-02-26T17:01Z", "2026-02-26T17:01Z", "2026-02-26 2026-02-26"),
        ("2026-05-03/2026-05-09", "2026-05-03/2026-05-09", "2026-05-03", "2026-05-03 2026-05-09"),
        ("2026-05-03/2026-05-03", "2026-05-03", "2026-05-03", "2026-05-03 2026-05-03"),
        ("2026-05-03/..", "2026-05-03/..", "2026-05-03", "2026-05-03 -"),
        ("../2026-05-03", "../2026-05-03", "2026-05-03", "- 2026-05-03"),
        ("2026-02-23..2026-02-25", "[2026-02-23..2026-02-25]", "2026-02-23", "2026-02-23 2026-02-25"),
        ("[2026-02-23..2026-02-25]", "[2026-02-23..2026-02-25]", "2026-02-23", "2026-02-23 2026-02-25"),
        ("2025..2026-02?", "[2025..2026-02?]", "2025", "2025-01-01 2026-02-28"),
        ("..2026-02-25", "[..2026-02-25]", "2026-02-25", "- 2026-02-25"),
        ("[..2026-02-25]", "[..2026-02-25]", "2026-02-25", "- 2026-02-25"),
        ("2026-02-25..", "[2026-02-25..]", "2026-02-25", "2026-02-25 -"),
        ("{2026-02-23..2026-02-25}", "2026-02-23/2026-02-25", "2026-02-23", "2026-02-23 2026-02-25"),
        ("{2026-02-23..}", "2026-02-23/..", "2026-02-23", "2026-02-23 -"),
        ("[2026-02-26]", "2026-02-26", "2026-02-26", "2026-02-26 2026-02-26"),
        ("2026-02-14..2026-02", "[2026-02-14..2026-02]", "2026-02-14", "2026-02-14 2026-02-28"),
    ]

    @Test(arguments: valid)
    func readsADate(_ text: String, _ edtf: String, _ machine: String, _ days: String) throws {
        let date = try EventDate.parse(text).get()
        #expect(date.edtf == edtf)
        #expect(try EventDate.parse(date.edtf).get() == date)
        #expect(date.machineForm == machine)
        let ends = [date.earliestDay(in: .utc), date.latestDay(in: .utc)]
        #expect(ends.map { $0.map { EventDate(day: $0).edtf } ?? "-" }.joined(separator: " ") == days)
    }

    /// Each text with its fault between ① and ②, the message, the hint, and what to put there.
    static let invalid: [(marked: String, message: String, hint: String?, replacement: String?)] = [
        ("①②", "the date is empty", forms, nil),
        ("2026-02-①30②", "no such date: February 2026 has 28 days", nil, nil),
        ("2024-02-①30②", "no such date: February 2024 has 29 days", nil, nil),
        (
            "①26/02/2026 17:01②", "a date is written year first, with hyphens",
            "write '2026-02-26T17:01' and its offset behind, as in '-05:00' or 'Z'", nil
        ),
        (
            "①26 Feb 2026 9:05②", "months are written as numbers",
            "write '2026-02-26T09:05' and its offset behind, as in '-05:00' or 'Z'", nil
        ),
        ("2100-02-①29②", "no such date: February 2100 has 28 days", nil, nil),
        ("2026-04-①31②~", "no such date: April 2026 has 30 days", nil, nil),
        ("2026-02-①00②", "no such date: days run from 01", nil, nil),
        ("2026-①13②", "no such date: there is no month 13", "months run from 01 to 12", nil),
        ("2026-①00②-05", "no such date: there is no month 0", "months run from 01 to 12", nil),
        (
            "①2026-26-02②", "no such date: there is no month 26",
            "months run from 01 to 12; the month stands before the day, so write '2026-02-26' if that is meant", nil
        ),
        (
            "①2026-13-08②", "no such date: there is no month 13",
            "months run from 01 to 12; the month stands before the day, so write '2026-08-13' if that is meant", nil
        ),
        (
            "①2026-02-2X②", "a day has to be whole; some day of several is written as a span",
            "write '2026-02-20..2026-02-28'", nil
        ),
        (
            "①2026-02-0X②", "a day has to be whole; some day of several is written as a span",
            "write '2026-02-01..2026-02-09'", nil
        ),
        ("①2026-02-4X②", "'2026-02-4X' is not a date", forms, nil),
        ("①2026-012②", "'2026-012' is not a date", forms, nil),
        ("①2026-1-25b②", "'2026-1-25b' is not a date", forms, nil),
        ("①Feb 26-28 2026②", "'Feb 26-28 2026' is not a date", forms, nil),
        ("①Feb 2026 2027②", "'Feb 2026 2027' is not a date", forms, nil),
        (
            "①2011–12②", "two dates are joined by '..' or '/'",
            "'a..b' is some time between them, 'a/b' lasted from one to the other", nil
        ),
        (
            "①late June 2015②", "'late June 2015' is not a date",
            "say from when to when it can have been, such as '2015-06-21..2015-06-30'", nil
        ),
        (
            "①mid-June 2015②", "'mid-June 2015' is not a date",
            "say from when to when it can have been, such as '2015-06-11..2015-06-20'", nil
        ),
        (
            "①early 2015②", "'early 2015' is not a date",
            "say from when to when it can have been, such as '2015-01..2015-04'", nil
        ),
        ("①c. June 2015②", "'c. June 2015' is not a date", "write '2015-06~'; '~' behind a date is about", nil),
        (
            "①circa 5 June 2015②", "'circa 5 June 2015' is not a date",
            "write '2015-06-05~'; '~' behind a date is about", nil
        ),
        ("①about 2015②", "'about 2015' is not a date", "write '2015~'; '~' behind a date is about", nil),
        (
            "①6/27/15②", "years have four digits",
            "write the whole year first, then month and day, such as '2015-06-27' if that is meant", nil
        ),
        (
            "①6/7/15②", "years have four digits",
            "write the whole year first, then month and day, such as '2015-06-07' or '2015-07-06' or '2006-07-15' "
                + "if that is meant", nil
        ),
        ("①2026-1-2②", "months and days need two digits", "write '2026-01-02'", "2026-01-02"),
        ("①2026-1②", "months and days need two digits", "write '2026-01'", "2026-01"),
        (
            "2026-①21②", "seasons are not read, since they differ between north and south",
            "write the months, such as '2026-03..2026-05'", nil
        ),
        (
            "①202X②", "a year has to be whole; a decade or century is written as a span", "write '2020..2029'",
            "2020..2029"
        ),
        ("①20260②-02-26", "years have four digits", forms, nil),
        ("①26②", "years have four digits", forms, nil),
        ("①-43②-03-15", "years have four digits", "'0000' is 1 BC, '-0043' is 44 BC", nil),
        ("①-0000②", "the year 0 has no sign", "'0000' is 1 BC, '-0001' is 2 BC", nil),
        ("-0043-02-①29②", "no such date: February -43 has 28 days", nil, nil),
        ("①-0043-3-15②", "months and days need two digits", "write '-0043-03-15'", "-0043-03-15"),
        ("①44 BC②", "years before the year 1 are written with a sign", "44 BC is '-0043'", nil),
        ("①15 March 44 BCE②", "years before the year 1 are written with a sign", "44 BC is '-0043'", nil),
        ("①1 BC②", "years before the year 1 are written with a sign", "1 BC is '0000'", nil),
        ("2026-02-26①~?②", "only one mark may follow a date", "'~' is about, '?' is uncertain, '%' is both", nil),
        ("①~2026-02②", "the mark '~' stands behind the date", "write '2026-02~'", "2026-02~"),
        ("①26/02/2026②", "a date is written year first, with hyphens", "write '2026-02-26'", "2026-02-26"),
        ("①02/26/2026②", "a date is written year first, with hyphens", "write '2026-02-26'", "2026-02-26"),
        (
            "①02/03/2026②", "a date is written year first, with hyphens",
            "write '2026-03-02' or '2026-02-03', whichever is meant", nil
        ),
        ("①3.3.2026②", "a date is written year first, with hyphens", "write '2026-03-03'", "2026-03-03"),
        (
            "①26-02-26②", "years have four digits",
            "write the whole year first, then month and day, such as '2026-02-26' if that is meant", nil
        ),
        ("①2026/02/26②", "a date is written with hyphens", "write '2026-02-26'", "2026-02-26"),
        ("①20260226②", "a date needs hyphens", "write '2026-02-26'", "2026-02-26"),
        ("①26 Feb 2026②", "months are written as numbers", "write '2026-02-26'", "2026-02-26"),
        ("①Thursday, 26th of February 2026②", "months are written as numbers", "write '2026-02-26'", "2026-02-26"),
        ("①Sept. 3, 2026②", "months are written as numbers", "write '2026-09-03'", "2026-09-03"),
        ("①May 2026②", "months are written as numbers", "write '2026-05'", "2026-05"),
        ("①26 February②", "the year is missing", forms, nil),
        ("①31 Feb 2026②", "'31 Feb 2026' is no such date", forms, nil),
        ("①today②", "'today' is not a date: the same content has to give the same pages on any day", forms, nil),
        ("①early this week②", "'early this week' is not a date", forms, nil),
        ("①2026–02–26②", "a date is written with plain hyphens", "write '2026-02-26'", "2026-02-26"),
        (
            "①2026-02-23–2026-02-25②", "two dates are joined by '..' or '/'",
            "'a..b' is some time between them, 'a/b' lasted from one to the other", nil
        ),
        (
            "2026-02-26T①17:01②", "a clock time needs its offset from UTC",
            "write '17:01Z' for UTC, or '17:01-05:00' where clocks are five hours behind it", nil
        ),
        ("2026-02-26T17:01①z②", "UTC is written as 'Z' behind a clock time", "write 'Z'", "Z"),
        ("2026-02-26T17:01① GMT②", "UTC is written as 'Z' behind a clock time", "write 'Z'", "Z"),
        (
            "2026-02-26T17:01① EST②", "'EST' is not an offset from UTC",
            "write the hours and minutes, such as '-05:00'; names of zones do not say whether it is summer", nil
        ),
        (
            "2026-02-26T17:01①-0500②", "an offset needs two digits each for hours and minutes", "write '-05:00'",
            "-05:00"
        ),
        ("2026-02-26T17:01①-5②", "an offset needs two digits each for hours and minutes", "write '-05:00'", "-05:00"),
        ("2026-02-26T17:01①-50:00②", "no place on Earth is more than 14 hours from UTC", nil, nil),
        ("2026-02-26① ②17:01-05:00", "a clock time follows its date after a 'T'", "write 'T'", "T"),
        ("2026-02-26T①5:01②Z", "hours and minutes need two digits", "write '05:01'", "05:01"),
        ("2026-02-26T05:01① pm②", "hours run from 00 to 23, without am and pm", nil, nil),
        ("2026-02-26T①25:01②Z", "no such time: hours run from 00 to 23", nil, nil),
        ("2026-02-26T①17:61②Z", "no such time: minutes run from 00 to 59", nil, nil),
        ("2026-02-26T①17:01:60②Z", "no such time: seconds run from 00 to 59", nil, nil),
        (
            "2026-02-26T①24:00②Z", "no such time: a day ends where the next begins", "write 00:00 of the next day", nil
        ),
        ("2026-02-26T17:01:30①.5②Z", "clock times are read to the second", "leave this away", nil),
        ("2026-02-26T①17②", "a clock time needs hours and minutes", "write it as 2026-02-26T17:01-05:00", nil),
        (
            "①2026-05-09/2026-05-03②", "it ends before it begins",
            "write the earlier date first, or correct the one that is wrong", nil
        ),
        (
            "①2026-02-26T17:00-05:00..2026-02-26T17:00Z②", "it ends before it begins",
            "write the earlier date first, or correct the one that is wrong", nil
        ),
        (
            "2026-05-03①/②", "nothing follows the '/'",
            "write '2026-05-03/..' where it is still going on, or '2026-05-03' where only its beginning is known", nil
        ),
        (
            "①/②2026-05-03", "nothing stands before the '/'", "write '../2026-05-03' where its beginning is not known",
            nil
        ),
        ("2026-02-23/①25②", "the second date has to be whole", "write '2026-02-25'", "2026-02-25"),
        ("2026-02-23..①03-02②", "the second date has to be whole", "write '2026-03-02'", "2026-03-02"),
        ("2026-02-23..2026-02-①30②", "no such date: February 2026 has 28 days", nil, nil),
        ("[2026-02-①30②..2026-03-01]", "no such date: February 2026 has 28 days", nil, nil),
        ("①[②2026-02-23..2026-02-25", "this bracket is not closed", nil, nil),
        ("2026-02-23..2026-02-25①]②", "this bracket was not opened", nil, nil),
        ("①..②", "'..' is not a date", forms, nil),
        ("①2026-02-26x②", "'2026-02-26x' is not a date", forms, nil),
        ("①ça②", "'ça' is not a date", forms, nil),
    ]
    static let forms = "write it as 2026-02-26, 2026-02, 2026 or 2026-02-26T17:01-05:00"

    @Test(arguments: invalid)
    func saysWhatIsWrong(_ marked: String, _ message: String, _ hint: String?, _ replacement: String?) throws {
        let text = MarkedText(marked)
        guard case .failure(let fault) = EventDate.parse(text.text) else {
            Issue.record("'\(text.text)' was read")
            return
        }
        #expect(fault.message == message)
        #expect(fault.hint == hint)
        #expect(fault.replacement == replacement)
        #expect(fault.range == (try #require(text.offsets[1]))..<(try #require(text.offsets[2])))
    }

    /// A replacement that is offered has to mend the text, or at least to bring it nearer.
    @Test func replacementsLeadToADate() {
        for (marked, _, _, replacement) in Self.invalid {
            guard let replacement else { continue }
            let text = MarkedText(marked)
            var bytes = Array(text.text.utf8)
            bytes.replaceSubrange((text.offsets[1] ?? 0)..<(text.offsets[2] ?? 0), with: Array(replacement.utf8))
            let mended = String(decoding: bytes, as: UTF8.self)
            #expect((try? EventDate.parse(mended).get()) != nil, "\(text.text) became \(mended)")
        }
    }

    @Test func readsAListOfOneDate() throws {
        #expect(
            try EventDate.parse(["2026-02-23..2026-02-25"]).get() == EventDate.parse("2026-02-23..2026-02-25").get())
    }

    @Test func refusesAListOfSeveralDates() throws {
        guard case .failure(let fault) = EventDate.parse(["2026-02-23", "2026-02-25"]) else {
            Issue.record("a list was read")
            return
        }
        #expect(fault.message == "a date cannot be a list of dates")
        #expect(fault.item == 1)
        #expect(fault.hint?.contains("2026-02-23..2026-02-25") == true)
        #expect(throws: EventDateFault.self) { try EventDate.parse([String]()).get() }
    }

    /// Whatever bytes come, there is an answer, and a fault lies inside its text.
    @Test func faultsLieInsideAnyText() {
        var generator = SplitMix(state: 7)
        let alphabet = Array("0123456789-/.T:Z~?%X[]{} +FebâT–".unicodeScalars)
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "0")
            }
            if Bool.random(using: &generator) { text = "2026-02-" + text }
            switch EventDate.parse(text) {
            case .success(let date): #expect((try? EventDate.parse(date.edtf).get()) == date, "\(text)")
            case .failure(let fault):
                #expect(fault.range.lowerBound >= 0 && fault.range.upperBound <= text.utf8.count, "\(text)")
                #expect(!fault.message.isEmpty)
            }
        }
    }
}

/// A small generator with a fixed seed, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
