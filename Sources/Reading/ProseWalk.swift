/// A walk over a range of the nodes of prose: each is entered, and left after its descendants.
///
/// Leaves are only entered. Not recursive, so that deep nesting cannot overflow the stack.
package struct ProseWalk {
    private let nodes: [Prose.Node]
    private let end: Int
    private var index: Int
    private var open: [Int] = []

    /// - Parameter range: whole nodes: no node ends after the range.
    package init(_ prose: Prose, _ range: Range<Int>) {
        nodes = prose.nodes
        index = range.lowerBound
        end = range.upperBound
    }

    /// The index of the next node, and whether it is entered or left.
    package mutating func next() -> (index: Int, isEntering: Bool)? {
        if let last = open.last, nodes[last].end <= index {
            open.removeLast()
            return (last, false)
        }
        guard index < end else { return nil }
        let entered = index
        index += 1
        if !nodes[entered].content.isLeaf { open.append(entered) }
        return (entered, true)
    }
}
