/// The timeline strip: a lane a party, doubt as a bracket as wide as the doubt, deadlines and the record's end as lines.
package final class TimelineStrip: Sendable {
    package let title: String
    package let description: String
    package let parties: [PictureParty]
    /// In the order of the timeline.
    package let items: [StripItem]
    /// In the order of the items.
    let words: [StripWords]
    package let deadlines: [StripDeadline]
    package let recordEnd: RecordEnd?
    package let labels: PictureLabels

    package init(
        title: String, description: String, parties: [PictureParty], items: [StripItem],
        deadlines: [StripDeadline] = [], recordEnd: RecordEnd? = nil, labels: PictureLabels
    ) {
        self.title = title
        self.description = description
        self.parties = parties
        self.items = items
        self.deadlines = deadlines
        self.recordEnd = recordEnd
        self.labels = labels
        words = items.map { StripWords(title: $0.title, date: $0.dateText(parties, comma: labels.comma)) }
    }

    /// Draws the picture; every id in it begins with the prefix, which must be unique on its page.
    package func drawn(_ form: PictureForm, idPrefix: String) -> Picture {
        var builder = PictureBuilder(form: form, idPrefix: idPrefix, description: description, labels: labels)
        switch form {
        case .wide: StripWide(strip: self).draw(into: &builder)
        case .narrow: StripNarrow(strip: self).draw(into: &builder)
        }
        return builder.picture()
    }
}
