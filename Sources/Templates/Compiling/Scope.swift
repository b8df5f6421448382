import Diagnostics

/// The names that can be seen at a place of a template, innermost first.
///
/// Names are few and asked for often: they are told apart by a number made of their bytes before they are compared.
final class Scope {
    let parent: Scope?
    /// In the order in which they were bound first; none is taken away, so that an index stays a name's.
    private(set) var bindings: [(name: String, binding: Binding)] = []
    private var marks: [UInt64] = []
    /// Counts changes, so that what was compiled against an older state is not taken for the newer one.
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

    /// Forgets all names.
    func clear() {
        bindings = []
        marks = []
    }

    /// What a name stands for that was bound in this very scope.
    subscript(name: String) -> Binding? {
        index(of: name, Scope.mark(of: name)).map { bindings[$0].binding }
    }

    func find(_ name: String) -> Binding? { find(name, Scope.mark(of: name)) }

    private func find(_ name: String, _ mark: UInt64) -> Binding? {
        if let index = index(of: name, mark) { return bindings[index].binding }
        return parent?.find(name, mark)
    }

    /// All names of this scope, sorted.
    var names: [String] { bindings.map(\.name).sorted() }

    /// All names that can be seen, sorted.
    var visible: [String] {
        var names: Set<String> = []
        var scope: Scope? = self
        while let current = scope {
            names.formUnion(current.bindings.lazy.map(\.name))
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

    private func index(of name: String, _ mark: UInt64) -> Int? {
        for index in 0..<marks.count where marks[index] == mark && bindings[index].name == name { return index }
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
