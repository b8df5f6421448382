import Model

extension ExportType {
    /// `event.schema.json`: what `event.json` holds.
    static let eventSchema = ExportType(
        OutputKind("event-schema", .data, .site { _ in ["event.schema.json"] }),
        bytes: { _, _ in EventSchema.encoded() })
}
