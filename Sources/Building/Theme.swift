import Bytes
import Diagnostics
import Model
import Reading
import Rendering
import Templates
import Writing

/// What a site's plan has from the folders with templates.
struct ThemeFiles {
    /// The paths in the output of the files that are copied, sorted.
    let assets: [String]
    /// The files that are made from templates in `exports`, sorted by template.
    let exports: [PageType]
    /// The names of the templates in `pages`, for free pages, sorted.
    let pageTemplates: [String]

    init(_ folders: [Outcome<SiteFolder>]) {
        let paths = Set(folders.flatMap(\.value.assets).map(\.path)).sorted()
        assets = paths.filter { !Theme.isTemplate($0) }
        exports = paths.compactMap(PageType.init(export:))
        pageTemplates = paths.filter { $0.hasPrefix(FreePageRoot.folder) && $0.hasSuffix(".html") }
            .map { String($0.dropFirst(FreePageRoot.folder.count)) }
    }
}

/// Compiled templates and the other files of a theme.
struct Theme: Sendable {
    let templates: TemplateSet
    /// The listings of the theme's folders.
    let folders: [SiteFolder]
    /// The texts of the templates of pages, sorted by name.
    let pages: [TextFile]
    /// A hash of the names and bytes of all templates.
    let fingerprint: ContentHash
    /// The hash of every file, by the path that messages show.
    let hashes: [String: ContentHash]
    /// Stylesheets, scripts and pictures, by their path in the output.
    let assets: [(path: String, bytes: [UInt8])]
    /// The stylesheets of the site's own templates.
    let ownStylesheets: [(path: String, file: TextFile)]
}

extension Workspace {
    /// Reads and compiles the templates, the default theme first: files of later folders override earlier ones.
    ///
    /// - Parameter extraFields: the types of the writer's own data.
    func loadTheme(
        _ folders: [Outcome<SiteFolder>], _ files: ThemeFiles, _ extraFields: ExtraFields
    ) throws(RunFault) -> Outcome<Theme> {
        guard !folders.isEmpty else { throw .missingTheme(shown(configuration.templates)) }
        var problems: [Diagnostic] = []
        var templates: [TemplateFile] = []
        var assets: [String: [UInt8]] = [:]
        var hashes: [String: ContentHash] = [:]
        var styles: [(path: String, file: TextFile)] = []
        var originals: [String: [UInt8]] = [:]
        for (index, folder) in folders.enumerated() {
            let isDefault = index == 0 && configuration.theme != nil
            problems += folder.diagnostics
            for file in folder.value.assets {
                let bytes = try RunFault.onFiles { () throws(EnvironmentFault) in
                    try self.bytes(of: file, in: folder.value, limit: configuration.largestThemeFile)
                }
                guard let bytes else {
                    problems.append(
                        Diagnostic(
                            .oversizedThemeFile,
                            "'\(file.displayPath)' is larger than \(configuration.largestThemeFile >> 20) MiB",
                            at: nil, path: file.displayPath,
                            hint: "put it below the content folder, or allow more with --max-file-size"))
                    continue
                }
                hashes[file.displayPath] = ContentHash(of: bytes)
                if file.path.hasPrefix("exports/"), !Theme.isTemplate(file.path) {
                    problems.append(
                        Diagnostic(
                            .unusedTemplate, "'\(file.path)' makes no file: its format is not one of exports", at: nil,
                            path: file.displayPath,
                            hint: "name it '….csv', '….json', '….txt' or '….xml'"))
                }
                if isDefault {
                    originals[file.path] = bytes
                } else if configuration.theme != nil,
                    let problem = outdatedCopy(
                        file.path, bytes, file.displayPath, original: originals[file.path])
                {
                    problems.append(problem)
                }
                if Theme.isTemplate(file.path) {
                    templates.append(
                        TemplateFile(
                            name: file.path, text: TextFile(path: file.displayPath, bytes: bytes),
                            theme: isDefault ? Theme.defaultName : nil))
                } else {
                    assets[file.path] = bytes
                    if !isDefault, configuration.theme != nil, file.path.hasSuffix(".css") {
                        styles.append((file.path, TextFile(path: file.displayPath, bytes: bytes)))
                    }
                }
            }
        }
        let schema = makeSiteSchema(
            exports: files.exports, pageTemplates: files.pageTemplates, extraFields: extraFields)
        if configuration.theme == nil { try requireTemplates(of: schema, in: templates) }
        let loaded = TemplateSet.load(files: templates, schema: schema, jobs: world.cores.jobs)
        var fingerprint = ContentHasher()
        for template in templates {
            fingerprint.update(template.name)
            if let hash = hashes[template.text.path] { fingerprint.update(hash) }
        }
        // A site's own template stands in for the default theme's of the same name.
        let pages = Dictionary(
            templates.filter { $0.name.hasSuffix(".html") }.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
        let theme = Theme(
            templates: loaded.value, folders: folders.map(\.value),
            pages: pages.sorted { $0.key < $1.key }.map(\.value),
            fingerprint: fingerprint.finish(), hashes: hashes,
            assets: assets.keys.sorted().map { ($0, assets[$0] ?? []) }, ownStylesheets: styles)
        return Outcome(theme, problems + loaded.diagnostics)
    }

    /// Reports a folder of a few templates that only change a theme, if there is none.
    private func requireTemplates(of schema: Schema, in templates: [TemplateFile]) throws(RunFault) {
        let names = Set(templates.map(\.name))
        let needed = schema.pages.map(\.file)
        let missing = needed.filter { !names.contains($0) }
        guard missing.count > needed.count / 2 else { return }
        throw .missingTheme(shown(configuration.templates), lacks: missing)
    }

    /// Lists the folders with templates, the default theme first. The site's own folder is optional.
    func scanThemes() throws(EnvironmentFault) -> [Outcome<SiteFolder>] {
        var folders: [Outcome<SiteFolder>] = []
        if let theme = configuration.theme { folders.append(try scanTheme(theme)) }
        do {
            folders.append(try scanTheme(configuration.templates))
        } catch  where error.isMissing && (!configuration.needsTemplates || folders.isEmpty) {}
        return folders
    }

    private func scanTheme(_ folder: String) throws(EnvironmentFault) -> Outcome<SiteFolder> {
        let root = shown(folder)
        return try SiteFolder.scan(root: folder, displayedAs: root, with: world.files)
            .map { $0.adding(overlays(below: root), below: root) }
    }
}

extension Theme {
    /// The name under which templates reach the files of the default theme: `theme/event.html`.
    static let defaultName = "theme"

    /// Whether a file of a theme is a template. Files in `assets` never are.
    static func isTemplate(_ path: String) -> Bool {
        guard !path.hasPrefix("assets/") else { return false }
        if PageType(export: path) != nil { return true }
        return path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".txt")
    }
}

extension RunFault {
    /// - Parameter lacks: the templates that the site's own folder does not have; empty if there is no folder.
    fileprivate static func missingTheme(_ folder: String, lacks: [String] = []) -> RunFault {
        let own =
            lacks.first.map { "'\(folder)' lacks '\($0)' and \(lacks.count - 1) other templates" }
            ?? "there are no templates in '\(folder)'"
        return RunFault(
            Diagnostic(
                .missingTheme, "\(own), and no default theme is installed", at: nil, path: folder,
                hint: "'make install' installs the default theme with the program; or name a folder with --templates"),
            exitStatus: 2)
    }
}
