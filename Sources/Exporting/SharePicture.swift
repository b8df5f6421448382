import Drawing
import Model
import Presenting
import Reading

/// A card as PNG, for networks, which show no SVG with a link.
///
/// This program draws no letters: another one makes the PNG from the SVG, if `share_pictures` in `site.md` says so. What
/// cannot be made is left out, and pages name only what is there.
package struct SharePicture: Sendable {
    package let kind: OutputKind
    /// The SVG that it is made from.
    let drawing: @Sendable (ExportContext, PlannedOutput) -> [UInt8]

    package static let all = [card, quoteCard]

    /// Of an event, unless the writer gave one.
    static let card = SharePicture(
        kind: OutputKind(
            "card-png", .picture,
            .scopes(name: "card.png") { site, scope in
                guard scope >= 0, site.sharesPNG else { return false }
                return !PublishedFiles.cards.contains { site.hasAsset(site.prefix(ofScope: scope) + $0) }
            }),
        drawing: { $0.card($1) })

    /// Of a quote, where the site has its card.
    static let quoteCard = SharePicture(
        kind: OutputKind("quote-card-png", .picture, Embed.Kind.statement.extent(".png") { $0.sharesPNG }),
        drawing: { $0.quoteCard($1) })

    /// In pixels.
    package static let size = ImageSize(width: Int(Card.width), height: Int(Card.height))
}

extension Site {
    /// Whether pictures that go with links are made as PNG, too.
    package var sharesPNG: Bool { settings.sharePictures?.value == .png }
}

extension ExportContext {
    /// The picture that goes with links to a page: its path, and its size as far as that is known.
    func card(of page: PageHead) -> (path: String, size: ImageSize?)? {
        if case .entry(let handle) = page.subject, handle.kind == .statement,
            let own = plan.route(to: SharePicture.quoteCard.kind, beside: handle)?.path, sharePictures.contains(own)
        {
            return (own, SharePicture.size)
        }
        return card(ofEvent: page.event).map { path in
            (path, views.imageSizes[path] ?? (sharePictures.contains(path) ? SharePicture.size : nil))
        }
    }

    /// The path of the picture that goes with links to an event, or to any page: the writer's, else the card as PNG.
    func card(ofEvent event: Int?) -> String? {
        func card(_ prefix: String) -> String? {
            let paths = PublishedFiles.cards.map { prefix + $0 }
            return paths.first(where: cards.contains) ?? paths.first(where: sharePictures.contains)
        }
        return event.flatMap { card(site.prefix(ofScope: $0)) } ?? card("")
    }

    /// The picture of an event: the writer's, else the card.
    func picture(ofEvent event: Int) -> Route {
        card(ofEvent: event).map { Route($0) } ?? plan.route(to: ExportType.card.kind, scope: event)
            ?? Route(SitePlan.home)
    }

    /// The SVG from which a picture is made.
    package func drawing(of picture: SharePicture, _ output: PlannedOutput) -> [UInt8] {
        picture.drawing(self, output)
    }

    /// Which pictures an event's pages name.
    package func picturesKey(ofEvent event: Int) -> String {
        madePictures[event, default: []].joined(separator: "\n")
    }
}
