import Foundation
import Templates

/// A record whose fields come from a fixture's JSON.
final class JSONRecord {
    let values: [String: MiniJSON]
    let world: JinjaWorld

    init(_ values: [String: MiniJSON], _ world: JinjaWorld) {
        self.values = values
        self.world = world
    }
}

/// The record types and data that the fixtures share with `make_fixtures.py`.
final class JinjaWorld {
    private(set) var types: [String: RecordType<JSONRecord>] = [:]
    let data: [String: MiniJSON]

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/jinja")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    init() throws {
        let world = MiniJSON(try JinjaWorld.bytes("world.json"))
        data = world["data"]?.members ?? [:]
        for (name, fields) in world["records"]?.members ?? [:] {
            var type = RecordType<JSONRecord>(name, "A record of the fixtures.")
            for (field, spelling) in fields.members.sorted(by: { $0.key < $1.key }) {
                let wanted = Self.type(spelling.text ?? "")
                type = type.field(field, wanted, "A field.") { record in
                    guard let value = record.values[field] else { return .absent }
                    return record.world.value(value, wanted)
                }
            }
            types[name] = type
        }
    }

    private static func type(_ spelling: String) -> ValueType {
        if spelling.hasSuffix("?") { return .optional(type(String(spelling.dropLast()))) }
        if spelling.hasPrefix("[") { return .list(type(String(spelling.dropFirst().dropLast()))) }
        switch spelling {
        case "text": return .text
        case "number": return .number
        case "truth": return .truth
        case "html": return .html
        default: return .record(spelling)
        }
    }

    private func value(_ json: MiniJSON, _ type: ValueType) -> Value {
        switch (json, type) {
        case (_, .optional(let wrapped)): value(json, wrapped)
        case (.list(let list), .list(let element)): .list(ArrayList(list.map { value($0, element) }))
        case (.object(let members), .record(let name)):
            types[name].map { .record($0.of(JSONRecord(members, self))) } ?? .absent
        case (.text(let text), .html): .html(HTML(trusting: Array(text.utf8)))
        case (.text(let text), _): .text(text)
        case (.int(let number), _): .int(number)
        case (.float(let number), _): .float(number)
        case (.truth(let truth), _): .truth(truth)
        default: .absent
        }
    }

    /// The page's record for one of the sets of data.
    func root(_ name: String) -> TemplateRecord? {
        types["root"]?.of(JSONRecord(data[name]?.members ?? [:], self))
    }

    var schema: Schema { schema(pages: ["page.html"]) }

    /// The same world for pages of several templates.
    func schema(pages files: [String]) -> Schema {
        Schema(
            pages: types["root"].map { root in
                files.map { .init("page", file: $0, root: root.shape, "A fixture.") }
            } ?? [],
            records: types.keys.sorted().compactMap { types[$0]?.shape })
    }
}
