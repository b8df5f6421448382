import Bytes
import Diagnostics

/// Runs a program. Its registers, output and stacks are kept from page to page.
struct Machine: ~Copyable {
    var output = ByteBuffer(capacity: 64 * 1024)
    private let registers = Registers()
    private var loops: ContiguousArray<Loop> = []
    private var frames: ContiguousArray<Frame> = []
    private var captures: ContiguousArray<Capture> = []
    private var builders: ContiguousArray<[Value]> = []
    /// The number of registers that may have a value.
    private var used = 0
    /// The cost of the page so far; see `Limits.work`.
    private var work = 0
    var address = 0
    var faults: [Fault] = []
    private var kept: KeptParts

    struct Loop {
        let list: ValueList
        let count: Int
        var index: Int
    }

    private struct Frame {
        let next: Int
        let base: Int
    }

    private struct Capture {
        let start: Int
        let address: Int
    }

    /// An error at an instruction, and the macro calls that led to it.
    struct Fault {
        let code: DiagnosticCode
        let message: String
        let instruction: Int
        let calls: [Int]
        let hint: String?
    }

    /// - Parameter keptParts: the number of parts that are kept from page to page.
    init(keptParts: Int) { kept = KeptParts(count: keptParts) }

    deinit { registers.deallocate() }

    /// Removes the values of a page.
    mutating func reset() {
        for index in 0..<used {
            if case .absent = registers[index] { continue }
            registers[index] = .absent
        }
        used = 0
        loops.removeAll(keepingCapacity: true)
        frames.removeAll(keepingCapacity: true)
        captures.removeAll(keepingCapacity: true)
        builders.removeAll(keepingCapacity: true)
        output.removeAll()
        work = 0
        faults = []
    }

    /// Adds the cost of a value or a loop iteration. Reports a page that exceeds the limit and returns false.
    @inline(__always)
    private mutating func pays(_ cost: Int, at instruction: Int) -> Bool {
        work &+= cost
        if work <= Limits.work { return true }
        failForSize("needs more than \(Limits.work) loop iterations and macro calls", at: instruction)
        return false
    }

    private mutating func failForSize(_ reason: String, at instruction: Int) {
        fail(
            .templateTooDeep, "this page \(reason)", at: instruction,
            hint: "look for nested loops and for macros that call themselves more than once")
    }

    /// The same for a new text or list.
    private mutating func pays(for value: Value, at instruction: Int) -> Bool {
        let weight = value.weight
        if case .list = value, weight > Limits.list {
            fail(.templateTooDeep, "this list is too long", at: instruction)
            return false
        }
        if weight > Limits.text / 16 {
            fail(.templateTooDeep, "this text is larger than \(Limits.text >> 20) MiB", at: instruction)
            return false
        }
        return pays(weight, at: instruction)
    }

    mutating func fail(
        _ code: DiagnosticCode, _ message: String, at instruction: Int, hint: String? = nil
    ) {
        // A loop may fail at the same place a thousand times; the first faults are enough.
        guard faults.count < 20 else { return }
        faults.append(
            Fault(
                code: code, message: message, instruction: instruction, calls: frames.map { $0.next - 1 }, hint: hint))
    }

    /// Renders a page to the output.
    mutating func run(
        _ program: borrowing Program, _ constants: [Value], page: Program.Page, root: TemplateRecord, links: LinkWriter,
        _ address: AddressFunction.Resolver
    ) {
        registers[0] = .record(root)
        kept.begin(links.page, links.style)
        used = page.registers
        guard page.registers < Registers.count else {
            return fail(.templateTooDeep, "this page needs too many values at once", at: page.entry)
        }
        run(
            program.code.span, program.literals.span, program.macros, program.calls, constants, from: page.entry, links
        ) { function, name in
            address(program.addressFunctions[function], name)
        }
        if output.count > Limits.page { output.removeAll() }
    }

