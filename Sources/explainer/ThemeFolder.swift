import Reading

/// The files of the default theme, and those of the site that take their place.
struct ThemeFolder {
    private let theme: SiteFolder
    private let own: SiteFolder?

    /// - Parameter own: the folder with the site's own templates; it may be missing.
    /// - Returns: nil if no theme is installed, or if `own` is the theme.
    init?(own folder: String) throws(EnvironmentFault) {
        guard let path = InstalledTheme.path(besides: folder) else { return nil }
        theme = try SiteFolder.scan(root: path, displayedAs: path, with: .live).value
        do {
            own = try SiteFolder.scan(root: folder, displayedAs: folder, with: .live).value
        } catch {
            guard error.isMissing else { throw error }
            own = nil
        }
    }

    /// The paths of all files of the theme, sorted.
    var names: [String] { theme.assets.map(\.path) }

    /// The files of the theme that the site has too.
    var replaced: [String] { names.filter { name in own?.assets.contains { $0.path == name } == true } }

    func bytes(ofThemeFile name: String) throws(EnvironmentFault) -> [UInt8]? { try bytes(name, in: theme) }

    func bytes(ofOwnFile name: String) throws(EnvironmentFault) -> [UInt8]? {
        guard let own else { return nil }
        return try bytes(name, in: own)
    }

    private func bytes(_ name: String, in folder: SiteFolder) throws(EnvironmentFault) -> [UInt8]? {
        guard let file = folder.assets.first(where: { $0.path == name }) else { return nil }
        return try folder.folder.read(file, 16 << 20)
    }
}
