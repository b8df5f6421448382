import Diagnostics

extension Parser {
    mutating func add(_ block: Statement.Block) {
        if let first = blocks[block.name.value] {
            diagnostics.append(
                Diagnostic(
                    .templateSyntax, "block '\(block.name.value)' is defined twice in one file",
                    at: TextLocation(file, block.name.range),
                    notes: [.init("first defined here", at: TextLocation(file, first.name.range))]))
        } else {
            blocks[block.name.value] = block
        }
    }

    mutating func openBlock(_ name: Located<String>) {
        blockOrder.append((name, openBlocks > 0))
        openBlocks += 1
    }

    mutating func closeBlock() { openBlocks -= 1 }

    mutating func add(_ macro: Statement.Macro) { macros.append(macro) }

    mutating func enterMacro() -> Bool {
        openMacros += 1
        return openMacros == 1
    }

    mutating func leaveMacro() { openMacros -= 1 }

    var isInsideTag: Bool { nesting > 0 }

    mutating func setParent(_ name: Located<String>) {
        if let parent {
            diagnostics.append(
                Diagnostic(
                    .templateSyntax, "a template can extend only one other", at: TextLocation(file, name.range),
                    notes: [.init("already extended here", at: TextLocation(file, parent.range))]))
        } else {
            parent = name
        }
    }
}
