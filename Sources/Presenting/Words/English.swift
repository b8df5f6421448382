import Model

extension Words {
    /// British spelling. Templates may put links and dates with markup into gaps.
    package static let english = Words(
        tag: "en", dates: .english,
        axis: AxisDates(
            months: ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
            dayMonth: "{d} {m}", dayMonthYear: "{d} {m} {y}", monthYear: "{m} {y}"),
        numbers: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        quotationMarks: (outer: QuotationMarks("“", "”"), inner: QuotationMarks("‘", "’")),
        indefiniteArticles: ["a", "an"],
        percentWords: ["per cent", "percent"],
        fractions: [
            "half": 1 / 2, "one third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3, "three quarters": 3 / 4,
            "three-quarters": 3 / 4, "two fifths": 2 / 5, "three fifths": 3 / 5, "three-fifths": 3 / 5,
            "four fifths": 4 / 5, "four-fifths": 4 / 5, "majority": 1 / 2,
        ],
        category: { $0 == 1 ? .one : .other },
        phrase: english, labels: english)

    private static func english(_ word: Word) -> Phrase {
        switch word {
        // MARK: Every page
        case .skipToText: "Skip to the text"
        case .siteNavigation: "Site"
        case .neighbours: "Neighbours"
        case .before: "Before this"
        case .after: "After this"
        case .breadcrumb: "Breadcrumb"
        case .lastUpdated: "Last updated {date}."
        case .recordEndsOnThatDay: "The record ends on that day; what came later is not in it."
        case .recordEndsOn: "The record ends on {date}; what came later is not in it."
        case .noCorrections: "Corrections: none so far"
        case .correctionsCounted: "Corrections: {number}"
        case .howSourced: "How this was sourced"
        case .howWeCorrect: "How we correct"
        case .ourRules: "Our rules"
        case .tellOfError: "Tell us of an error"
        case .asData: "This dispute as data"
        case .pictureToShare: "A picture to share"
        case .deadlinesForCalendar: "Deadlines for your calendar"
        case .feedOfChanges: "Feed of changes"
        case .publishedBy: "Published by {name}."
        case .byline: "By {names}"
        case .imprint: "Imprint"
        case .privacy: "Privacy"
        case .termsOfUse: "Terms of use"
        case .licence: "Licence"
        case .updatedOn: "Updated {date}"
        case .asOf: "as of {date}"
        case .asOfAlone: "As of {date}"
        case .copyLink: "Copy link"
        case .linkCopied: "Link copied"
        case .couldNotCopy: "Could not copy"
        // MARK: Main pages and their links
        case .home: "Home"
        case .event: "Event"
        case .dispute: "Dispute"
        case .disputes: "Disputes"
        case .timeline: "Timeline"
        case .terms: "Terms"
        case .sources: "Sources"
        case .corrections: "Corrections"
        case .search: "Search"
        case .pageNotFound: "Page not found"
        case .countedEntry: "{label} {number} of {total}"
        case .disputesPart: "Disputes {from} to {to} of {total}"
        case .correctionsPart: "Corrections {from} to {to} of {total}"
        case .deadlinesPart: "Dates {from} to {to} of {total}"
        case .statementsPart: "Statements {from} to {to} of {total}"
        case .sourcesPart: "Sources {from} to {to} of {total}"
        // MARK: Names, quotes and labels
        case .quoted: "“{words}”"
        case .listPair: " and "
        case .listBetween: ", "
        case .listLast: " and "
        case .roleEnd: ","
        case .labelled: "{label}: {title}"
        case .notedDate: "{note} {date}"
        case .nameAndDate: "{name}, {date}"
        case .inOurWords: "in our words"
        case .originallyIn: "originally in {language}"
        case .translatedFrom: "{translation} from {language}"
        case .translated: "translated"
        case .originalWords: "Original words"
        case .others: "Others"
        case .more: "{number} more"
        // MARK: Demands and answers
        case .asked: "Asked"
        case .askedWhom: "{from} asked {to}"
        case .demandBy: "{form} by {from} to {to}"
        case .claimBy: "Claim before a court by {from} against {to}"
        case .askedWhomOn: "{from} asked {to}, {date}."
        case .askedCourt: "{from} asked a court for an order against {to}"
        case .askedCourtOn: "{from} asked a court for an order against {to}, {date}."
        case .laneAskedCourt: "asked of a court, against {names}"
        case .backedByName: "backed by {name}"
        case .orderedByName: "ordered by {name}"
        case .whoWantsWhat: "Who wants what from whom"
        case .whoWantedWhat: "Who wanted what from whom"
        case .demandsAtAGlance: "The demands at a glance"
        case .demandsAndAnswers: "Demands and their answers"
        case .exchange: "The exchange"
        case .exchangeWordForWord: "The exchange, word for word"
        case .noAnswer: "No answer recorded"
        case .noAnswerNote: "no answer recorded"
        case .answeredOnBehalf:
            .plural(
                one: "Answered by {names} on its behalf",
                other: "Answered by {names} on their behalf")
        case .askedOnBy: "Asked by {name}, {asked}; had not responded by {date}"
        case .asksInstead: "Asked instead:"
        case .offersInstead: "Offered instead:"
        case .proposesInstead: "Proposed instead:"
        case .beforeThat: "Before that: {answer}, {date}."
        case .answerWithKind: "{title} ({kind})"
        case .quoteOf: "{speaker}: {words}"
        case .unnamedFor: "unnamed ({reason})"
        case .groundsGiven: "Grounds given"
        case .groundsGivenBy: "Grounds given by {names}"
        case .deadlineAndThreats: "Deadline and threats"
        case .aboutThis: "About this {form}"
        case .background: "Background"
        case .backedBy: "Backed by"
        case .backedByParties: "Backed by {names}."
        case .accountsDiffer: "Accounts differ"
        case .carriedBy: "Carried by"
        case .follows: "Next step after"
        case .silenceCountsAs: "If there is no answer"
        case .pointByPoint: "Point by point"
        case .agreedPoints: "What was agreed"
        case .pointSettles: "on “{demand}”"
        case .mainDemandsOf:
            .plural(
                one: "The main one of the {total} {forms} is shown here.",
                other: "The {number} main ones of the {total} {forms} are shown here.")
        case .someDemandsOf:
            .plural(
                one: "One of the {total} {forms} is shown here.",
                other: "{number} of the {total} {forms} are shown here.")
        case .threatNote: "threat"
        case .consequenceNote: "consequence that was named"
        case .deadlineAndConsequences: "Deadline and consequences"
        case .laneAsked: "asked {names}"
        case .laneOffered: "offered to {names}"
        case .laneOrdered: "ordered {names}"
        case .laneProposed: "proposed to {names}"
        case .beforeThatLabel: "Before that"
        case .answersOfAllTime: "Answers, before and after"
        case .andEarlier: .plural(one: "and {count} earlier answer", other: "and {count} earlier answers")
        case .skipPicture: "Skip the picture: the same as a list"
        case .skipPictureTo: "Skip the picture, to “{list}”"
        case .onThisPage: "On this page"
        case .whatIsGoingOn: "What is going on"
        case .whatHappened: "What happened"
        case .inShort: "In short"
        case .countedDemands: .plural(one: "{number} demand", other: "{number} demands")
        case .countedRequests: .plural(one: "{number} request", other: "{number} requests")
        case .countedOffers: .plural(one: "{number} offer", other: "{number} offers")
        case .countedProposals: .plural(one: "{number} proposal", other: "{number} proposals")
        case .countedOrders: .plural(one: "{number} order", other: "{number} orders")
        case .madeThem: "made {acts}"
        case .gaveThem: "gave {acts}"
        case .receivedThem: "received {acts}"
        case .allOfForms: "All {number} {forms}"
        case .theOnlyOfForm: "The {form}"
        case .stillToCome: "What is pending"
        case .deadlineOfDemand: "Deadline: {demand}"
        case .plannedMoment: "Planned: {title}"
        case .calledOff: "Called off"
        case .inDispute: "{title} ({dispute})"
        case .deadlineFromTo: "{from} to {to}: {title} (deadline)"
        case .dateInThreat: "Date in a threat by {names}: {title}"
        case .dateInWarning: "Date in a warning by {names}: {title}"
        case .dateInAnnouncement: "Date in an announcement by {names}: {title}"
        case .dateGivenBy: "Date given by {names}: {title}"
        case .calledOffMoment: "Called off: {title}"
        case .calledOffOn: "{kind}, called off on {date}"
        case .calledOffNote: "{kind}, called off, {date}"
        case .plannedFor: "It was planned for {date}."
        case .notAnswered: "No answer recorded"
        case .nothingPending: "Nothing is pending on record."
        case .howItBecameKnown: "How it became known"
        case .howItWasMade: "How it was made"
        case .replaces: "Replaces"
        case .replacedBy: "Replaced by"
        case .withdrawn: "Withdrawn"
        case .statusBy: "{status} by “{demand}”."
        case .alsoSaidAboutIt: "Also said about it"
        case .cameWithBoth:
            .plural(one: "It came with a deadline and a threat.", other: "It came with a deadline and threats.")
        case .hasBoth:
            .plural(
                one: "A deadline was set, and a threat was tied to it.",
                other: "A deadline was set, and threats were tied to it.")
        case .deadlineWithoutThreat: "A deadline was set; no threat is recorded."
        case .threatWithoutDeadline: "A threat was tied to it; no deadline is recorded."
        case .threatWithOwnDeadline: "A threat that is tied to it set a deadline of its own."
        case .cameWithNamed: "It came with a deadline and with word of what would follow otherwise."
        case .hasNamed: "A deadline was set, and there was word of what would follow otherwise."
        case .namedAfterDeadline: "A deadline was set; word of what would follow came after that had passed."
        case .namedWithOwnDeadline: "What would follow otherwise had a deadline of its own."
        case .namedWithoutDeadline: "There was word of what would follow otherwise; no deadline is recorded."
        case .hadNotAnswered: "{names} had not answered by {date}."
        case .declinedToAnswer: "{names} declined to comment, {date}."
        case .answerOfIsNotKnown: "What {names} answered is not known; as of {date}."
        case .answeredOnBehalfOf: "{names} answered on behalf of {others}, {date}."
        case .theAnswer: "The answer"
        case .theAnswerWordForWord: "The answer, word for word"
        case .whatItAnswers: "What it answers"
        case .whereItWasSaid: "Where it was said"
        case .answeredAlsoFor: "{names} answered, also for {others}, {date}."
        case .afterTheThreat: "after this was said"
        case .sameDeadline: "Same deadline as above"
        case .sameThreats:
            .plural(one: "Same threat as above", other: "Same threats as above")
        case .sameNamed: "Same word of what would follow as above"
        case .sameDeadlineAndNamed: "Same deadline, and same word of what would follow, as above"
        case .sameDeadlineAndThreats:
            .plural(
                one: "Same deadline and threat as above",
                other: "Same deadline and threats as above")
        // MARK: States and deadlines
        case .deadlineIs: "The deadline is {date}."
        case .replacedByLater: "Replaced by a later answer, {date}."
        case .byDate: "By {date}"
        case .zoneNote: "Clock times are {zone}, with UTC in brackets."
        case .stateOn: "{state} on {date}"
        case .stateIn: "{state} in {date}"
        case .stateAround: "{state}, {date}"
        case .metLateOn: "Met late, on {date}"
        case .passedUnanswered: "Deadline passed on {date}; no answer recorded"
        case .vaguePassedUnanswered: "Deadline passed ({date}); no answer recorded"
        case .deadlineOfIs: "The deadline for “{title}” is {date}."
        case .dueIn: "Due in {date}."
        case .due: "Due {date}."
        case .dueInOf: "The deadline for “{title}” is in {date}."
        case .dueOf: "The deadline for “{title}”: {date}."
        case .demandsOpen: "{number} open"
        case .demandsNegotiating: "{number} under negotiation"
        case .demandsAgreed: "{number} agreed"
        case .demandsAgreedInPrinciple: "{number} agreed in principle"
        case .demandsAgreedWithConditions: "{number} accepted with conditions"
        case .demandsPartlyAgreed: "{number} accepted in part"
        case .demandsMet: "{number} met"
        case .demandsMetLate: "{number} met late"
        case .demandsRefused: "{number} refused"
        case .demandsContested: "{number} contested"
        case .demandsContestedThenRuled: "{number} contested and ruled on"
        case .demandsRuledOn: "{number} challenged in court and ruled on"
        case .demandsDecidedByCourt: "{number} ruled on by a court"
        case .courtRuled: "A court ruled"
        case .contestedThenRuled: "Contested; a court ruled"
        case .challengedThenRuled: "Challenged in court; a court ruled"
        case .demandsRefusedForNow: "{number} refused for now"
        case .demandsCountered: "{number} answered with a counter-offer"
        case .demandsRecommended: "{number} recommended"
        case .demandsPutToVote: "{number} put to a vote"
        case .demandsTakenBack: "{number} whose answer was taken back"
        case .demandsUnknown: "{number} whose answer is not known"
        case .demandsNotCommented: "{number} not commented on"
        case .demandsUnclear: "{number} answered unclearly"
        case .ofThoseAsked: "of those asked, {answers}"
        case .contestedThem: "contested {which}"
        case .demandsChallenged: "{number} challenged in court"
        case .demandsMixed: "{number} answered in different ways"
        case .demandsPartlyAnswered: "{number} not answered by all"
        case .demandsUnanswered: "{number} unanswered"
        case .demandsSettled: "{number} settled"
        case .demandsWithdrawn: "{number} withdrawn"
        case .demandsReplaced: "{number} replaced"
        case .demandsRefusedThenWithdrawn: "{number} refused and withdrawn"
        case .demandsRefusedThenReplaced: "{number} refused and replaced"
        case .demandsRefusedThenLapsed: "{number} refused and lapsed"
        case .demandsLeftOpen: "{number} left open"
        case .demandsLapsed: "{number} lapsed"
        case .partiesMet: "{number} complied"
        case .partiesMetLate: "{number} complied late"
        case .partiesAgreed: "{number} accepted"
        case .partiesAgreedWithConditions: "{number} accepted with conditions"
        case .partiesPartlyAgreed: "{number} accepted in part"
        case .partiesRefused: "{number} refused"
        case .partiesChallenged: "{number} went to court"
        case .partiesTalking: .plural(one: "{number} is negotiating", other: "{number} are negotiating")
        case .partiesCountered: "{number} made a counter-offer"
        case .partiesCounterRefused: "{number} made a counter-offer that was refused"
        case .partiesRejected: "{number} agreed in principle, which was later rejected"
        case .partiesRecommended: "{number} recommended it"
        case .partiesVoting: "{number} put it to a vote"
        case .partiesTookBack: "{number} took an earlier answer back"
        case .partiesTookRefusalBack:
            .plural(one: "{number} took its refusal back", other: "{number} took their refusals back")
        case .tookRefusalBackOf: "took back its refusal of {which}"
        case .someSettled:
            .plural(
                one: "{answers}; in the end {which} was settled", other: "{answers}; in the end {which} were settled")
        case .refusalTakenBack: "Refusal taken back"
        case .challengeTakenBack: "Court challenge taken back"
        case .agreementTakenBack: "Agreement taken back"
        case .answerTakenBack: "Earlier answer taken back"
        case .partiesTookAcceptanceBack:
            .plural(one: "{number} took its acceptance back", other: "{number} took their acceptance back")
        case .partiesNotCommenting: "{number} declined to comment"
        case .partiesUnknown: "{number} gave an answer that is not known"
        case .partiesNotResponding: "{number} did not respond"
        case .partiesUndecided: "{number} gave no clear answer"
        case .partiesSilent:
            .plural(one: "{number} has no recorded answer", other: "{number} have no recorded answer")
        case .partiesSettled: "{number} settled"
        case .partiesRefusedForNow: "{number} refused for now"
        case .demandsCounterRefused: "{number} answered with a counter-offer that was refused"
        case .counterOfferRefused: "Counter-offer refused"
        case .counterOfferSettled: "Counter-offer settled"
        case .deadlineOfSomeIs: "The deadline for {number} of the {forms} is {date}."
        case .dueInOfSome: "The deadline for {number} of the {forms} is in {date}."
        case .dueOfSome: "The deadline for {number} of the {forms}: {date}."
        case .demandsStand: "{acts}: {standing}"
        case .mainForms: "main {forms}"
        case .mainDemandsStand: "{number} main {forms}: {standing}"
        case .bothMainDemands: "Both main {forms}"
        case .allOfMain: "All {number} main {forms}"
        case .votesFor: "{number} for"
        case .votesAgainst: "{number} against"
        case .votesAbstained: "{number} abstained"
        case .votesBlank: "{number} blank"
        case .votesVoid: "{number} void"
        case .votesAbsent: "{number} absent"
        case .votesTurnout: "turnout {number}"
        case .votesThreshold: "{number} needed"
        case .votesOnDate: "{counts} ({date})"
        case .voteBy: "Vote by {who}: {counts}."
        case .voteLine: "Vote: {counts}."
        case .plannedNote: "{kind}, planned"
        case .deadlineMoved: "The deadline was moved from {from} to {date}{note}."
        case .deadlineLifted: "The deadline of {from} was lifted{note}."
        case .deadlineSetAnew: "A new deadline, {date}, was set{note}."
        case .byWhom: "by {names}"
        case .behindIt: " ({note})"
        case .courts: "Courts"
        case .hourNotRecorded: "hour not recorded"
        case .byAccountOf: "by the account of {names}"
        case .asReported: "as reported"
        case .replacedForSome: "Replaced for {names} by a later answer, {date}; it stands for {others}."
        case .noteAlsoFor: "{note}, also for {others}"
        case .noteFor: "{note}, for {others}"
        case .contested: "Contested"
        case .contestedInline: "contested"
        case .refusedThenWithdrawn: "Refused, then withdrawn"
        case .refusedThenReplaced: "Refused, then replaced"
        case .replacedByThat: "In its place: {title}"
        case .inForceSince: "in force since"
        case .settledByAgreement: "Settled by the agreement of {made} ({state} {date})"
        case .stillNegotiatedAtEnd: "Under negotiation when the dispute ended"
        case .warnedWhomOn: "{from} warned {to}, {date}."
        case .announcedToWhomOn: "{from} made an announcement concerning {to}, {date}."
        case .saidItWouldOn: "{from} stated an intention concerning {to}, {date}."
        case .carriedOutOnce: "Carried out, {date}"
        case .carriedOutTimes: "Carried out {number} times, last {date}"
        case .partlyCarriedOutOnce: "Partly carried out, {date}"
        case .partlyCarriedOutTimes: "Partly carried out, {number} times, last {date}"
        case .offeredWhom: "{from} made {to} an offer"
        case .orderedWhom: "{from} gave {to} an order"
        case .proposedToWhom: "{from} made {to} a proposal"
        case .offeredWhomOn: "{from} made {to} an offer, {date}."
        case .orderedWhomOn: "{from} gave {to} an order, {date}."
        case .proposedToWhomOn: "{from} made {to} a proposal, {date}."
        case .offered: "Offered"
        case .ordered: "Ordered"
        case .proposed: "Proposed"
        case .allOf: "All {number} {forms}"
        case .bothDemands: "Both {forms}"
        case .asOfThen: "As of {date}."
        case .counterOfferMade: "Counter-offer made"
        case .askedNoResponse: "Asked on {asked} by {name}; had not responded by {date}"
        case .threatAfterDeadline: "A deadline was set; a threat followed after that had passed."
        case .eventBegan: "Began {date}"
        case .eventEnded: "Ended {date}"
        case .eventLasted: "Dispute from {began} to {ended}"
        // MARK: Threats
        case .threatsHeading: "Threats and what came of them"
        case .consequencesHeading: "Consequences that were named, and what came of them"
        case .said: "Said"
        case .threatOutcome: "Outcome"
        case .fromToOn: "{from}, against {to}, {date}"
        case .threatenedWhomOn: "{from} threatened {to}, {date}."
        case .noDateGiven: "no date given"
        case .noDateOfItsOwn: "after the demand’s deadline"
        case .ifNot: "If not: {threat}"
        case .ifNotFrom: "If not, by {names}: {threat}"
        case .ifNotTo: "If not, against {others}: {threat}"
        case .ifNotFromTo: "If not, by {names} against {others}: {threat}"
        case .noActRecorded: "No act recorded"
        case .saidWhen: "Said {date}"
        case .sourcesElsewhere:
            .plural(
                one: "{number} more is cited on other pages of this dispute.",
                other: "{number} more are cited on other pages of this dispute.")
        case .threatenedNoActRecorded: "{label} · no act recorded"
        case .kind: "Kind"
        case .lawOrPractice: "Law or practice"
        case .unless: "Unless"
        // MARK: Statements
        case .statementSaying: "{speaker}: “{words}”"
        case .statementAbout: "{speaker} on “{title}”"
        case .statementOn: "{speaker}, {date}"
        case .whoSaidWhat: "Who said what"
        case .whatWasSaid: "What was said"
        case .roleAtThatDate: "{role} at that date"
        case .inOurWordsNotTheirs: "In our words, not a quotation."
        case .date: "Date"
        case .medium: "Medium"
        case .about: "About"
        case .whatItDoes: "What it is"
        case .wordForWord: "Word for word"
        case .alsoSaidThen: "Also said then"
        case .foundInSources:
            .plural(
                one: "Found in our copy of the source{sources}",
                other: "Found in our copies of the sources{sources}")
        case .originalFoundInSources:
            .plural(
                one: "The original words were found in our copy of the source{sources}",
                other: "The original words were found in our copies of the sources{sources}")
        case .originalFoundInExcerpts:
            .plural(
                one: "The original words were found in the passages that we keep of the source{sources}",
                other: "The original words were found in the passages that we keep of the sources{sources}")
        case .foundInExcerpts:
            .plural(
                one: "Found in the passages that we keep of the source{sources}",
                other: "Found in the passages that we keep of the sources{sources}")
        // MARK: Parties and people
        case .whatItAsked: "What it {verbs}"
        case .whatItWasAsked: "What it was {verbs}"
        case .whatItWasAskedAndAnswered: "What it was {verbs}, and answered"
        case .whatWasPutToIt: "What was put to it"
        case .whatWasPutToItAndAnswered: "What was put to it, and what it answered"
        case .askedVerb: "asked"
        case .orderedVerb: "ordered"
        case .offeredVerb: "offered"
        case .proposedVerb: "proposed"
        case .whatItThreatened: "What it threatened"
        case .whatItAnnounced: "Consequences that it named"
        case .whatItWasThreatenedWith: "What it was threatened with"
        case .whatWasAnnouncedToIt: "Consequences that others named for it"
        case .answeredForOthers: "What it answered for others"
        case .whatItSupports: "What it supports"
        case .everybody: "Everybody in this dispute"
        case .whoItIs: "Who it is"
        case .alsoKnownAs: "Also known as"
        case .partOf: "Part of"
        case .itsParts: "Its parts"
        case .websiteOf: "Website of {name}"
        case .elsewhere: "Elsewhere"
        case .inWikidata: "{name} in Wikidata"
        case .formerly: "Formerly"
        case .members: "Members"
        case .mediatesBetween: "Mediates between"
        case .mediators: "Mediators"
        case .roles: "Roles"
        case .also: "Also"
        case .fromDate: "from {date}"
        case .untilDate: "until {date}"
        case .noRoleRecorded: "no role recorded"
        case .photoCredit: "Photo: {credit}"
        case .askedForThings: .plural(one: "asked for {number} thing", other: "asked for {number} things")
        case .wasAskedForThings: .plural(one: "was asked for {number} thing", other: "was asked for {number} things")
        case .wasRefused: .plural(one: "{which} was refused", other: "{which} were refused")
        case .unansweredOf: "gave no recorded answer to {which}"
        case .wereMet: .plural(one: "{which} was met", other: "{which} were met")
        case .wereAccepted: .plural(one: "{which} was accepted", other: "{which} were accepted")
        case .allOfOne: "it"
        case .allOfTwo: "both"
        case .allOfThem: "all {number}"
        case .actsAndOutcome: "{acts}: {outcome}"
        case .bothRoles: "{first}. {second}"
        case .nameAndTime: "{name}, {time}"
        case .withTime: "({time})"
        // MARK: Timelines
        case .howItWent: "How it went"
        case .everyMarkIsAnAct:
            "Every mark is an act, in the lanes of the parties concerned; {count} in all."
        case .allAsList:
            .plural(one: "The one dated thing, as a list", other: "All {count} dated things, as a list")
        case .beforeTheStory:

            .plural(
                one: "Before this: {number} act, {date}", other: "Before this: {number} acts, the first {date}")
        case .wholeRecord: "The whole record"
        case .enlargedPart: "{from} to {until}, enlarged"
        case .enlargedNote: "half of all acts; the thick part of the line above"
        case .nothingRecorded: "{from} to {until}: nothing is recorded"
        case .deadlineMovedOn: "Deadline, since moved: {title}"
        case .phaseFrom: "from {date}"
        case .earlierDeadlineFor: "Earlier deadline: {title}"
        case .deadlineLiftedOn: "Deadline, since lifted: {title}"
        case .deadlineMovedTitle: "Deadline moved to {date}: {title}"
        case .deadlineLiftedTitle: "Deadline lifted: {title}"
        case .deadlineSetTitle: "New deadline, {date}: {title}"
        case .deadlineMovedNote: "moved {date}"
        case .deadlineLiftedNote: "lifted {date}"
        case .othersCounted: .plural(one: "{number} other", other: "{number} others")
        case .andMoreNames: "{title} and {number} more"
        case .andOneLikeIt: "{title}, and one other"
        case .andOthersLikeIt: "{title}, and {number} others"
        case .nameMoved:
            .plural(one: "{title}, moved to this day", other: "{title}, moved {number} times, last to this day")
        case .nameLifted: "{title}, lifted"
        case .who: "Who"
        case .what: "What"
        case .acts: .plural(one: "{count} act", other: "{count} acts")
        case .everythingInOrder: "Everything, in order"
        case .recordEndsHere: "The record ends here."
        case .recordEndsBefore: "The record ends on this day; later dates were still to come."
        case .afterRecordEnd: "after the record’s end"
        case .timelineLead: "Everything with a date, earliest first. A range is drawn as wide as our doubt."
        case .show: "Show"
        case .showing: "Showing {shown} of {total}"
        case .everything: "everything"
        case .goTo: "Go to"
        case .deadlineFor: "Deadline: {title}"
        case .dateSetFor: "Deadline, else “{title}”"
        case .weekOf: "week of {date}"
        case .elseThreat: "else “{title}”"
        case .withdrawnTitle: "Withdrawn: {title} ({origin})"
        case .outcomeOfThreat: "{state}: {title} ({origin})"
        case .formBy: "{form} by {names}"
        case .answerTo: "answer to: {title}"
        case .concerning: "concerning: {title}"
        case .concerningNames: "concerning {names}"
        case .answerToSeveral: "concerning {acts}"
        case .namesFor: "{names}, for {others}"
        case .namesAlsoFor: "{names}, also for {others}"
        case .disputeBegins: "The dispute begins"
        case .disputeEnds: "The dispute ends"
        case .deadlineNote: "deadline"
        case .threatenedNoActNote: "{label} · no act recorded"
        case .statementNote: "statement, {medium}"
        // MARK: Sources, terms and corrections
        case .howWeKnow: "How we know"
        case .howWeWork: "How we work"
        case .sourcesWithQuotes: "The sources, with their quotes"
        case .sourceNumber: "Source {number}"
        case .sourceNumberAt: "Source {number}, {place}"
        case .citedInPlaces:
            .plural(
                one: "Cited in one place on this page",
                other: "Cited in {number} places on this page")
        case .keyFacts: "Key facts"
        case .inTheText: "In the text"
        case .placeOfSeveral: "{title} ({number})"
        case .citedByEntries: .plural(one: "Cited by {number} entry", other: "Cited by {number} entries")
        case .usedInEntries: .plural(one: "Used in {number} entry", other: "Used in {number} entries")
        case .inLanguage: "in {language}"
        case .readOn: "read {date}"
        case .archivedCopy: "archived copy"
        case .archivedCopyOf: "{copy} of {date}"
        case .noDate: "no date"
        case .quotesFound:
            .plural(
                one: "{number} quote found word for word",
                other: "{number} quotes found word for word")
        case .sourcesLead: "Each source of the record, the quotes found in it word for word, and what cites it."
        case .noSource: "No source is recorded."
        case .sourcesCounted: .plural(one: "{number} source.", other: "{number} sources.")
        case .sourcesOfRelations: "{number} sources: {relations}."
        case .sourcesOfOneRelation:
            .plural(one: "{number} {relation} source.", other: "{number} {relation} sources.")
        case .someOfRelation: "{number} {relation}"
        case .quotesFoundInTexts:
            .plural(
                one:
                    "The only quotation was found word for word in the texts and excerpts that we keep of the sources.",
                other:
                    "All {number} quotations were found word for word in the texts and excerpts that we keep of the sources."
            )
        case .bothQuotesFoundInTexts:
            "Both quotations were found word for word in the texts and excerpts that we keep of the sources."
        case .someQuotesFoundInTexts:
            .plural(
                one:
                    "{number} of {total} quotations was found word for word in the texts and excerpts that we keep of the sources.",
                other:
                    "{number} of {total} quotations were found word for word in the texts and excerpts that we keep of the sources."
            )
        case .someTranslated:
            .plural(
                one: "{number} more is a translation and was not looked for.",
                other: "{number} more are translations and were not looked for.")
        case .allTerms: "All terms, A to Z"
        case .letters: "Letters"
        case .alsoNamed: "also {names}"
        case .termsLead: "Words that readers may not know, each explained once."
        case .correctionsLead: "What we got wrong or made clearer, newest first."
        case .howWeCorrectSentence: "How we correct."
        case .noneSoFar: "None so far."
        case .textChanged: "Text changed"
        case .latestInRecord: "Latest in the record"
        // MARK: Home page, search and lost addresses
        case .noneYet: "None yet."
        case .whatChanged: "What changed lately"
        case .whatChangedHere: "What changed"
        case .earlierChanges: "Earlier changes"
        case .allDisputes: "All disputes"
        case .nothingHere: "There is nothing at this address. {search}, or go to {start}."
        case .theStart: "the start"
        case .movedTitle: "Moved: {title}"
        case .pageMoved: "This page has moved"
        case .nowAt: "It is now at {page}."
        case .searchLabel: "Words, names, what someone said"
        case .searchFoundNone: "Nothing found."
        case .searchFound: "{found} found."
        case .searchFoundMany: "{found} found, the first {shown} are shown."
        case .searchFailed: "The search index could not be read."
        case .searchNeedsScripts:
            """
            The search runs in your browser and needs scripts. Without them, everything can be reached from \
            these pages.
            """
        // MARK: Pictures, feed and calendar
        case .timelineTitle: "Timeline: {title}"
        case .demand: "Demand"
        case .deadline: "Deadline"
        case .deadlines: "Deadlines"
        case .askedInPicture: "{names} asked"
        case .orderedInPicture: "{names} ordered"
        case .offeredInPicture: "{names} offered"
        case .proposedInPicture: "{names} proposed"
        case .recordEndsHereOn: "The record ends {date}"
        case .underNegotiation: "Under negotiation"
        case .waitsForNames: "{demand}: {names}"
        case .threatCameTo: "{noun} {state}"
        case .earlierInTimeline: "Everything earlier is in the timeline"
        case .threatCarriedOut: "Threat carried out"
        case .movedDeadline: "Deadline moved"
        case .liftedDeadline: "Deadline lifted"
        case .agreementMade: "Agreement"
        case .voteTaken: "Vote"
        case .answerRecorded: "{names}, on {demands}: {answer}, {date}."
        case .feedOf: "{title}: what changed"
        case .deadlinesOf: "{title}: deadlines"
        case .subscribeToDeadlines: "Subscribe to the deadlines"
        case .citeThis: "Cite this page"
        case .citation: "“{title}”. {site}, {date}."
        case .citationBy: "{author}. “{title}”. {site}, {date}."
        case .citationOfSite: "{site}, {date}."
        case .citationOfSiteBy: "{author}. {site}, {date}."
        case .tableOfDemands: "Demands and answers as a table (CSV)"
        case .tableOfStatements: "Statements as a table (CSV)"
        case .tableOfTimeline: "Timeline as a table (CSV)"
        case .tableOfSources: "Sources as a table (CSV)"
        // MARK: Votes, agreements and the steps from a demand to its answers
        case .votes: .plural(one: "The vote", other: "Votes")
        case .percentage: "{whole}.{tenths}%"
        case .wholePercentage: "{whole}%"
        case .countWithShare: "{count}, {share}"
        case .sharesOfBoth: "shares of the votes for and against"
        case .accordingTo: "According to {name}"
        case .theAgreement: "Agreement"
        case .andOthers: .plural(one: "and {number} other", other: "and {number} others")
        case .asPicture: "As a picture"
        case .agreementBetween: "Agreement between {names}"
        case .noteWithDate: "{note} {date}"
        case .partiesInvolved: "Parties"
        case .carriesOut: "carries out: {title} ({origin})"
        case .carriesOutInPart: "carries out in part: {title} ({origin})"
        case .notTiedToADemand: "not tied to a demand"
        case .tiedToNoDemand: "It is not tied to a demand on record."
        case .notesBetween: "; "
        case .movedOnDayBy: "moved {date} by {names}"
        case .liftedOnDayBy: "lifted {date} by {names}"
        case .monthsFromTo: "{from} to {until}"
        case .vagueInCalendar: "What is not dated to the day stands where its time begins."
        case .orderedBy: "Ordered by"
        case .theAgreements: .plural(one: "The agreement", other: "The agreements")
        case .term: "Point"
        case .agreedColumn: "Agreed"
        case .tookPart: "Who took part: {names}"
        case .agreementOn: "On {demands}"
        case .agreed: "Agreed"
        case .votedDown: "Voted down"
        case .stepByStep: "Step by step"
        case .fromAskedToAgreed: "From asked to agreed"
        case .itsPlace: "Its place"
        case .thisAnswer: "this answer"
        case .noAnswerBy: "No answer recorded: {names}"
        case .stepsLeftOut: .plural(one: "{count} more step", other: "{count} more steps")
        // MARK: Pages of entries, and the home page with several disputes
        case .answeredWhomOn: "{names} answered {others}, {date}."
        case .answerIsTo: .plural(one: "An answer to “{title}”.", other: "An answer to {acts}.")
        case .movedOnDay: "moved {date}"
        case .liftedOnDay: "lifted {date}"
        case .deadlineOfThat: "Deadline of the {names}: {date}."
        case .tentativeAgreement: "Tentative agreement"
        case .agreementRatified: "Agreement ratified"
        case .agreementRejected: "Agreement rejected"
        case .agreementInForce: "Agreement in force"
        case .agreementBroken: "Agreement broken"
        case .byFromTo: "by {from} to {to}"
        case .deadlineThatItSet: "Deadline that it set: {date}."
        case .byDateInline: "by {date}"
        case .whenDone: "When it was done"
        case .partOfParty: "Part of {party}."
        case .deadlinesAhead: "Deadlines ahead"
        case .openDisputes: "Open"
        case .overDisputes: "Settled or ended"
        case .sinceDate: "since {date}"
        case .lastChange: "Last change"
        case .nextDeadline: "Next deadline"
        case .andOthersCounted: .plural(one: "and {number} other", other: "and {number} others")
        case .moreStatements: "More statements"
        case .moreSources: .plural(one: "{count} more source", other: "{count} more sources")
        case .toDemand: ", to: {demand}"
        case .nameForTitle: "{name}, for “{title}”"
        // MARK: What a page says of itself
        case .timelineInShort:
            .plural(
                one: "“{title}” by date: {number} entry, {from}.",
                other: "“{title}” by date: {number} entries, the first {from}, the last {to}.")
        case .sourcesInShort: .plural(one: "{number} source of “{title}”", other: "{number} sources of “{title}”")
        case .termsInShort: "Terms used in “{title}”: {names}."
        case .correctionsInShort:
            .plural(
                one: "{number} correction in “{title}”, {date}.",
                other: "{number} corrections in “{title}”, the latest {date}.")
        case .noCorrectionsInShort: "No corrections in “{title}” so far."
        case .searchInShort: "Search “{title}” for demands, answers, statements, parties, terms and sources."
        case .disputesInShort: "Disputes in “{title}”: {titles}."
        case .statementsInShort:
            .plural(one: "{number} statement in {titles}.", other: "{number} statements in {titles}.")
        case .namedInShort: "{name} in the record of {titles}."
        // MARK: Parts of pages on other sites
        case .forOtherSites: "Show this on another site"
        }
    }

