import Diagnostics
import Reading
import Rendering
import Templates
import Writing

/// The templates that pages are made with, compiled, and the files that go with them.
struct Theme: Sendable {
    let templates: TemplateSet
    /// The folders that they came from, listed.
    let folders: [SiteFolder]
    /// Of the templates' names and bytes.
    let fingerprint: ContentHash
    /// Of every file, by the path that messages show.
    let hashes: [String: ContentHash]
    /// Stylesheets, scripts and pictures, by their path in the output.
    let assets: [(path: String, bytes: [UInt8])]
}

/// The folders that templates come from, the default theme first: files of later folders take the place of earlier ones.
///
/// - Parameter folders: the folders, listed.
func loadTheme(
    _ folders: [Outcome<SiteFolder>], _ configuration: Configuration, _ report: inout Report
) -> Theme? {
    var templates: [String: TemplateFile] = [:]
    var assets: [String: [UInt8]] = [:]
    var hashes: [String: ContentHash] = [:]
    for folder in folders {
        do {
            report.diagnostics += folder.diagnostics
            for file in folder.value.assets {
                guard let bytes = try folder.value.folder.read(file, Theme.largestFile) else {
                    report.diagnostics.append(
                        Diagnostic(
                            .oversizedThemeFile, "'\(file.displayPath)' is larger than 16 MiB", at: nil,
                            path: file.displayPath))
                    continue
                }
                hashes[file.displayPath] = ContentHash(of: bytes)
                if Theme.isTemplate(file.path) {
                    templates[file.path] = TemplateFile(
                        name: file.path, text: TextFile(path: file.displayPath, bytes: bytes))
                } else {
                    assets[file.path] = bytes
                }
            }
        } catch {
            report.stop([Diagnostic(environment: error.message, path: nil)], status: 3)
            return nil
        }
    }
    guard !folders.isEmpty else {
        report.stop(
            [
                Diagnostic(
                    .missingTheme,
                    "there are no templates in '\(shown(configuration.templates))' and no default theme is installed",
                    at: nil, path: shown(configuration.templates),
                    hint: "'make install' puts the default theme beside the program; or name a folder with --templates")
            ], status: 2)
        return nil
    }
    let loaded = TemplateSet.load(
        files: templates.keys.sorted().compactMap { templates[$0] }, schema: siteSchema,
        jobs: configuration.concurrency.jobs)
    report.diagnostics += loaded.diagnostics
    var fingerprint = ContentHasher()
    for name in templates.keys.sorted() {
        fingerprint.update(name)
        if let path = templates[name]?.text.path, let hash = hashes[path] { fingerprint.update(hash) }
    }
    return Theme(
        templates: loaded.value, folders: folders.map(\.value), fingerprint: fingerprint.finish(), hashes: hashes,
        assets: assets.keys.sorted().map { ($0, assets[$0] ?? []) })
}

/// Lists the folders that templates come from; nil where the machine refuses, which the report then says.
func scanThemes(_ configuration: Configuration, _ files: FileSystem, _ report: inout Report) -> [Outcome<SiteFolder>]? {
    var folders: [Outcome<SiteFolder>] = []
    for (folder, isRequired) in configuration.themeFolders {
        do {
            folders.append(try SiteFolder.scan(root: folder, displayedAs: shown(folder), with: files))
        } catch {
            if isRequired || !error.isAbsence {
                report.stop([Diagnostic(environment: error.message, path: nil)], status: 3)
                return nil
            }
        }
    }
    return folders
}

extension Theme {
    static let largestFile = 16 << 20

    /// The paths in the output of the files that are copied from folders with templates, in their order.
    static func assetPaths(in folders: [Outcome<SiteFolder>]) -> [String] {
        Set(folders.flatMap(\.value.assets).map(\.path).filter { !isTemplate($0) }).sorted()
    }

    /// Whether a file of a theme is a template: those directly in the folder or in folders other than `assets`.
    static func isTemplate(_ path: String) -> Bool {
        guard !path.hasPrefix("assets/") else { return false }
        return path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".txt")
    }
}

extension Configuration {
    /// Folders with templates in the order in which they are laid over each other, and whether each must exist.
    var themeFolders: [(folder: String, isRequired: Bool)] {
        (theme.map { [($0, true)] } ?? []) + [(templates, false)]
    }
}
