import Platform
import Diagnostics
import Synchronization

extension Compiler {
    /// Compiles the pages of templates without faults on several cores; nil if there is anything to report.
    ///
    /// Each core compiles its own copy of what its pages share. Reports therefore come from one compiler that compiles
    /// everything: it reports a macro's fault once and counts the cost of all pages together.
    static func faultless(_ templates: [String: ParsedTemplate], schema: Schema, jobs: Int) -> Program? {
        let next = Atomic<Int>(0)
        let parts = Cores(jobs: jobs).map(min(jobs, schema.pages.count)) { _ -> Part in
            let compiler = Compiler(templates, schema: schema)
            while compiler.diagnostics.isEmpty {
                let page = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard page < schema.pages.count else { break }
                compiler.compile(schema.pages[page])
            }
            return compiler.part
        }
        guard parts.allSatisfy(\.isFaultless), parts.reduce(0, { $0 + $1.steps }) < Limits.steps,
            parts.reduce(0, { $0 + $1.program.code.count }) < Limits.instructions
        else { return nil }
        let all = Compiler(templates, schema: schema)
        for part in parts {
            all.usedTemplates.formUnion(part.usedTemplates)
            all.usedMacros.formUnion(part.usedMacros)
            all.program.append(part.program)
        }
        all.checkUnused()
        return all.diagnostics.isEmpty ? all.program : nil
    }

    /// The result of one core.
    private struct Part: Sendable {
        let program: Program
        let isFaultless: Bool
        let steps: Int
        let usedTemplates: Set<String>
        let usedMacros: Set<ObjectIdentifier>
    }

    private var part: Part {
        Part(
            program: link(), isFaultless: diagnostics.isEmpty && missingMacros.isEmpty && !hasOverflowed, steps: steps,
            usedTemplates: usedTemplates, usedMacros: usedMacros)
    }
}

extension Program {
    /// Adds another program's pages.
    mutating func append(_ other: Program) {
        let base = code.count
        code += other.code.map(relocated)
        origins += other.origins.map { ($0.instruction + base, $0.location) }
        literals += other.literals
        constants += other.constants
        calls += other.calls
        macros += other.macros.map { .init(name: $0.name, entry: $0.entry + base, registers: $0.registers) }
        keptParts += other.keptParts
        addressFunctions = other.addressFunctions
        pages.merge(
            other.pages.mapValues {
                .init(
                    entry: $0.entry + base, registers: $0.registers, root: $0.root, language: $0.language,
                    marks: $0.marks, file: $0.file)
            }
        ) { first, _ in first }
    }

    /// An instruction of a program that is appended to this one.
    private func relocated(_ instruction: Instruction) -> Instruction {
        var result = instruction
        switch instruction.operation {
        case .literal: result.a += Int32(literals.count)
        case .jump, .loopNext: result.a += Int32(code.count)
        case .jumpIfFalse, .jumpIfTrue, .jumpIfPresent, .loopStart: result.b += Int32(code.count)
        case .keepStart:
            result.a += Int32(keptParts)
            result.b += Int32(code.count)
        case .keepEnd: result.a += Int32(keptParts)
        case .constant: result.b += Int32(constants.count)
        case .call: result.c += Int32(calls.count)
        case .callMacro: result.a += Int32(macros.count)
        case .move, .moveFromPage, .clear, .field, .index, .slice, .add, .subtract, .multiply, .divide, .floorDivide,
            .remainder, .power, .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .isIn, .isNotIn, .not,
            .negative, .truth, .concat, .list, .address, .loopValue, .buildStart, .buildAppend, .buildEnd,
            .returnFromMacro,
            .captureStart, .captureEnd, .addressStart, .addressEnd, .print, .printEscaped, .printInSet, .printPlain,
            .printJSON, .printJSONString, .printCSV, .printCSVQuoted, .printField, .printEscapedField, .end:
            break
        }
        return result
    }
}
