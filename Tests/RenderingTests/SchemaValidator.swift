import Foundation

/// As much of JSON Schema (draft 2020-12) as `event.schema.json` uses; a keyword it does not know is a fault.
///
/// `Tests/Scripts/validate-event-json.py` asks the reference implementation the same.
struct SchemaValidator {
    let schema: [String: Any]

    init(_ bytes: [UInt8]) throws {
        schema = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// What is wrong with a document, each with its place.
    func faults(in bytes: [UInt8]) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        return check(value, schema, "")
    }

    private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var faults: [String] = []
        for (keyword, rule) in schema {
            switch keyword {
            case "$schema", "title", "description", "$defs", "properties", "minItems": break
            case "$ref": faults += check(value, definition(rule), path)
            case "type": if !isOf(rule as? String, value) { faults.append("\(path): not of type \(rule)") }
            case "const": if (value as? NSNumber) != (rule as? NSNumber) { faults.append("\(path): not \(rule)") }
            case "enum":
                if !(rule as? [String] ?? []).contains(value as? String ?? "") { faults.append("\(path): \(value)?") }
            case "pattern":
                let pattern = try? Regex(rule as? String ?? "(")
                if pattern.flatMap({ try? $0.firstMatch(in: value as? String ?? "") }) == nil {
                    faults.append("\(path): '\(value)' does not match \(rule)")
                }
            case "required":
                for name in rule as? [String] ?? [] where (value as? [String: Any])?[name] == nil {
                    faults.append("\(path): no \(name)")
                }
            case "items":
                for (index, item) in (value as? [Any] ?? []).enumerated() {
                    faults += check(item, rule as? [String: Any] ?? [:], "\(path)/\(index)")
                }
            case "additionalProperties":
                let known = schema["properties"] as? [String: Any] ?? [:]
                for (name, member) in value as? [String: Any] ?? [:] {
                    guard let rule = known[name] as? [String: Any] else {
                        faults.append("\(path): unknown \(name)")
                        continue
                    }
                    faults += check(member, rule, "\(path)/\(name)")
                }
            default: faults.append("\(path): unknown keyword \(keyword)")
            }
        }
        if let least = schema["minItems"] as? Int, (value as? [Any] ?? []).count < least {
            faults.append("\(path): too few items")
        }
        return faults
    }

    private func definition(_ reference: Any) -> [String: Any] {
        let name = (reference as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
        return (schema["$defs"] as? [String: Any])?[name] as? [String: Any] ?? ["missing definition": name]
    }

    private func isOf(_ type: String?, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        default: false
        }
    }
}
