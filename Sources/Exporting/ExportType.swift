import Model

/// A kind of file for programs: what the plan must know of it, and how it is written. One type a file; `all` is the list.
package struct ExportType: Sendable {
    package let kind: OutputKind
    package let write: @Sendable (ExportContext, PlannedOutput) -> ExportFile

    init(_ kind: OutputKind, write: @escaping @Sendable (ExportContext, PlannedOutput) -> ExportFile) {
        self.kind = kind
        self.write = write
    }

    /// Of files that hold nothing back.
    init(_ kind: OutputKind, bytes: @escaping @Sendable (ExportContext, PlannedOutput) -> [UInt8]) {
        self.init(kind) { ExportFile(bytes: bytes($0, $1)) }
    }

    /// Every export: those of the site, the longest first, then those of each event.
    package static let all: [ExportType] =
        [
            .searchIndex, .sitemap, .eventSchema, .robots,
            .feed, .jsonFeed, .eventData, .card, .quoteCard, .chartPicture, .deadlines,
        ] + tables + oEmbeds + redirectRules
}

/// What an export wrote.
package struct ExportFile: Sendable {
    package let bytes: [UInt8]
    /// How many entries were left out of the search index, whose size is limited.
    package var unsearchable = 0

    package init(bytes: [UInt8], unsearchable: Int = 0) {
        self.bytes = bytes
        self.unsearchable = unsearchable
    }
}