    private static func english(_ choice: Choice) -> [String: Label] {
        switch choice {
        case .entryKind:
            [
                "event": "Event", "party": "Party", "person": "Person", "demand": "Demand", "response": "Response",
                "refusal": "Refusal", "threat": "Threat", "statement": "Statement", "moment": "Moment",
                "source": "Source", "term": "Term", "page": "Page",
            ]
        case .partyKind:
            [
                "government": "Government", "military": "Military", "legislature": "Legislature", "court": "Court",
                "police": "Police", "intelligence": "Intelligence",
                "central-bank": "Central bank", "head-of-state": "Head of state", "political-party": "Political party",
                "company": "Company", "union": "Union", "association": "Association",
                "ngo": "Non-governmental organisation", "movement": "Movement", "news-media": "News media",
                "university": "University", "research": "Research", "intergovernmental": "Intergovernmental body",
                "group": "Group", "person": "Person", "unknown": "Party",
            ]
        case .relation:
            [
                "owns": "Owns", "part-owns": "Owns a part of", "funds": "Funds", "backs": "Supports",
                "member-of": "Member of", "supplies": "Supplies", "regulates": "Regulates",
                "represents": "Represents", "allied-with": "Allied with",
                "succeeds": "Successor of", "mediates": "Mediates for", "other": "Related to",
            ]
        case .inverseRelation:
            [
                "owns": "Owned by", "part-owns": "Owned in part by", "funds": "Funded by",
                "backs": "Supported by", "member-of": "Member", "supplies": "Supplied by",
                "regulates": "Regulated by", "represents": "Represented by", "allied-with": "Allied with",
                "succeeds": "Succeeded by", "mediates": "Mediator", "other": "Related to",
            ]
        case .responseKind:
            [
                "refused": "Refused", "refused-for-now": "Refused for now", "accepted": "Accepted",
                "accepted-with-conditions": "Accepted with conditions", "partly-accepted": "Partly accepted",
                "counter-offer": "Counter-offer", "negotiating": "Negotiating", "complied": "Complied",
                "reversed": "Took an earlier answer back", "declined-to-comment": "Declined to comment",
                "no-response": "Did not respond",
                "challenged-in-court": "Challenged in court", "unknown": "Answer not known",
                "agreed-in-principle": "Agreed in principle", "recommended": "Recommended",
                "put-to-vote": "Put to a vote", "unclear": "Answered; the sides read it differently",
            ]
        case .eventStatus:
            [
                "open": "Open", "settled": "Settled", "stalled": "Stalled", "ended": "Ended",
            ]
        case .demandStatus:
            [
                "open": "Open", "negotiating": "Negotiating", "agreed": "Agreed",
                "agreed-with-conditions": "Accepted with conditions", "partly-agreed": "Accepted in part", "met": "Met",
                "met-late": "Met late", "refused": "Refused", "challenged-in-court": "Challenged in court",
                "mixed": "Mixed answers", "unanswered": "No answer recorded", "settled": "Settled",
                "withdrawn": "Withdrawn", "replaced": "Replaced", "left-open": "Left open", "lapsed": "Lapsed",
            ]
        case .demandAim:
            [
                "assist": "to give help", "change": "to change something", "yield": "to give something up or stop",
                "meet": "to meet or talk",
            ]
        case .demandForm:
            ["demand": "Demand", "request": "Request", "order": "Order", "offer": "Offer", "proposal": "Proposal"]
        case .demandForms:
            [
                "demand": "demands", "request": "requests", "order": "orders", "offer": "offers",
                "proposal": "proposals",
            ]
        case .demandChannel:
            [
                "public": "in public", "private": "in private", "reported": "from a report", "leaked": "from a leak",
                "court": "in court",
            ]
        case .demandDateLabel:
            [
                "public": "Asked", "private": "Asked", "reported": "Asked", "leaked": "Asked", "court": "Filed",
            ]
        case .groundKind:
            [
                "law": "law", "contract": "contract", "safety": "safety", "ethics": "ethics", "technical": "technical",
                "commercial": "commercial", "political": "political", "procedural": "procedural",
            ]
        case .threatKind:
            [
                "end-contract": "End contract", "end-relations": "End relations", "withdraw": "Withdraw",
                "exclude": "Exclude", "boycott": "Boycott", "compel-by-law": "Compel by law", "lawsuit": "Lawsuit",
                "penalty": "Penalty", "arrest": "Arrest", "withhold-service": "Withhold service",
                "restrict-speech": "Restrict speech", "protest": "Protest", "strike": "Strike", "resign": "Resign",
                "force": "Force", "other": "Other",
            ]
        case .threatState:
            [
                "threatened": "Threatened", "imposed": "Carried out", "partly-imposed": "Partly carried out",
                "blocked": "Blocked", "withdrawn": "Withdrawn", "not-carried-out": "Not carried out",
                "unknown": "Outcome not known",
            ]
        case .threatNoun:
            [
                "threatened": "Threat", "warned": "Warning", "announced": "Announcement",
                "said-it-would": "Stated intention",
            ]
        case .threatLabel:
            [
                "threatened": "Threatened", "warned": "Warned", "announced": "Announced",
                "said-it-would": "Said it would",
            ]
        case .agreementState:
            [
                "tentative": "tentative", "ratified": "ratified", "rejected": "rejected", "in-force": "in force",
                "broken": "broken",
            ]
        case .statementAct:
            [
                "demands": "a demand", "refuses": "a refusal", "threatens": "a threat", "promises": "a promise",
                "explains": "an explanation", "accuses": "an accusation", "denies": "a denial",
                "announces": "an announcement", "asks": "a question or a request", "answers": "an answer",
            ]
        case .medium:
            [
                "speech": "speech", "interview": "interview", "press-conference": "press conference",
                "hearing": "hearing", "debate": "debate", "press-release": "press release", "letter": "letter",
                "social-post": "post", "blog-post": "blog post", "website": "website", "broadcast": "broadcast",
                "podcast": "podcast", "court-filing": "court filing", "declaration": "declaration",
                "report": "report", "memo": "memo", "article": "article", "other": "statement",
            ]
        case .answeredThem:
            [
                "refused": "refused {which}", "refused-for-now": "refused {which} for now",
                "accepted": "accepted {which}", "accepted-with-conditions": "accepted {which} with conditions",
                "partly-accepted": "accepted {which} in part", "counter-offer": "answered {which} with a counter-offer",
                "negotiating": "negotiated on {which}", "complied": "complied with {which}",
                "reversed": "took back an answer to {which}", "declined-to-comment": "declined to comment on {which}",
                "no-response": "did not respond to {which}", "challenged-in-court": "challenged {which} in court",
                "unknown": "gave an answer to {which} that is not known",
                "agreed-in-principle": "agreed to {which} in principle", "recommended": "recommended {which}",
                "put-to-vote": "put {which} to a vote", "unclear": "gave an unclear answer to {which}",
            ]
        case .mediumWithVenue:
            [
                "speech": "speech, {venue}", "interview": "interview, {venue}",
                "press-conference": "press conference, {venue}", "hearing": "hearing, {venue}",
                "debate": "debate, {venue}", "press-release": "press release, {venue}", "letter": "letter ({venue})",
                "social-post": "post on {venue}", "blog-post": "blog post, {venue}", "website": "website, {venue}",
                "broadcast": "broadcast, {venue}", "podcast": "podcast, {venue}",
                "court-filing": "court filing, {venue}", "declaration": "declaration, {venue}",
                "report": "report, {venue}", "memo": "memo ({venue})", "article": "article, {venue}",
                "other": "{venue}",
            ]
        case .momentKind:
            [
                "meeting": "meeting", "agreement": "agreement", "vote": "vote", "ruling": "ruling", "filing": "filing",
                "publication": "publication", "action": "action", "attack": "attack", "background": "background",
                "other": "other",
            ]
        case .correctionKind:
            [
                "correction": "Correction", "clarification": "Clarification", "update": "Update",
                "withdrawn": "Withdrawn", "editors-note": "Editor’s note",
            ]
        case .sourceType:
            [
                "article": "Article", "article-journal": "Journal article", "article-magazine": "Magazine article",
                "article-newspaper": "Newspaper article", "bill": "Bill", "book": "Book", "broadcast": "Broadcast",
                "chapter": "Chapter", "classic": "Classic", "collection": "Collection", "dataset": "Dataset",
                "document": "Document", "entry": "Entry", "entry-dictionary": "Dictionary entry",
                "entry-encyclopedia": "Encyclopedia entry", "event": "Event", "figure": "Figure", "graphic": "Graphic",
                "hearing": "Hearing", "interview": "Interview", "legal-case": "Legal case",
                "legislation": "Legislation", "manuscript": "Manuscript", "map": "Map",
                "motion-picture": "Motion picture", "musical-score": "Musical score", "pamphlet": "Pamphlet",
                "paper-conference": "Conference paper", "patent": "Patent", "performance": "Performance",
                "periodical": "Periodical", "personal-communication": "Personal communication", "post": "Post",
                "post-weblog": "Blog post", "regulation": "Regulation", "report": "Report", "review": "Review",
                "review-book": "Book review", "software": "Software", "song": "Song", "speech": "Speech",
                "standard": "Standard", "thesis": "Thesis", "treaty": "Treaty", "webpage": "Web page",
                "press-release": "Press release", "letter": "Letter", "memo": "Memo", "court-filing": "Court filing",
                "ruling": "Ruling",
            ]
        case .sourceOrigin:
            [
                "self-declaration": "Own statement of a party", "official-register": "Official register",
                "third-party": "Third party", "primary-research": "Primary research",
            ]
        case .sourceRelation:
            [
                "primary": "Primary source", "secondary": "Secondary source", "tertiary": "Tertiary source",
            ]
        case .sourceRelationAdjective:
            [
                "primary": "primary", "secondary": "secondary", "tertiary": "tertiary",
            ]
        case .timelineKind:
            [
                "demand": "demands", "response": "answers", "deadline": "deadlines", "threat": "threats",
                "statement": "statements", "moment": "moments",
            ]
        case .chartSign:
            [
                "carried-out": "carried out", "moment": "vote, meeting, ruling or other act", "planned": "planned",
                "asked": "asked, offered", "refused": "refused", "accepted": "accepted, in part",
                "other-answer": "other answer", "threat": "threat", "statement": "statement", "deadline": "deadline",
                "moved": "deadline that was moved or lifted", "doubt": "some time in between",
                "lasting": "lasted so long",
            ]
        case .translation:
            ["ours": "Our translation", "official": "Official translation", "source": "Translation by the source"]
        case .language:
            [
                "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
                "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
                "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician",
                "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
                "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
                "lv": "Latvian", "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
                "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
                "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
                "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
            ]
        }
    }
}

