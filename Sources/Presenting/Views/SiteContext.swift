import Bytes
import Diagnostics
import Drawing
import Model
import Reading
import Synchronization
import Templates

/// What all pages of a build share: the site, what is computed from it, and the words.
package final class SiteContext: Sendable, EntryNaming {
    package let plan: SitePlan
    package let site: Site
    /// One an event, at the event's index.
    package let records: [EventRecord]
    package let log: ChangeLog
    /// One an event, at the event's index.
    package let indexes: [EventIndex]
    package let keptTexts: KeptTexts
    package let words: Words
    /// Initials and colours of parties: one an event, at the event's index, and those of shared parties on other pages.
    package let partyTables: [PartyTable]
    package let sharedParties: PartyTable
    package let relatives: Relatives
    /// Events by their last change, newest first.
    package let newestEvents: [Int]
    /// The latest date that anything in the site bears.
    package let lastDate: EventDate
    /// The latest day on which something was recorded or updated.
    package let lastRecorded: EventDate
    /// Width and height of pictures, in pixels, by their path.
    package let imageSizes: [String: ImageSize]
    /// Where the site's policies stand.
    package let policies: [(policy: SiteSettings.Policy, target: SettingTarget)]
    /// The versions of stylesheets and scripts, by path: what differs if their bytes differ.
    package let fileVersions: [String: String]
    /// Whether pages mark references that name nothing, for a preview of unfinished work.
    package let marksUnresolved: Bool
    let keptLists = Mutex(KeptLists())

    package init(
        plan: SitePlan, records: [EventRecord], log: ChangeLog, indexes: [EventIndex], keptTexts: KeptTexts,
        words: Words = .english, imageSizes: [String: ImageSize] = [:], fileVersions: [String: String] = [:],
        marksUnresolved: Bool = false
    ) {
        let site = plan.site
        self.plan = plan
        self.site = site
        self.records = records
        self.log = log
        self.indexes = indexes
        self.keptTexts = keptTexts
        self.words = words
        self.imageSizes = imageSizes
        self.fileVersions = fileVersions
        self.marksUnresolved = marksUnresolved
        relatives = Relatives(site)
        policies = site.settings.policies.compactMap { policy, target in
            plan.settingTarget(target.value).map { (policy, $0) }
        }
        let zone = site.zone(ofScope: -1)
        let last = records.map { record in
            (log.byEvent[record.event].first?.date ?? record.lastRecorded)?.latest(in: zone) ?? .min
        }
        newestEvents = records.indices.sorted { (last[$1], $0) < (last[$0], $1) }
        // Pages outside events show the day of the event's own zone.
        let days = records.flatMap { record in
            [log.byEvent[record.event].first?.date, record.date].compactMap { date in
                date?.latestDay(in: record.zone).map { EventDate(day: $0) }
            }
        }
        let dates = days + records.compactMap(\.lastRecorded)
        lastDate =
            dates.max { $0.latest(in: zone) < $1.latest(in: zone) } ?? EventDate(day: CivilDay(number: 0))
        lastRecorded = records.compactMap(\.lastRecorded).max { $0.latest(in: zone) < $1.latest(in: zone) } ?? lastDate
        let looks = PartyLooks(indexes.map { PartyTable($0, in: site) }, in: site)
        partyTables = indexes.indices.map(looks.table(ofEvent:))
        sharedParties = looks.shared
    }

    /// How the parties of an event look on its pages, as text to compare: where parties are shared, that depends on
    /// other events, too.
    package func partyLooks(ofEvent event: Int) -> String {
        let table = partyTables[event]
        return zip(table.initials, table.colors).map { "\($0) \($1.className)" }.joined(separator: "\n")
    }

    /// The last change of an event; nil where none is recorded.
    package func lastChange(ofEvent event: Int) -> EventDate? { log.byEvent[event].first?.date }

    /// The address of a stylesheet, a script or another file, which changes with its bytes if they are known.
    package func address(ofFile path: String) -> Address {
        fileVersions[path].map { .site(path, version: $0) } ?? .site(path)
    }
}

extension Site {
    /// CSS rules for the colours that writers gave to parties, sorted; empty for none.
    package var ownColorRules: [String] {
        var rules: Set<String> = []
        for scope in -1..<events.count {
            for party in entries(of: scope).parties {
                if let color = party.color.flatMap({ OwnColor($0.value) }) { rules.insert(color.rule) }
            }
        }
        return rules.sorted()
    }
}