    private mutating func run(
        _ code: Span<Instruction>, _ literals: Span<UInt8>,
        _ macros: ContiguousArray<Program.Macro>, _ calls: ContiguousArray<Program.Call>, _ constants: [Value],
        from entry: Int, _ links: LinkWriter, _ resolve: (_ function: Int, _ name: String) -> Address?
    ) {
        var next = entry
        var base = 0
        var frame = registers
        // The register for a field's value before it is printed.
        let printed = Registers.count - 1
        while output.count <= Limits.page {
            let instruction = code[next]
            next += 1
            let a = Int(instruction.a)
            let b = Int(instruction.b)
            let c = Int(instruction.c)
            switch instruction.operation {
            case .literal:
                output.append(literals.extracting(a..<a + b))
            case .jump: next = a
            case .jumpIfFalse: if !frame[a].isTrue { next = b }
            case .jumpIfTrue: if frame[a].isTrue { next = b }
            case .jumpIfPresent: if case .absent = frame[a] {} else { next = b }
            case .constant: frame[a] = constants[b]
            case .move: frame[a] = frame[b]
            case .moveFromPage: frame[a] = registers[b]
            case .clear: frame[a] = .absent
            case .field: frame.readField(c, of: b, into: frame, a)
            case .index: frame[a] = Machine.element(frame[b], frame[c], links)
            case .slice: frame[a] = Machine.slice(frame[b], frame[c], frame[c + 1], links)
            case .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power:
                let kind = ArithmeticOperator(
                    rawValue: instruction.operation.rawValue - Instruction.Operation.add.rawValue)
                switch Arithmetic.apply(kind ?? .add, frame[b], frame[c], links: links) {
                case .value(let value):
                    guard pays(for: value, at: next - 1) else { return }
                    frame[a] = value
                case .fault(let message):
                    fail(.templateArithmetic, message, at: next - 1)
                    return
                }
            case .equal: frame[a] = .truth(Comparing.isEqual(frame[b], frame[c], links))
            case .notEqual: frame[a] = .truth(!Comparing.isEqual(frame[b], frame[c], links))
            case .less: frame[a] = .truth(Comparing.order(frame[b], frame[c], links).map { $0 < 0 } ?? false)
            case .lessEqual: frame[a] = .truth(Comparing.order(frame[b], frame[c], links).map { $0 <= 0 } ?? false)
            case .greater: frame[a] = .truth(Comparing.order(frame[b], frame[c], links).map { $0 > 0 } ?? false)
            case .greaterEqual: frame[a] = .truth(Comparing.order(frame[b], frame[c], links).map { $0 >= 0 } ?? false)
            case .isIn, .isNotIn:
                guard pays(frame[c].weight, at: next - 1) else { return }
                let isIn = Comparing.contains(frame[c], frame[b], links)
                frame[a] = .truth(isIn == (instruction.operation == .isIn))
            case .not: frame[a] = .truth(!frame[b].isTrue)
            case .truth: frame[a] = .truth(frame[b].isTrue)
            case .negative:
                guard let value = Machine.negative(frame[b]) else {
                    fail(.templateArithmetic, "this number does not fit in 64 bits", at: next - 1)
                    return
                }
                frame[a] = value
            case .concat:
                frame[a] = Arithmetic.concatenated(frame.values(b, c), links)
                guard pays(for: frame[a], at: next - 1) else { return }
            case .list:
                frame[a] = .list(ArrayList(Array(frame.values(b, c))))
                guard pays(for: frame[a], at: next - 1) else { return }
            case .call:
                guard pays(frame[b].weight, at: next - 1) else { return }
                var call = CallFrame(frame.frame(at: b), links: links)
                let value = calls[c].function(&call)
                if let failure = call.failure {
                    fail(.templateArithmetic, failure, at: next - 1)
                    return
                }
                guard pays(for: value, at: next - 1) else { return }
                frame[a] = value
            case .address:
                let name = links.text(frame[b])
                if let found = resolve(c, name) {
                    frame[a] = .url(found)
                } else {
                    fail(.deadAddress, "'\(name)' leads nowhere", at: next - 1)
                    frame[a] = .url(.external("#"))
                }
            case .loopStart:
                guard case .list(let list) = frame[a], list.count > 0 else {
                    next = b
                    continue
                }
                list.read(0, into: &frame[c])
                loops.append(Loop(list: list, count: list.count, index: 0))
            case .loopNext:
                guard pays(1, at: next - 1) else { return }
                let last = loops.count - 1
                let index = loops[last].index + 1
                if index < loops[last].count {
                    loops[last].index = index
                    loops[last].list.read(index, into: &frame[c])
                    next = a
                } else {
                    loops.removeLast()
                }
            case .loopValue: frame[a] = Machine.loopValue(b, loops[loops.count - 1 - c])
            case .buildStart: builders.append([])
            case .buildAppend: builders[builders.count - 1].append(frame[a])
            case .buildEnd:
                frame[a] = .list(ArrayList(builders.removeLast()))
                guard pays(for: frame[a], at: next - 1) else { return }
            case .callMacro:
                guard pays(1, at: next - 1) else { return }
                let macro = macros[a]
                let first = base + b
                guard frames.count < Limits.recursion, first + macro.registers < Registers.count else {
                    fail(
                        .templateRecursion, "macro '\(macro.name)' is called more than \(Limits.recursion) levels deep",
                        at: next - 1, hint: "a macro that calls itself must end at some point")
                    return
                }
                frames.append(Frame(next: next, base: base))
                base = first
                frame = registers.frame(at: base)
                next = macro.entry
                used = max(used, first + macro.registers)
            case .returnFromMacro:
                let caller = frames.removeLast()
                next = caller.next
                base = caller.base
                frame = registers.frame(at: base)
            case .captureStart: captures.append(Capture(start: output.count, address: address))
            case .captureEnd:
                let capture = captures.removeLast()
                let bytes = output.bytes(from: capture.start)
                output.truncate(to: capture.start)
                address = capture.address
                frame[a] = b == 1 ? .html(HTML(trusting: bytes)) : .text(String(decoding: bytes, as: UTF8.self))
                guard pays(for: frame[a], at: next - 1) else { return }
            case .keepStart:
                let bytes = kept.bytes(of: a, at: output.count, anchors: links.log.anchors, faults: faults.count)
                if let bytes {
                    output.append(bytes)
                    next = b
                }
            case .keepEnd: kept.keep(a, output, anchors: links.log.anchors, faults: faults.count)
            case .addressStart: address = output.count
            case .addressEnd: checkAddress(at: next - 1)
            case .print: print(frame[a], links)
            case .printEscaped: printEscaped(frame[a], links)
            case .printField:
                frame.readField(b, of: a, into: registers, printed)
                print(registers.take(printed), links)
            case .printEscapedField:
                frame.readField(b, of: a, into: registers, printed)
                printEscaped(registers.take(printed), links)
            case .printInSet: printInSet(frame[a], links, at: next - 1)
            case .printPlain: output.append(links.text(frame[a]))
            case .printJSON:
                var text = ByteBuffer()
                JSONText.write(frame[a], links: links, isForHTML: false, to: &text)
                output.append(text)
            case .printJSONString:
                for scalar in links.text(frame[a]).unicodeScalars {
                    JSONText.write(scalar, isForHTML: false, to: &output)
                }
            case .printCSV: printField(links.text(frame[a]))
            case .printCSVQuoted: printQuoted(links.text(frame[a]))
            case .end: return
            }
        }
        failForSize("is larger than \(Limits.page >> 20) MiB", at: next - 1)
    }
}
