import Diagnostics
import Model
import Reading

/// A view of an event, an entry or a free page: what a writer may say of each.
package protocol HeadedView: SendableMetatype {
    var ownHandle: AnyHandle { get }
    var page: PageContext { get }
}

extension HeadedView {
    private var head: EntryHead { page.site.head(of: ownHandle) }

    /// The writer's own data.
    package var extra: [OwnDataView] { OwnDataView.items(of: head.extra) }

    /// What is said to have happened by those whose accounts differ, in the order written.
    package var accounts: [AccountView] { AccountView.accounts(of: ownHandle, page: page) }

    /// The parties that support it.
    package var backedBy: [PartyView] { head.backedBy.targets().map(page.party) }
}

extension [SourceUse] {
    /// Those that a text does not cite itself: they need not stand behind it once more.
    func notCited(in text: Prose?) -> [SourceUse] {
        let cited = Set(text?.citations.map(\.id) ?? [])
        return filter { !cited.contains($0.source.text) }
    }

    /// Without the uses that the words beside them cite, too.
    func notCited(by quote: QuoteView?) -> [SourceUse] {
        guard let quote else { return self }
        return filter { use in
            !quote.sources.contains { $0.source.text == use.source.text && $0.at == use.at }
        }
    }
}

/// What somebody says happened.
package struct AccountView {
    private let by: AnyHandle
    /// What they say.
    package let text: Passage
    /// Sources that the text does not cite itself.
    package let sources: [SourceUse]
    package let page: PageContext

    /// Who says so; of a source its publisher.
    package var name: String {
        if let source = by.typed(Source.self).map({ page.site[$0] }) {
            return source.publisher?.value ?? source.title.value
        }
        return party?.nameInText ?? page.context.name(of: by)
    }
    package var route: Route { page.route(of: by) }
    /// The party that says so; nil where it is a person or a source.
    package var party: PartyView? { by.typed(Party.self).map(page.party) }

    static func accounts(of handle: AnyHandle, page: PageContext) -> [AccountView] {
        let head = page.site.head(of: handle)
        return head.accounts.compactMap { account in
            guard let by = account.by.target else { return nil }
            return AccountView(
                by: by, text: Passage(account.text, of: head),
                sources: account.sources.notCited(in: account.text), page: page)
        }
    }
}

extension EventView: HeadedView {
    package var ownHandle: AnyHandle { AnyHandle(.event, scope: -1, index: event) }

    /// What there are differing accounts of, the event itself first.
    package var disputed: [DisputedView] {
        page.site.disputed(inEvent: event).map { DisputedView(handle: $0, page: page) }
    }
}

/// Something that there are differing accounts of.
package struct DisputedView {
    package let handle: AnyHandle
    package let page: PageContext

    /// What it is; nil for the event itself, whose page names it.
    package var link: LinkView? {
        handle.kind == .event ? nil : page.link(to: handle)
    }
    package var accounts: [AccountView] { AccountView.accounts(of: handle, page: page) }
}

/// One point of what is asked, offered or agreed.
package struct PointView {
    package let title: String
    package let text: Passage?
    /// The demand that it settles.
    package let demand: LinkView?
    /// Sources that the text does not cite itself.
    package let sources: [SourceUse]
    package let page: PageContext

    init(
        _ title: Located<String>, _ text: Prose?, of head: EntryHead, _ demand: Handle<Demand>?, _ sources: [SourceUse],
        page: PageContext
    ) {
        self.title = title.value
        self.text = Passage(text, of: head)
        self.demand = demand.map { page.link(to: AnyHandle($0)) }
        self.sources = sources.notCited(in: text)
        self.page = page
    }
}

extension DemandView {
    package var points: [PointView] {
        page.site[handle].points.map {
            PointView($0.title, $0.text, of: page.site[handle].head, nil, $0.sources, page: page)
        }
    }
    /// The demand that it is the next step of.
    package var follows: LinkView? {
        page.site[handle].follows?.target.map { page.link(to: AnyHandle($0)) }
    }
    /// What silence would count as.
    package var defaultOutcome: String? { page.site[handle].defaultOutcome?.value }
    /// Who carried it.
    package var through: [LinkView] {
        page.site[handle].through.compactMap { carrier in
            switch carrier.target {
            case .person(let person): page.link(to: AnyHandle(person))
            case .party(let party): page.link(to: AnyHandle(party))
            case nil: nil
            }
        }
    }
}

extension TimelineItemView {
    /// What was agreed, point by point.
    package var points: [PointView] {
        guard let moment = item.handle.typed(Moment.self).map({ page.site[$0] }) else { return [] }
        return moment.points.map {
            PointView($0.title, $0.text, of: moment.head, $0.demand?.target, $0.sources, page: page)
        }
    }
    /// The parties that support it.
    package var backedBy: [PartyView] {
        item.handle.kind == .moment ? page.site.head(of: item.handle).backedBy.targets().map(page.party) : []
    }
    package var accounts: [AccountView] {
        item.handle.kind == .moment ? AccountView.accounts(of: item.handle, page: page) : []
    }
}

extension FreePageView: HeadedView {
    package var ownHandle: AnyHandle { AnyHandle(.page, scope: -1, index: index) }
}

extension PartyPageView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension PersonPageView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension DemandView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension ResponseView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension ThreatView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension StatementView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension SourceView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
extension TermView: HeadedView { package var ownHandle: AnyHandle { AnyHandle(handle) } }
