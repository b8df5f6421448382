/// What the conditions around a place guarantee about the values of paths (`page.description`).
struct Facts {
    /// Paths whose value is present.
    var present: Set<PathKey> = []
    /// Paths whose value is present and true, such as lists that are not empty.
    var truthy: Set<PathKey> = []

    static let none = Facts()

    func union(_ other: Facts) -> Facts {
        if other.present.isEmpty, other.truthy.isEmpty { return self }
        return Facts(present: present.union(other.present), truthy: truthy.union(other.truthy))
    }

    func intersection(_ other: Facts) -> Facts {
        Facts(present: present.intersection(other.present), truthy: truthy.intersection(other.truthy))
    }
}

extension Compiler {
    /// The key of an expression that is a path; nil for any other expression.
    func pathKey(_ expression: Expression) -> PathKey? {
        switch expression.kind {
        case .name(let name):
            switch scope.find(name) {
            case .value(_, _, let id, _)?: return .value(id)
            case .root(_, let slot)?: return .root(slot)
            case .loop(_, _, let id, _)?: return .loop(id)
            case nil: return nameOfOtherPages(name)?.key
            default: return nil
            }
        case .field(let base, let name):
            return pathKey(base).map { paths.key(of: name.value, in: $0) }
        default: return nil
        }
    }

    /// The facts that follow from an expression being true or false.
    func facts(of expression: Expression, when truth: Bool) -> Facts {
        switch expression.kind {
        case .not(let inner): return facts(of: inner, when: !truth)
        case .and(let left, let right):
            let both = (facts(of: left, when: truth), facts(of: right, when: truth))
            return truth ? both.0.union(both.1) : both.0.intersection(both.1)
        case .or(let left, let right):
            let both = (facts(of: left, when: truth), facts(of: right, when: truth))
            return truth ? both.0.intersection(both.1) : both.0.union(both.1)
        case .test(let value, let name, _):
            guard let key = pathKey(value) else { return .none }
            if name.value == "defined", truth { return Facts(present: keys(alongPath: value)) }
            if name.value == "undefined", !truth { return Facts(present: keys(alongPath: value)) }
            if name.value == "none", !truth { return Facts(present: [key]) }
            if name.value == "empty", !truth { return Facts(present: [key], truthy: [key]) }
            return .none
        case .compare(let left, let rest):
            guard rest.count == 1 else { return .none }
            var facts = Facts()
            if rest[0].0 == (truth ? .notEqual : .equal) {
                if isNone(rest[0].1), let key = pathKey(left) { facts.present.insert(key) }
                if isNone(left), let key = pathKey(rest[0].1) { facts.present.insert(key) }
                return facts
            }
            guard rest[0].0 == (truth ? .equal : .notEqual) else { return .none }
            if rest[0].1.isLiteral, let key = pathKey(left) { facts.present.insert(key) }
            if left.isLiteral, let key = pathKey(rest[0].1) { facts.present.insert(key) }
            return facts
        case .filter(let value, let name, let arguments):
            // `xs|length` is true if the list is not empty.
            guard truth, name.value == "length" || name.value == "count", arguments.isEmpty, let key = pathKey(value)
            else { return .none }
            return Facts(present: [key], truthy: [key])
        default:
            guard truth, let key = pathKey(expression) else { return .none }
            return Facts(present: [key], truthy: [key])
        }
    }

    /// The keys of a path and of the paths that it begins with: if `a.b` is there, so is `a`.
    private func keys(alongPath expression: Expression) -> Set<PathKey> {
        var keys: Set<PathKey> = []
        var path = expression
        while let key = pathKey(path) {
            keys.insert(key)
            guard case .field(let base, _) = path.kind else { break }
            path = base
        }
        return keys
    }

    private func isNone(_ expression: Expression) -> Bool {
        if case .none = expression.kind { true } else { false }
    }

    /// The type of a path's value, narrowed by the facts.
    func narrowed(_ type: ValueType, _ key: @autoclosure () -> PathKey?) -> ValueType {
        guard case .optional(let wrapped) = type, !facts.present.isEmpty, let key = key(), facts.present.contains(key)
        else { return type }
        return wrapped
    }
}
