import Diagnostics

extension Parser {
    mutating func readBlock(_ tag: Located<String>, into result: inout [Statement]) {
        let name = expectName("the block's name")
        if isWord("scoped") { leaveOut(.scopedBlocks, at: current.range) }
        if isWord("required") { leaveOut(.requiredBlocks, at: current.range) }
        closeTag()
        openBlock(name)
        let (body, closer) = readBody(of: Located("block", tag.range.joined(with: name.range)), until: ["endblock"])
        closeBlock()
        if closer == "endblock" {
            _ = current.kind == .name ? takeEndName(name.value) : true
            closeTag()
        }
        let block = Statement.Block(name: name, body: body, file: self.name)
        add(block)
        result.append(.block(block))
    }

    mutating func readExtends(_ tag: Located<String>, into result: inout [Statement]) {
        let name = readTemplateName()
        if isInsideTag { leaveOut(.conditionalExtends, at: tag.range) }
        let isWhole = !hasFailed
        closeTag()
        guard isWhole else { return isBroken = true }
        setParent(name)
        result.append(.extends(name))
    }
}
