import Diagnostics

extension Parser {
    mutating func readBlock(_ tag: Located<String>, into result: inout [Statement]) {
        let name = expectName("the block's name")
        if isWord("scoped") || isWord("required") {
            fail("Jinja's '\(word(current))' blocks are left out of this engine", at: current.range, code: .leftOut)
        }
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
        if isInsideTag { fail("'extends' stands inside another tag", at: tag.range, hint: "move it to the top") }
        let isWhole = !hasFailed
        closeTag()
        guard isWhole else { return isBroken = true }
        setParent(name)
        result.append(.extends(name))
    }
}
