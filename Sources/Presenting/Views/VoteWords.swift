import Diagnostics
import Model

extension Words {
    /// "51 per cent for, 49 per cent against, turnout 80 per cent"; nil if no count is recorded.
    func counts(of vote: Vote) -> String? {
        let counts: [(Word, Located<String>?)] = [
            (.votesFor, vote.inFavour), (.votesAgainst, vote.against), (.votesAbstained, vote.abstained),
            (.votesBlank, vote.blank), (.votesVoid, vote.void), (.votesAbsent, vote.absent),
            (.votesTurnout, vote.turnout), (.votesThreshold, vote.threshold),
        ]
        let parts = counts.compactMap { word, count in count.map { self(word, ["number": $0.value]) } }
        return parts.isEmpty ? nil : parts.joined(separator: self[.listBetween])
    }

    /// The counts of several votes, each after the question that was voted on.
    func counts(of votes: [Vote]) -> String {
        votes.compactMap { vote in
            counts(of: vote).map { counts in
                guard votes.count > 1, let question = vote.question?.value else { return counts }
                return question.last == "?"
                    ? question + " " + counts : self(.labelled, ["label": question, "title": counts])
            }
        }.joined(separator: self[.notesBetween])
    }

    /// "Vote by members: 51 per cent for, 49 per cent against."
    ///
    /// - Parameter date: the words of a date.
    func line(of vote: Vote, date: (EventDate) -> String) -> String? {
        guard let counts = counts(of: vote) else { return nil }
        let dated = vote.date.map { self(.votesOnDate, ["counts": counts, "date": date($0.value)]) } ?? counts
        return vote.who.map { self(.voteBy, ["who": $0.value, "counts": dated]) } ?? self(.voteLine, ["counts": dated])
    }
}
