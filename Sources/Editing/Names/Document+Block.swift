import Diagnostics
import Reading

extension Document {
    /// The offsets of the front matter's lines, without the lines of `---`; nil if there is no closed front matter.
    var frontMatterLines: Range<Int>? {
        guard hasFrontMatter else { return nil }
        let bytes = file.bytes
        let start = file.nextLine(file.byteOrderMarkLength)
        var line = start
        while line < bytes.count {
            let text = bytes[file.line(at: line)]
            if text.starts(with: Array("---".utf8)), text.dropFirst(3).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                return start..<line
            }
            line = file.nextLine(line)
        }
        return nil
    }
}

extension TextFile {
    /// The offset behind the end of the line at an offset.
    func nextLine(_ offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }
}
