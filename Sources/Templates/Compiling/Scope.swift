import Diagnostics

/// The names that are visible at a place of a template, innermost first.
///
/// Names are few and looked up often, so their hashes are compared first.
final class Scope {
    let parent: Scope?
    /// In the order of their first binding. None is removed, so an index always belongs to one name.
    private(set) var bindings: [(name: String, binding: Binding)] = []
    private var marks: [UInt64] = []
    /// Counts changes, so that code compiled with an older state is not reused.
    private(set) var version = 0

    init(in parent: Scope?) { self.parent = parent }

    func bind(_ name: String, to binding: Binding) {
        version += 1
        let mark = Scope.mark(of: name)
        if let index = index(of: name, mark) {
            bindings[index].binding = binding
        } else {
            bindings.append((name, binding))
            marks.append(mark)
        }
    }

    /// Removes all names.
    func clear() {
        bindings = []
        marks = []
    }

    /// The binding of a name in this scope, without the scopes around it.
    subscript(name: String) -> Binding? {
        index(of: name, Scope.mark(of: name)).map { bindings[$0].binding }
    }

    func find(_ name: String) -> Binding? { find(name, Scope.mark(of: name)) }

    private func find(_ name: String, _ mark: UInt64) -> Binding? {
        var scope = self
        while true {
            if let index = scope.index(of: name, mark) { return scope.bindings[index].binding }
            guard let parent = scope.parent else { return nil }
            scope = parent
        }
    }

    /// All names of this scope, sorted.
    var names: [String] { bindings.map(\.name).sorted() }

    /// All visible names, sorted.
    var visible: [String] {
        var names: Set<String> = []
        var scope: Scope? = self
        while let current = scope {
            names.formUnion(current.bindings.lazy.map(\.name))
            scope = current.parent
        }
        return names.sorted()
    }

    /// The sum of the versions of this scope and those around it. It changes when any of them does.
    var versions: Int {
        var sum = 0
        var scope: Scope? = self
        while let current = scope {
            sum += current.version
            scope = current.parent
        }
        return sum
    }

    private func index(of name: String, _ mark: UInt64) -> Int? {
        // Read once: each access of a class's property is checked.
        let marks = marks
        for index in marks.indices where marks[index] == mark && bindings[index].name == name { return index }
        return nil
    }

    /// FNV-1a of the name's bytes.
    static func mark(of name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { bytes in
            var mark: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return mark
        }
    }
}

/// The meaning of a name.
enum Binding {
    /// A value in a register of a frame. Each value that is set has its own `id`.
    case value(type: ValueType, register: Int, id: Int, frame: FunctionBuilder)
    /// A field of the page's root record.
    case root(type: ValueType, slot: Int)
    case macro(MacroBinding)
    case module(Module)
    /// The innermost loop; `depth` counts the loops around it.
    case loop(element: ValueType, depth: Int, id: Int, frame: FunctionBuilder)
    /// A name whose fault was already reported.
    case faulty
}

/// A macro and the scope of its names.
final class MacroBinding {
    let macro: Statement.Macro
    let scope: Scope
    let template: ParsedTemplate

    init(_ macro: Statement.Macro, scope: Scope, template: ParsedTemplate) {
        self.macro = macro
        self.scope = scope
        self.template = template
    }
}

/// An imported template: the names of its top level.
final class Module {
    let template: ParsedTemplate
    let scope: Scope

    init(_ template: ParsedTemplate, scope: Scope) {
        self.template = template
        self.scope = scope
    }
}
