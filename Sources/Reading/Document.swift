import Diagnostics

/// A content file: front matter as a tree of located nodes, and the range of its body.
package struct Document: Sendable {
    /// Relative to the content folder: `demands/all-lawful-uses.md`.
    package let path: String
    /// The text, under the path that messages show.
    package let file: TextFile
    /// Always a mapping; empty if there is no front matter, `isIncomplete` if a syntax error cut it short.
    package let frontMatter: YAMLNode
    package let hasFrontMatter: Bool
    /// The text after the front matter, as input of `Markdown.prose`. Empty if the text has errors that prevent
    /// parsing.
    package let body: TextRange

    package init(path: String, file: TextFile, frontMatter: YAMLNode, hasFrontMatter: Bool, body: TextRange) {
        self.path = path
        self.file = file
        self.frontMatter = frontMatter
        self.hasFrontMatter = hasFrontMatter
        self.body = body
    }
}

private let tooLargeHint = "divide it into several entries, or allow more with --max-file-size"

/// Parses one document. Has no side effects, so callers can run it on many cores.
///
/// Returns a document even if its text is invalid, so that references to it are not reported too.
///
/// - Parameters:
///   - bytes: those of the file; nil if it is larger than `limit`.
///   - limit: the most bytes that a document may have.
package func parseDocument(
    _ found: FoundFile, _ bytes: [UInt8]?, limit: Int = Reading.largestText
) -> Outcome<Document> {
    if let bytes {
        return parseDocument(TextFile(path: found.displayPath, bytes: bytes), path: found.path, limit: limit)
    }
    let fault = Diagnostic(
        .fileTooLarge, "the file has \(found.size) bytes; at most \(limit) are read", at: nil,
        path: found.displayPath, hint: tooLargeHint)
    return Outcome(unreadable(TextFile(path: found.displayPath, bytes: []), path: found.path), [fault])
}

/// Reads and parses one document.
///
/// - Throws: a failure of the environment; `isMissing` if the file was deleted since the folder was listed.
package func readDocument(_ found: FoundFile, in site: SiteFolder) throws(EnvironmentFault) -> Outcome<Document> {
    parseDocument(found, try site.folder.read(found, Reading.largestText))
}

/// Parses a document whose bytes are in memory already.
package func parseDocument(
    _ file: TextFile, path: String, limit: Int = Reading.largestText
) -> Outcome<Document> {
    if file.bytes.count > limit {
        return Outcome(
            unreadable(file, path: path),
            [
                Diagnostic(
                    .fileTooLarge, "the file has \(file.bytes.count) bytes; at most \(limit) are read",
                    at: nil, path: file.path, hint: tooLargeHint)
            ])
    }
    let check = TextCheck(file)
    guard check.isSound else { return Outcome(unreadable(file, path: path), check.diagnostics) }
    var diagnostics = check.diagnostics + ConflictMarkers.problems(in: file)
    guard !diagnostics.hasErrors else { return Outcome(unreadable(file, path: path), diagnostics) }
    let start = file.byteOrderMarkLength
    if file.bytes[start...].allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
        diagnostics.append(
            Diagnostic(
                .emptyDocument, "the file is empty", at: TextLocation(file, TextRange(at: start)),
                hint: "write its front matter, or delete the file"))
        return Outcome(unreadable(file, path: path), diagnostics)
    }
    let parts = FrontMatter(file)
    diagnostics += parts.diagnostics
    let node: YAMLNode
    let characters = parts.block.map { FrontMatterCharacters(file, $0).diagnostics } ?? []
    diagnostics += characters
    if let block = parts.block, !characters.isEmpty {
        node = YAMLNode(.mapping([]), TextRange(at: block.lowerBound), isIncomplete: true)
    } else if let block = parts.block {
        let parsed = YAML.parse(TextRange(block.lowerBound, block.upperBound), in: file)
        node = parsed.value
        diagnostics += parsed.diagnostics
    } else {
        node = YAMLNode(.mapping([]), TextRange(at: start), isIncomplete: parts.isBroken)
    }
    let document = Document(
        path: path, file: file, frontMatter: node, hasFrontMatter: parts.block != nil,
        body: TextRange(parts.bodyStart, file.bytes.count))
    return Outcome(document, diagnostics)
}

/// A document whose text cannot be used; only its name is known.
private func unreadable(_ file: TextFile, path: String) -> Document {
    Document(
        path: path, file: file, frontMatter: YAMLNode(.mapping([]), TextRange(at: 0), isIncomplete: true),
        hasFrontMatter: false, body: TextRange(at: 0))
}
