import Foundation
import Model
import TestSupport
import Testing

@testable import Presenting

/// What is drawn of a vote, and the steps of a demand, for disputes of any shape.
@Suite struct LadderTests {
    @Test(
        arguments: [
            ("488", "1,024", 0.3227, 0.6772), ("1.204", "1’204", 0.5, 0.5), ("1 204", "0", 1, 0),
            ("2/3", nil, 0.6667, nil),
            ("94,6 %", nil, 0.946, nil), ("about 59 percent", nil, 0.59, nil),
            ("two-thirds", "one third", 0.6667, 0.3333),
            // Neither can be read as one number.
            ("1,20", "10", nil, nil), ("from 50 to 60 per cent", nil, nil, nil),
            ("members, on behalf of all", nil, nil, nil),
            // A number of votes alone is no share.
            ("488", nil, nil, nil), ("488", "51 per cent", nil, 0.51), ("0", "0", nil, nil),
            // Shares of more than all are of different things.
            ("60 per cent", "70 per cent", nil, nil), ("120 per cent", nil, nil, nil),
        ] as [(String, String?, Double?, Double?)])
    func readsShares(_ inFavour: String, _ against: String?, _ share: Double?, _ other: Double?) throws {
        let counts = "for: \"\(inFavour)\"" + (against.map { ", against: \"\($0)\"" } ?? "")
        let written = counts.replacing(" ", with: "_")
        let site = try MadeUpSite([("event.md", Dispute("demand; refused vote={\(written)}").event)])
        let vote = try #require(site.site.events[0].entries.responses[0].votes.first)
        let shares = VoteShares(vote, .english)
        #expect(close(shares.inFavour, share) && close(shares.against, other), "\(shares)")
    }

    private func close(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) < 0.001
    }

    /// Shares in tenths add up to all, and say "100%" or "0%" of nothing but all and none.
    @Test func sharesAddUp() throws {
        for (one, other) in [
            (1, 999_999), (999_999, 1), (50, 100), (100, 50), (0, 500), (500, 0), (50, 50), (333, 667),
        ] {
            let dispute = Dispute("demand; refused vote={for:_\(one),_against:_\(other)}")
            let site = try MadeUpSite([("event.md", dispute.event)])
            let tenths = try #require(VoteShares(site.site.events[0].entries.responses[0].votes[0], .english).tenths)
            #expect(tenths.inFavour + tenths.against == 1_000)
            #expect((tenths.inFavour == 0) == (one == 0) && (tenths.against == 0) == (other == 0), "\(one) \(other)")
        }
    }

    /// Of a bench or a board the numbers are told alone.
    @Test(arguments: [("8", "7"), ("99", "0"), ("0", "1")]) func sharesOfFewAreNotInPerCent(
        _ one: String, _ other: String
    ) throws {
        let site = try MadeUpSite([("event.md", Dispute("demand; refused vote={for:_\(one),_against:_\(other)}").event)]
        )
        let shares = VoteShares(site.site.events[0].entries.responses[0].votes[0], .english)
        #expect(shares.tenths == nil && !shares.isEmpty)
    }

    /// Of random disputes: steps are in the order of dates, each answer to the demand is one of them, none is there
    /// twice, and long ones say how many they leave out.
    @Test func everyAnswerIsAStep() throws {
        var random = SeededRandom(state: 11)
        let kinds = ["refused", "accepted", "counter-offer", "negotiating", "no-response asked_on=2 asked_by=us"]
        for round in 0..<40 {
            let count = [1, 3, 30][round % 3]
            var acts = ["demand to=b,c"]
            for _ in 0..<1 + random.below(count) {
                let day = 1 + random.below(27)
                acts.append("\(kinds[random.below(kinds.count)]) date=\(day) from=\(["b", "c"][random.below(2)])")
            }
            if random.below(2) == 0 { acts.append("agreement date=\(1 + random.below(27)) settles=d1") }
            let site = try MadeUpSite([("event.md", Dispute(acts.joined(separator: "; ")).event)])
            let demand = Handle<Demand>(scope: 0, index: 0)
            let (shown, leftOut) = LadderView.acts(of: demand, in: site.context.views, EventCache(event: 0))
            let days = shown.map { $0.day.earliest(in: site.context.records[0].zone) }
            #expect(days == days.sorted())
            #expect(Set(shown.map(\.act)).count == shown.count)
            #expect(shown.count + leftOut == acts.count)
            #expect(leftOut == 0 || shown.count == 24)
            guard leftOut == 0 else { continue }
            for answer in site.site.events[0].entries.responses.indices {
                #expect(shown.contains { $0.act == .response(Handle(scope: 0, index: answer)) })
            }
        }
    }
}
