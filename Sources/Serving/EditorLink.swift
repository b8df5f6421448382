import Bytes
import Diagnostics

/// How a link opens a place of a file in an editor.
package struct EditorLink: Sendable, Equatable {
    /// With `{path}`, `{line}` and `{column}`.
    let template: String

    /// The editors that have a scheme of their own for links, by name.
    package static let editors: KeyValuePairs = [
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "cursor": "cursor://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
        "macvim": "mvim://open?url=file://{path}&line={line}&column={column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
    ]

    /// - Parameter text: the name of an editor, or the address of its links with `{path}` in it; nil for anything else.
    package init?(_ text: String) {
        if let known = EditorLink.editors.first(where: { $0.key == text }) {
            template = known.value
        } else if text.contains("{path}"), let colon = text.firstIndex(of: ":"), colon != text.startIndex,
            !["javascript", "data", "vbscript", "blob"].contains(text[..<colon].lowercased()),
            text[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        {
            template = text
        } else {
            return nil
        }
    }

    /// - Parameter path: absolute.
    func url(path: String, line: Int, column: Int) -> String {
        template.replacing("{path}", with: percentEncoded(path, allowing: isUnreservedOrSlash))
            .replacing("{line}", with: String(line)).replacing("{column}", with: String(column))
    }
}
