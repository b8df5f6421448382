import Model
import Presenting
import Reading

/// How much room a record gives one party's own voice.
package struct PartyShare: Sendable, Equatable {
    /// The party's id.
    package let id: String
    package let name: String
    /// How many of its statements are quoted.
    package fileprivate(set) var quotes = 0
    /// How many words these have.
    package fileprivate(set) var quotedWords = 0
    /// Words in which the writer says what the party says: paraphrases, grounds, accounts.
    package fileprivate(set) var reportedWords = 0

    package var allWords: Int { quotedWords + reportedWords }
}

extension QuestionContext {
    /// The shares of the parties that act or speak in the event, in the order in which they first act.
    func shares() -> [PartyShare] {
        guard let record else { return [] }
        var parties: [Handle<Party>] = []
        var shares: [PartyShare] = []
        func change(_ party: Handle<Party>?, _ change: (inout PartyShare) -> Void) {
            guard let party else { return }
            let place = parties.firstIndex(of: party) ?? parties.endIndex
            if place == parties.endIndex {
                parties.append(party)
                shares.append(PartyShare(id: site[party].id, name: site[party].briefName))
            }
            change(&shares[place])
        }
        for party in record.actingParties { change(party) { _ in } }
        for (index, statement) in entries.statements.enumerated() {
            for party in record.parties(ofStatement: index) {
                change(party) { share in
                    if let words = statement.words?.value {
                        share.quotes += 1
                        share.quotedWords += words.wordCount
                    }
                    share.reportedWords += wordCount(of: statement.paraphrase)
                }
            }
        }
        for response in entries.responses {
            let count = response.grounds.reduce(0) { $0 + $1.title.value.wordCount + wordCount(of: $1.text) }
            for party in response.from.targets() { change(party) { $0.reportedWords += count } }
        }
        let event = AnyHandle(.event, scope: -1, index: record.event)
        addAccounts(of: event, record.date, change)
        entries.forEach { entry, index in
            addAccounts(
                of: AnyHandle(entry.kind, scope: record.event, index: index), entry.knownSince ?? record.date, change)
        }
        return shares
    }

    private func addAccounts(
        of entry: AnyHandle, _ date: EventDate?, _ change: (Handle<Party>?, (inout PartyShare) -> Void) -> Void
    ) {
        for account in site.head(of: entry).accounts {
            let count = wordCount(of: account.text)
            change(account.by.target.flatMap { party(of: $0, at: date) }) { $0.reportedWords += count }
        }
    }

    private func wordCount(of prose: Prose?) -> Int {
        guard let prose else { return 0 }
        var plain = ProseText()
        plain.add(prose) { _ in nil }
        return plain.text.wordCount
    }
}

extension String {
    /// How many words it has. In scripts without spaces between words, each character counts as one.
    fileprivate var wordCount: Int {
        var count = 0
        var isInWord = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
                count += 1
                isInWord = false
            default:
                let isPart = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                if isPart, !isInWord { count += 1 }
                // An apostrophe or a hyphen inside a word does not end it.
                isInWord = isPart || (isInWord && "'’-".unicodeScalars.contains(scalar))
            }
        }
        return count
    }
}
