import Diagnostics
import Model
import Reading

/// One thing that can be wrong: its code, and the functions that look for it.
///
/// Most checks look at the lists of one scope. The others are called with each thing of a kind as one walk through
/// the scope comes by it, so that a site is walked once however many checks there are.
package struct Check: Sendable {
    /// Looks at the entries of an event, or at those that all events share.
    typealias OnScope = @Sendable (_ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at what every entry, event and page has.
    typealias OnEntry = @Sendable (_ head: EntryHead, _ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at one Markdown text.
    typealias OnProse =
        @Sendable (_ prose: Prose, _ place: ProsePlace, _ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at a reference that names nothing.
    typealias OnReference =
        @Sendable (_ reference: FaultyReference, _ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at the whole site, after everything else.
    typealias OnSite = @Sendable (_ site: SiteScope, _ findings: inout Findings) -> Void

    package let code: DiagnosticCode
    let scope: OnScope?
    let entry: OnEntry?
    let prose: OnProse?
    let reference: OnReference?
    let site: OnSite?

    init(
        _ code: DiagnosticCode, scope: OnScope? = nil, entry: OnEntry? = nil, prose: OnProse? = nil,
        reference: OnReference? = nil, site: OnSite? = nil
    ) {
        self.code = code
        self.scope = scope
        self.entry = entry
        self.prose = prose
        self.reference = reference
        self.site = site
    }

    /// Every check, errors first.
    package static let all: [Check] = [
        .unknownReference, .wrongKindOfReference, .unknownReferenceKind, .unknownCitation, .referenceToOtherEvent,
        .duplicateID, .responseBeforeDemand, .responseFromPartyNotAsked, .twoCurrentAnswers, .deadlineBeforeDemand,
        .withdrawalBeforeDemand, .stateBeforeThreat, .roleEndsBeforeStart, .eventEndsBeforeStart, .quoteWithoutSpeaker,
        .circularReference, .replacesOtherAnswer, .legalHold, .outputCollision, .unusableOldPath, .deadLink,
        .missingFile, .emptyLinkToWithheld, .deadNavigation, .unusableBaseURL, .unknownCheck,
        // Warnings from here on.
        .unsourcedAct, .uncitedSource, .unansweredDemand, .unmentionedParty, .speakerWithoutRole,
        .missingAlternativeText, .skippedHeadingLevel, .unusedTerm, .longSummary, .wordsNotFound, .invisibleCharacter,
        .emptyEvent, .scriptedDrawing,
    ]
}

extension DiagnosticCode {
    /// Every code that the checks report.
    package static let checkCodes: [DiagnosticCode] = Check.all.map(\.code)
}
