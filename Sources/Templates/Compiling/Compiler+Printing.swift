import Bytes
import Diagnostics

extension Compiler {
    // MARK: Literal text

    /// Emits a range of the template's text and tracks the markup in it.
    func literal(_ range: TextRange) {
        let file = template.file
        let bytes = file.bytes
        // A local copy, because the loop runs for each byte.
        var place = self.place
        defer { self.place = place }
        var start = Int(range.start)
        let end = Int(range.end)
        var index = start
        /// The offset after the quote that opened the current address, if it opened in this range.
        var opened: Int?
        /// The attribute whose value opened in this range, and the offset of the value.
        var value: (name: String, start: Int)?
        defer { isAddressStart = opened == end }
        while index < end {
            let byte = bytes[index]
            let before = place.position
            if byte == UInt8(ascii: "<") { noteOpening(at: index, in: place) }
            let ending = byte == UInt8(ascii: ">") ? (tag: place.tag, isEnd: place.isEndTag, depth: place.depth) : nil
            let event = place.step(byte)
            index += 1
            if let ending, event == nil {
                noteEnd(
                    of: ending.tag, isEnd: ending.isEnd, closesItself: ending.depth == 1, before, place.position, index)
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if before == .beforeValue, place.isInAttributeValue {
                    value = (place.attribute.text, index)
                    openQuote = nil
                    quote = TextRange(index - 1, index)
                } else if place.position == .gap, let known = value {
                    noteValue(known.name, of: place.tag, TextRange(known.start, index - 1), quotes: 1)
                    value = nil
                }
            }
            if before == .beforeValue, place.position == .unquoted {
                value = (place.attribute.text, index - 1)
            } else if before == .unquoted, place.position != .unquoted, let known = value {
                noteValue(known.name, of: ending?.tag ?? place.tag, TextRange(known.start, index - 1), quotes: 0)
                value = nil
            }
            switch event {
            case nil: break
            case .addressOpens?: opened = index
            case .addressCloses?:
                if place.isWatched {
                    write(file, start, index - 1)
                    mark(addressRange ?? TextRange(index - 1, index))
                    function.emit(.addressEnd)
                    start = index - 1
                    place.isWatched = false
                }
                opened = nil
            case .fault(let message)?:
                reportFault(message, TextRange(index - 1, index), byte, place)
                // One report is enough for the rest of this range.
                while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
                place = Place(place.language)
            }
        }
        if let opened, place.mayBeScheme, !place.isWatched {
            write(file, start, opened)
            function.emit(.addressStart)
            place.isWatched = true
            start = opened
        }
        write(file, start, end)
    }

    /// Adds bytes of a file to the literals, with line endings as `\n`.
    func write(_ file: TextFile, _ start: Int, _ end: Int) {
        guard start < end else { return }
        let key = LiteralKey(file: ObjectIdentifier(file), start: start, end: end)
        let slice = file.bytes[start..<end]
        if !slice.contains(0x0D) {
            if let offset = literalOffsets[key] {
                function.emit(.literal, offset, end - start)
            } else {
                literalOffsets[key] = program.literals.count
                function.emit(.literal, program.literals.count, end - start)
                program.literals.append(contentsOf: slice)
            }
            return
        }
        var bytes: [UInt8] = []
        var index = start
        while index < end {
            if file.bytes[index] == 0x0D {
                bytes.append(0x0A)
                index += index + 1 < end && file.bytes[index + 1] == 0x0A ? 2 : 1
            } else {
                bytes.append(file.bytes[index])
                index += 1
            }
        }
        writeBytes(bytes)
    }

    func writeBytes(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        function.emit(.literal, program.literals.count, bytes.count)
        program.literals.append(contentsOf: bytes)
    }

    // MARK: Values

    /// Prints an expression at the current place.
    func print(_ expression: Expression) {
        deeper(expression.range) { region { printValue(expression) } }
    }

