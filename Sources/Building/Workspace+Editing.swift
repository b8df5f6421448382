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
            let settings = documents.first { $0.path == "site.md" }.map { readSettings($0).value }
            let ignored = settings?.ignore.map { FilePattern($0.value) } ?? []
            documents.removeAll { document in
                document.path != "site.md" && ignored.contains { $0.matches(document.path) }
            }
            return (Report(), ContentNames(documents))
        } catch {
            return (Report(error), nil)
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
