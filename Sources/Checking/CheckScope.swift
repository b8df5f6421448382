import Diagnostics
import Model
import Reading

/// What a check looks at: one event with its entries and its record, or the entries that all events share.
struct CheckScope: Sendable {
    let context: CheckContext
    /// Index of the event; -1 for what all events share.
    let index: Int
    let entries: Entries
    /// What is computed of the event; nil for what all events share.
    let record: EventRecord?
    /// The zone in which days without a clock time begin and end.
    let zone: ClockZone

    init(_ context: CheckContext, index: Int, record: EventRecord?) {
        self.context = context
        self.index = index
        self.record = record
        entries = context.site.entries(of: index)
        zone = context.site.zone(ofScope: index)
    }

    var site: Site {
        _read { yield context.plan.site }
    }

    /// Whether a date is earlier than another for certain: in every reading of both, neither being marked as doubtful.
    func isCertain(_ date: EventDate, before other: EventDate) -> Bool {
        date.doubt.isEmpty && other.doubt.isEmpty && date.isCertainlyBefore(other, in: zone)
    }
}

/// Where a Markdown text stands.
struct ProsePlace: Sendable {
    let file: TextFile
    /// The document's path below `content/`, from which links count.
    let path: String
    /// What the text belongs to; nil for the home page's introduction.
    let owner: AnyHandle?
    /// Whether it is a body, and so has blocks and headings.
    let isBody: Bool

    func location(_ range: TextRange) -> TextLocation { TextLocation(file, range) }
}

/// The whole site, when all of its parts have been looked at.
struct SiteScope: Sendable {
    let context: CheckContext
    /// What each scope refers to: the events' in order, then that of everything else.
    let mentions: [[AnyHandle]]
    /// Whether names of a scope cannot be relied on, in the same order.
    let hasFaultyNames: [Bool]

    var site: Site {
        _read { yield context.site }
    }
}

extension EntryHead {
    /// Where the entry as a whole is: a list item's id, or the first field of a file.
    var place: TextLocation { location(isInline ? idRange : TextRange(at: Int(range.start))) }
}