    func printValue(_ expression: Expression) {
        if let word = word(expression) { return printValue(word) }
        switch expression.kind {
        case .conditional(let value, let test, let otherwise):
            return printConditional(value, test, otherwise, expression)
        case .call(let callee, let arguments):
            if printCall(callee, arguments, expression) { return }
        case .filter(let value, let name, let arguments)
        where (name.value == "e" || name.value == "escape") && arguments.isEmpty && isMarkupPage:
            // Every printed value is escaped for its place.
            return printValue(value)
        case .filter(let value, let name, let arguments)
        where (name.value == "json" || name.value == "tojson") && arguments.isEmpty && printsOwnJSON:
            // A value is printed as JSON there.
            return printValue(value)
        case .filter(let value, let name, let arguments)
        where (name.value == "json" || name.value == "tojson") && arguments.isEmpty && isInPlainAttribute:
            return printJSON(value, expression)
        case .text(let text) where place.position == .text || place.position == .escapable || isInPlainAttribute:
            guard checkPlace(.text, expression) else { return }
            return writeBytes(HTML(escaping: text).bytes)
        case .concat(let parts) where place.position == .text || place.position == .escapable || isInPlainAttribute:
            for part in parts { printValue(part) }
            return
        default: break
        }
        if case .field(let base, let name) = expression.kind, let fused = fusedField(base, name, expression) {
            guard let operation = printing(fused.type, expression) else { return }
            function.emit(
                operation == .print ? .printField : .printEscapedField, fused.register, fused.slot)
            return
        }
        let operand = compile(expression)
        guard let operation = printing(operand.type, expression) else { return }
        function.emit(operation, operand.register)
    }

    /// Reports a field of text that is printed as an address.
    private func checkAddress(_ type: ValueType, _ expression: Expression) {
        guard isAddressStart, place.attributeKind == .url else { return }
        isAddressStart = false
        guard isDocument, !template.isOfTheme, type == .text, case .field(let base, let name) = expression.kind,
            pathKey(expression) != nil
        else { return }
        let names = fieldNames(of: self.type(ofPath: base).unwrapped)
        let written = template.file.text(in: base.range)
        report(
            .textAsAddress, "'\(name.value)' is text, not an address", expression.range,
            hint: names.contains("url") ? "write '\(written).url'" : "print a url, or 'link(\"…\")'")
    }

    private static let idAttribute = MarkupName("id")

    private var printsOwnJSON: Bool { place.position == .json }

    /// Prints JSON as the value of an attribute, as scripts read it: `data-points="{{ numbers|json }}"`.
    private func printJSON(_ value: Expression, _ expression: Expression) {
        let input = compile(value)
        checkJSON(input.type, value)
        let window = function.allocate()
        function.emit(.move, window, input.register)
        emitCall(Filters.jsonText, window, 1, expression.range, window)
        guard let operation = printing(.text, expression) else { return }
        function.emit(operation, window)
    }

    /// Whether this is the value of an attribute in quotes that is not an address, so that text prints there as
    /// elsewhere.
    private var isInPlainAttribute: Bool {
        (place.position == .doubleQuoted || place.position == .singleQuoted) && place.attributeKind == .plain
    }

    var isMarkupPage: Bool { place.language == .html || place.language == .xml }

    /// The record and slot of a field that can be printed without a register of its own.
    func fusedField(
        _ base: Expression, _ name: Located<String>, _ expression: Expression
    ) -> (type: ValueType, register: Int, slot: Int)? {
        switch place.position {
        case .text, .doubleQuoted, .singleQuoted, .escapable: break
        default: return nil
        }
        guard place.attributeKind != .urlSet, let key = pathKey(expression), function.cache[key] == nil
        else { return nil }
        if case .name(let word) = base.kind {
            switch scope.find(word) {
            case .value?, .root?: break
            default: return nil
            }
        }
        let owner = members(of: base) ?? base
        let operand = compile(owner)
        guard let (type, slot) = checkedField(name, of: operand.type, owner) else { return (.faulty, 0, 0) }
        return (narrowed(type, key), operand.register, slot)
    }

