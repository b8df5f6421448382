import Drawing

extension Sample {
    /// Seven parties with long names, as in picture 8 of the design.
    static let seven: Sample = {
        var sample = Sample.random(seed: 7, parties: 7)
        sample.name = "seven"
        sample.parties = parties([
            ("Ministry of Infrastructure and Water Management", "Ministry"), ("Federation of Seafarers", "Seafarers"),
            ("Northline", nil), ("Estmark Chamber of Commerce", "Chamber"), ("Regional Court of Appeal", "Court"),
            ("Workers’ Assembly", "Assembly"), ("Open Ports Initiative", "Open Ports"),
        ])
        return sample
    }()

    /// Strips from one hour to five years.
    static let times: [Sample] = {
        let base = day(3, 2)
        func strip(_ name: String, _ extents: [StripItem.Extent], _ deadlines: [Int], _ end: Int?) -> Sample {
            var sample = Sample(name: name, parties: harbour.parties)
            for (index, extent) in extents.enumerated() {
                sample.items.append(
                    StripItem(
                        title: "Entry number \(index + 1) of this strip", link: "x.html", date: "its date in words",
                        extent: extent, isApproximate: index % 4 == 3,
                        mark: MarkKind.all[index * 5 % MarkKind.all.count],
                        parties: index % 5 == 4 ? [0, 1] : [index % 3]))
            }
            sample.deadlines = deadlines.map {
                StripDeadline(title: "Deadline", date: "27 February 2026, 22:01 UTC", time: "22:01 UTC", second: $0)
            }
            sample.recordEnd = end.map { RecordEnd(date: "1 January 2027", day: $0) }
            return sample
        }
        return [
            strip(
                "one hour",
                [.point(second(base, 14, 0)), .point(second(base, 14, 20)), .point(second(base, 15, 0))],
                [second(base, 14, 45)], nil),
            strip("one day", [.days(base, base), .point(second(base, 9, 30))], [second(base, 22, 0)], base),
            strip(
                "three weeks",
                [
                    .days(base, base), .days(base + 3, base + 5), .between(base + 1, base + 12), .ongoing(base + 9),
                    .between(nil, base + 4), .between(base + 15, nil), .days(base + 20, base + 20),
                ], [second(base + 18, 0, 0)], base + 20),
            strip(
                "half a year",
                [
                    .days(base, base), .days(base + 40, base + 42), .days(base + 50, base + 50),
                    .days(base + 180, base + 180),
                ],
                [second(base + 182, 0, 0)], base + 181),
            strip(
                "five years",
                [
                    .between(base, base + 30), .days(base + 400, base + 400), .days(base + 800, base + 830),
                    .days(base + 1200, base + 1200), .days(base + 1825, base + 1825),
                ], [], base + 1826),
            strip(
                "five years apart", [.days(base, base), .days(base + 2, base + 2), .days(base + 1826, base + 1826)], [],
                base + 1830),
            strip("one doubt of five years", [.between(base, base + 1826), .days(base + 900, base + 900)], [], nil),
            strip("many deadlines", [.days(base, base)], (0..<9).map { second(base + 3 * $0, 12, 0) }, base + 30),
            strip("nothing", [], [], nil),
            strip("only the record's end", [], [], base),
            strip(
                "twelve doubts at once", (0..<12).map { _ in .between(base, base + 27) }, [], base + 28),
        ]
    }()

    /// What is missing, too much, too long, or in another script.
    static let edges: [Sample] = {
        let empty = Sample(name: "nothing at all")
        var twelve = Sample.random(seed: 12, parties: 12)
        twelve.name = "twelve parties"
        return [empty, twelve, .scripts, .long]
    }()

    /// Arabic, Hebrew, Chinese, Devanagari and Thai.
    static let scripts: Sample = {
        var sample = Sample(name: "scripts")
        sample.parties = parties([
            ("وزارة الدفاع", nil), ("משרד החוץ", nil), ("国防部", nil), ("रक्षा मंत्रालय", nil), ("กระทรวงกลาโหม", nil),
        ])
        let titles = [
            "السماح باستخدام النظام لجميع الأغراض المشروعة دون استثناء",
            "להפסיק את ההגבלות על השימוש במערכת עד סוף החודש",
            "允许将该系统用于所有合法目的，并在月底之前取消全部限制。", "सभी वैध उद्देश्यों के लिए प्रणाली के उपयोग की अनुमति दें",
            "อนุญาตให้ใช้ระบบเพื่อวัตถุประสงค์ที่ชอบด้วยกฎหมายทั้งหมดโดยไม่มีข้อยกเว้น",
        ]
        for (index, title) in titles.enumerated() {
            sample.items.append(
                StripItem(
                    title: title, date: "26 فبراير", extent: .between(day(2, 20 + index), day(2, 26)), mark: .demand,
                    parties: [index]))
        }
        return sample
    }()

    /// Words and names that fit nowhere.
    static let long: Sample = {
        let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
        let name =
            "The Permanent Joint Committee on Fisheries, Navigation and the Management of Shared Waters of the Northern Provinces"
        var sample = Sample(name: "long", parties: parties([(name, nil), (word, nil), ("Q", nil)]))
        sample.items = [
            StripItem(
                title: name, link: "x", date: name, extent: .days(day(2, 26), day(2, 26)), mark: .moment, parties: [0]),
            StripItem(title: word, date: word, extent: .days(day(3, 26), day(3, 26)), mark: .threat, parties: [1, 2]),
        ]
        sample.deadlines = [
            StripDeadline(title: name, date: word, time: word, second: second(day(2, 20), 0, 0), link: "d.html"),
            StripDeadline(title: word, date: name, second: second(day(3, 26), 0, 0)),
        ]
        sample.recordEnd = RecordEnd(date: "27 March 2026", day: day(3, 27))
        return sample
    }()
}
