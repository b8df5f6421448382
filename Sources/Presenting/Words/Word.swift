/// Every text that readers see, but for the words of closed lists (`Choice`) and dates.
///
/// Swift code names a text by its case, templates by the same name in snake case: `words.copy_link`. Its text, gaps and
/// plural forms are in each language's file.
package enum Word: Int, Sendable, CaseIterable {
    // MARK: Every page
    case skipToText, siteNavigation, neighbours, before, after, breadcrumb, lastUpdated, recordEndsOnThatDay
    case recordEndsOn, noCorrections, correctionsCounted, howSourced, howWeCorrect, ourRules, tellOfError, asData
    case pictureToShare, deadlinesForCalendar, feedOfChanges, publishedBy, byline, imprint, privacy, termsOfUse,
        licence, updatedOn, asOf, asOfAlone, copyLink
    case linkCopied, couldNotCopy

    // MARK: Main pages and their links
    case home, event, dispute, disputes, timeline, terms, sources, corrections, search, pageNotFound, countedEntry
    case disputesPart, correctionsPart, deadlinesPart, statementsPart, sourcesPart

    // MARK: Names, quotes and labels
    case quoted, listPair, listBetween, listLast, roleEnd, labelled, notedDate, nameAndDate, inOurWords, originallyIn
    case translatedFrom, translated, originalWords
    case others, more, unnamedFor

    // MARK: Demands and answers
    case asked, askedWhom, askedWhomOn, whoWantsWhat, whoWantedWhat, demandsAtAGlance, demandsAndAnswers, exchange
    case exchangeWordForWord, noAnswer, noAnswerNote, answeredOnBehalf
    case askedOnBy, asksInstead, beforeThat, groundsGiven, groundsGivenBy, aboutThis, background
    case replaces, replacedBy, withdrawn, statusBy, alsoSaidAboutIt
    case deadlineWithoutThreat, threatWithoutDeadline, answeredOnBehalfOf, theAnswer
    case theAnswerWordForWord, whatItAnswers, whereItWasSaid
    case answerWithKind, quoteOf, deadlineAndThreats, howItBecameKnown, cameWithBoth, hasBoth
    case howItWasMade, answeredAlsoFor, afterTheThreat
    case backedBy, backedByParties, accountsDiffer, carriedBy, follows, silenceCountsAs, pointByPoint, agreedPoints
    case mainDemandsOf, threatNote, laneAsked, laneOffered, laneOrdered, laneProposed, orderedInPicture,
        offeredInPicture, proposedInPicture, beforeThatLabel, answersOfAllTime, andEarlier
    case skipPicture, skipPictureTo, onThisPage, whatIsGoingOn, whatHappened, inShort, countedOffers,
        countedProposals, countedOrders, madeThem, gaveThem, receivedThem, allOfForms, theOnlyOfForm
    case stillToCome, deadlineOfDemand, plannedMoment, notAnswered, nothingPending
    case calledOff, calledOffMoment, calledOffOn, calledOffNote, plannedFor
    case inDispute, deadlineFromTo, dateInThreat, dateInWarning, dateInAnnouncement, dateGivenBy
    case pointSettles, sameDeadline, sameThreats, sameDeadlineAndThreats

    // MARK: States and deadlines
    case deadlineIs, replacedByLater, byDate, zoneNote
    case eventBegan, eventEnded, eventLasted
    case stateOn, stateIn, stateAround, metLateOn, passedUnanswered, vaguePassedUnanswered
    case deadlineOfIs, dueIn, due, dueInOf, dueOf
    case demandsOpen, demandsNegotiating, demandsAgreed, demandsAgreedWithConditions, demandsPartlyAgreed, demandsMet
    case demandsMetLate, demandsRefused, demandsChallenged, demandsMixed, demandsUnanswered, demandsSettled
    case demandsRefusedThenWithdrawn, demandsRefusedThenReplaced, demandsRefusedThenLapsed
    case demandsWithdrawn, demandsReplaced, demandsLeftOpen, demandsLapsed
    case partiesMet, partiesMetLate, partiesAgreed, partiesAgreedWithConditions, partiesPartlyAgreed, partiesRefused
    case partiesChallenged, partiesTalking, partiesUndecided, partiesCountered, partiesRecommended, partiesVoting
    case partiesRejected, partiesCounterRefused, partiesTookRefusalBack, tookRefusalBackOf, someSettled
    case foundInExcerpts, countedDemands, countedRequests, replacedByThat, settledByAgreement, stillNegotiatedAtEnd,
        backedByName
    case andOthers, asPicture
    case theAgreement, agreementBetween, noteWithDate, partiesInvolved, carriesOut,
        carriesOutInPart, notTiedToADemand, tiedToNoDemand
    case notesBetween, movedOnDayBy, liftedOnDayBy, monthsFromTo, vagueInCalendar, orderedBy
    case underNegotiation, noDateOfItsOwn, waitsForNames, deadlineLiftedOn, threatCameTo, earlierInTimeline
    case hourNotRecorded, courts, contestedThem, ofThoseAsked
    case demandsContested, demandsRefusedForNow, demandsCountered, demandsRecommended, demandsPutToVote
    case partiesTookAcceptanceBack, partiesNotCommenting, partiesUnknown, partiesNotResponding
    case demandsAgreedInPrinciple, demandsContestedThenRuled, demandsRuledOn, demandsDecidedByCourt, courtRuled,
        contestedThenRuled
    case challengedThenRuled, counterOfferSettled, sameNamed, sameDeadlineAndNamed, consequenceNote
    case deadlineAndConsequences, hadNotAnswered, declinedToAnswer, answerOfIsNotKnown, someTranslated, inForceSince
    case demandsTakenBack, demandsUnknown, demandsNotCommented, demandsUnclear
    case byAccountOf, asReported, replacedForSome, noteAlsoFor, noteFor
    case contested, contestedInline, refusedThenWithdrawn, refusedThenReplaced
    case partiesTookBack, refusalTakenBack, challengeTakenBack, agreementTakenBack, answerTakenBack, partiesSilent
    case votesFor, votesAgainst, votesAbstained, votesBlank, votesVoid, votesAbsent, votesTurnout, votesThreshold
    case votesOnDate, voteBy, voteLine, plannedNote, deadlineMoved, deadlineLifted, deadlineSetAnew, byWhom, behindIt
    case warnedWhomOn, announcedToWhomOn, saidItWouldOn, carriedOutOnce, carriedOutTimes, partlyCarriedOutOnce
    case partlyCarriedOutTimes, offersInstead, proposesInstead
    case tentativeAgreement, agreementRatified, agreementRejected, agreementInForce, agreementBroken, byFromTo
    case offeredWhom, orderedWhom, proposedToWhom, offeredWhomOn, orderedWhomOn, proposedToWhomOn
    case offered, ordered, proposed, counterOfferMade
    case allOf, askedNoResponse, threatWithOwnDeadline, threatAfterDeadline
    case bothDemands, asOfThen

    // MARK: Threats
    case askedCourt, askedCourtOn, laneAskedCourt, orderedByName, someDemandsOf, saidWhen, sourcesElsewhere
    case threatsHeading, consequencesHeading, said, threatOutcome, fromToOn, threatenedWhomOn,
        noDateGiven
    case noActRecorded, threatenedNoActRecorded, kind, unless
    case ifNot, ifNotFrom, ifNotTo, ifNotFromTo, lawOrPractice

    case partiesSettled, partiesRefusedForNow, demandsCounterRefused, counterOfferRefused
    case mainForms, deadlineOfSomeIs, dueInOfSome, dueOfSome, demandsStand, mainDemandsStand
    case demandsPartlyAnswered, bothMainDemands, allOfMain, elseThreat, weekOf
    case cameWithNamed, hasNamed, namedAfterDeadline, namedWithOwnDeadline, namedWithoutDeadline

    // MARK: Statements
    case statementSaying, statementAbout, statementOn, whoSaidWhat, whatWasSaid, roleAtThatDate
    case inOurWordsNotTheirs, date, medium, about, alsoSaidThen, foundInSources
    case originalFoundInSources, originalFoundInExcerpts
    case whatItDoes, wordForWord

    // MARK: Parties and people
    case whatItAsked, whatItWasAsked, whatItWasAskedAndAnswered, whatWasPutToIt, whatWasPutToItAndAnswered
    case askedVerb, orderedVerb, offeredVerb, proposedVerb
    case whatItThreatened, whatItAnnounced, whatItWasThreatenedWith, whatWasAnnouncedToIt
    case whoItIs, alsoKnownAs, partOf, answeredForOthers, whatItSupports, everybody
    case itsParts, websiteOf, elsewhere, inWikidata, roles, also, fromDate, untilDate, formerly
    case members, mediatesBetween, mediators
    case noRoleRecorded, photoCredit, askedForThings
    case wasAskedForThings
    case wasRefused, unansweredOf, wereAccepted, wereMet, allOfOne, allOfTwo, allOfThem, actsAndOutcome, bothRoles
    case nameAndTime, withTime

    // MARK: Timelines
    case recordEndsHere, recordEndsBefore
    case howItWent, everyMarkIsAnAct, allAsList, beforeTheStory, wholeRecord, enlargedPart, enlargedNote
    case nothingRecorded, deadlineMovedOn, phaseFrom
    case earlierDeadlineFor, deadlineMovedTitle, deadlineLiftedTitle, deadlineSetTitle, deadlineMovedNote
    case deadlineLiftedNote, othersCounted, andMoreNames, andOneLikeIt, andOthersLikeIt, nameMoved, nameLifted, who,
        what
    case acts, everythingInOrder
    case afterRecordEnd, timelineLead, show, showing, everything
    case answerTo, answerToSeveral, concerning, concerningNames, demandBy, claimBy, formBy, namesFor, namesAlsoFor
    case dateSetFor, outcomeOfThreat
    case goTo, deadlineFor, withdrawnTitle, disputeBegins, disputeEnds, deadlineNote
    case threatenedNoActNote, statementNote

    // MARK: Sources, terms and corrections
    case howWeKnow, howWeWork, sourcesWithQuotes, sourceNumber, sourceNumberAt, citedInPlaces, keyFacts, inTheText
    case placeOfSeveral, citedByEntries, usedInEntries, inLanguage, readOn, archivedCopy, archivedCopyOf, noDate
    case quotesFound
    case sourcesLead, noSource, sourcesCounted, sourcesOfRelations, sourcesOfOneRelation
    case someOfRelation, quotesFoundInTexts, bothQuotesFoundInTexts, someQuotesFoundInTexts, allTerms, letters,
        alsoNamed, termsLead,
        correctionsLead
    case howWeCorrectSentence, noneSoFar, textChanged, latestInRecord

    // MARK: Home page, search and lost addresses
    case noneYet, whatChanged, whatChangedHere, earlierChanges, allDisputes, nothingHere, theStart, movedTitle,
        pageMoved, nowAt, searchLabel
    case searchFoundNone, searchFound, searchFoundMany, searchFailed, searchNeedsScripts

    // MARK: Pictures, feed and calendar
    case timelineTitle
    case demand, deadline, deadlines, askedInPicture
    case recordEndsHereOn
    case threatCarriedOut, movedDeadline, liftedDeadline, agreementMade, voteTaken, answerRecorded
    case feedOf, deadlinesOf, subscribeToDeadlines
    case citeThis, citation, citationBy, citationOfSite, citationOfSiteBy
    case tableOfDemands, tableOfStatements, tableOfTimeline, tableOfSources

    // MARK: Votes, agreements and the steps from a demand to its answers
    case votes, percentage, wholePercentage, countWithShare, sharesOfBoth, accordingTo
    case theAgreements, term, agreedColumn, tookPart, agreementOn, agreed, votedDown
    case stepByStep, fromAskedToAgreed, itsPlace, thisAnswer, noAnswerBy, stepsLeftOut

    // MARK: Pages of entries, and the home page with several disputes
    case answeredWhomOn, answerIsTo, movedOnDay, liftedOnDay, deadlineOfThat, deadlineThatItSet, byDateInline, whenDone
    case partOfParty, deadlinesAhead, openDisputes, overDisputes, sinceDate, lastChange, nextDeadline, andOthersCounted
    case nameForTitle, moreStatements, moreSources, toDemand

    // MARK: What a page says of itself
    case timelineInShort, sourcesInShort, termsInShort, correctionsInShort, noCorrectionsInShort, searchInShort
    case disputesInShort, statementsInShort, namedInShort

    // MARK: Parts of pages on other sites
    case forOtherSites

    /// Its name in templates: `copy_link`.
    package var templateName: String {
        "\(self)".reduce(into: "") { name, letter in
            name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }
}
