extension Compiler {
    /// Compiles a part of a page. If the part reads only values that all pages share, it is rendered once and its bytes
    /// are reused.
    ///
    /// Its instructions decide: an instruction that reads a register from before the part reads the page.
    func keeping(_ body: () -> Void) {
        let isMarkup = place.position == .text && place.language != .json
        guard function.isPage, isMarkup || place.position == .plain else { return body() }
        let before = place
        let mark = function.mark
        let reported = diagnostics.count
        let start = function.emit(.keepStart)
        // Shared values are read again inside the part, so that they are recognized as shared.
        function.forget { paths.start(of: $0).rootSlot.map(sharedSlots.contains) == true }
        body()
        function.leave(mark)
        if place == before, diagnostics.count == reported, isSame(function.code[(start + 1)...], before: mark.next) {
            function.code[start].a = Int32(program.keptParts)
            function.emit(.keepEnd, program.keptParts)
            function.land(start)
            program.keptParts += 1
        } else {
            function.code[start] = Instruction(.jump, start + 1)
        }
    }

    /// Whether a call passes only values that all pages share.
    func isSame(_ arguments: [CallArgument]) -> Bool {
        arguments.allSatisfy { argument in
            var path = argument.value
            while case .field(let base, _) = path.kind { path = base }
            switch path.kind {
            case .text, .integer, .float, .truth: return true
            case .name(let name):
                if case .root(_, let slot)? = scope.find(name) { return sharedSlots.contains(slot) }
                return false
            default: return false
            }
        }
    }

    /// Whether instructions print something and read only values that all pages share.
    ///
    /// - Parameter first: the first register of the part; those below have values from before.
    private func isSame(_ code: ArraySlice<Instruction>, before first: Int) -> Bool {
        var loops = 0
        var isWorthIt = false
        for instruction in code {
            switch instruction.operation {
            case .loopStart: loops += 1
            case .loopNext: loops -= 1
            // What a name means may differ between pages.
            case .address: return false
            case .loopValue where Int(instruction.c) >= loops: return false
            case .callMacro where !closedMacros.contains(Int(instruction.a)): return false
            case .field where instruction.b == 0:
                guard sharedSlots.contains(Int(instruction.c)) else { return false }
                isWorthIt = true
                continue
            case .printField where instruction.a == 0, .printEscapedField where instruction.a == 0:
                guard sharedSlots.contains(Int(instruction.b)) else { return false }
                isWorthIt = true
                continue
            case .printField, .printEscapedField, .callMacro, .call: isWorthIt = true
            default: break
            }
            guard registersRead(instruction).allSatisfy({ $0 >= first }) else { return false }
        }
        return isWorthIt
    }

    /// Records whether a macro reads only its arguments.
    func noteClosed(_ instance: MacroInstance, _ code: [Instruction]) {
        let isClosed = code.allSatisfy { instruction in
            switch instruction.operation {
            case .moveFromPage, .address: false
            case .callMacro: Int(instruction.a) == instance.index || closedMacros.contains(Int(instruction.a))
            default: true
            }
        }
        if isClosed { closedMacros.insert(instance.index) }
    }

    /// The registers that an instruction reads.
    private func registersRead(_ instruction: Instruction) -> [Int] {
        let a = Int(instruction.a)
        let b = Int(instruction.b)
        let c = Int(instruction.c)
        switch instruction.operation {
        case .literal, .jump, .constant, .clear, .loopNext, .loopValue, .buildStart, .buildEnd, .returnFromMacro,
            .captureStart, .captureEnd, .keepStart, .keepEnd, .addressStart, .addressEnd, .end, .callMacro:
            return []
        case .jumpIfFalse, .jumpIfTrue, .jumpIfPresent, .loopStart, .buildAppend, .print, .printEscaped, .printInSet,
            .printPlain, .printJSON, .printJSONString, .printCSV, .printCSVQuoted, .printField, .printEscapedField:
            return [a]
        case .move, .moveFromPage, .field, .not, .negative, .truth, .address: return [b]
        case .index, .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power, .equal, .notEqual, .less,
            .lessEqual, .greater, .greaterEqual, .isIn, .isNotIn:
            return [b, c]
        case .slice: return [b, c, c + 1]
        case .concat, .list: return Array(b..<(b + c))
        case .call: return Array(b..<(b + program.calls[c].count))
        }
    }
}
