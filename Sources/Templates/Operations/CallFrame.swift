/// The arguments of a filter, test or function while a page is rendered.
struct CallFrame {
    private let values: Registers
    let links: LinkWriter
    /// The reason for a missing result, reported with the location in the template.
    var failure: String?

    init(_ values: Registers, links: LinkWriter) {
        self.values = values
        self.links = links
    }

    /// An argument; 0 is the value that is filtered or tested.
    subscript(index: Int) -> Value { values[index] }

    func isGiven(_ index: Int) -> Bool {
        if case .absent = values[index] { false } else { true }
    }

    /// A value as text. Numbers, dates and truths have their printed form.
    func text(_ index: Int) -> String { links.text(values[index]) }

    func integer(_ index: Int, standard: Int) -> Int {
        switch values[index] {
        case .int(let number): number
        case .float(let number): Int(exactly: number.rounded(.towardZero)) ?? standard
        default: standard
        }
    }

    func truth(_ index: Int, standard: Bool = false) -> Bool {
        if case .absent = values[index] { return standard }
        return values[index].isTrue
    }

    /// A list; empty for anything else.
    func list(_ index: Int) -> ValueList {
        if case .list(let list) = values[index] { return list }
        return ArrayList([])
    }

    func array(_ index: Int) -> [Value] { list(index).array }
}

extension ValueList {
    var array: [Value] {
        if let list = self as? ArrayList { return list.values }
        return (0..<count).map(element)
    }
}

extension Value {
    /// Whether the value counts as true: present, not empty and not zero.
    var isTrue: Bool {
        switch self {
        case .absent, .none: false
        case .text(let text): !text.isEmpty
        case .utf8(let bytes): !bytes.isEmpty
        case .html(let html): !html.bytes.isEmpty
        case .url(let address): !address.isEmpty
        case .int(let number): number != 0
        case .float(let number): number != 0
        case .truth(let truth): truth
        case .date, .record: true
        case .list(let list): list.count > 0
        }
    }
}

extension Address {
    var isEmpty: Bool {
        if case .external(let url) = self { return url.isEmpty }
        return false
    }
}
