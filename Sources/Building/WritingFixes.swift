import Diagnostics
import Writing

extension Workspace {
    /// Writes the texts of fixed files, by the paths that messages show, and forgets all overlays.
    ///
    /// - Parameter files: what each file had when its problems were found, and what replaces it.
    /// - Returns: the files that could not be written, with the reasons.
    package mutating func writeFixes(
        _ files: [String: (old: [UInt8], new: [UInt8])]
    ) -> [(path: String, diagnostics: [Diagnostic])] {
        for path in files.keys { overlay(nil, at: path) }
        let folders = [configuration.content, configuration.templates] + (configuration.theme.map { [$0] } ?? [])
        let replacements = files.sorted { $0.key < $1.key }.compactMap { path, bytes -> SourceReplacement? in
            guard let folder = folders.first(where: { path.hasPrefix(shown($0) + "/") || shown($0) == "." }) else {
                return nil
            }
            let below = shown(folder) == "." ? path : String(path.dropFirst(shown(folder).count + 1))
            return SourceReplacement(folder: folder, path: below, shown: path, old: bytes.old, new: bytes.new)
        }
        do throws(WriteFault) {
            return try SourceReplacement.write(replacements, configuration.writeOptions)
                .map { ($0.shown, $0.fault.diagnostics) }
        } catch {
            return files.keys.sorted().prefix(1).map { ($0, error.diagnostics) }
                + files.keys.sorted().dropFirst().map { ($0, []) }
        }
    }
}
