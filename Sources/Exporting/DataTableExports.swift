import Bytes
import Model

extension ExportType {
    /// The tables of each event, and `data/csv-metadata.json`, which says what their columns mean.
    static let tables: [ExportType] =
        DataTable.all.map { table in
            ExportType(
                OutputKind(
                    "table-" + table.file.prefix { $0 != "." }, .data,
                    .scopes(name: table.path) { _, scope in scope >= 0 }),
                bytes: { context, output in table.bytes(TableContext(context, output)) })
        } + [tableMetadata]

    private static let tableMetadata = ExportType(
        OutputKind("table-metadata", .data, .scopes(name: "data/csv-metadata.json") { _, scope in scope >= 0 }),
        bytes: { context, output in context.tableMetadata(ofEvent: output.scope) })
}

extension ExportContext {
    /// Metadata for the tables of an event, in the vocabulary of CSV on the Web (W3C), whose programs look for this name.
    fileprivate func tableMetadata(ofEvent event: Int) -> [UInt8] {
        JSON.members([
            "@context": .array([.string("http://www.w3.org/ns/csvw"), .members(["@language": .string("en")])]),
            "dc:title": .string(site.events[event].title.value), "dialect": DataTable.dialect,
            "tables": DataTable.allMetadata,
        ]).encoded(indent: 1)
    }
}

extension DataTable {
    fileprivate static let dialect = JSON.members([
        "delimiter": .string(","), "header": .bool(true), "encoding": .string("utf-8"),
        "lineTerminators": .strings(["\r\n"]), "quoteChar": .string("\""),
    ])

    fileprivate static let allMetadata = JSON.array(
        all.map { table in
            .members([
                "url": .string(table.file), "dc:description": .string(table.meaning),
                "tableSchema": .members(["columns": .array(table.columns.map(\.metadata))]),
            ])
        })
}

extension DataTable.Column {
    fileprivate var metadata: JSON {
        .members([
            "name": .string(name), "titles": .string(name), "dc:description": .string(meaning),
            "datatype": .string(form.rawValue), "separator": isList ? .string(DataTable.separator) : nil,
        ])
    }
}
