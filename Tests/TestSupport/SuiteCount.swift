import Foundation

/// What a suite that was made elsewhere comes to. `make suites` prints one line for each, and `Tests/README.md` has them.
package struct SuiteCount {
    package let name: String
    package let all: Int
    /// The program reads or prints what the suite expects.
    package let equal: Int
    /// The program reports an error with a message.
    package let refused: Int
    /// The program reads or prints something else.
    package let different: Int

    package init(_ name: String, all: Int, equal: Int, refused: Int, different: Int) {
        (self.name, self.all, self.equal, self.refused, self.different) = (name, all, equal, refused, different)
    }

    /// The row of the table.
    package var row: String { "| \(name) | \(all) | \(equal) | \(refused) | \(different) |" }

    /// Prints the row; whether `Tests/README.md` has it.
    package func isDocumented() throws -> Bool {
        print("suite: " + row)
        return try String(contentsOfFile: FileTree.project + "Tests/README.md", encoding: .utf8).contains(row + "\n")
    }
}
