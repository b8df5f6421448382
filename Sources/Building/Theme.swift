import Diagnostics
import Reading
import Rendering
import Templates

/// The templates that pages are made with, compiled, and the files that go with them.
struct Theme: Sendable {
    let templates: TemplateSet
    /// Stylesheets, scripts and pictures, by their path in the output.
    let assets: [(path: String, bytes: [UInt8])]
}

/// The folders that templates come from, the default theme first: files of later folders take the place of earlier ones.
func loadTheme(_ configuration: Configuration, _ files: FileSystem, _ report: inout Report) -> Theme? {
    var templates: [String: TemplateFile] = [:]
    var assets: [String: [UInt8]] = [:]
    var found = false
    for (folder, isRequired) in configuration.themeFolders {
        do {
            let scanned = try SiteFolder.scan(root: folder, displayedAs: shown(folder), with: files)
            found = true
            report.diagnostics += scanned.diagnostics
            for file in scanned.value.assets {
                guard let bytes = try scanned.value.folder.read(file, Theme.largestFile) else {
                    report.diagnostics.append(
                        Diagnostic(
                            .oversizedThemeFile, "'\(file.displayPath)' is larger than 16 MiB", at: nil,
                            path: file.displayPath))
                    continue
                }
                if Theme.isTemplate(file.path) {
                    templates[file.path] = TemplateFile(
                        name: file.path, text: TextFile(path: file.displayPath, bytes: bytes))
                } else {
                    assets[file.path] = bytes
                }
            }
        } catch {
            if isRequired || !error.isAbsence {
                report.stop([Diagnostic(environment: error.message, path: nil)], status: 3)
                return nil
            }
        }
    }
    guard found else {
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
        files: templates.keys.sorted().compactMap { templates[$0] }, schema: siteSchema)
    report.diagnostics += loaded.diagnostics
    return Theme(templates: loaded.value, assets: assets.keys.sorted().map { ($0, assets[$0] ?? []) })
}

extension Theme {
    static let largestFile = 16 << 20

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
