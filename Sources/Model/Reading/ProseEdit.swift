import Reading

/// Nodes that take the place of one text.
struct ProseEdit {
    private let prose: Prose
    private var nodes: [(content: Prose.Content, size: Int)] = []
    private var text: [UInt8]
    private var targets: [Prose.Target] = []

    init(_ prose: Prose) {
        self.prose = prose
        text = prose.text
    }

    mutating func text(_ range: Range<UInt32>) { if !range.isEmpty { nodes.append((.text(range), 1)) } }

    mutating func text(_ words: String) { text(stored(words)) }

    mutating func lineBreak() { nodes.append((.lineBreak, 1)) }

    mutating func date(_ range: Range<UInt32>) { nodes.append((.date(range), 1)) }

    /// A link, numbered from 0 until it is put in its place.
    mutating func link(_ target: Prose.Target, text words: String?) {
        nodes.append((.link(UInt32(targets.count)), words == nil ? 1 : 2))
        targets.append(target)
        if let words { text(words) }
    }

    private mutating func stored(_ words: String) -> Range<UInt32> {
        let start = UInt32(text.count)
        text += Array(words.utf8)
        return start..<UInt32(text.count)
    }

    /// The prose with the nodes in the place of one that has no descendants.
    func replacing(node: Int, mentions: [ProseMention]) -> Prose {
        let first = prose.targets(in: 0..<node).count
        let growth = nodes.count - 1
        func renumbered(_ content: Prose.Content, by shift: Int) -> Prose.Content {
            switch content {
            case .link(let number): .link(number + UInt32(shift))
            case .citation(let number): .citation(number + UInt32(shift))
            case .image(let number): .image(number + UInt32(shift))
            default: content
            }
        }
        var result: [Prose.Node] = []
        for (index, old) in prose.nodes.enumerated() {
            if index == node {
                for new in nodes {
                    result.append(Prose.Node(renumbered(new.content, by: first), end: result.count + new.size))
                }
            } else if index < node {
                result.append(Prose.Node(old.content, end: old.end > node ? old.end + growth : old.end))
            } else {
                result.append(Prose.Node(renumbered(old.content, by: targets.count), end: old.end + growth))
            }
        }
        let all = Array(prose.targets[..<first]) + targets + prose.targets[first...]
        return Prose(nodes: result, text: text, targets: all, headings: prose.headings, mentions: mentions)
    }
}
