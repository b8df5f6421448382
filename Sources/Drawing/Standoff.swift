/// The standoff: parties face each other, demands go across, answers come back, and a bar stops what was refused.
///
/// Two parties stand face to face; three and more are drawn as a score, grouped by who asked.
/// Like every drawing it is a class, because all that draws a part of it holds the whole.
package final class Standoff: Sendable {
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
        if parties.count <= 2 {
            FaceToFace(standoff: self, form: form).draw(into: &builder)
        } else {
            Score(standoff: self, form: form).draw(into: &builder)
        }
        return builder.picture()
    }
}
