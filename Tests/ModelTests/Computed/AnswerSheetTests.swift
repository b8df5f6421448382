import Model
import TestSupport
import Testing

/// Who gave which answer, row by row: acts → cells of every demand, in the order of their ids.
///
/// A cell is `party:answer`, or `party:–` for a hole; then `<` and each earlier answer, latest first; then `!` and each
/// answer that claims to be current too.
@Suite struct AnswerSheetTests {
    static let sheets: [(acts: String, cells: String)] = [
        ("demand", "b:–"),
        ("demand; refused", "b:r1"),
        ("demand to=b,c", "b:– c:–"),
        ("demand to=c,b; refused", "c:– b:r1"),
        ("demand to=b,b", "b:–"),
        ("demand; refused from=c", "b:–"),
        ("demand; demand; refused answers=d2", "b:–, b:r1"),
        ("demand; demand; refused answers=d1,d2", "b:r1, b:r1"),
        ("demand; refused answers=d1,d1", "b:r1"),
        // The latest is the current one.
        ("demand; refused; accepted date=3", "b:r2<r1"),
        ("demand; refused date=3; accepted", "b:r1<r2"),
        ("demand; refused; negotiating date=3; accepted date=4", "b:r3<r2<r1"),
        ("demand; refused date=2026-02; accepted date=3", "b:r2<r1"),
        // One that another replaces is never the current one.
        ("demand; refused date=3; accepted replaces=r1", "b:r2<r1"),
        ("demand; refused; accepted replaces=r1", "b:r2<r1"),
        ("demand; accepted replaces=r2; refused", "b:r1<r2"),
        ("demand; refused replaces=r2; accepted replaces=r1", "b:–<r2<r1"),
        // Two of the same date are rivals.
        ("demand; refused; accepted", "b:r2<r1!r1"),
        ("demand; refused; accepted; negotiating", "b:r3<r2<r1!r1!r2"),
        ("demand; refused date=2026-02-02T09:00Z; accepted", "b:r2<r1"),
        // Joint answers.
        ("demand to=b,c; refused from=b,c", "b:r1 c:r1"),
        ("demand to=b,c; refused on_behalf_of=c", "b:r1 c:r1"),
        ("demand to=b,c; refused from=d on_behalf_of=b,c", "b:r1 c:r1"),
        ("demand to=b,c; refused from=b,c; accepted date=3 replaces=r1", "b:r2<r1 c:r1"),
        ("demand to=b,c; refused from=b,c; accepted from=c date=3", "b:r1 c:r2<r1"),
    ]

    @Test(arguments: sheets) func findsTheCurrentAnswers(_ acts: String, _ expected: String) throws {
        let (site, record) = try Dispute(acts).computed()
        let entries = site.events[0].entries
        func id(_ response: Int) -> String { entries.responses[response].head.id }
        let demands = record.cells.map { cells in
            cells.map { cell in
                let current = cell.response.map(id) ?? "–"
                let others = cell.earlier.map { "<" + id($0) } + cell.rivals.map { "!" + id($0) }
                return "\(site[cell.party].head.id):\(current)\(others.joined())"
            }.joined(separator: " ")
        }
        #expect(demands.joined(separator: ", ") == expected)
    }

    /// The parties that act, in the order that decides columns and colours.
    static let actors: [(acts: String, parties: String)] = [
        ("", ""),
        ("meeting parties=a,b", ""),
        ("demand", "a b"),
        ("demand from=c to=b,a", "c b a"),
        ("demand date=3; demand from=c to=d date=2", "c d a b"),
        ("demand; threat from=d to=c", "a b d c"),
        ("demand; refused from=c on_behalf_of=b", "a b c"),
        ("demand; threat from=d to=b; refused from=c", "a b c d"),
    ]

    @Test(arguments: actors) func ordersThePartiesThatAct(_ acts: String, _ expected: String) throws {
        let (site, record) = try Dispute(acts).computed()
        #expect(record.actingParties.map { site[$0].head.id }.joined(separator: " ") == expected)
    }
}
