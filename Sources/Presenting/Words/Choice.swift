/// The closed lists whose values readers see as words. A language file has a table for each, keyed by the value as
/// writers type it.
package enum Choice: Int, Sendable, CaseIterable {
    /// Kinds of entry, by their word; and `refusal`, for responses that are one.
    case entryKind
    case partyKind
    /// How a party relates to another party, and the same seen from the other party.
    case relation, inverseRelation
    case responseKind
    case eventStatus
    case demandStatus, demandAim, demandChannel, demandForm
    /// Forms of demands, in the plural.
    case demandForms
    /// The label before a demand's date, by its channel.
    case demandDateLabel
    case groundKind
    case threatKind, threatState
    /// What a party did with a threat: the verb.
    case threatLabel
    /// The same as a noun.
    case threatNoun
    /// What became of an agreement.
    case agreementState
    case statementAct
    /// What a party did with demands so, with the gap `{which}`: "refused {which} for now".
    case answeredThem
    /// The medium of a statement without a venue, and with one in the gap `{venue}`.
    case medium, mediumWithVenue
    case momentKind
    case correctionKind
    case sourceType, sourceOrigin
    /// The relation of a source to its subject, with the noun and as an adjective.
    case sourceRelation, sourceRelationAdjective
    /// The kinds of item that a timeline can be filtered by.
    case timelineKind
    /// What a sign of the chart and the calendar means.
    case chartSign
    /// Names of languages, by their ISO 639 code.
    case language
    /// Whose a translation is.
    case translation
}

/// Words for one value of a closed list: alone, as a label, and within a line of other words.
package struct Label: Sendable, ExpressibleByStringLiteral {
    package let alone: String
    package let inline: String

    /// A label that is written in lower case within a line.
    package init(stringLiteral text: String) { self.init(text, inline: text.lowercased()) }

    package init(_ alone: String, inline: String) {
        self.alone = alone
        self.inline = inline
    }
}
