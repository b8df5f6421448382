import Diagnostics
import Editing
import Model
import Reading
import Rendering

extension Workspace {
    /// Reads every document of the content folder and what it names, whatever faults it has; nil if a failure of the
    /// environment is in the report.
    package func names() -> (report: Report, names: ContentNames?) {
        do throws(RunFault) {
            let folders = try scan()
            var documents: [Document] = []
            for file in folders.content.value.documents {
                let bytes = try RunFault.onFiles { () throws(EnvironmentFault) in
                    try self.bytes(of: file, in: folders.content.value, limit: configuration.largestText)
                }
                documents.append(parseDocument(file, bytes, limit: configuration.largestText).value)
            }
            return (Report(), ContentNames(withoutIgnored(documents)))
        } catch {
            return (Report(error), nil)
        }
    }
}

/// What a workspace keeps of the names in its documents, for an editor that asks again and again.
struct NamesMemory: Sendable {
    /// By the path that messages show.
    var documents: [String: Document] = [:]
    var names: ContentNames
}

extension Workspace {
    /// What the documents name, read again where they changed; nil after a failure of the environment.
    ///
    /// - Parameter changes: since the last call.
    package mutating func names(after changes: SourceChanges) -> ContentNames? {
        do throws(RunFault) {
            let isListed = preview.map { !changes.isStructural && !$0.isOutdated(by: changes.files, hasOverlay) }
            let folder: SiteFolder
            if isListed == true, let preview {
                folder = preview.folders.content.value
            } else {
                folder = try scan().content.value
            }
            var documents: [Document] = []
            for file in folder.documents {
                let known = namesMemory?.documents[file.displayPath]
                if let known, !changes.isUnknown, !changes.files.contains(file.displayPath) {
                    documents.append(known)
                    continue
                }
                let bytes = try RunFault.onFiles { () throws(EnvironmentFault) in
                    try self.bytes(of: file, in: folder, limit: Reading.largestText)
                }
                documents.append(parseDocument(file, bytes).value)
            }
            let pairs = zip(folder.documents, documents).map { ($0.displayPath, $1) }
            let names = ContentNames(withoutIgnored(documents), reusing: namesMemory?.names)
            namesMemory = NamesMemory(documents: Dictionary(pairs) { first, _ in first }, names: names)
            return names
        } catch {
            namesMemory = nil
            return nil
        }
    }

    private func withoutIgnored(_ documents: [Document]) -> [Document] {
        let settings = documents.first { $0.path == "site.md" }.map { readSettings($0).value }
        let ignored = settings?.ignore.map { FilePattern($0.value) } ?? []
        if ignored.isEmpty { return documents }
        return documents.filter { document in
            document.path == "site.md" || !ignored.contains { $0.matches(document.path) }
        }
    }
}

extension EntryKind {
    /// Whether entries of the kind have pages of their own.
    package var hasPages: Bool {
        outputKinds.contains { kind in
            if case .entries(let own) = kind.extent { own == self } else { false }
        }
    }
}
