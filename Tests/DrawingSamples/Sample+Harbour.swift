import Drawing

extension Sample {
    private static func answer(_ party: Int, _ kind: AnswerKind, _ day: Int) -> PictureAnswer {
        PictureAnswer(
            party: party, kind: kind, word: word(kind), date: "\(day) May 2026", shortDate: "\(day) May",
            link: "responses/\(party)-\(day).html")
    }

    static func word(_ kind: AnswerKind) -> String {
        switch kind {
        case .refused: "Refused"
        case .refusedForNow: "Refused for now"
        case .accepted: "Accepted"
        case .acceptedWithConditions: "Accepted with conditions"
        case .partlyAccepted: "Partly accepted"
        case .counterOffer: "Counter-offer"
        case .negotiating: "Negotiating"
        case .complied: "Complied"
        case .reversed: "Reversed"
        case .declinedToComment: "Declined to comment"
        case .noResponse: "Did not respond"
        case .challengedInCourt: "Challenged in court"
        case .unknown: "Unknown"
        }
    }

    /// Five parties and nine demands, as in pictures 7 to 10 of the design.
    static let harbour = Sample(
        name: "harbour",
        parties: parties([
            ("Harbour Authority", "Harbour Auth."), ("Dockers’ Union", "Dockers"), ("Northline Shipping", "Northline"),
            ("City Council of Estmark", "City Council"), ("Transport Ministry", "Ministry"),
        ]),
        demands: [
            PictureDemand(
                title: "Withdraw the new shift roster", link: "demands/1.html", askers: [1], asked: [0, 2],
                date: "asked 2 May 2026", deadline: "10 May 2026",
                threats: [PictureThreat(text: "a strike at all four terminals", state: "Carried out 11 May 2026")],
                answers: [answer(0, .refused, 4), answer(2, .noResponse, 9)]),
            PictureDemand(
                title: "Publish the crane safety reports", link: "demands/2.html", askers: [1], asked: [0],
                date: "asked 2 May 2026", answers: [answer(0, .complied, 6)]),
            PictureDemand(
                title: "Reopen pay talks before the summer", link: "demands/3.html", askers: [1], asked: [0, 4],
                date: "asked 3 May 2026", answers: [answer(0, .negotiating, 8)]),
            PictureDemand(
                title: "Keep one terminal open during any strike", link: "demands/4.html", askers: [0], asked: [1],
                date: "asked 5 May 2026", answers: [answer(1, .acceptedWithConditions, 7)]),
            PictureDemand(
                title: "Pay the berth fees withheld since March", link: "demands/5.html", askers: [0], asked: [2],
                date: "asked 5 May 2026", deadline: "20 May 2026, 16:00 UTC",
                threats: [PictureThreat(text: "berths given to other lines", state: "Threatened")],
                answers: [answer(2, .challengedInCourt, 12)]),
            PictureDemand(
                title: "Guarantee unloading within 48 hours", link: "demands/6.html", askers: [2], asked: [0, 1, 4],
                date: "asked 6 May 2026", deadline: "15 May 2026",
                threats: [
                    PictureThreat(text: "ships rerouted to another port", state: "Partly carried out 16 May 2026")
                ],
                answers: [answer(0, .partlyAccepted, 9), answer(1, .refused, 7), answer(4, .declinedToComment, 9)]),
            PictureDemand(
                title: "Cap night-time lorry traffic", link: "demands/7.html", askers: [3], asked: [0, 2],
                date: "asked 6 May 2026", answers: [answer(0, .counterOffer, 10), answer(2, .refusedForNow, 10)]),
            PictureDemand(
                title: "Release the port development fund", link: "demands/8.html", askers: [3], asked: [4],
                date: "asked 7 May 2026", answers: [answer(4, .accepted, 14)]),
            PictureDemand(
                title: "Return to work for 30 days while a mediator is named", link: "demands/9.html", askers: [4],
                asked: [1], date: "asked 12 May 2026", deadline: "18 May 2026",
                threats: [PictureThreat(text: "an order under the Ports Act", state: "Threatened")]),
        ],
        items: [
            StripItem(
                title: "Union asks: withdraw the roster", date: "2 May", extent: .days(day(5, 2), day(5, 2)),
                mark: .demand, parties: [1]),
            StripItem(
                title: "Authority refuses", date: "4 May", extent: .days(day(5, 4), day(5, 4)),
                mark: .answer(.refused), parties: [0]),
            StripItem(
                title: "Talks at the town hall", date: "about 5 May", extent: .days(day(5, 5), day(5, 5)),
                isApproximate: true, mark: .moment, parties: [0, 1, 3]),
            StripItem(
                title: "Northline: guarantee unloading", date: "6 May", extent: .days(day(5, 6), day(5, 6)),
                mark: .demand, parties: [2]),
            StripItem(
                title: "Strike at all four terminals", date: "since 11 May", extent: .ongoing(day(5, 11)),
                mark: .threat, parties: [1]),
            StripItem(
                title: "Court hearing on the fees", date: "12 May, 10:00", extent: .point(second(day(5, 12), 10, 0)),
                mark: .moment, parties: [0, 2]),
            StripItem(
                title: "Ministry asks: return to work", date: "12 May", extent: .days(day(5, 12), day(5, 12)),
                mark: .demand, parties: [4]),
            StripItem(
                title: "Fund promised in private", date: "on or before 14 May", extent: .between(nil, day(5, 14)),
                mark: .statement, parties: [4]),
        ],
        deadlines: [
            StripDeadline(title: "Deadline: roster", date: "10 May 2026", second: second(day(5, 11), 0, 0)),
            StripDeadline(title: "Deadline: unloading", date: "15 May 2026", second: second(day(5, 16), 0, 0)),
            StripDeadline(title: "Deadline: return to work", date: "18 May 2026", second: second(day(5, 19), 0, 0)),
            StripDeadline(
                title: "Deadline: berth fees", date: "20 May 2026, 16:00 UTC", time: "16:00 UTC",
                second: second(day(5, 20), 16, 0)),
        ],
        recordEnd: RecordEnd(date: "16 May 2026", day: day(5, 16)))
}
