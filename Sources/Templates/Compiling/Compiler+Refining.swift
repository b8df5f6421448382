extension Compiler {
    /// The type of records of which a field, or a field of a field, is known to be there.
    func refined(_ type: ValueType, _ path: [String]) -> ValueType {
        guard case .record(let name) = type, let shape = shapes[name], let first = path.first,
            let slot = shape.fields.firstIndex(where: { $0.name == first })
        else { return type }
        let present = shape.fields[slot].type.unwrapped
        let inner = path.count > 1 ? refined(present, Array(path.dropFirst())) : present
        guard inner != shape.fields[slot].type else { return type }
        let made = shape.refined(slot, as: inner, mark: path.joined(separator: "."))
        shapes[made.name] = made
        return .record(made.name)
    }
}