    /// The operation that prints a value of a type here. Reports a value that cannot be printed and returns nil.
    func printing(_ type: ValueType, _ expression: Expression) -> Instruction.Operation? {
        checkWritable(type, expression)
        guard checkPlace(type, expression) else { return nil }
        mark(expression.range)
        if place.attributeKind == .url { addressRange = expression.range }
        checkAddress(type, expression)
        if !template.isOfTheme, place.isInAttributeValue, place.attribute == Compiler.idAttribute {
            marks.hasOwnIDs = true
        }
        switch place.position {
        case .text: return .print
        case .escapable: return .printEscaped
        case .doubleQuoted, .singleQuoted: return place.attributeKind == .urlSet ? .printInSet : .printEscaped
        case .json: return .printJSON
        case .jsonString: return .printJSONString
        case .csv:
            place.position = .csvValue
            return .printCSV
        case .csvQuoted: return .printCSVQuoted
        default: return .printPlain
        }
    }

    func printConditional(
        _ value: Expression, _ test: Expression, _ otherwise: Expression?, _ expression: Expression
    ) {
        let start = place
        let oldFacts = facts
        let cache = function.cache
        let fails = jumps(unless: test)
        let whenFalse = self.facts(of: test, when: false)
        facts = oldFacts.union(self.facts(of: test, when: true))
        deeper(value.range) { region { printValue(value) } }
        function.cache = cache
        facts = oldFacts.union(whenFalse)
        let ended = place
        let exit = function.emit(.jump)
        for fail in fails { function.land(fail) }
        place = start
        if let otherwise { deeper(otherwise.range) { region { printValue(otherwise) } } }
        function.land(exit)
        function.cache = cache
        facts = oldFacts
        guard let joined = Place.joined(ended, place) else {
            report(
                .unsettledMarkup, "both sides of this 'if' end in different places of the markup", expression.range)
            return
        }
        place = joined
    }

    /// Whether a value of a type may be printed at the current place. Reports it if not.
    func checkPlace(_ type: ValueType, _ expression: Expression) -> Bool {
        let place = self.place
        func reject(_ message: String, _ hint: String? = nil) -> Bool {
            report(.forbiddenPlace, message, expression.range, hint: hint)
            return false
        }
        switch place.position {
        case .text:
            if place.language == .xml, type == .html {
                return reject("html cannot be printed in XML", "write '|forceescape' to print it as text")
            }
            return true
        case .escapable:
            let tag = place.tag.text
            if place.isDoubtful {
                return reject("values cannot be printed after a '<' in '\(tag)'", "write '&lt;'")
            }
            return type.isMarkup ? reject("html cannot be printed in '\(tag)'", "only text is allowed there") : true
        case .doubleQuoted, .singleQuoted:
            let name = place.attribute.text
            switch place.attributeKind {
            case .forbidden:
                return reject(
                    "nothing can be printed in attribute '\(name)'",
                    name == "style" ? "choose a class instead" : "put it in a 'data-' attribute that a script reads")
            case .urlSet where type != .url && type != .number && type != .faulty:
                return reject("attribute '\(name)' takes a url or a number", "the value is \(type.spoken)")
            default: break
            }
            return type.isMarkup
                ? reject("html cannot be printed in attribute '\(name)'", "only text is allowed there") : true
        case .unquoted, .beforeValue:
            // The text after it is checked as if the value had been printed.
            self.place.position = .unquoted
            return reject(
                "attribute '\(place.attribute.text)' has no quotes",
                "write it in quotes: \(place.attribute.text)=\"…\"")
        case .plain:
            return type.isMarkup ? reject("html cannot be printed in plain text", "write '|striptags'") : true
        case .json: return true
        case .jsonString: return type.isMarkup ? reject("html cannot be printed in JSON", "write '|striptags'") : true
        case .csv, .csvQuoted:
            return type.isMarkup ? reject("html cannot be printed in CSV", "write '|striptags'") : true
        case .csvText, .csvValue, .csvQuoteEnd:
            return reject(
                "a value can only be a whole field, or stand in a field with quotes",
                "write the field in quotes: \"… {{ value }} …\"")
        case .jsonEscape: return reject("nothing can be printed after a backslash")
        case .raw:
            return reject(
                "nothing can be printed in '\(place.tag.text)'",
                "put it in a 'data-' attribute that a script reads: data-value=\"{{ …|json }}\"")
        case .comment, .declaration, .cdata: return reject("nothing can be printed \(place.description)")
        default:
            return reject(
                "nothing can be printed \(place.description)",
                "write the name out, and choose between names with 'if'")
        }
    }
}