extension DatePhrases {
    /// British order with full words; no line breaks between a day and its month or inside "22:01 UTC".
    package static let english = DatePhrases(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        shortMonths: ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        day: "{day}\u{A0}{month} {year}",
        dayWithoutYear: "{day}\u{A0}{month}",
        month: "{month} {year}",
        someDay: "{date}",
        someMonth: "{year}",
        approximate: "about {date}",
        uncertain: "{date} (uncertain)",
        approximateAndUncertain: "about {date} (uncertain)",
        between: "between {from} and {to}",
        onOrBefore: "on or before {to}",
        onOrAfter: "on or after {from}",
        lasted: "from {from} to {to}",
        span: "{from} to {to}",
        ongoing: "since {from}",
        until: "until {to}",
        oneOfTwo: "{from} or {to}",
        twoDays: "{from} and {to}",
        yearBeforeOne: "{year}\u{A0}BC",
        shortYear: "AD\u{A0}{year}",
        daysOfOneMonth: ("{day}", "{day}\u{A0}{month} {year}"),
        daysOfOneMonthWithoutYear: ("{day}", "{day}\u{A0}{month}"),
        monthOfOneYear: "{month}",
        clock: "{date}, {time}",
        timeInPlace: "{time} {place}",
        timeInPlaceAndUTC: "{time} {place} ({utc}\u{A0}UTC)",
        placeTime: "{place} time",
        timeInUTC: "{time}\u{A0}UTC",
        beforeNoon: "{time}\u{A0}am",
        afterNoon: "{time}\u{A0}pm"
    )
}
