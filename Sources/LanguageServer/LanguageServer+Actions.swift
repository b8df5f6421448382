import Building
import Diagnostics
import Editing
import Model

extension LanguageServer {
    /// The edits that fix problems in a range, and the one that applies all fixes of a document.
    mutating func codeActions(_ parameters: LSP.CodeActionParameters) -> (any Encodable)? {
        guard let path = FileURI.path(parameters.textDocument.uri), let site = site(of: path) else { return nil }
        sites[site].refresh()
        publishOutdated()
        var converter = converter(site)
        let only = parameters.context?.only
        func isWanted(_ kind: String) -> Bool {
            only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
        }
        var actions: [LSP.CodeAction] = []
        let problems = sites[site].diagnostics.filter { $0.location?.file.path == path }
        let near = problems.filter { problem in
            guard let place = problem.location else { return false }
            let range = converter.range(place)
            return range.start <= parameters.range.end && parameters.range.start <= range.end
        }
        if isWanted(LSP.CodeAction.quickFix) {
            for problem in near {
                guard let fixIt = problem.fixIt else { continue }
                let edits = [fixIt.location.file.path: converter.edits(fixIt)]
                actions.append(
                    LSP.CodeAction(
                        title: fixIt.title.asTitle, kind: LSP.CodeAction.quickFix,
                        diagnostics: [converter.diagnostic(problem)], isPreferred: true,
                        edit: workspaceEdit(edits, converter)))
            }
        }
        if isWanted(LSP.CodeAction.fixAll), problems.contains(where: { $0.fixIt != nil }),
            let fixed = sites[site].fixed(path), let old = documents[path]?.lines
        {
            actions.append(
                LSP.CodeAction(
                    title: "Apply all fixes", kind: LSP.CodeAction.fixAll,
                    edit: workspaceEdit([path: LanguageServer.difference(old, fixed)], converter)))
        }
        if only == nil {
            for code in Set(near.map(\.code.name)).sorted() {
                let command = LSP.Command.explaining(code)
                actions.append(LSP.CodeAction(title: command.title, command: command))
            }
        }
        return actions
    }

    /// Edits by the path of their document, in the form that the client supports.
    func workspaceEdit(_ edits: [String: [LSP.TextEdit]], _ converter: PlaceConverter) -> LSP.WorkspaceEdit {
        guard client.hasDocumentChanges else {
            let pairs = edits.map { (converter.uri($0.key), $0.value) }
            return LSP.WorkspaceEdit(changes: Dictionary(pairs) { first, _ in first })
        }
        return LSP.WorkspaceEdit(
            documentChanges: edits.sorted { $0.key < $1.key }.map { path, edits in
                .edit(
                    LSP.VersionedTextDocument(uri: converter.uri(path), version: documents[path]?.version), edits)
            })
    }

    /// The lines that differ, as one edit.
    private static func difference(_ old: LineTable, _ new: [UInt8]) -> [LSP.TextEdit] {
        var start = zip(old.bytes, new).prefix { $0 == $1 }.count
        while start > 0, old.bytes[start - 1] != 0x0A { start -= 1 }
        let most = min(old.bytes.count, new.count) - start
        var same = zip(old.bytes.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
        while same > 0, old.bytes[old.bytes.count - same - 1] != 0x0A { same -= 1 }
        let text = String(decoding: new[start..<new.count - same], as: UTF8.self)
        return [LSP.TextEdit(range: old.range(TextRange(start, old.bytes.count - same)), newText: text)]
    }

    /// Shows the article of a code.
    mutating func execute(_ parameters: LSP.ExecuteCommand) throws(ResponseError) {
        let name = parameters.arguments?.first
        guard parameters.command == LSP.Command.explain, let code = allCodes.first(where: { $0.name == name }) else {
            throw ResponseError(.invalidParams, "there is no command '\(parameters.command)' with these arguments")
        }
        notify("window/showMessage", LSP.ShowMessage(type: 3, message: "\(code.title)\n\n\(code.article)"))
    }
}

// MARK: - Renaming

extension LanguageServer {
    /// The id at a place, if it can be renamed.
    mutating func prepareRename(_ parameters: LSP.DocumentPosition) throws(ResponseError) -> (any Encodable)? {
        guard let (context, offset) = context(parameters) else { return nil }
        guard let (entry, range) = context.renamed(at: offset) else {
            throw ResponseError(
                .requestFailed, "there is no id here; put the cursor on an id, a link or a citation")
        }
        return LSP.PrepareRenameResult(range: context.lines.range(range), placeholder: entry.id)
    }

    /// Gives the entry at a place another id everywhere, as `explainer rename` does.
    mutating func rename(_ parameters: LSP.RenameParameters) throws(ResponseError) -> (any Encodable)? {
        let place = LSP.DocumentPosition(textDocument: parameters.textDocument, position: parameters.position)
        guard let (context, offset) = context(place), var converter = converter(for: context),
            let site = sites.first(where: { $0.folders.contains(context.path) })
        else { return nil }
        guard let entry = context.renamed(at: offset)?.entry ?? context.ownEntry else {
            throw ResponseError(.requestFailed, "there is no id here")
        }
        let renaming: Renaming
        do throws(RenamingFault) {
            renaming = try context.names.renaming(entry, to: parameters.newName, hasPages: entry.kind.hasPages)
        } catch {
            throw ResponseError(.requestFailed, error.message + (error.hint.map { " (\($0))" } ?? ""))
        }
        if !renaming.moves.isEmpty, !client.canRenameFiles {
            throw ResponseError(
                .requestFailed,
                "this editor cannot rename files; run 'explainer rename \(entry.kind.word) \(entry.id) \(parameters.newName)'"
            )
        }
        var edits: [String: [LSP.TextEdit]] = [:]
        for file in renaming.files {
            edits[file.file.path] = file.edits.map { edit in
                LSP.TextEdit(range: converter.table(file.file).range(edit.range), newText: edit.replacement)
            }
        }
        for place in renaming.unreachable {
            let line = place.position.line
            notify(
                "window/showMessage",
                LSP.ShowMessage(
                    type: 2, message: "\(place.file.path):\(line) still names '\(entry.id)'; change it by hand"))
        }
        var edit = workspaceEdit(edits, converter)
        let root = site.folders.content + "/"
        edit.documentChanges? += renaming.moves.map { move in
            .rename(oldURI: converter.uri(root + move.from), newURI: converter.uri(root + move.to))
        }
        return edit
    }
}
