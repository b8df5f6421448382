import Drawing
import Model
import Presenting

extension ExportType {
    static let quoteCard = ExportType(
        OutputKind("quote-card", .picture, Embed.Kind.statement.extent(".svg")),
        bytes: { context, output in context.quoteCard(output) })
}

extension ExportContext {
    /// A quote as a picture, `embed/statement-<id>.svg`, where the site lets others show parts of its pages.
    func quoteCard(_ output: PlannedOutput) -> [UInt8] {
        guard let statement = output.entry?.typed(Statement.self) else { return [] }
        let event = output.scope
        let page = PageContext(
            views, output, PageOutline(), contents: PageContents(), cache: EventCache(event: event))
        let quote = QuoteView(statement: statement, page: page)
        let text = quote.words ?? plainText(site[statement].paraphrase, scope: event) ?? ""
        let speakers = quote.speakers.map {
            (name: $0.name, roles: [$0.role, $0.officeOf].compactMap(\.self))
        }
        let notes = [
            quote.date.words, quote.mediumWords, quote.translationWords,
            quote.words == nil ? words[.inOurWords] : nil,
        ]
        let marks = words.quotationMarks.outer
        return QuoteCard(
            site: site.settings.title.value, dispute: site.events[event].title.value, words: text,
            marks: quote.words == nil ? ("", "") : (String(marks.opening), String(marks.closing)),
            speaker: words.list(speakers), note: notes.compactMap(\.self).joined(separator: " · "),
            party: quote.parties.first.map { PictureParty(name: $0.shortName, initials: $0.initials, color: $0.color) },
            isRightToLeft: isRightToLeft(site.language(ofEvent: event))
        ).svg()
    }

    /// A quote or a chart as a picture; nil for everything else.
    package func picture(of embed: Embed, _ handle: AnyHandle) -> Route? {
        switch embed.kind {
        case .statement: plan.route(to: ExportType.quoteCard.kind, beside: handle)
        case .timeline: plan.route(to: ExportType.chartPicture.kind, beside: handle)
        case .picture, .demand: nil
        }
    }
}
