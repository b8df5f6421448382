/// Cleans a text and cuts it into atoms, scalar by scalar.
struct TextCutter {
    private let source: [UInt8]
    /// The clean bytes; never more than the source has, since cleaning adds nothing.
    private(set) var target: [UInt8] = []
    /// Empty where they are not kept.
    private(set) var atoms: [TextWords.Atom] = []
    private let keepsAtoms: Bool
    /// The width of all atoms on one line.
    private(set) var width = 0.0
    private(set) var isRightToLeft: Bool?
    /// A space stands for other white space.
    private var isRespaced = false
    private let table: AdvanceTable
    private let unit: Double

    /// The last atom that has ended, as long as the next may still be joined to it.
    private var ended: TextWords.Atom?
    /// That atom is a number with its word.
    private var endedWithNumber = false
    // What is known between one scalar and the next.
    private var open = TextWords.Atom(bytes: 0..<0, width: 0, gap: 0)
    private var isOpen = false
    private var sawSpace = false
    /// The last scalar allows a break behind it.
    private var lastBroke = false

    init(_ text: String, _ style: TextStyle, keepsAtoms: Bool) {
        source = Array(text.utf8)
        target.reserveCapacity(source.count)
        table = style.face.table
        unit = style.size / 1000
        self.keepsAtoms = keepsAtoms
        if keepsAtoms { atoms.reserveCapacity(source.count / 6 + 2) }
    }

    /// Takes the whole text; to be called once.
    mutating func cut() {
        var index = 0
        while index < source.count {
            let first = source[index]
            if first > 0x20, first < 0x7F, !lastBroke {
                if isOpen, isRightToLeft != nil {
                    index = takeRun(from: index)
                } else {
                    takeFirst(first)
                    index += 1
                }
                continue
            }
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = UInt32(first)
            if length > 1 {
                value &= length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07
                for next in 1..<length { value = value << 6 | UInt32(source[index + next] & 0x3F) }
            }
            take(value, index..<index + length)
            index += length
        }
        close()
        if let ended { add(ended) }
    }

    /// How many clean bytes there are.
    private var count: Int { target.count }

    /// Whether the clean text differs from the source.
    var isChanged: Bool { isRespaced || count != source.count }

    var clean: String { String(decoding: target, as: UTF8.self) }

    /// Takes the rest of a word as far as it is ASCII, which nothing can divide, and gives the offset behind it.
    private mutating func takeRun(from start: Int) -> Int {
        let ascii = table.ascii
        var (end, advance) = (start, 0)
        while end < source.count {
            let byte = source[end]
            guard byte > 0x20, byte < 0x7F else { break }
            advance += Int(ascii[Int(byte) - 0x20])
            end += 1
        }
        target.append(contentsOf: source[start..<end])
        open.width += Double(advance) * unit
        return end
    }

    /// Takes what begins a word or comes before the first letter, if it is ASCII.
    private mutating func takeFirst(_ byte: UInt8) {
        if isRightToLeft == nil, byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { isRightToLeft = false }
        if !isOpen { begin() }
        put(byte)
        open.width += Double(table.ascii[Int(byte) - 0x20]) * unit
    }

    private mutating func take(_ value: UInt32, _ range: Range<Int>) {
        if value == 0x20 || value == 0x9 || value == 0xA || value == 0xD || value == 0x2028 || value == 0x2029 {
            close()
            sawSpace = count > 0
            if value != 0x20 { isRespaced = true }
            lastBroke = false
            return
        }
        if TextWords.isForbidden(value) { return }
        if isRightToLeft == nil { isRightToLeft = AdvanceTable.isRightToLeft(value) }
        if value >= 0x200B || lastBroke {
            let breaks = AdvanceTable.breaksAnywhere(value)
            let parts = value == 0x200B || (breaks || lastBroke) && !AdvanceTable.isJoining(value)
            if parts, !AdvanceTable.mustNotBeginLine(value) { close() }
            lastBroke = breaks
            if value == 0x200B { return }
        }
        if !isOpen { begin() }
        for index in range { put(source[index]) }
        open.width += Double(table.advance(value)) * unit
    }

    private mutating func begin() {
        if sawSpace { put(0x20) }
        open = TextWords.Atom(
            bytes: count..<count, width: 0, gap: sawSpace ? Double(table.advance(0x20)) * unit : 0)
        isOpen = true
        sawSpace = false
    }

    /// Ends the open atom.
    private mutating func close() {
        guard isOpen else { return }
        isOpen = false
        open.bytes = open.bytes.lowerBound..<count
        guard let before = ended else {
            ended = open
            return
        }
        let isNumber = isShortNumber(before.bytes)
        if open.gap > 0, isNumber || endedWithNumber && isYear(open.bytes) {
            endedWithNumber = isNumber
            ended = TextWords.Atom(
                bytes: before.bytes.lowerBound..<count, width: before.width + open.gap + open.width, gap: before.gap)
        } else {
            endedWithNumber = false
            add(before)
            ended = open
        }
    }

    private mutating func add(_ atom: TextWords.Atom) {
        width = atom.bytes.lowerBound == 0 ? atom.width : width + atom.gap + atom.width
        if keepsAtoms { atoms.append(atom) }
    }

    private mutating func put(_ byte: UInt8) { target.append(byte) }
}
