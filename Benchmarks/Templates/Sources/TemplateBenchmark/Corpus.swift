/// An event page's data, the same on every run: parties, demands with answers, a timeline and sources.
struct EventData: Sendable {
    struct Link: Sendable {
        let title: String
        let path: String
    }

    struct Party: Sendable {
        let name: String
        let initials: String
        let colorClass: String
        let path: String
        let isActive: Bool
    }

    struct Answer: Sendable {
        let party: Party
        let word: String
        let gate: String
        let quote: String?
        let date: String
    }

    struct Demand: Sendable {
        let title: String
        let path: String
        let anchor: String
        let from: Party
        let date: String
        let summary: String?
        let answers: [Answer]
    }

    struct Item: Sendable {
        let title: String
        let anchor: String
        let path: String?
        let date: String
        let note: String
        let parties: [Party]
    }

    struct Source: Sendable {
        let number: Int
        let title: String
        let url: String
        let publisher: String?
        let kind: String
    }

    let title = "A dispute over “terms & conditions”"
    let summary = "Who asked <whom> for what, what was answered, and what hangs on it."
    let bodyHTML = "<p>The text of the page, made from Markdown &amp; trusted.</p>\n<p>A second paragraph.</p>"
    let navigation: [Link]
    let parties: [Party]
    let demands: [Demand]
    let timeline: [Item]
    let sources: [Source]

    init() {
        let words = [
            "supply", "audit", "refusal", "\"deadline\"", "court", "R&D", "statement", "minister", "<review>", "terms",
        ]
        func phrase(_ seed: Int, _ count: Int) -> String {
            (0..<count).map { words[(seed * 7 + $0 * 3 + seed / 5) % words.count] }.joined(separator: " ")
        }
        navigation = ["Event", "Timeline", "Terms", "Sources", "Corrections", "Search"].map {
            Link(title: $0, path: "event/\($0.lowercased()).html")
        }
        let parties = (0..<4).map { index in
            Party(
                name: ["Department of War", "Anthropic", "O'Neill & Sons", "The Agency"][index],
                initials: ["DW", "AN", "OS", "TA"][index], colorClass: "p\(index + 1)",
                path: "event/parties/party-\(index).html", isActive: index != 3)
        }
        self.parties = parties
        demands = (0..<6).map { index in
            Demand(
                title: "Demand \(index): " + phrase(index, 5), path: "event/demands/demand-\(index).html",
                anchor: "demand-\(index)", from: parties[index % 4], date: "\(index + 3) February 2026",
                summary: index % 2 == 0 ? phrase(index + 11, 18) : nil,
                answers: (0..<3).map { answer in
                    Answer(
                        party: parties[(index + answer + 1) % 4],
                        word: ["Refused", "Accepted", "No answer recorded"][answer],
                        gate: ["shut", "open", "missing"][answer],
                        quote: answer < 2 ? phrase(index * 3 + answer, 25) : nil, date: "\(answer + 9) March 2026")
                })
        }
        timeline = (0..<40).map { index in
            Item(
                title: phrase(index + 100, 6), anchor: "on-item-\(index)",
                path: index % 3 == 0 ? nil : "event/statements/s-\(index).html", date: "\(index % 28 + 1) Feb 2026",
                note: phrase(index + 7, 3), parties: Array(parties.prefix(1 + index % 3)))
        }
        sources = (0..<30).map { index in
            Source(
                number: index + 1, title: phrase(index + 50, 7), url: "https://example.org/\(index)?a=1&b=\(index)",
                publisher: index % 2 == 0 ? "The Paper & Co" : nil, kind: "Newspaper article")
        }
    }
}
