/// The kinds of answer, by the names that a writer types for them.
package enum AnswerKind: String, Sendable, CaseIterable {
    case refused
    case refusedForNow = "refused-for-now"
    case accepted
    case acceptedWithConditions = "accepted-with-conditions"
    case partlyAccepted = "partly-accepted"
    case counterOffer = "counter-offer"
    case negotiating
    case complied
    case reversed
    case declinedToComment = "declined-to-comment"
    case noResponse = "no-response"
    case challengedInCourt = "challenged-in-court"
    /// Also for an answer that was recommended to those who decide.
    case agreedInPrinciple = "agreed-in-principle"
    case unknown
}
