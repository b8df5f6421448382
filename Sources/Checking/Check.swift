import Diagnostics
import Model
import Reading

/// One check: its code, and the functions that look for the problem.
///
/// Most checks look at the lists of one scope. The others are called during one walk through the scope, so that the
/// number of walks does not depend on the number of checks.
package struct Check: Sendable {
    /// Looks at the entries of an event, or at those that all events share.
    typealias OnScope = @Sendable (_ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at what every entry, event and page has.
    typealias OnEntry = @Sendable (_ head: EntryHead, _ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at one Markdown text.
    typealias OnProse =
        @Sendable (_ prose: Prose, _ place: ProsePlace, _ scope: CheckScope, _ findings: inout Findings) -> Void
    /// Looks at a reference that cannot be resolved.
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
        .missingFile, .afterTheRecord, .emptyLinkToWithheld, .deadNavigation, .unusableBaseURL, .unknownCheck,
        .unknownTemplate, .unknownPhase, .wrongExtraValue,
        .statementOfOtherSpeaker, .wordsNotInStatement, .statementAfterAct, .actToItself, .thirdPartyResource,
        // Warnings.
        .unsourcedAct, .uncitedSource, .unansweredDemand, .unmentionedParty, .speakerWithoutRole,
        .missingAlternativeText, .skippedHeadingLevel, .unusedTerm, .longSummary, .wordsNotFound, .invisibleCharacter,
        .emptyEvent, .scriptedDrawing, .contradictingStatus, .endWithoutStatus, .ambiguousRole, .unpublishedFile,
        .rolesOnOneDay, .longState, .noMainDemand, .headingOfOwnPart, .bareReference, .localBaseURL,
        .accessedBeforePublished, .undeclaredExtra, .undatedOutcome, .plannedInThePast,
    ]
}

extension DiagnosticCode {
    /// Every code that the checks report.
    package static let checkCodes: [DiagnosticCode] = Check.all.map(\.code)
}
