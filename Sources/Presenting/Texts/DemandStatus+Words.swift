import Drawing
import Model

extension Demand.Status {
    /// The sign that stands for a status; none for those that no answer brings about.
    package var answerMark: MarkKind? {
        switch self {
        case .refused: .answer(.refused)
        case .challengedInCourt: .answer(.challengedInCourt)
        case .met, .metLate: .answer(.complied)
        case .agreed: .answer(.accepted)
        case .agreedWithConditions: .answer(.acceptedWithConditions)
        case .partlyAgreed: .answer(.partlyAccepted)
        case .negotiating: .answer(.negotiating)
        case .open, .unanswered, .leftOpen, .lapsed: .noAnswer
        case .mixed: .mixed
        case .settled: .settled
        case .withdrawn: .withdrawn
        case .replaced: .replaced
        }
    }

    var isStopped: Bool { self == .refused || self == .challengedInCourt }
    /// Whether some of what was asked is given.
    var passes: Bool {
        switch self {
        case .met, .metLate, .agreed, .agreedWithConditions, .partlyAgreed, .settled: true
        default: false
        }
    }

    /// How many demands that were refused stand so since; nil where nothing follows a refusal.
    var countedAfterRefusal: Word? {
        switch self {
        case .withdrawn: .demandsRefusedThenWithdrawn
        case .replaced: .demandsRefusedThenReplaced
        case .lapsed: .demandsRefusedThenLapsed
        default: nil
        }
    }

    /// How many demands stand so.
    var counted: Word {
        switch self {
        case .open: .demandsOpen
        case .negotiating: .demandsNegotiating
        case .agreed: .demandsAgreed
        case .agreedWithConditions: .demandsAgreedWithConditions
        case .partlyAgreed: .demandsPartlyAgreed
        case .met: .demandsMet
        case .metLate: .demandsMetLate
        case .refused: .demandsRefused
        case .challengedInCourt: .demandsChallenged
        case .mixed: .demandsMixed
        case .unanswered: .demandsUnanswered
        case .settled: .demandsSettled
        case .withdrawn: .demandsWithdrawn
        case .replaced: .demandsReplaced
        case .leftOpen: .demandsLeftOpen
        case .lapsed: .demandsLapsed
        }
    }
}

extension EventDate {
    /// Whether it is one month or one year, without any doubt: what is said to be "in May 2026".
    var isWholePeriod: Bool {
        form == .single && doubt.isEmpty && (precision == .month || precision == .year)
    }
}

extension Response.Kind {
    /// Whether its words are an act of a day: "Refused on 2 February", but not "Negotiating on 2 February".
    var isDated: Bool {
        switch self {
        case .negotiating, .declinedToComment, .unknown, .unclear, .noResponse: false
        default: true
        }
    }
}
