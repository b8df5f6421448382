import Bytes
import CYAML
import Diagnostics

/// Front matter as a tree, by libyaml. The only file that imports libyaml.
package enum YAML {
    /// Deepest nesting of lists and mappings. Fields need 6; libyaml has no limit.
    package static let deepestNesting = 32

    /// The version of the libyaml that runs: "0.2.5".
    package static var libraryVersion: String { String(cString: yaml_get_version_string()) }

    /// Parses a range of a file with one YAML mapping.
    ///
    /// The value is always a mapping. After a syntax error, reading continues at the next line that begins with a key,
    /// so that all errors are reported at once; the value is then `isIncomplete`. Aliases, tags, merge keys and keys
    /// that are lists are left out, with an error each.
    package static func parse(_ range: TextRange, in file: TextFile) -> Outcome<YAMLNode> {
        file.bytes.withUnsafeBufferPointer { bytes in
            let block = range.offsets.clamped(to: 0..<bytes.count)
            var reader = EventReader(bytes, block, file)
            var pieces = YAMLPieces(reader.document(), reader.diagnostics, in: file)
            var fault = reader.fault
            while let place = fault, let start = pieces.nextField(behind: place, in: block) {
                reader = EventReader(bytes, start..<block.upperBound, file)
                pieces.add(reader.document(), reader.diagnostics)
                fault = reader.fault
            }
            return pieces.outcome
        }
    }
}

