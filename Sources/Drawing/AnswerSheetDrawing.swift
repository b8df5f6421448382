/// The answer sheet: demands against those who were asked, one current answer a cell, a hole shown as a hole.
package final class AnswerSheetDrawing: Sendable {
    package let title: String
    package let description: String
    package let parties: [PictureParty]
    /// In the order of their dates.
    package let demands: [PictureDemand]
    package let labels: PictureLabels

    package init(
        title: String, description: String, parties: [PictureParty], demands: [PictureDemand],
        labels: PictureLabels
    ) {
        self.title = title
        self.description = description
        self.parties = parties
        self.demands = demands
        self.labels = labels
    }

    /// Draws the picture; every id in it begins with the prefix, which must be unique on its page.
    package func drawn(_ form: PictureForm, idPrefix: String) -> Picture {
        var builder = PictureBuilder(form: form, idPrefix: idPrefix, description: description, labels: labels)
        let lanes = demands.map { Lane($0, partyCount: parties.count) }
        switch form {
        case .narrow:
            AnswerSheetNarrow(sheet: self).draw(lanes, into: &builder)
        case .wide:
            let asked = parties.indices.filter { index in lanes.contains { $0.rows.contains { $0.party == index } } }
            // More than seven columns are spread over several sheets, each with the demands that concern it.
            let sheets = (asked.count + 6) / 7
            let share = sheets == 0 ? 0 : (asked.count + sheets - 1) / sheets
            for start in stride(from: 0, to: asked.count, by: max(share, 1)) {
                let columns = Array(asked[start..<min(start + share, asked.count)])
                let shown =
                    sheets == 1 ? lanes : lanes.filter { lane in lane.rows.contains { columns.contains($0.party) } }
                let part = AnswerSheetWide(sheet: self, columns: columns, isFirst: start == 0)
                part.draw(shown, into: &builder)
            }
            if asked.isEmpty { AnswerSheetWide(sheet: self, columns: [], isFirst: true).draw(lanes, into: &builder) }
        }
        return builder.picture()
    }
}
