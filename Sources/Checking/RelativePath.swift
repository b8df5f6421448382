import Diagnostics
/// Paths below the content folder, written as a link in a document is.
package enum RelativePath {
    /// The way from a document's folder to a file: `../images/map.png`.
    package static func from(_ document: String, to path: String) -> String {
        let start = document.utf8.split(separator: UInt8(ascii: "/")).dropLast()
        let end = path.utf8.split(separator: UInt8(ascii: "/"))
        let common = zip(start, end.dropLast()).prefix { $0.elementsEqual($1) }.count
        var segments = [String](repeating: "..", count: start.count - common)
        segments += end.dropFirst(common).map { String(Substring($0)) }
        return segments.joined(separator: "/")
    }

    /// The folder of a path, without a slash at its end.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[..<slash])
    }

    /// What stands after the last slash.
    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// Whether the file of a path has the same name as another's, or a slip of it.
    static func isSlip(_ left: String, of right: String) -> Bool {
        Diagnostics.isSlip(name(of: left), of: name(of: right))
    }
}
