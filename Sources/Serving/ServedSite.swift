import Building
import Bytes
import Diagnostics
import Model
import Synchronization
import Writing

/// The files that are served, by their paths from the site's root.
package protocol ServedFiles: Sendable {
    func contains(_ path: String) -> Bool
    func file(at path: String) -> PreviewFile?
    /// `/`, or the path under which the site will be published, with a slash at both ends.
    var rootPrefix: String { get }
}

extension SitePreview: ServedFiles {}

/// One state of the site, as requests see it. Nothing of it changes.
package final class ServedSite: Sendable {
    /// Nil if no site could be made yet.
    let files: (any ServedFiles)?
    private let list: ProblemList
    package let numbers: StateNumbers
    /// Pages that were rendered in this state.
    private let pages: PageCache

    /// - Parameter other: an earlier state with the same files.
    package init(
        files: (any ServedFiles)?, problems: ProblemList = ProblemList(), numbers: StateNumbers = StateNumbers(),
        sharingPagesOf other: ServedSite? = nil
    ) {
        self.files = files
        list = problems
        self.numbers = numbers
        pages = other?.pages ?? PageCache()
    }

    /// The problems of the site, and of the pages that were rendered, as JSON.
    var problems: [UInt8] { list.adding(pages.problems).json }

    /// A page with the script that reloads it, or another file as it is.
    func file(at path: String) -> ServedFile? {
        pages.file(at: path) {
            files?.file(at: path).map { file in
                if !file.problems.isEmpty { pages.note(file.problems, at: path) }
                return
                    file.form == .page
                    ? ServedFile(page: file.bytes, unresolved: file.unresolved)
                    : ServedFile(bytes: file.bytes, digest: nil)
            }
        }
    }
}

/// A file as it is sent.
package struct ServedFile: Sendable {
    let bytes: [UInt8]
    /// Of a page, what its script compares to find out whether the page changed.
    let digest: String?

    init(bytes: [UInt8], digest: String?) {
        self.bytes = bytes
        self.digest = digest
    }

    /// A page: the bytes of a build, and one script after them.
    ///
    /// - Parameter unresolved: what the page lacks because it does not exist, for the script to show.
    init(page bytes: [UInt8], unresolved: [String] = []) {
        let names = unresolved.map { percentEncoded($0, allowing: isUnreservedOrSlash) }.joined(separator: " ")
        let hash = ContentHash(of: bytes + Array(names.utf8))
        let digest = String(hash.high, radix: 16) + String(hash.low, radix: 16)
        let attribute = names.isEmpty ? "" : " data-unresolved=\"\(names)\""
        let script = "<script src=\"/\(OwnPath.script)\" data-page=\"\(digest)\"\(attribute)></script>\n"
        self.init(bytes: bytes + Array(script.utf8), digest: digest)
    }
}

/// What the stream of changes tells: numbers that differ if something differs, and nothing of the content.
package struct StateNumbers: Sendable, Equatable {
    /// Differs between two runs of the server.
    package var run = 0
    package var pages = 0
    package var styles = 0
    /// Scripts, pictures and other files that pages name.
    package var files = 0
    package var problems = 0

    package init() {}

    var json: String {
        "{\"run\":\(run),\"pages\":\(pages),\"styles\":\(styles),\"files\":\(files),\"problems\":\(problems)}"
    }
}

/// The paths that are the server's own. No entry's page can have one: ids have no underscore.
enum OwnPath {
    static let folder = "_explainer/"
    static let script = folder + "preview.js"
    static let worker = folder + "stream.js"
    static let events = folder + "events"
    static let problems = folder + "problems"
}

/// The pages that were asked for last, since a browser asks twice: whether a page changed, and for the page.
private final class PageCache: Sendable {
    private static let most = 64
    private let files = Mutex<[String: ServedFile]>([:])
    private let found = Mutex<[String: [Diagnostic]]>([:])

    /// What went wrong in rendering, in the order of paths.
    var problems: [Diagnostic] { found.withLock { $0.sorted { $0.key < $1.key }.flatMap(\.value) } }

    func note(_ problems: [Diagnostic], at path: String) { found.withLock { $0[path] = problems } }

    func file(at path: String, make: () -> ServedFile?) -> ServedFile? {
        if let known = files.withLock({ $0[path] }) { return known }
        guard let file = make() else { return nil }
        // Other files can be large and may be read from the disk again.
        if file.digest != nil {
            files.withLock { files in
                if files.count >= PageCache.most { files.removeAll() }
                files[path] = file
            }
        }
        return file
    }
}
