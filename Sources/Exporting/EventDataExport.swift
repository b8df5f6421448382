import Model

extension ExportType {
    /// `event.json`: an event as data.
    static let eventData = ExportType(
        OutputKind("event-data", .data, .scopes(name: "event.json") { _, scope in scope >= 0 }),
        bytes: { context, output in
            context.eventJSON(
                ofEvent: output.scope, timeline: context.views.indexes[output.scope].timeline, at: output.path)
        })
}
