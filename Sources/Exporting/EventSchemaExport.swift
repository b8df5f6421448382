import Model

extension ExportType {
    /// `event.schema.json`: what `event.json` holds.
    static let eventSchema = ExportType(
        OutputKind("event-schema", .data, .site { _ in [EventSchema.path] }),
        bytes: { _, _ in EventSchema.encoded() })
}
