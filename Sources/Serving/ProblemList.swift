import Bytes
import Diagnostics

/// The problems that the panel of a page shows.
package struct ProblemList: Sendable {
    private let problems: [Diagnostic]
    private let editor: EditorLink?
    /// The folder that relative paths begin in, absolute.
    private let folder: String
    /// More are counted and not listed.
    private static let most = 200

    package init(_ problems: [Diagnostic] = [], editor: EditorLink? = nil, folder: String = "") {
        self.problems = problems
        self.editor = editor
        self.folder = folder
    }

    func adding(_ more: [Diagnostic]) -> ProblemList {
        more.isEmpty ? self : ProblemList((problems + more).inOrder(), editor: editor, folder: folder)
    }

    /// The problems as JSON, errors first.
    var json: [UInt8] {
        var writer = JSONWriter()
        let errors = problems.filter { $0.severity == .error }
        let ordered = errors + problems.filter { $0.severity != .error }
        writer.object { writer in
            writer.key("errors")
            writer.number(errors.count)
            writer.key("warnings")
            writer.number(problems.count - errors.count)
            writer.key("problems")
            writer.array { writer in
                for problem in ordered.prefix(ProblemList.most) { write(problem, to: &writer) }
            }
        }
        return writer.bytes
    }

    private func write(_ problem: Diagnostic, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("severity")
            writer.string(problem.severity.rawValue)
            writer.key("code")
            writer.string(problem.code.name)
            writer.key("message")
            writer.string(problem.message)
            if let hint = problem.hint {
                writer.key("hint")
                writer.string(hint)
            }
            guard let path = problem.location?.file.path ?? problem.path else { return }
            let position = problem.location?.position
            writer.key("path")
            writer.string(path)
            if let position {
                writer.key("line")
                writer.number(position.line)
                writer.key("column")
                writer.number(position.column)
            }
            if let location = problem.location {
                writer.key("text")
                writer.string(ProblemList.line(of: location))
            }
            if let editor {
                writer.key("editor")
                writer.string(
                    editor.url(
                        path: path.hasPrefix("/") ? path : folder + "/" + path, line: position?.line ?? 1,
                        column: position?.column ?? 1))
            }
        }
    }

    /// The line of a place, at most 200 bytes of it.
    private static func line(of location: TextLocation) -> String {
        let line = location.file.line(at: Int(location.range.start))
        return String(decoding: location.file.bytes[line].prefix(200), as: UTF8.self)
    }
}
