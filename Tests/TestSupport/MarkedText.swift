import Diagnostics

/// A text whose places of interest are marked in the input itself with ① to ⑨, so that tests never count columns.
///
/// The markers are stripped; `offsets` gives the UTF-8 offset in the stripped text at which each stood.
package struct MarkedText: Sendable {
    package let text: String
    /// UTF-8 offset of each marker by its number, from 1.
    package let offsets: [Int: Int]

    package init(_ marked: String) {
        var text = ""
        var offsets: [Int: Int] = [:]
        for scalar in marked.unicodeScalars {
            if (0x2460...0x2468).contains(scalar.value) {
                offsets[Int(scalar.value) - 0x2460 + 1] = text.utf8.count
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        self.text = text
        self.offsets = offsets
    }

    /// The stripped text as a file.
    package func file(_ path: String) -> TextFile { TextFile(path: path, text: text) }
}