/// Walks libyaml's events and builds nodes whose ranges are UTF-8 offsets in the file.
private struct EventReader: ~Copyable {
    private let file: TextFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>
    // Both are allocated, because libyaml stores the parser's own address inside the parser.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let isASCII: Bool
    // libyaml's marks count Unicode scalars; this pair converts them to bytes.
    private var walkedScalars = 0
    private var walkedBytes: Int
    private var lastScalar: YAMLFault.Scalar?
    private var isStopped = false
    /// The place of the syntax error that ended the reading.
    private(set) var fault: Int?
    var diagnostics: [Diagnostic] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ file: TextFile) {
        self.file = file
        self.bytes = bytes
        self.range = range
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        isASCII = EventReader.isASCII(UnsafeBufferPointer(rebasing: bytes[range]))
        walkedBytes = range.lowerBound
        event.initialize(to: yaml_event_t())
        // It fails only where there is no memory, which ends the process as Swift's own allocations do.
        guard yaml_parser_initialize(parser) == 1 else { abort() }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var seen: UInt8 = 0
        for byte in bytes { seen |= byte }
        return seen < 0x80
    }

    // MARK: Events

    /// Loads the next event; false after a syntax error, which is reported.
    private mutating func advance() -> Bool {
        guard !isStopped else { return false }
        yaml_event_delete(event)
        if yaml_parser_parse(parser, event) == 1 { return true }
        isStopped = true
        let state = parser.pointee
        if state.error == YAML_MEMORY_ERROR { abort() }
        let isReaderFault = state.error == YAML_READER_ERROR
        let fault = YAMLFault(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            context: state.context.map { String(cString: $0) } ?? "",
            place: isReaderFault
                ? min(range.lowerBound + state.problem_offset, range.upperBound) : offset(state.problem_mark),
            opening: state.context == nil ? nil : offset(state.context_mark),
            scalarValue: UInt32(truncatingIfNeeded: state.problem_value), last: lastScalar)
        let diagnostic = fault.diagnostic(in: file, block: range)
        self.fault = diagnostic.location.map { Int($0.range.start) }
        diagnostics.append(diagnostic)
        return false
    }

    private var start: Int { mutating get { offset(event.pointee.start_mark) } }
    private var end: Int { mutating get { offset(event.pointee.end_mark) } }

    /// The UTF-8 offset in the file of a mark.
    private mutating func offset(_ mark: yaml_mark_t) -> Int {
        let wanted = Int(mark.index)
        if isASCII { return min(range.lowerBound + wanted, range.upperBound) }
        while walkedScalars < wanted, walkedBytes < range.upperBound {
            walkedBytes += 1
            while walkedBytes < range.upperBound, bytes[walkedBytes] & 0xC0 == 0x80 { walkedBytes += 1 }
            walkedScalars += 1
        }
        while walkedScalars > wanted, walkedBytes > range.lowerBound {
            walkedBytes -= 1
            while walkedBytes > range.lowerBound, bytes[walkedBytes] & 0xC0 == 0x80 { walkedBytes -= 1 }
            walkedScalars -= 1
        }
        return walkedBytes
    }

    // MARK: Nodes

    /// The root mapping; empty if the front matter is empty.
    mutating func document() -> YAMLNode {
        var root = YAMLNode(.mapping([]), TextRange(at: range.lowerBound))
        guard advance(), advance() else { return incomplete(root) }
        if event.pointee.type == YAML_STREAM_END_EVENT { return root }
        guard advance() else { return incomplete(root) }
        let node = self.node(depth: 1)
        switch node?.kind {
        case .mapping: root = node ?? root
        case nil: root = incomplete(root)
        case .scalar where node?.isAbsent == true: break
        default:
            // A syntax error after it ("mapping values are not allowed") is more precise than the wrong shape.
            if let node, advance(), isDocumentEnd {
                diagnostics.append(YAMLFault.rootIsNoMapping(node, in: file))
            }
            return incomplete(root)
        }
        while !isStopped, event.pointee.type != YAML_STREAM_END_EVENT {
            guard advance() else { return incomplete(root) }
            if event.pointee.type == YAML_DOCUMENT_START_EVENT {
                refuse(.yamlSecondDocument, "a second YAML document starts inside the front matter", start, end)
                isStopped = true
            } else if event.pointee.type == YAML_DOCUMENT_END_EVENT, event.pointee.data.document_end.implicit == 0 {
                refuse(.yamlSecondDocument, "'...' ends the YAML document inside the front matter", start, end)
                isStopped = true
            }
        }
        return root
    }

    private var isDocumentEnd: Bool { event.pointee.type == YAML_DOCUMENT_END_EVENT }

    private func incomplete(_ node: YAMLNode) -> YAMLNode { YAMLNode(node.kind, node.range, isIncomplete: true) }

    /// The node that starts with the loaded event; nil if it was rejected or cut off.
    private mutating func node(depth: Int) -> YAMLNode? {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT:
            let (text, isPlain) = scalar()
            return YAMLNode(.scalar(text: text.value, isPlain: isPlain), text.range)
        case YAML_ALIAS_EVENT:
            refuseAlias()
            return nil
        case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
            guard depth <= YAML.deepestNesting else {
                refuse(
                    .yamlDepth, "lists and mappings are nested more than \(YAML.deepestNesting) deep", start, start + 1)
                isStopped = true
                return nil
            }
            return event.pointee.type == YAML_SEQUENCE_START_EVENT ? sequence(depth) : mapping(depth)
        default:
            return nil
        }
    }

    private mutating func sequence(_ depth: Int) -> YAMLNode? {
        let data = event.pointee.data.sequence_start
        checkProperties(anchor: data.anchor, tag: data.tag)
        let isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
        let first = start
        var last = end
        var items: [YAMLNode] = []
        items.reserveCapacity(4)
        while advance(), event.pointee.type != YAML_SEQUENCE_END_EVENT {
            guard let item = node(depth: depth + 1) else { continue }
            items.append(item)
            last = Int(item.range.end)
        }
        if isFlow, !isStopped { last = end }
        return YAMLNode(.sequence(items), TextRange(first, last), isIncomplete: isStopped)
    }

    private mutating func mapping(_ depth: Int) -> YAMLNode? {
        let data = event.pointee.data.mapping_start
        checkProperties(anchor: data.anchor, tag: data.tag)
        let isFlow = data.style == YAML_FLOW_MAPPING_STYLE
        let first = start
        var last = end
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(8)
        var keys = KeySet()
        var isIncomplete = false
        while advance(), event.pointee.type != YAML_MAPPING_END_EVENT {
            let key = self.key(depth)
            guard advance() else { break }
            let value = node(depth: depth + 1)
            if let value { last = Int(value.range.end) }
            guard let key, let value else {
                isIncomplete = true
                continue
            }
            if let earlier = keys.insert(key, among: entries) {
                diagnostics.append(YAMLFault.duplicateKey(key, first: earlier, in: file))
                continue
            }
            if value.isAbsent, let fault = YAMLFault.commentInsteadOfValue(of: key, value, in: file) {
                diagnostics.append(fault)
                isIncomplete = true
            }
            entries.append(YAMLNode.Entry(key: key, value: value))
        }
        if isFlow, !isStopped { last = end }
        return YAMLNode(.mapping(entries), TextRange(first, last), isIncomplete: isIncomplete || isStopped)
    }

    /// The loaded key; nil if it was rejected.
    private mutating func key(_ depth: Int) -> Located<String>? {
        guard event.pointee.type == YAML_SCALAR_EVENT else {
            if event.pointee.type == YAML_ALIAS_EVENT {
                refuseAlias(isKey: true)
            } else if let node = node(depth: depth + 1) {
                refuse(
                    .yamlKey, "a key must be text, not \(node.shape)", Int(node.range.start), Int(node.range.end))
            }
            return nil
        }
        let (key, isPlain) = scalar()
        if key.value == "<<", isPlain {
            refuse(
                .yamlMergeKey, "merge keys ('<<') are not used in front matter", Int(key.range.start),
                Int(key.range.end), hint: "write the fields out")
            return nil
        }
        let before = Int(key.range.start) - 1
        if before >= range.lowerBound, bytes[before] == 0x3F {
            refuse(
                .yamlNeedsQuotes, "a key that begins with '?' must be written in quotes", before, Int(key.range.end))
            return nil
        }
        if key.value.isEmpty {
            refuse(.yamlKey, "a value has no key before its ':'", Int(key.range.start), Int(key.range.end))
            return nil
        }
        return key
    }

    // MARK: Scalars

    private mutating func scalar() -> (Located<String>, isPlain: Bool) {
        let data = event.pointee.data.scalar
        let first = start
        var last = end
        let isBlock = data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE
        if isBlock {
            // libyaml's mark is after the line breaks that end the block.
            while last > first, bytes[last - 1] == 0x0A || bytes[last - 1] == 0x0D || bytes[last - 1] == 0x20 {
                last -= 1
            }
        }
        if data.anchor != nil || data.tag != nil { checkProperties(anchor: data.anchor, tag: data.tag) }
        let isQuoted =
            data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || data.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
        let place = TextRange(first, last)
        let decoded = UnsafeBufferPointer(start: data.value, count: data.length)
        lastScalar = YAMLFault.Scalar(range: place, isQuoted: isQuoted)
        if data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, file.bytes[place.offsets].contains(0x5C),
            !checkEscapes(ArraySlice(decoded), place)
        {
            // The rest stays, so that the value does not count as empty.
            let rest = String(decoding: decoded, as: UTF8.self).unicodeScalars.filter {
                RefusedCharacter($0.value) == nil
            }
            return (Located(String(rest).composed, place), false)
        }
        if isBlock {
            // The line breaks that end a block are not part of a title, a name or a calendar's text.
            let end = decoded.lastIndex { $0 != 0x0A } ?? -1
            return (Located(String(decoding: decoded[...end], as: UTF8.self).composed, place), false)
        }
        if !isQuoted, first < last, let fault = YAMLFault.commentAfterValue(place, in: file) {
            diagnostics.append(fault)
        }
        return (Located(String(decoding: decoded, as: UTF8.self).composed, place), !isQuoted)
    }

    /// Reports the characters that escapes make and that typed ones may not be; false if one of them is an error.
    private mutating func checkEscapes(_ decoded: ArraySlice<UInt8>, _ place: TextRange) -> Bool {
        func counts(_ bytes: ArraySlice<UInt8>) -> [UInt32: Int] {
            var counts: [UInt32: Int] = [:]
            var walk = ScalarWalk(bytes)
            while let code = walk.next() { if RefusedCharacter(code) != nil { counts[code, default: 0] += 1 } }
            return counts
        }
        // What stands in the file as itself was reported when the file was read.
        let typed = counts(file.bytes[place.offsets])
        var isSound = true
        for (code, count) in counts(decoded).sorted(by: { $0.key < $1.key }) {
            guard count > typed[code, default: 0], let refused = RefusedCharacter(code) else { continue }
            diagnostics.append(YAMLFault.escapedCharacter(refused, code, place, in: file))
            if refused.code.severity == .error { isSound = false }
        }
        return isSound
    }

    // MARK: Rejected parts of YAML

    private mutating func checkProperties(anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?) {
        guard anchor != nil || tag != nil else { return }
        let place = TextRange(start, end)
        if let anchor {
            diagnostics.append(YAMLFault.anchor(String(cString: anchor), place, in: file))
        } else {
            diagnostics.append(YAMLFault.tag(place, in: file))
        }
    }

    private mutating func refuseAlias(isKey: Bool = false) {
        let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
        diagnostics.append(YAMLFault.alias(name, TextRange(start, end), isKey: isKey, in: file))
    }

    private mutating func refuse(
        _ code: DiagnosticCode, _ message: String, _ start: Int, _ end: Int, hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, message, at: TextLocation(file, TextRange(start, end)), hint: hint))
    }
}
