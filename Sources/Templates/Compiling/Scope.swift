import Diagnostics

/// The names that can be seen at a place of a template, innermost first.
final class Scope {
    let parent: Scope?
    private(set) var bindings: [String: Binding] = [:]
    /// Counts changes, so that what was compiled against an older state is not taken for the newer one.
    private(set) var version = 0

    init(in parent: Scope?) { self.parent = parent }

    func bind(_ name: String, to binding: Binding) {
        bindings[name] = binding
        version += 1
    }

    /// Forgets all names.
    func clear() { bindings = [:] }

    func has(_ name: String) -> Bool { bindings[name] != nil }

    func find(_ name: String) -> Binding? {
        var scope: Scope? = self
        while let current = scope {
            if let binding = current.bindings[name] { return binding }
            scope = current.parent
        }
        return nil
    }

    /// All names that can be seen, sorted.
    var visible: [String] {
        var names: Set<String> = []
        var scope: Scope? = self
        while let current = scope {
            names.formUnion(current.bindings.keys)
            scope = current.parent
        }
        return names.sorted()
    }

    /// Versions of this scope and those around it, summed: changes whenever any of them does.
    var versions: Int {
        var sum = 0
        var scope: Scope? = self
        while let current = scope {
            sum += current.version
            scope = current.parent
        }
        return sum
    }
}

/// What a name stands for.
enum Binding {
    /// A value in a register of a frame; `id` is the value's own, anew each time one is set.
    case value(type: ValueType, register: Int, id: Int, frame: FunctionBuilder)
    /// A field of the page's root record.
    case root(type: ValueType, slot: Int)
    case macro(MacroBinding)
    case module(Module)
    /// The loop around, by how many loops were open around it.
    case loop(element: ValueType, depth: Int, id: Int, frame: FunctionBuilder)
    /// A name whose fault was reported.
    case faulty
}

/// A macro and the scope it sees.
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
