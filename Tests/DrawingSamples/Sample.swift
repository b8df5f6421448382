import Drawing

/// What the pictures of one event are drawn from.
struct Sample {
    var name: String
    var parties: [PictureParty] = []
    var items: [StripItem] = []
    var deadlines: [StripDeadline] = []
    var recordEnd: RecordEnd?
    var labels = PictureLabels.english

    /// Days since 1970 of 1 January 2026.
    static let newYear2026 = 20_454
    static func day(_ month: Int, _ day: Int) -> Int {
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return newYear2026 + before[month - 1] + day - 1
    }
    static func second(_ day: Int, _ hour: Int, _ minute: Int) -> Int { day * 86_400 + hour * 3600 + minute * 60 }

    static func parties(_ names: [(String, String?)]) -> [PictureParty] {
        let initials = Initials.assign(to: names.map(\.0))
        let colors = PartyColor.assign(own: names.map { _ in nil })
        return names.indices.map {
            PictureParty(
                name: names[$0].0, shortName: names[$0].1, initials: initials[$0], color: colors[$0],
                link: "parties/\($0).html")
        }
    }
}

extension Sample {
    /// The example event, as in pictures 1, 3, 6 and 10 of the design.
    static let pentagon = Sample(
        name: "pentagon",
        parties: [
            PictureParty(
                name: "Department of War", shortName: "Dept. of War", initials: "DW", color: .palette(1),
                link: "parties/dw.html"),
            PictureParty(
                name: "Anthropic", initials: "AN", color: .palette(2), link: "parties/an.html"),
        ],
        items: [
            StripItem(
                title: "Department asks: all lawful purposes", link: "demands/all.html", date: "between 23 and 26 Feb",
                extent: .between(day(2, 23), day(2, 26)), mark: .demand, parties: [0]),
            StripItem(
                title: "Secretary and chief executive meet", link: "moments/meet.html", date: "between 23 and 25 Feb",
                extent: .between(day(2, 23), day(2, 25)), mark: .moment, parties: [0, 1]),
            StripItem(
                title: "Two threats made", link: "threats/dpa.html", date: "between 23 and 26 Feb",
                extent: .between(day(2, 23), day(2, 26)), mark: .threat, parties: [0]),
            StripItem(
                title: "Parnell states the request on X", link: "statements/parnell.html", date: "26 Feb",
                extent: .days(day(2, 26), day(2, 26)), mark: .statement, parties: [0]),
            StripItem(
                title: "Amodei’s statement: both refused", link: "refusals/all.html", date: "26 Feb",
                extent: .days(day(2, 26), day(2, 26)), mark: .answer(.refused), parties: [1]),
        ],
        deadlines: [
            StripDeadline(
                title: "Deadline", date: "27 February 2026, 22:01 UTC", time: "22:01 UTC",
                second: second(day(2, 27), 22, 1), link: "demands/all.html")
        ],
        recordEnd: RecordEnd(date: "27 February 2026", day: day(2, 27)))
}
