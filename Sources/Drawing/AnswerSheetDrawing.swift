/// The answer sheet: demands against those who were asked, one current answer a cell, a hole shown as a hole.
package struct AnswerSheetDrawing: Sendable {
    package let title: String
    package let description: String
    package let parties: [PictureParty]
    /// In the order of their dates.
    package let demands: [PictureDemand]
    package let labels: PictureLabels

    package init(
        title: String, description: String, parties: [PictureParty], demands: [PictureDemand],
        labels: PictureLabels = .english
    ) {
        self.title = title
        self.description = description
        self.parties = parties
        self.demands = demands
        self.labels = labels
    }

    /// Draws the picture; every id in it begins with the prefix, which must be unique on its page.
    package func drawn(_ form: PictureForm, idPrefix: String) -> Picture {
        Picture(parts: [], counts: PictureCounts())
    }
}
