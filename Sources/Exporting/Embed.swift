import Bytes
import Model
import Presenting

/// A part of a page that other sites may show in a frame: a page of its own, the code for it, and what programs that ask
/// for it get (oEmbed 1.0). Made if `embeds` in `site.md` says so.
package struct Embed: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Who wants what from whom, and how it went: of an event.
        case picture, timeline
        case demand, statement

        /// Which files there are, `embed/demand-pay.html` in the event's folder.
        ///
        /// - Parameter isMade: beyond that the site allows it.
        package func extent(_ ending: String, isMade: @escaping @Sendable (Site) -> Bool = { _ in true })
            -> OutputKind.Extent
        {
            let name = "embed/\(rawValue)"
            return switch self {
            case .picture:
                .scopes(name: name + ending) { site, scope in
                    scope >= 0 && site.settings.embeds && isMade(site) && !site.entries(of: scope).demands.isEmpty
                }
            case .timeline:
                .scopes(name: name + ending) { site, scope in scope >= 0 && site.settings.embeds && isMade(site) }
            case .demand:
                .besideEntries(.demand, name: { "\(name)-\($0)\(ending)" }) { $0.settings.embeds && isMade($0) }
            case .statement:
                .besideEntries(.statement, name: { "\(name)-\($0)\(ending)" }) { $0.settings.embeds && isMade($0) }
            }
        }

        package var pageKind: LinkedKind {
            switch self {
            case .picture: .embedPicture
            case .timeline: .embedTimeline
            case .demand: .embedDemand
            case .statement: .embedStatement
            }
        }
    }

    package let kind: Kind
    /// What it shows, in words.
    package let title: String
    /// The page that is made for frames.
    package let route: Route
    /// How high a frame of `width` is in which it fits, in CSS pixels, as far as that can be told without drawing it.
    package let height: Int

    package static let width = 640
}

extension ExportContext {
    /// What other sites may show of the page of an entry; empty for what has nothing to show.
    package func embeds(of handle: AnyHandle) -> [Embed] {
        guard site.settings.embeds else { return [] }
        return Embed.Kind.allCases.compactMap { kind in
            guard let route = plan.route(to: kind.pageKind, beside: handle) else { return nil }
            return Embed(kind: kind, title: title(of: kind, handle), route: route, height: height(of: kind, handle))
        }
    }

    private func title(of kind: Embed.Kind, _ handle: AnyHandle) -> String {
        let name = name(of: handle)
        return switch kind {
        case .picture: words(.labelled, ["label": words[.whoWantsWhat], "title": name])
        case .timeline: words(.labelled, ["label": words[.timeline], "title": name])
        case .demand, .statement: name
        }
    }

    private func height(of kind: Embed.Kind, _ handle: AnyHandle) -> Int {
        switch kind {
        case .picture:
            // Up to three demands are shown with their words, and at most eight are shown.
            let demands = site.events[Int(handle.index)].entries.demands.count
            return 300 + 440 * min(demands, 3) + 300 * max(min(demands, 8) - 3, 0)
        case .timeline: return 760
        case .demand: return 560 + 280 * min(records[Int(handle.scope)].cells[Int(handle.index)].count, 8)
        case .statement:
            let statement = handle.typed(Statement.self).map { site[$0] }
            let letters = statement?.words?.value.count ?? 300
            return 240 + 36 * (letters / 45 + 1)
        }
    }

    /// The code that shows it, for other sites; nil without `base_url`, since they need the whole address.
    package func code(of embed: Embed) -> String? {
        guard let address else { return nil }
        var html = HTMLWriter()
        html.markup("<iframe")
        html.attribute("src", address.url(of: embed.route))
        html.attribute("title", embed.title)
        html.attribute("width", String(Embed.width))
        html.attribute("height", String(embed.height))
        html.markup(" style=\"width:100%;border:0\" loading=\"lazy\"></iframe>")
        return String(decoding: html.bytes, as: UTF8.self)
    }

    /// What programs get that ask how to show the page of an entry (oEmbed 1.0, 2.3.4.4).
    fileprivate func oEmbed(_ kind: Embed.Kind, of handle: AnyHandle) -> [UInt8] {
        guard let embed = embeds(of: handle).first(where: { $0.kind == kind }), let code = code(of: embed) else {
            return []
        }
        return JSON.members([
            "version": .string("1.0"), "type": .string("rich"), "title": .string(embed.title),
            "provider_name": .string(site.settings.publisher?.name.value ?? site.settings.title.value),
            "provider_url": address.map { .string($0.base) }, "html": .string(code), "width": .number(Embed.width),
            "height": .number(embed.height),
        ]).encoded()
    }

    /// Where programs ask how to show an entry's page, and what they get; nil if they get nothing.
    func oEmbed(of handle: AnyHandle) -> (route: Route, title: String)? {
        guard address != nil, let embed = embeds(of: handle).first else { return nil }
        let type = ExportType.oEmbeds[Embed.Kind.allCases.firstIndex(of: embed.kind) ?? 0]
        return plan.route(to: type.kind, beside: handle).map { ($0, embed.title) }
    }
}

extension ExportType {
    /// One for each kind of embed, in their order.
    static let oEmbeds = Embed.Kind.allCases.map { kind in
        ExportType(
            OutputKind("oembed-\(kind.rawValue)", .data, kind.extent(".json") { $0.settings.baseURL != nil }),
            bytes: { context, output in
                context.oEmbed(kind, of: output.entry ?? AnyHandle(.event, scope: -1, index: output.scope))
            })
    }
}
